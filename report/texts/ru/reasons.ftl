# Which reasons bind, and which divide?

reasons-compared =
    .title =
        { $several ->
            [yes] Furthest apart on { $apart-reason }: { $side ->
                    [binding] a bond in { $apart-more-share }
                    [dividing] a divider in { $apart-more-share }
                   *[all] { $apart-more-share }
                } of the claims of { $apart-more }, in { $none ->
                    [yes] none
                   *[no] { $apart-less-share }
                } of { $apart-less }
           *[no] { CAPITAL($apart-reason) }: { $apart-more-claims } of the { $apart-claims } claims of { $apart-more }
        }
    .subtitle =
        Share of a text’s claims by the reason that each gives{ $valued ->
            [yes] , dividing to the left and binding to the right
           *[no] { "" }
        }{ $several ->
            [yes] ; the reasons on which the texts differ most come first
           *[no] { "" }
        }
    .alt =
        Bars for { $apart-reasons } reasons in { WORDS($apart-texts) } { $apart-texts ->
            [one] text
           *[other] texts
        }, { $apart-claims } claims in all. First stands { $apart-reason }, which
        { $side ->
            [binding] is a bond in
            [dividing] is a divider in
           *[all] takes
        } { $apart-more-share } of the claims of { $apart-more }{ $several ->
            [yes] { " " }and { $none ->
                    [yes] none
                   *[no] { $apart-less-share }
                } of those of { $apart-less }
           *[no] { "" }
        }.
    .note =
        { $several ->
            [yes] One scale for all texts.
           *[no] { "" }
        }{ $tested ->
            [yes] { " " }{ $joined ->
                [yes] A bracket joins
               *[no] A bracket would join
            } two texts whose difference on a reason is clear after the correction.
           *[no] { "" }
        }
    .how =
        Claims that name no reason count in the share and have no row. How far two texts are apart
        on a reason: the difference of their shares, summed over both sides.
apart-mark =
    { $none ->
        [yes] none in { $apart-less }
       *[no] { $apart-less-share } in { $apart-less }
    }
apart-leads-in = { $reasons } in { $where }
apart-leads =
    { $side ->
        [binding] What binds most: { CLAUSES($listed) }.
        [dividing] What divides most: { CLAUSES($listed) }.
       *[all] The commonest reason: { CLAUSES($listed) }.
    }
apart-clear-one =
    { $reason } { $side ->
        [binding] as what binds
        [dividing] as what divides
       *[all] { "" }
    }, { $start } to { $stop }
apart-clear =
    { $tested ->
        [yes] { $apart-clear ->
                [0] Read the bars as counts of these texts: of the { $apart-tested } differences between texts
                    that can be tested, none is clear.
                [one] Of { $apart-tested } differences between texts that can be tested, one is clear: { CLAUSES($listed) }.
               *[other] Of { $apart-tested } differences between texts that can be tested, { WORDS($apart-clear) }
                    are clear: { CLAUSES($listed) }.
            }
       *[no] The texts are too short for any of these differences to be tested.
    }

# Which reasons change their part?

changing-reasons =
    .title =
        { $told ->
            [yes] { $changing-shown ->
                [one] { CAPITAL($changing-told) } changes its part from text to text
               *[other] { CAPITAL($changing-told) } change their part
            }{ $turned ->
                [yes] ; the direction of { $changing-turned } turns
               *[no] { "" }
            }
           *[no] The direction of { $changing-turned } turns from text to text
        }
    .short = Reasons that change
    .note =
        A square is a claim. Strong colour: what a text mostly does with the reason; below it the
        claim that says it best, in a coder’s words. A lever stands in a piece of advice. Counts of
        these texts, not tested against chance.{ $tested ->
            [yes] { " " }Other ways of counting: each coder alone, and the author’s own voice alone.
           *[no] { "" }
        }
    .how =
        A reason changes its part where what a text mostly does with it differs between two texts:
        { $changing-all } of { $changing-reasons } do, and those with most claims are told first.
        With the commonest use stands any that has at least two claims and half as many.
changing-none = No reason changes its part: what binds in one text divides in none.
changing-year = { $changing-year-doc_id }
changing-by = { $changing-by-doc_id }
changing-heads =
    .bond = binds
    .divider = divides
    .lever = is a lever
    .asked = is asked about
    .noted = is noted
changing-parts =
    .bond = a bond
    .divider = a divider
    .lever = a lever
    .asked = only asked about
    .noted = only noted
    .absent = no claim
changing-way = { $way }
changing-part = { $parts } in { $where }
changing-told = { CAPITAL($reason) }: { CLAUSES($listed) }
changing-held =
    The change from { $start } to { $stop } is found in { $same } of { $ways } other { $ways ->
        [one] way
       *[other] ways
    } of counting.
changing-count = { $count } in { $name }
changing-absent = no claim
changing-beside = also { $listed }
changing-rest = These change too
changing-also =
    { $use ->
        [bond] binds
        [divider] divides
        [lever] lever
        [asked] asked
        [noted] noted
       *[other] { $way }
    } { $count }
changing-reason = { CAPITAL($reason) }
changing-text = { $name }

# What is the frame of each text?

frame-matrix =
    .title =
        { $several ->
            [yes] { $valued ->
                [yes] { WORDS($matrix-texts, case: "capital") } texts name { WORDS($matrix-leading-binding) } leading { $matrix-leading-binding ->
                        [one] bond
                       *[other] bonds
                    } and { WORDS($matrix-leading-dividing) } leading { $matrix-leading-dividing ->
                        [one] divider
                       *[other] dividers
                    }
               *[no] { WORDS($matrix-texts, case: "capital") } texts name { WORDS($matrix-leading-all) } leading { $matrix-leading-all ->
                        [one] reason
                       *[other] reasons
                    }
            }
           *[no] The frame of the text, part by part
        }
    .short = The frames side by side
    .note =
        { $valued ->
            [yes] Blue binds, orange divides; leading reasons are those with most claims, and those tied stand together.
           *[no] Leading reasons are those with most claims, and those tied stand together.
        } Upright lines say in a coder’s words what a claim says, italics are the text’s own words.
        As counted: whether another text’s lead is more than chance stands under the bars.
    .how =
        The four functions of a frame: problem, cause, judgement, remedy ([@entman-1993]). Reasons,
        gists and advice come from the author’s own voice; numbers of claims, who acts on whom and
        what is left out from all voices. A gist is chosen by its place in the argument, its
        strength and how many coders held it.
matrix-heads =
    .label = What it is called
    .label-note = by the title, and by the text
    .problem = Problem
    .problem-note = the main point on the side of the verdict
    .cause = Cause
    .cause-note = the leading reason of each side
    .judgement = Judgement
    .judgement-note = what is praised or blamed
    .remedy = Remedy
    .remedy-note = the most openly given advice
    .exemplar = Example
    .exemplar-note = the event most used to bind or divide
    .acting = Who acts on whom
    .acting-note = over the reasons with most such claims
    .voices = Voices
    .voices-note = claims by who speaks
    .left-out = Left out
    .left-out-note = reasons that others give
matrix-year = { $matrix-year-doc_id }
matrix-by = { $matrix-by-doc_id }
matrix-claims =
    { $matrix-claims-doc_id ->
        [one] { $matrix-claims-doc_id } claim
       *[other] { $matrix-claims-doc_id } claims
    }
matrix-verdict = { CAPITAL($matrix-verdict-doc_id) }
matrix-title =
    { $quoted ->
        [yes] “{ $matrix-title-doc_id }”
       *[no] { $matrix-title-doc_id }
    }
matrix-own = “{ $matrix-own-doc_id }”
    .note =
        { $asserted ->
            [yes] its own word
           *[no] its own word, not asserted
        }
matrix-reason =
    { $named ->
        [yes] { $names }.
       *[no] { "" }
    }
matrix-none = None.
matrix-count =
    { $count ->
        [one] · { $count } such claim
       *[other] · { $count } such claims
    }
matrix-event =
    { CAPITAL($name) }{ $dated ->
        [yes] { " " }({ $date })
       *[no] { "" }
    }.
matrix-mentions =
    { $count ->
        [one] · { $count } mention
       *[other] · { $count } mentions
    }
matrix-name = { $name }
matrix-number = { $name } { $count }
matrix-way =
    { $way ->
        [first] { $first } to { $second }
        [second] { $second } to { $first }
       *[both] both ways
    } { $count }
matrix-list = { $rows }
matrix-spoken = own { $count }
matrix-quoted = others { $count }
matrix-quotes = Others: { $listed }.
matrix-left-out =
    { $matrix-silent-doc_id ->
        [some] { CAPITAL($matrix-silent-doc_id) }
       *[none] Nothing that others give.
    }
matrix-text = { $name }

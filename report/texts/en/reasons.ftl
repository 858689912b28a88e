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
            [yes] A bracket would join two texts whose difference on a reason is clear after the correction. One scale for all texts.
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
    .deck =
        A square is a claim. Its row says what the text does with the reason; below it stands the
        claim that says it best, in a coder’s words.
    .short = Reasons that change
    .note =
        Strong colour: what a text mostly does with a reason. A lever is a reason in a piece of
        advice, or advice by a means of that name. Counts are of these texts, not tested against
        chance.{ $tested ->
            [yes] { " " }Other ways of counting: each coder alone, and the author’s own voice alone.
           *[no] { "" }
        }
    .how =
        Told are the reasons with most claims among those that { $changing-all ->
            [one] change
           *[other] change
        } ({ $changing-all } of { $changing-reasons }): what a text mostly does with them differs
        between two texts. A use leads with most claims of a text, and beside it any with at least
        two and half as many; questions and what pulls neither way lead only where there is
        nothing else.
changing-none = No reason changes its part: what binds in one text divides in none.
changing-year = { $changing-year-doc_id }
changing-by = { $changing-by-doc_id }
changing-heads =
    .bond = binds
    .divider = divides
    .lever = is a lever
    .denied = is denied
    .asked = is asked about
    .noted = is noted
changing-parts =
    .bond = a bond
    .divider = a divider
    .lever = a lever
    .denied-bond = denied as a bond
    .denied-divider = denied as a divider
    .denied-both = denied
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
changing-beside = also
changing-also =
    { $use ->
        [bond] binds
        [divider] divides
        [lever] lever
        [denied] denied
        [asked] asked
        [noted] noted
       *[other] { $way }
    } { $count }
changing-list = { $listed }
changing-reason = { CAPITAL($reason) }
changing-text = { $name }

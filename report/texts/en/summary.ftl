# What shifts from text to text?

# The storyline: a column (or a row) a text.

storyline =
    .title =
        { $storyline-verdicts ->
            [0] { $valued ->
                [yes] What each text says binds { $pair }, and what divides them
               *[no] { $framed ->
                    [yes] The reasons that each text gives most
                   *[no] What each text calls the relationship
                }
            }
            [one] One pair, one verdict{ verdict-sequence }
           *[other] One pair, { WORDS($storyline-verdicts) } verdicts{ verdict-sequence }
        }
    .deck =
        { $texts-count ->
            [one] One text
           *[other] { WORDS($texts-count, case: "capital") } texts
        }{ $storyline-authors ->
            [0] { "" }
            [one] { " " }by one author team
           *[other] { " " }by { WORDS($storyline-authors) } author teams
        }{ $valued ->
            [yes] { " " }on what binds { $pair } and what divides them.
           *[no] { " " }on { $pair }.
        }
    .note =
        { $told ->
            [yes] Ticks: holds in the ways of counting, nothing left out overturns it, its test is
                clear, coders agree; dotted where no test is possible.{ " " }
           *[no] { "" }
        }{ $machines ->
            [yes] The codes counted here are those of machines, unchecked by a person, so no
                statement is more than leaning.{ " " }
           *[no] { "" }
        }Reasons with as many claims stand together.{ $path ->
            [yes] { " " }The dotted line guides the eye: each point is one reading of one whole
                text.
           *[no] { "" }
        }{ $hollow ->
            [yes] { " " }Hollow: a text too short to compare, beside another of the same authors;
                it is not counted here.
           *[no] { "" }
        }{ $texts-count ->
            [one] { "" }
           *[other] { " " }Each text has authors and a kind of its own, so a difference between
                texts is not time alone.
        }
    .how =
        Reasons: the three of each side with most claims in each text; a claim that names no
        reason counts for none. Bars on one scale: claims with the reason, of all claims of the
        text.{ $labelled ->
            [yes] { " " }The words are the title’s own, and the most specific word for the relationship
                that the body of the text uses, one of the author’s own where there is one.
           *[no] { "" }
        }
verdict-sequence =
    { $sequence ->
        [some] : { $sequence }
       *[none] { "" }
    }
storyline-verdict-in = { $storyline-verdict-short-doc_id } { $storyline-year-doc_id }
storyline-heads =
    .called = The title calls it
    .own = Its own word
    .own-note = the most specific that the text itself uses
    .verdict = The verdict
    .verdict-note = how lasting the tie is, read from the whole text
    .binds = What binds
    .divides = What divides
    .reasons = Main reasons
    .reasons-note = its main reasons, and in how many of its claims each stands
    .leads-note = strong colour: the main reason, or those with as many claims
    .balance = All reasons
    .balance-note = claims of either side
    .advice = Its advice
    .advice-note = to whom, and to what end
storyline-about = { $storyline-by-doc_id }{ $dated ->
        [yes] { ", " }{ $storyline-year-doc_id }
       *[no] { "" }
    }
storyline-year = { $storyline-year-doc_id }
storyline-by = { $storyline-by-doc_id }
storyline-kinds = { $storyline-kinds-doc_id }
storyline-gap =
    { $storyline-gap-doc_id ->
        [one] { $storyline-gap-doc_id } year later
       *[other] { $storyline-gap-doc_id } years later
    }
storyline-title =
    { $quoted ->
        [yes] “{ $storyline-title-doc_id }”
       *[no] { $storyline-title-doc_id }
    }
storyline-own = “{ $storyline-own-doc_id }”
storyline-own-beside = { $storyline-kind-doc_id }: “{ $storyline-own-doc_id }”
storyline-place =
    { $placed ->
        [yes] { $storyline-place-doc_id }
       *[no] { "" }
    }{ $asserted ->
        [no] { $placed ->
            [yes] { ", " }not asserted
           *[no] not asserted
        }
       *[yes] { "" }
    }
storyline-verdict = { $storyline-verdict-doc_id }
storyline-step = { $storyline-step-doc_id }
storyline-verdict-beside = { $storyline-kind-doc_id }: { $storyline-verdict-doc_id }
storyline-share =
    { $storyline-reason-doc_id-side-slot } of { N($storyline-reason-doc_id-side-slot) }{ $each ->
        [yes] { " " }each
       *[no] { "" }
    }
storyline-bind =
    { $storyline-side-doc_id ->
        [one] { $storyline-side-doc_id } binds
       *[other] { $storyline-side-doc_id } bind
    }
storyline-divide =
    { $storyline-side-doc_id ->
        [one] { $storyline-side-doc_id } divides
       *[other] { $storyline-side-doc_id } divide
    }
storyline-advised = { $storyline-advised-doc_id }
storyline-aim =
    { $told ->
        [plain] { $storyline-aims-doc_id }
        [goal] to { $storyline-aims-doc_id }
       *[instrument] by { $storyline-aims-doc_id }
    }: { $storyline-aimed-doc_id } of { N($storyline-aimed-doc_id) }{ $each ->
        [yes] { " " }each
       *[no] { "" }
    }

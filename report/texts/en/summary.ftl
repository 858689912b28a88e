# What shifts from text to text?

need-statements-made =
    No other chapter has made a statement about this corpus, so none is quoted here. To change
    that, build the whole report.

# Whose claims are meant, within a sentence.
of-whose-voice =
    { $squares-voice ->
        [in-its-author-s-own-voice] { " " }in its author’s own voice
        [in-any-voice] { " " }in any voice
       *[none] { "" }
    }
overview =
    .title =
        { $texts-count ->
            [1] What one text says binds the two, and what divides them
           *[other] { WORDS($texts-count, case: "capital") } ways to describe the same pair
        }
    .subtitle =
        { $named ->
            [yes] What each text calls { $pair }, and a square for each claim{ of-whose-voice }
                that binds or divides them
           *[no] A square for each claim{ of-whose-voice } that binds or divides { $pair }
        }
    .alt =
        One row per text in order of date: { $named ->
            [yes] its label in the title, its label in the body, and one
           *[no] one
        } square per claim{ of-whose-voice }, { $squares-binding } binding and
        { $squares-dividing } dividing of { $squares-n } in all, with the net balance and its
        { $level } interval.
    .note =
        { $named ->
            [yes] Label in the text: filled where the author asserts it, outlined where it is only
                reported. Net balance: binding minus dividing claims, divided by both. A text too
                short to compare gets none.
           *[no] Net balance: binding minus dividing claims, divided by both. A text too short to
                compare gets none.
        }
    .how = Wilson intervals on effective sizes; coding error is not in them.

# After a statement: in how many ways of counting it holds.
in-ways =
    That holds in { $held } of { $tried } { $tried ->
        [one] way
       *[other] ways
    } of counting.
page-all =
    { $page-tests ->
        [0] No statement here rests on a test.
       *[other] What rests on a test was corrected for all { $page-tests } tests behind this page
            together.
    }
page-left-out =
    Of { WORDS($page-made) } { $page-made ->
        [one] statement
       *[other] statements
    } of the chapters, { WORDS($page-statements, zero: "none") } { $page-statements ->
        [one] stands
       *[other] stand
    } here. The others are not clear among all tests behind this page together, or do not hold in
    most ways of counting.

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
        Reasons with as many claims stand together.{ $path ->
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

unchecked =
    All codes here are machine codes, unchecked: no person has read a sample of them.

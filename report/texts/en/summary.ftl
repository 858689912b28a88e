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
ways =
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

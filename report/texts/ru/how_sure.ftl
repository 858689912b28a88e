# How sure is what this report says?

how-sure =
    .title =
        { WORDS($sure-count, case: "capital") } { $sure-count ->
            [one] statement
           *[other] statements
        }: { WORDS($sure-count-firm, zero: "none") } firm,
        { WORDS($sure-count-leaning, zero: "none") } leaning,
        { WORDS($sure-count-open, zero: "none") } open
    .deck =
        Each is worked out again in every sensible way of counting, without each coder, against
        chance, and with the agreement of the coders in view. One word sums that up.
    .short = How sure
    .note =
        Interval: of the difference or lead stated. Chance: how often paragraphs dealt out at random
        are as far apart. Clear: after a correction over all statements tested.{ $further ->
            [yes] { " " }The annex has { $sure-further } more.
           *[no] { "" }
        }
    .how =
        Tests corrected by Holm over { $sure-tested } statements; intervals at { $level }, not
        corrected.
how-sure-heads =
    .statement = Statement
    .ways = Ways of counting
    .ways-note = in how many it holds
    .left_out = What overturns it
    .left_out-note = leaving out a coder
    .test = Interval or test
    .test-note = is it clear?
    .coders = Coders
    .coders-note = agreement
    .word = How sure
    .made = How the word is made
    .limits = What this design cannot tell
how-sure-about =
    .verdict = Verdict
    .reasons = Reasons
    .argument = Argument
    .field = Others
how-sure-ways = { $held } of { $tried }
how-sure-share = { $share }
how-sure-none =
    .ways = not tried
    .left_out = nothing to leave out
    .test = no test: one reading of a whole text
    .coders = not measured
how-sure-left-out =
    { $fails ->
        [yes] falls without { $coders }
       *[no] nothing
    }
clear-word =
    { $clear ->
        [filled] clear
        [pale] clear only uncorrected
       *[empty] not clear
    }
how-sure-ranged = { INTERVAL($gap) }: { clear-word }
how-sure-tested = chance { $p }: { clear-word }
how-sure-alpha = { $alpha }
how-sure-alike = { $alike } of the texts read alike
how-sure-made =
    Four ticks, from left to right: it holds in at least { $sure-most } of the ways of counting
    (pale: { $sure-many }); leaving out no coder overturns it; its interval or test is clear (pale:
    only uncorrected); the coders agree on what it uses. A dotted tick is a check that cannot exist.
    Firm: all ticks that can exist, at least three. Leaning: the first, at least pale, and one more.
    Open: less, said as a question.{ $machines ->
        [yes] { " " }The codes counted here are those of machines, unchecked by a person, so no
            statement is more than leaning.
       *[no] { "" }
    }
how-sure-limit = { $limit-id-title }. { $limit-id-text }

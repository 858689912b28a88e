# What does each register hold?

filter = all rows

settled =
    .title =
        { $registers-entries } entries in the log of disagreements, { $registers-open } of them
        listed below
    .col-decided_by = Settled by
    .col-reason = Reason
    .col-n = Entries

no-disagreements = No disagreement is recorded for this corpus.

open-passages =
    .title =
        { WORDS($registers-passages, case: "capital") } { $registers-passages ->
            [one] case
           *[other] cases
        } open to more than one reading
    .col-place = Place
    .col-codes = Codes given, and code settled on
    .col-note = What makes it open
    .note = In brackets: entries of the log for a text, and coders who gave a code.

label-register =
    .title =
        { WORDS($registers-labels, case: "capital") } { $registers-labels ->
            [one] mention
           *[other] mentions
        } of a name for the relationship
    .col-names = Name
    .col-label = Family
    .col-pair = Of
    .col-polarity = Polarity
    .col-voice = Voice
    .col-stance = Stance
    .note = In brackets: mentions in a text, and places.

no-labels = No names were coded in this corpus.

event-register =
    .title =
        { WORDS($registers-events, case: "capital") } { $registers-events ->
            [one] mention
           *[other] mentions
        } of an event
    .col-name = Text
    .col-basis = Year is
    .col-n = Mentions
    .col-names = Events, with year and place

no-events = No events were coded in this corpus.

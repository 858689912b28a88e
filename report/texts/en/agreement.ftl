# Do coders agree?

filter = all claims, before adjudication

who-coded =
    { WORDS($coders-count, case: "capital") } { $coders-count ->
        [one] coder
       *[other] coders
    } coded the texts independently{ $alike ->
        [machines] ; { $coders-count ->
            [2] both
           *[other] all of them
        } are machines
        [people] ; { $coders-count ->
            [2] both
           *[other] all of them
        } are people
       *[no] { $coders-machine ->
            [0] { $coders-human ->
                [0] { "" }
               *[other] ; { people }{ others-unknown }
            }
           *[other] ; { machines }{ $coders-human ->
                [0] { "" }
               *[other] , { people }
            }{ others-unknown }
        }
    }.
machines =
    { WORDS($coders-machine) } { $coders-machine ->
        [one] is a machine
       *[other] are machines
    }
people =
    { WORDS($coders-human) } { $coders-human ->
        [one] is a person
       *[other] are people
    }
others-unknown =
    { $others ->
        [yes] , of the others the kind is not known
       *[no] { "" }
    }

machines-alike =
    Machine coders that are runs of one language model share its habits: their agreement is an
    upper bound for agreement between people, and no proof that the codes are right.

no-coefficient =
    No variable has been coded by two coders with more than one code among them, so none has a
    coefficient.

alpha =
    .title =
        { $agreement-rely } of { $agreement-all } { $agreement-all ->
            [one] variable
           *[other] variables
        } can be relied on
    .subtitle =
        Krippendorff’s alpha of { WORDS($coders-count) } { $coders-count ->
            [one] coder
           *[other] coders
        } on { $units-count } { $units-count ->
            [one] sentence
           *[other] sentences
        }, with { $level } intervals
    .alt =
        One row per variable with its alpha and { $level } interval, { $coders-count } coders on
        { $units-count } { $units-count ->
            [one] sentence
           *[other] sentences
        }; above the upper mark: { $agreement-rely } of { $agreement-all } { $agreement-all ->
            [one] variable
           *[other] variables
        }.{ $used ->
            [yes] { " " }Weakest of those the findings rest on: { $agreement-worst },
                { $agreement-worst-alpha }.
           *[no] { "" }
        }
    .how =
        Bootstrap of paragraph groups, { $draws } draws, seed { $seed }; multi-valued variables
        with MASI distance.
    .filter = all claims, codes before adjudication

statement-agreement =
    Coding quality: of the variables the findings rest on, { $agreement-worst } agrees least (alpha
    { $agreement-worst-alpha }, { $level } interval
    { INTERVAL($agreement-worst-alpha) }){ $machines ->
        [yes] ; { $coders-count ->
            [2] both coders
           *[other] all { WORDS($coders-count) } coders
        } were machines
       *[no] { "" }
    }.

every-sentence = all sentences

claims-per-unit =
    Coders saw the same number of claims in { $exact-variable } of { N($exact-variable) } sentences
    (alpha { $alpha-variable }, { $level } interval { INTERVAL($alpha-variable) }).

claims-per-unit-alike =
    All coders saw the same number of claims in every sentence, or each its own: there is nothing
    to measure.

confusion =
    .title =
        { $parted ->
            [yes] Coders most often part on { $confusion-first } and { $confusion-second }
           *[no] Coders never give one claim different reasons
        }
    .subtitle =
        How often one coder gave the reason of the row and another that of the column; all pairs of
        { WORDS($coders-count) } { $coders-count ->
            [one] coder
           *[other] coders
        }
    .alt =
        Square matrix of reasons by reasons with counts printed: the diagonal holds agreement. All
        pairs of { $coders-count } coders are counted.{ $parted ->
            [yes] { " " }The largest count off the diagonal is { $confusion-first } against
                { $confusion-second }.
           *[no] { "" }
        }

per-code =
    .title = Agreement on each reason against all others
    .col-label = Reason
    .col-n = Claims
    .col-alpha = Alpha
    .col-low = from
    .col-high = to
    .col-specific = Shared
    .note =
        Reasons that too few claims received have no coefficient. Shared: how often another coder
        gives the reason too.

reasons-for-disagreement =
    .title =
        { $disagreements-all } { $disagreements-all ->
            [one] disagreement
           *[other] disagreements
        }, by reason
    .col-reason = Reason
    .col-n = Entries

disagreements =
    .title = Where coders parted, and why
    .subtitle =
        Each mark is one of { $disagreements-placed } disagreements in body sentences, at its place
        in the text
    .alt =
        One line per text from start to end with a mark for each of { $disagreements-placed }
        disagreements, stacked where several fall together, shaped by reason: oversight, open rule
        or real ambiguity.
    .filter = disagreements before adjudication

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
    Runs of one language model are no other readers: they share its habits. Their agreement is an
    upper bound for agreement between people, and says nothing of errors that all of them make.

need-several-coders =
    The corpus has one coder, so this chapter steps aside; let somebody else code the same texts.

how-ties-went =
    The final codes were made from those of the { WORDS($coders-count) } coders: most readings
    decide.{ $ties-by_kind ->
        [0] { "" }
       *[other] { " " }Of the ties, the better kind of coder decided { $ties-by_kind }.
    }{ $ties-claims_open ->
        [0] { "" }
       *[other] { " " }{ WORDS($ties-claims_open, case: "capital") } { $ties-claims_open ->
            [one] claim
           *[other] claims
        } that as many coders hold as lack { $ties-claims_open ->
            [one] is
           *[other] are
        } left out.
    }{ $ties-codes_open ->
        [0] { "" }
       *[other] { " " }{ WORDS($ties-codes_open, case: "capital") } { $ties-codes_open ->
            [one] code is
           *[other] codes are
        } open: no name decides.
    }

no-coefficient =
    No variable has been coded by two coders with more than one code among them, so none has a
    coefficient.

without-role =
    { WORDS($variables-without_role, case: "capital") } of { $variables-coded } coded variables
    { $variables-without_role ->
        [one] has
       *[other] have
    } no role in this report. { $variables-without_role ->
        [one] It is
       *[other] They are
    } measured all the same.

layers =
    .claims = Claims
    .labels = Labels
    .events = Events
    .documents = Whole texts
as-a-set = , all codes
code-by-code = , code by code

verdicts =
    .rely = rely
    .tentative = tentative
    .weak = weak
    .no-agreement = no agreement
    .no-variation = no variation
    .not-measured = not measured

alpha =
    .title =
        { $agreement-rely ->
            [0] No variable can be relied on without reserve
           *[other] { $agreement-rely } of { $agreement-all } { $agreement-all ->
                [one] variable
               *[other] variables
            } can be relied on
        }
    .subtitle =
        Krippendorff’s alpha of { WORDS($coders-count) } { $coders-count ->
            [one] coder
           *[other] coders
        } on { $units-count } { $units-count ->
            [one] piece
           *[other] pieces
        } of text, with { $level } intervals{ $matched ->
            [yes] ; a claim that one coder lacks counts as a disagreement
           *[no] { "" }
        }
    .alt =
        One row per variable with its alpha and { $level } interval, { $coders-count } coders on
        { $units-count } { $units-count ->
            [one] piece
           *[other] pieces
        } of text, beside the range that the same coders reach by tossing coins; lower end above the
        upper mark: { $agreement-rely } of { $agreement-all } { $agreement-all ->
            [one] variable
           *[other] variables
        }.{ $used ->
            [yes] { " " }Weakest of those the findings rest on: { $agreement-worst },
                { $agreement-worst-alpha }.
           *[no] { "" }
        }
    .note =
        Shaded from .667: tentative; from .800: can be relied on; the lower end of the interval
        decides. No agreement: the interval reaches zero, or the coin tossers. No variation: fewer
        than 10 readings differ from the commonest code, so nothing can be measured. Alike: pieces
        on which all coders agree; tossed: the same for coin tossers.
    .how =
        Paragraph groups redrawn { $draws } times, seed { $seed }; several codes at once with MASI
        distance. Coin tossers keep each coder’s share of codes, gaps and claims a sentence.
    .filter = all claims, codes before adjudication

alpha-of-other-layers =
    .title =
        { $agreement-others-rely } of { $agreement-others-all } { $agreement-others-all ->
            [one] variable
           *[other] variables
        } of labels, events and whole texts can be relied on
    .subtitle =
        Krippendorff’s alpha of { WORDS($coders-count) } { $coders-count ->
            [one] coder
           *[other] coders
        }, with { $level } intervals; a label or event that one coder lacks counts as a disagreement
    .alt =
        One row per variable of labels, events and whole texts with its alpha and { $level }
        interval, { $coders-count } coders; lower end above the upper mark:
        { $agreement-others-rely } of { $agreement-others-all }.
    .how =
        Paragraphs redrawn { $draws } times, seed { $seed }. Coin tossers keep each coder’s share of
        codes, gaps and mentions a sentence.
    .filter = all labels, events and readings of whole texts, before adjudication

agreement-in-numbers =
    .title = How far coders agree, in all ways of counting
    .col-label = Variable
    .col-n_units = Pieces
    .col-alpha = Alpha
    .col-shared = shared only
    .col-twin_high = coins up to
    .col-simple = Alike
    .col-simple_twin = coins
    .col-ac1 = Gwet’s
    .col-p_below = below mark
    .col-alpha_without_examples = without examples
    .col-verdict = Verdict
    .note =
        { $matched ->
            [yes] Alpha: what a coder lacks counts as a disagreement; shared only: over the claims
                that coders share.{ " " }
           *[no] { "" }
        }Coins: what the same coders reach by tossing coins. Gwet’s: coefficient AC1.
        Below mark: share of redrawn corpora whose alpha lies under .667.{ $examples ->
            [yes] { " " }Without examples: alpha without the sentences that the codebook itself
                gives as examples.
           *[no] { "" }
        }
    .filter = all codes before adjudication

statement-agreement =
    Coding quality: of the variables the findings rest on, { $agreement-worst } agrees least (alpha
    { $agreement-worst-alpha }, { $level } interval { INTERVAL($agreement-worst-alpha) }{ $matched ->
        [yes] ; a claim that one coder lacks counts as a disagreement
       *[no] { "" }
    }){ $machines ->
        [yes] ; all { WORDS($coders-count) } coders were machines
       *[no] { "" }
    }.

every-sentence = all sentences

claims-per-unit =
    Coders saw the same number of claims in { $alike-claims_per_unit } of
    { N($alike-claims_per_unit) } sentences; tossing coins, the same coders would have in
    { $alike-claims_per_unit-tossed } (alpha { $alpha-claims_per_unit }{ $sure ->
        [yes] , { $level } interval { INTERVAL($alpha-claims_per_unit) }
       *[no] { "" }
    }).

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
    .title = Agreement on each reason: found in a piece of text, or not
    .col-label = Reason
    .col-found = { $units_known ->
        [yes] Sentences
       *[no] Texts
    }
    .col-alpha = Alpha
    .col-low = from
    .col-high = to
    .col-twin_high = coins up to
    .col-specific = Shared
    .col-verdict = Verdict
    .note =
        Shared: how often another coder finds the reason too. No variation: fewer than 10 readings
        found the reason, so its agreement cannot be measured.

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

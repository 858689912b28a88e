# How was it coded?

filter = codebook

which-codebook =
    { $given ->
        [yes] Codebook: { $codebook-title }, version { $codebook-version }, with
            { $codebook-variables } coded { $codebook-variables ->
                [one] variable
               *[other] variables
            } and { $codebook-codes } { $codebook-codes ->
                [one] code
               *[other] codes
            }. Its fingerprint begins { $codebook-digest } and changes with any word of it.
       *[no] This corpus came without a codebook: what follows was gathered from its tables, with
            { $codebook-variables } { $codebook-variables ->
                [one] variable
               *[other] variables
            } and { $codebook-codes } { $codebook-codes ->
                [one] code
               *[other] codes
            }.
    }

levels =
    .title = Units
    .col-level = Unit
    .col-text = What it is

# A variable, the layer it belongs to, and what coders asked.
layer =
    { $layer ->
        [claims] claims
        [labels] labels
        [events] events
        [documents] documents
       *[other] { $layer }
    }
asked =
    { $label } ({ layer }).{ $asks ->
        [yes] { " " }{ $question }
       *[no] { "" }
    }

codes =
    .title = { $codebook-asked-number }
    .col-code = Code
    .col-meaning = Meaning
    .note = { $note }

further-questions =
    .title = Further questions asked of { layer }
    .col-label = Variable
    .col-text = Question and codes

rule = { $title }: { $text }

rules =
    .title =
        { WORDS($codebook-rules, case: "capital") } { $codebook-rules ->
            [one] rule
           *[other] rules
        } of the codebook
    .col-id = Rule
    .col-text = What holds

no-rules = The codebook has no rules that hold across variables.

changes-counted =
    { WORDS($codebook-changes, case: "capital") } { $codebook-changes ->
        [one] entry
       *[other] entries
    } in the change log; they touch { $codebook-changed } { $codebook-changed ->
        [one] row
       *[other] rows
    } of the final coding.

changes =
    .title = Change log of the codebook
    .col-version = Version
    .col-date = Date
    .col-rule = Rule
    .col-text = Change
    .col-rows = Rows

no-changes = No change is recorded.

# What is said of a variable or code besides the words of the codebook itself.
explained =
    .level =
        The codes are { $level ->
            [ordinal] ordinal
           *[interval] interval
        }.
    .several = Several codes may be given.
    .where = Coded where { $variable } is { $any ->
        [yes] coded
       *[no] { $codes }
    }.
    .either = { $one } or { $other }
    .in = In: { $text }
    .out = Out: { $text }
    .boundary = Boundary: { $text }
    .example = Example: “{ $example }”{ $placed ->
        [yes] { " " }({ $place })
       *[no] { "" }
    }.
    .as = As for { $variable }{ $other ->
        [yes] { " " }of { layer }
       *[no] { "" }
    }.
    .codes = Codes:
    .in-words = In words

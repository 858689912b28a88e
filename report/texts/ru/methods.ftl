# How was it computed?

filter-published = published values

derived =
    .title = Values computed from the codes, by the codebook
    .col-value = Value
    .col-text = How

settings-of-chance =
    Random draws: { $methods-draws }, from seed { $methods-seed }. Intervals cover { $level }; a text
    needs { WORDS($methods-groups) } { $methods-groups ->
        [one] paragraph
       *[other] paragraphs
    } for one. A p is small below { $methods-p }.
settings-of-agreement =
    Alpha: a variable carries comparisons when the lower end of its interval is at least
    { $methods-rely }, and is tentative from { $methods-floor }. For planning, a difference counts as
    found when { $methods-power } of cases show it.

published-values-none =
    No published values come with this corpus; the tests of the program hold them.
published-values-reproduced =
    { $reference-reproduced } of { $reference-cases } values from { $reference-examples } published
    examples are reproduced.
published-values =
    .title = Published values, and ours where the last digit differs
    .col-measure = Measure
    .col-values = Published (ours)
    .col-sources = Sources
    .note = To the decimals printed in the source, at most four. { $notes }
case-note = { $case }: { $note }

program = { $name } { $version }
made-with = This chapter was computed with { $made-with }.

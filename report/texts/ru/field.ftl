# Did the field move with these texts?

field-sample =
    A few texts cannot say what a field thought. So other pieces of the time were looked up
    and read the same way: { $field-pieces } of { $field-first } to { $field-last }, each as
    binding the two, dividing them, or both.

field-readings =
    .title =
        In { WORDS($field-years, zero: "no") } of { $field-counted } years, others read the tie both
        ways
    .subtitle =
        How { $field-pieces } other { $field-pieces ->
            [one] piece reads
           *[other] pieces read
        } the tie, in periods that begin with the years of the texts; share with { $level } interval
    .alt =
        Dots for { $field-pieces } pieces in periods that begin with the years of the texts, by
        reading: binding, mixed or dividing, with counts and shares.
    .note =
        Pieces found by neutrally worded look-ups, known by title and opening only; no random
        sample, so nothing here is a rate in the field. Years with very few pieces are not counted.
field-moved =
    { $alike ->
        [yes] The readings of these periods differ no more than shuffled pieces would (p
            { $field-p }): whether the field moved with these texts is open.
       *[no] The readings of these periods differ by more than shuffled pieces would (p
            { $field-p }).
    }
field-power =
    { $found ->
        [yes] A sample of this size would find a shift of { $field-shift } of the last period’s
            pieces in { $field-power } of cases; smaller ones would mostly go unseen.
       *[no] A sample of this size would mostly miss even a large shift in the last period.
    }

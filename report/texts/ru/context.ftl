# Were these the field’s labels?

# The cuts of the sample.
cuts =
    .all = all pieces
    .relevant = relevant pieces
    .main = relevant, found by neutral look-ups

context-sample =
    The sample holds { $context-n-all } dated pieces of { $context-first } to { $context-last },
    { $context-country-share } of them from { $context-country }; { $context-n-relevant } are
    relevant, and { $context-n-neutral } of these were found by neutrally worded look-ups. The last
    cut is the main one.

context-readings =
    .title =
        In { $context-years_both_readings } of { $context-years_counted } years, others read the tie
        both ways
    .subtitle =
        Pieces per period and reading, { $context-n-neutral } pieces of the main cut; share with
        { $level } Wilson interval
    .alt =
        Dots for { $context-n-neutral } pieces in periods that begin with the years of the texts, by
        reading: binding, mixed or dividing, with counts. In { $context-years_both_readings } of the
        { $context-years_counted } years with enough pieces both opposite readings occur.

context-tests =
    .title = Do periods differ in their readings more than shuffled pieces would?
    .col-name = Pieces
    .col-n = n
    .col-statistic = Statistic
    .col-range = Shuffled
    .col-p = p
context-tests-shuffled =
    Shuffling the pieces among the periods gives differences as large with p
    { $context-periods-p-main } in the main cut and p { $context-periods-p-all } in all pieces.

statement-context =
    Other writers read the tie both ways in { $context-years_both_readings } of
    { $context-years_counted } years with enough pieces{ $alike ->
        [yes] , and the readings of the periods that begin with these texts differ no more than
            shuffled pieces would (p { $context-periods-p-main }): the order of the texts is not
            shown to be the field’s.
       *[no] ; the readings of the periods that begin with these texts differ by more than shuffled
            pieces would (p { $context-periods-p-main }).
    }

context-slant =
    .title = The reading follows the wording of the look-up
    .col-query_slant = Look-up worded
slant-commonest = { $slant }: { $k } of { $n } { $reading }
context-slant-commonest =
    Commonest reading by wording of the look-up: { $context-slants }. Only the neutral cut can be
    read as more than an echo of the question.

context-families =
    .title = Label families in the pieces of the main cut, by period
    .col-family = Family
    .note = A piece may use several families.
context-first =
    .title = First appearance of each label family in the sample
    .col-family = Family
    .col-published = Date
    .col-outlet = Outlet
    .col-n = Pieces
    .note = First in this sample, not in the field.

context-authors-counted =
    { WORDS($context-authors, case: "capital") } { $context-authors ->
        [one] author has
       *[other] authors have
    } pieces of several years; { WORDS($context-authors-change, zero: "none") } of them read the tie
    in more than one way.
context-authors =
    .title = Authors whose reading differs from year to year
    .col-author = Author
    .col-published = Date
    .col-label = Label
    .col-direction = Reading

context-agreement =
    A second run of a language model, blind to the first, read { N($context-alpha-direction) }
    pieces again: same reading in { $context-exact-direction } (tossing coins, they would have in
    { $context-exact-direction-tossed }), alpha { $context-alpha-direction } (nominal) and
    { $context-alpha-direction-ordinal } (ordinal). Label families overlap less
    ({ $context-overlap-families }): the tables of families are tentative.

# What can these texts not tell?

texts-read =
    { WORDS($limits-texts, case: "capital") } { $limits-texts ->
        [1] text was read.
       *[other] texts were read, from { WORDS($limits-years) } { $limits-years ->
            [one] year
           *[other] years
        }; each stands for itself.
    }

kinds-of-coders =
    Who coded this corpus: { $limits-machines ->
        [0] { $limits-people ->
            [0] the corpus does not say whether they are machines or people
            [one] { WORDS($limits-people) } person
           *[other] { WORDS($limits-people) } people
        }
       *[other] { WORDS($limits-machines) } { $limits-machines ->
            [one] machine
           *[other] machines
        }{ $limits-people ->
            [0] { "" }
            [one] { " " }and { WORDS($limits-people) } person
           *[other] { " " }and { WORDS($limits-people) } people
        }
    }.

no-limits = The codebook of this corpus names none.
limits =
    .title = Limits of this corpus
    .col-title = Limit
    .col-text = What follows from it

longer-texts =
    .title = What longer texts would buy
    .col-groups = Paragraphs in each text
    .col-signed = Claims in each
    .col-smallest = Smallest difference
    .col-here = Compared with the texts here
    .here = as the longest text here
    .note =
        Paragraphs with claims that bind or divide. Told apart: p below { $alpha } in { $power } of
        { $simulations } simulated pairs, { $deals } permutations each, seed { $seed }. A dash: no
        difference suffices.
how-far-apart =
    Two texts as long as the longest here, with { $longer-now-groups } { $longer-now-groups ->
        [one] paragraph
       *[other] paragraphs
    } that bind or divide, { $known ->
        [yes] can be told apart by net valence when they differ by { $now } or more; with
            { $longer-most-groups } paragraphs in each, by { $far } or more.
       *[no] could not be told apart by net valence at any difference.
    }

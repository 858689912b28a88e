# What can these texts not tell?

texts-read =
    { WORDS($limits-texts, case: "capital") } { $limits-texts ->
        [1] text was read.
       *[other] texts were read, from { WORDS($limits-years) } { $limits-years ->
            [one] year
           *[other] years
        }; each stands for itself.
    }

about-the-texts =
    .title = What the makers of this corpus say of it
    .col-heading = About
    .col-text = In their words
nothing-about-the-texts =
    Nothing is said about how these texts were chosen, and by whom. A page `about.md` in the corpus
    folder, with a heading for each question, would stand here.

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
        Planning information. Paragraphs with claims that bind or divide. Found: p below { $alpha }
        of a single comparison, in { $power } of cases. A dash: no difference suffices, or there are
        too few paragraphs.
how-far-apart =
    Between two texts as long as the longest here, with { $longer-now-groups } { $longer-now-groups ->
        [one] paragraph
       *[other] paragraphs
    } that bind or divide, { $known ->
        [yes] a difference in net balance is likely found from { $now }. With
            { $longer-most-groups } paragraphs in each, from { $far }.
       *[no] no difference in net balance is likely found.
    }

card-what =
    { $procedure ->
        [mix] Difference of reasons
        [net-difference] Difference of net balances
        [net] Net balance of a text
       *[share] Share of a reason
    }: { $quantity ->
        [size] found although there is none
        [power] found where there is one
       *[coverage] interval holds the true value
    }
card-verdict =
    { $verdict ->
        [holds] as promised
        [cautious] more cautious than promised
        [fails] not as promised
       *[none] no promise
    }
card-aside = No text has paragraphs enough for a test or an interval, so there is nothing to try.
card-counted =
    Of { $card-cells } trials with a promise, { $card-fail ->
        [0] all keep it.
        [one] one does not keep it.
       *[other] { $card-fail } do not keep it.
    }
calibration-card =
    .title = How often the tests and intervals of this report would be wrong on texts like these
    .col-what = What was tried
    .col-cells = Trials
    .col-least = From
    .col-most = to
    .col-low = Promised from
    .col-high = to
    .col-verdict = Verdict
    .note =
        Each trial: { $card-runs } pairs of texts made up with the paragraphs, shares and likeness
        within paragraphs of the texts here (Dirichlet-multinomial), { $permutations } permutations each, seed
        { $seed }. True differences: three fifths of the reasons’ distance found, and a net balance
        0.8 apart. Verdicts allow for two Monte Carlo errors. Paragraphs are independent here:
        likeness of neighbours is not tried.

neighbours =
    .title = { $reasons ->
        [yes] How alike the reasons of neighbouring paragraphs are
       *[no] How alike neighbouring paragraphs are in what they bind and divide
    }
    .col-name = Text
    .col-groups = Paragraphs
    .col-correlation = Correlation
    .col-one = p
    .note =
        p: how often paragraphs in shuffled order have neighbours as much alike. What follows for a
        difference stands in the charts from text to text, under “neighbours alike”.

# Do the words agree?

need-words-to-compare =
    This corpus has no two texts that are long enough, no names for the relationship and no
    keywords, so this chapter steps aside. To change that, add texts, list names in labels.csv, or
    give the frames of the codebook their keywords.

filter-files = all words of the files
filter-body = body words
filter-long-bodies = body words of texts with { $words } or more
filter-both = { $claims }, with one reason that has keywords; body words of the same texts, { $words } or more each
filter-places = { $claims }; names of the pair; texts with { $words } body words or more

# A word spoken of as a word.
quoted = “{ $word }”
# Among the reasons of a chart: the names that the texts give the relationship.
names-of-pair =
    { $named ->
        [yes] Names of { $pair }
       *[no] Names of the pair
    }

statement-lookalikes =
    A count over the files finds the { WORDS($lookalikes-words) } { $lookalikes-words ->
        [one] commonest word
       *[other] commonest words
    } of the names of the pair { $lookalikes-found } times; in { $lookalikes-asserted } of these the
    author asserts a name of the pair.
lookalikes-other-hits =
    Of the other hits, { $lookalikes-outside } stand outside the body, { $lookalikes-other_pair }
    name another pair, { $lookalikes-no_label } are part of no name, and
    { $lookalikes-not_asserted } are reported, questioned, supposed or denied. Found, but never
    asserted: { $lookalikes-never }.

word-count-by-text =
    .title =
        { $lookalikes-found } { $lookalikes-found ->
            [one] hit
           *[other] hits
        } of a word count, { $lookalikes-asserted } of them right
    .col-name = Text
    .col-found = Found
    .col-outside = Outside the body
    .col-other_pair = Another pair
    .col-no_label = No name
    .col-not_asserted = Not asserted
    .col-asserted = Asserted
    .note =
        Asserted: part of a name of the pair that the author asserts in the body. No name: part of
        no listed name.

word-count-by-word =
    .title = How many hits of each word are the author’s own name for the pair
    .col-word = Word
    .note = Asserted of found; a dash where the word does not occur.
asserted-of-found = { $asserted } of { $found }

words-apart =
    .title =
        Frequent words that set one text apart: { $keyness-count } of { $keyness-candidates }
    .subtitle =
        How many times as often a word stands in one text as in the others, with { $level }
        intervals; { $words-count } words of { $words-texts } { $words-texts ->
            [one] text
           *[other] texts
        }
    .alt =
        One row per word, grouped by text: how many times as often it is used as in the others,
        with { $level } intervals, in { $words-texts } { $words-texts ->
            [one] text
           *[other] texts
        } of { $words-count } words; for { $keyness-count } of { $keyness-candidates } frequent
        words the interval lies above zero.
    .note =
        Words in at least { $min_groups } paragraphs of the text, at most { $top } for each text;
        articles, pronouns, prepositions and other function words are left out. { $whole ->
            [yes] { "" }
           *[no] Drawn: the { $most } words whose intervals lie furthest from 1; all are in the
                data.{ " " }
        }Among so many words a few stand out by chance.
    .how =
        Log ratio with half an occurrence added to each side; its variance over paragraphs, never
        less than that of a count, with Student’s t; dispersion: Gries’ DP.
words-apart-second-opinion =
    By weighted log-odds ([@monroe-2008]), which hold rare words back (prior: all texts together;
    two-term variance), { $keyness-both } of these { N($keyness-both) } words lead their text too.

places =
    .title =
        Of { $places-tested } { $places-tested ->
            [one] case
           *[other] cases
        } tested, { WORDS($places-bunched-count, zero: "none") } { $places-bunched-count ->
            [one] stands
           *[other] stand
        } more bunched than random places would be
    .subtitle =
        { $places-what }: their { $places-count } { $places-count ->
            [one] sentence
           *[other] sentences
        } in { $words-texts } { $words-texts ->
            [one] text
           *[other] texts
        }, from start to end
    .alt =
        One line per text from start to end, in blocks for { $places-what }, with a stroke for each
        of { $places-count } sentences in { $words-texts } { $words-texts ->
            [one] text
           *[other] texts
        } and Gries’ DP at the right. Of { $places-tested } { $places-tested ->
            [one] case
           *[other] cases
        } tested, more bunched than random places: { $places-bunched }.
    .how =
        DP over paragraphs, as long as they have sentences; null: as many sentences drawn at random,
        { $draws } times, seed { $seed }; p one-sided, adjusted by Holm over all names and reasons
        in all texts, shown or not.
# Where something is bunched: "trade in Text A".
what-in-text = { $what } in { $text }
places-bunched = Bunched in few paragraphs of their text: { $places-bunched }.

in-context =
    .title =
        { $kwic-count } { $kwic-count ->
            [one] name
           *[other] names
        } in context
    .col-code = Use
    .col-text = Text
    .col-left = Before
    .col-name = Name
    .col-right = After
in-context-hint =
    The names in context, eight words each, are shown where the texts are at hand: in the folder
    “texts” of the corpus, or named by the parameter “originals”.

convergence =
    .title =
        Rank agreement of keywords and claims lies between { $convergence-low } and
        { $convergence-high }
    .subtitle =
        Share of each of { $convergence-reasons } reasons by { $convergence-claims } claims and by
        { $convergence-hits } keywords, in { $words-texts } { $words-texts ->
            [one] text
           *[other] texts
        }
    .alt =
        One panel per text{ $whole ->
            [yes] { " " }({ $words-texts })
           *[no] { " " }drawn, of { $words-texts } texts
        }, one dot for each of { $convergence-reasons } reasons: its share of
        { $convergence-claims } claims from left to right, its share of { $convergence-hits }
        keywords upwards, with the diagonal of equal shares. Rank agreement runs from
        { $convergence-low } to { $convergence-high }.
    .note =
        Dots without a name lie near the diagonal. Claims of no specific reason have no keywords
        and are left out.{ $whole ->
            [yes] { "" }
           *[no] { " " }Drawn: the { $most } texts with most claims; all are in the data.
        }{ $words-left_out ->
            [some] { " " }Too short: { $words-left_out }.
           *[none] { "" }
        }
    .how =
        Rank agreement: Spearman’s coefficient over the reasons that occur; intervals in the data:
        one paragraph left out at a time (jackknife, Student’s t).
convergence-panel =
    { $claims } { $claims ->
        [one] claim
       *[other] claims
    }, { $words } { $words ->
        [one] keyword
       *[other] keywords
    }, rank agreement { $convergence-rho-doc_id }
statement-convergence =
    Counted apart, claims and keywords put the reasons of a text in orders whose rank agreement runs
    from { $convergence-low } to { $convergence-high }{ $others ->
        [yes] ; with the keywords of another text it is at most { $convergence-others }.
       *[no] .
    }

keyword-gap =
    { $name-doc_id }: keywords overstate { $convergence-over-doc_id }
    ({ $convergence-over-words-doc_id } of the keywords, { $convergence-over-claims-doc_id } of the
    claims){ $through ->
        [some] , most of all through { $convergence-through-doc_id },
       *[none] { "" }
    } and understate { $convergence-under-doc_id } ({ $convergence-under-words-doc_id } against
    { $convergence-under-claims-doc_id }).

keywords-astray =
    Of { $convergence-hits } keywords, { $convergence-astray } stand in paragraphs that make no claim
    of their reason, most often: { $convergence-astray-words }. Of { $convergence-claims } claims,
    { $convergence-unnamed } are made in paragraphs without any keyword of their reason; most often
    unnamed is { $convergence-unnamed-reason } ({ $convergence-unnamed-of } of
    { N($convergence-unnamed-of) } claims).

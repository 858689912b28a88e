# Which words mark which period: counts of words, without any coding.

filter = all words of the word lists

period-words =
    .title =
        { $words-found } of { $words-candidates } words that are more frequent in one period are
        surely so
    .subtitle =
        How many times as often a word stands in one of { $words-periods } { $words-periods ->
            [one] period
           *[other] periods
        } as in the others, with { $level } intervals; { $words-count } { $words-count ->
            [one] word
           *[other] words
        }
    .alt =
        One row per word, grouped by { $words-periods } { $words-periods ->
            [one] period
           *[other] periods
        }: how many times as often it is used as in the others, with { $level } intervals, of
        { $words-count } { $words-count ->
            [one] word
           *[other] words
        }; for { $words-found } of { $words-candidates } more frequent words the interval lies above
        zero.
    .note =
        Words with at least { $min_n } { $min_n ->
            [one] occurrence
           *[other] occurrences
        }, in at least { $min_documents } { $min_documents ->
            [one] document
           *[other] documents
        } of the period, at most { $top } for each. Among so many words a few stand out by chance.
    .how =
        Log ratio with half an occurrence added to each side; intervals from the variance that
        drawing documents gives each count.
    .filter = { filter }

statement-period-words =
    Of { $words-candidates } { $words-candidates ->
        [one] word that stands
       *[other] words that stand
    } more often in one of { $words-periods } { $words-periods ->
        [one] period
       *[other] periods
    } than in the others, { $words-found } { $words-found ->
        [one] does
       *[other] do
    } so beyond what the choice of documents explains.

no-word-marks =
    { $words-periods ->
        [0] No document with words has a year, so there are no periods to compare.
        [1] All words with a year stand in one period, so there is none to compare it with.
       *[other] { $words-candidates ->
            [0] No word with at least { $words-least } { $words-least ->
                [one] occurrence
               *[other] occurrences
            }, in at least { $words-least-documents } { $words-least-documents ->
                [one] document
               *[other] documents
            } of a period, stands more often in one of { $words-periods } periods than in the others.
            [one] One word stands more often in one of { $words-periods } periods than in the
                others, and not beyond what the choice of documents explains.
           *[other] Of { $words-candidates } words that stand more often in one of { $words-periods }
                periods than in the others, none does so beyond what the choice of documents
                explains.
        }
    }

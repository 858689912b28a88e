# What does each text foresee, and which past does it argue from?

filter-dated = events with a year that the text supports

foreseen =
    .title =
        { $free ->
            [yes] { WORDS($ahead-free, case: "capital") } of { WORDS($ahead-count) }
                { $ahead-count ->
                [one] forecast names
               *[other] forecasts name
            } no condition
           *[no] { WORDS($ahead-count, case: "capital") } { $ahead-count ->
                [one] forecast, on a condition
               *[other] forecasts, each on a condition
            }
        }
    .subtitle =
        Where { $ahead-texts ->
            [one] a text sees
           *[other] the texts see
        } the tie heading, one mark for each forecast ({ $ahead-count } in all)
    .alt =
        A row for each text, a column for each direction: { $ahead-count } marks with how certain
        the author is and on which condition; { $ahead-free } name none.
    .note =
        What an author calls unlikely stands in the column that is said not to come.
        { foreseen-undated } Whether one came true is no part of this report.
foreseen-undated =
    { WORDS($ahead-undated, case: "capital", zero: "none") } of { WORDS($ahead-count) }
    { $ahead-count ->
        [one] forecast says
       *[other] forecasts say
    } not by when.

called-up =
    .title =
        { $exact ->
            [yes] The earliest year printed: { $past-year-doc_id }, in { $name-doc_id }
           *[no] The past that the texts call up: { $past-shown } dated { $past-shown ->
                [one] event
               *[other] events
            }
        }
    .subtitle =
        Year of each dated event that a text names, { $past-shown } of { $past-count }
        { $past-count ->
            [one] mention
           *[other] mentions
        }
    .alt =
        One line of years for each text with { $past-shown } dated { $past-shown ->
            [one] event
           *[other] events
        } as dots, ranges as bars, and a bar for the year of the text itself.
    .note =
        Filled: the text prints the year; open: it follows from a date that it prints. { $ranged }
past-range =
    Without an exact year: { $past-range-doc_id } in { $name-doc_id }, between
    { $past-range-low-doc_id } and { $past-range-high-doc_id } years before the text.

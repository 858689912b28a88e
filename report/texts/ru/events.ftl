# Which past, and which future?

filter-events = events named in the body
filter-dated = events with a year that the text supports

reach-back =
    .title =
        { $exact ->
            [yes] { $name-doc_id } reaches{ $texts-count ->
                [one] { "" }
               *[other] { " " }furthest
            } back by an exact year: { $reach_back-max-doc_id } { $reach_back-max-doc_id ->
                [one] year
               *[other] years
            }
           *[no] The past that the texts call up: { $events-shown } dated { $events-shown ->
                [one] event
               *[other] events
            }
        }
    .subtitle =
        Year of each dated event that a text names, { $events-shown } of { $events-count }
        { $events-count ->
            [one] event
           *[other] events
        }; bar: the year of the text
    .alt =
        One line of years per text with { $events-shown } { $events-shown ->
            [one] dated event
           *[other] dated events
        } as dots, ranges as bars, earlier centuries behind a break in the axis, and a bar for the
        year of the text itself. Events without a year: { $events-undated }.

reach-of-text =
    { $name-doc_id }: of the { N($reach_back-median-doc_id) } events whose year it prints, half lie
    within { $reach_back-median-doc_id } { $reach_back-median-doc_id ->
        [one] year
       *[other] years
    } of the text{ $exact ->
        [yes] , the earliest exact year { $reach_back-max-doc_id } { $reach_back-max-doc_id ->
            [one] year
           *[other] years
        } back
       *[no] { "" }
    }.
reach-range =
    { $name-doc_id }, without an exact year: { $events-range-doc_id }, between
    { $events-range-low-doc_id } and { $events-range-high-doc_id } years back.

forecasts-counted =
    { WORDS($forecasts-count, case: "capital") } { $forecasts-count ->
        [one] forecast
       *[other] forecasts
    }; { WORDS($forecasts-undated, zero: "none") } with a horizon left open,
    { WORDS($forecasts-open, zero: "none") } with neither condition nor horizon.
forecasts =
    .title = What the authors expect
    .col-name = Text
    .col-gist = Expectation, in our words
    .col-forecast = Direction
    .col-forecast_condition = Condition
    .col-forecast_certainty = Certainty

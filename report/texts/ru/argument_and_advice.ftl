# How do they argue, and what do they advise?

need-advice =
    No text of this corpus gives advice. To change that, give the code for advice its mark
    (advice = true) in codebook.toml, or code the claims that advise.

arcs-in-short =
    .title =
        { $conceding ->
            [yes] { $several ->
                [yes] { $name-doc_id } concedes the largest share of its claims:
                    { $course-conceded-doc_id }
               *[no] { $name-doc_id } concedes { $course-conceded-doc_id } of its claims
            }
           *[no] How the balance runs through { $course-claims } claims
        }
    .subtitle =
        Binding minus dividing claims so far, in percent of the claims of each text
        ({ $course-claims } in all)
    .alt =
        { WORDS($course-texts, case: "capital") } { $course-texts ->
            [one] panel
           *[other] panels, one for each text
        }: a stepped line that goes up with each binding claim and down with each dividing one,
        from the first to the last of { $course-claims } claims, with conceded stretches shaded.
    .note =
        Shaded: conceded, granted by the author before a point of the author’s own.{ $turning ->
            [yes] { " " }Turn: from here on a text moves to its end.
           *[no] { "" }
        } { $heard }
others-heard =
    { $any ->
        [yes] { $apart ->
            [yes] Other voices make { $course-others-doc_id } of the claims in { $name-most }, and
                { $fewest } in { $name-least }.
           *[no] Other voices make { $course-others-doc_id } of the claims in each text.
        }
       *[no] Every claim is made in its author’s own voice.
    }

pressure =
    .title =
        { WORDS($course-pressure, case: "capital", zero: "none") } of
        { WORDS($course-advice) } { $course-advice ->
            [one] recommendation asks
           *[other] recommendations ask
        } for pressure
    .subtitle = One dot for each recommendation, by text and addressee
    .alt =
        Dots on a scale from coercing to rewarding, one row for each text and addressee:
        { $course-pressure } of { $course-advice } { $course-advice ->
            [one] recommendation lies
           *[other] recommendations lie
        } on the side of pressure.
    .note =
        Filled: said openly; half: with a hedge; open: between the lines.{ $used ->
            [yes] { " " }Of { $course-named } uses of a reason in the advice, { $course-on_rifts }
                work on one that the same text says divides the two.
           *[no] { "" }
        }
advice-in-full =
    .title =
        { WORDS($course-told, case: "capital") } of { WORDS($course-every) } { $course-every ->
            [one] recommendation
           *[other] recommendations
        }, in our words
    .col-name = Text
    .col-to = To
    .col-gist = What it should do
    .col-place = Place
    .note = The authors advise; this report does not.

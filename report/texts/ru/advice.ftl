# Who should do what?

need-advice =
    No text of this corpus gives advice, so this chapter steps aside. To change that, give the code
    for advice its mark (advice = true) in codebook.toml, or code the claims that advise.

advised =
    { $advice-texts ->
        [1] { WORDS($advice-texts, case: "capital") } text gives advice: { $advice-count }
            { $advice-count ->
                [one] recommendation
               *[other] recommendations
            }.
       *[other] { WORDS($advice-texts, case: "capital") } texts give advice, { $advice-count }
            { $advice-count ->
                [one] recommendation
               *[other] recommendations
            } in all, { $advice-count-doc_id } of them in { $name-doc_id }.
    }{ $advice-none ->
        [some] { " " }Without advice: { $advice-none }.
       *[none] { "" }
    }

addressees =
    .title = To whom each text speaks
    .col-name = Text
    .col-who = Addressee
    .col-n = Recommendations

strategy =
    .title =
        Recommendations that ask for pressure: { $advice-pressure } of { $advice-count }
    .subtitle = One dot per recommendation; filled: explicit, half: hedged, hollow: implicit
    .alt =
        Dots on a scale from coerce to reward, one row per text with advice: { $advice-count }
        { $advice-count ->
            [one] recommendation
           *[other] recommendations
        }, { $advice-pressure } on the side of pressure, { $advice-implicit } only implied.

levers-elsewhere =
    Of { $levers-all } { $levers-all ->
        [one] recommendation
       *[other] recommendations
    }, { $levers-named } use a reason of the codebook’s list; the reason is one that their own text
    never says divides the two in { WORDS($levers-elsewhere, zero: "none") }.
levers =
    .title = What the advice uses, and what the text says that reason does
    .col-name = Text
    .col-reason = Reason
    .col-advice = Advice using it
    .col-dividing = Claims: divides
    .col-binding = Claims: binds

advice-register =
    .title =
        { WORDS($advice-count, case: "capital") } { $advice-count ->
            [one] recommendation
           *[other] recommendations
        }
    .col-name = Text
    .col-addressee = To
    .col-gist = What is advised
    .col-instrument = With
    .col-goal = End
    .col-explicitness = How

# What do they call it?

filter-labels = labels of the pair, all places and voices
filter-title-and-body = title, and body sentences about the pair
filter-mentions = mentions about the pair

statement-labels =
    { $labels-texts ->
        [one] The leading word for the relationship in the title { $labels-differ ->
            [0] is
           *[other] differs from
        } the one that the author’s own sentences settle on.
       *[other] In { WORDS($labels-differ, zero: "none") } of { WORDS($labels-texts) } texts the
            leading word for the relationship in the title differs from the one that the author’s
            own sentences settle on.
    }
title-words-beside =
    In { WORDS($labels-beside, zero: "none") } of { WORDS($labels-beside-of) } { $labels-beside-of ->
        [one] such text
       *[other] such texts
    }, the title with its subtitle holds the author’s word too, beside the leading one.

title-and-body =
    .title = What the title says, and what the author says
    .col-name = Text
    .col-title = Title
    .col-title_labels = Family
    .col-body = Body
    .col-body_label = Family
    .col-body_use = Use in the body

label-timeline =
    .title =
        { $share ->
            [fewer] Authors assert fewer than half of the names they mention
            [half] Authors assert half of the names they mention
           *[most] Authors assert most of the names they mention
        }
    .subtitle =
        Every name for the relationship in { $labels-texts } { $labels-texts ->
            [one] text
           *[other] texts
        }, { $labels-pair } { $labels-pair ->
            [one] mention
           *[other] mentions
        }; filled: asserted by the author in the body ({ $labels-own })
    .alt =
        Timeline of { $labels-pair } { $labels-pair ->
            [one] mention
           *[other] mentions
        } of names for the relationship in { $labels-texts } { $labels-texts ->
            [one] text
           *[other] texts
        }, titles and headings above, body below; asserted by the author in the body:
        { $labels-own }; the others are reported, questioned, denied or written by editors.
    .note =
        { $several ->
            [yes] { "" }
           *[no] Labels were coded once, so their agreement is not known.
        }

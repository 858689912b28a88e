# Which reasons bind, and which divide?

reasons-compared =
    .title =
        { $several ->
            [yes] Furthest apart on { $apart-reason }: { $side ->
                    [binding] a bond in { $apart-more-share }
                    [dividing] a divider in { $apart-more-share }
                   *[all] { $apart-more-share }
                } of the claims of { $apart-more }, in { $none ->
                    [yes] none
                   *[no] { $apart-less-share }
                } of { $apart-less }
           *[no] { CAPITAL($apart-reason) }: { $apart-more-claims } of the { $apart-claims } claims of { $apart-more }
        }
    .subtitle =
        Share of a text’s claims by the reason that each gives{ $valued ->
            [yes] , dividing to the left and binding to the right
           *[no] { "" }
        }{ $several ->
            [yes] ; the reasons on which the texts differ most come first
           *[no] { "" }
        }
    .alt =
        Bars for { $apart-reasons } reasons in { WORDS($apart-texts) } { $apart-texts ->
            [one] text
           *[other] texts
        }, { $apart-claims } claims in all. First stands { $apart-reason }, which
        { $side ->
            [binding] is a bond in
            [dividing] is a divider in
           *[all] takes
        } { $apart-more-share } of the claims of { $apart-more }{ $several ->
            [yes] { " " }and { $none ->
                    [yes] none
                   *[no] { $apart-less-share }
                } of those of { $apart-less }
           *[no] { "" }
        }.
    .note =
        { $several ->
            [yes] A bracket would join two texts whose difference on a reason is clear after the correction. One scale for all texts.
           *[no] { "" }
        }
    .how =
        Claims that name no reason count in the share and have no row. How far two texts are apart
        on a reason: the difference of their shares, summed over both sides.
apart-mark =
    { $none ->
        [yes] none in { $apart-less }
       *[no] { $apart-less-share } in { $apart-less }
    }
apart-leads-in = { $reasons } in { $where }
apart-leads =
    { $side ->
        [binding] What binds most: { CLAUSES($listed) }.
        [dividing] What divides most: { CLAUSES($listed) }.
       *[all] The commonest reason: { CLAUSES($listed) }.
    }
apart-clear-one =
    { $reason } { $side ->
        [binding] as what binds
        [dividing] as what divides
       *[all] { "" }
    }, { $start } to { $stop }
apart-clear =
    { $tested ->
        [yes] { $apart-clear ->
                [0] Read the bars as counts of these texts: of the { $apart-tested } differences between texts
                    that can be tested, none is clear.
                [one] Of { $apart-tested } differences between texts that can be tested, one is clear: { CLAUSES($listed) }.
               *[other] Of { $apart-tested } differences between texts that can be tested, { WORDS($apart-clear) }
                    are clear: { CLAUSES($listed) }.
            }
       *[no] The texts are too short for any of these differences to be tested.
    }

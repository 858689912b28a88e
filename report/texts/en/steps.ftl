# What changes from text to text.

need-comparisons =
    This corpus has no two texts to compare, so this chapter steps aside. To change that, add a
    text of several paragraphs: one that is too short to resample is never compared.

statement-mix =
    { $steps-count ->
        [one] From one text to the other the mix of reasons differs by { $steps-mix-beyond ->
            [0] no more
           *[other] more
        } than a random split of the paragraphs would give.
       *[other] From text to text the mix of reasons differs by more than a random split of the
            paragraphs would give in { WORDS($steps-mix-beyond, zero: "none") } of
            { WORDS($steps-count) } comparisons.
    }

step-tests =
    .title =
        { $steps-mix-list ->
            [some] Reasons further apart than chance would put them: { $steps-mix-list }
           *[none] { $steps-count ->
                [one] The reasons are no further apart than chance would put them
               *[other] In no comparison are the reasons further apart than chance would put them
            }
        }
    .subtitle =
        Distance between the mixes of reasons of two texts, and where random splits of their
        paragraphs put it; { $steps-count } { $steps-count ->
            [one] comparison
           *[other] comparisons
        } of { $steps-claims } { $steps-claims ->
            [one] claim
           *[other] claims
        }
    .alt =
        One row for each of { $steps-count } { $steps-count ->
            [one] comparison
           *[other] comparisons
        } between two texts: a histogram of the distances that random splits of their paragraphs
        give, and a mark at the distance found, filled where it is clear of chance.
        { $steps-claims } { $steps-claims ->
            [one] claim
           *[other] claims
        } in all. Clear of chance: { $steps-mix-list }.
    .note = p: adjusted for the number of comparisons.
    .how =
        Jensen–Shannon divergence in bits; null: paragraph groups of the two texts dealt out at
        random, { $draws } times, seed { $seed }; p adjusted by Holm over { $steps-count }.

statement-balance =
    The balance of binding and dividing claims { $steps-count ->
        [one] { $steps-net-clear ->
            [0] does not differ clearly
           *[other] differs clearly
        }
       *[other] differs clearly in { WORDS($steps-net-clear, zero: "none") } of
            { WORDS($steps-count) } comparisons
    }. From { $name-from } to { $name-to } it differs by { $steps-net-largest } ({ $level } interval
    { INTERVAL($steps-net-largest) }){ $known ->
        [yes] , { $steps-net-reach ->
            [more] more
           *[less] less
        } than two such texts can resolve ({ $steps-net-smallest }).
       *[no] ; between texts so short no difference could be shown.
    }

slopes =
    .title = What binds and what divides, from text to text
    .subtitle =
        Share of each text’s claims that bind (solid, { $slopes-binding } in all) or divide
        (dashed, { $slopes-dividing }), by { $grouped ->
            [yes] group of reasons
           *[no] reason
        }, with { $level } intervals
    .alt =
        Small panels, one per group of reasons. Each shows, for the texts compared in
        { WORDS($steps-count) } { $steps-count ->
            [one] step
           *[other] steps
        } on a true date axis, the share of claims that bind ({ $slopes-binding } in all) and the
        share that divide ({ $slopes-dividing }) for reasons of the group, with { $level }
        intervals; other groups in grey.
    .how =
        Claims of the group and side / all claims of the text; { $draws } draws of paragraph
        groups, seed { $seed }.
slopes-sides =
    .binding = binding
    .dividing = dividing
slopes-counted =
    Counted here: { $slopes-binding } { $slopes-binding ->
        [one] claim that binds
       *[other] claims that bind
    } the two and { $slopes-dividing } { $slopes-dividing ->
        [one] claim that divides
       *[other] claims that divide
    } them.

dumbbells =
    .title =
        Of { WORDS($changes-count) } { $changes-count ->
            [one] difference
           *[other] differences
        } in the share of a reason, { WORDS($changes-clear, zero: "none") } { $changes-clear ->
            [one] stands
           *[other] stand
        } clear of the noise
    .subtitle =
        Share of claims per reason in the earlier and the later text, { WORDS($changes-steps) }
        { $changes-steps ->
            [one] step
           *[other] steps
        }; the largest differences
    .alt =
        For { WORDS($changes-steps) } { $changes-steps ->
            [one] step
           *[other] steps
        } from text to text, the reasons with the largest differences in their share of claims,
        from the earlier to the later text, with { $level } intervals. Of { $changes-count }
        { $changes-count ->
            [one] difference
           *[other] differences
        } { WORDS($changes-clear, zero: "none") } { $changes-clear ->
            [one] is
           *[other] are
        } clear of the noise, and { WORDS($changes-shown, zero: "none") } { $changes-shown ->
            [one] is
           *[other] are
        } so within coding error.
    .how =
        Difference of shares; { $draws } permutations of paragraph groups, Holm over all
        { $comparisons } comparisons; seed { $seed }.

# How the balance differs.
net-verdicts =
    .unclear = no clear difference
    .clearly-more = clearly more binding
    .clearly-less = clearly less binding
    .within-more = more binding, within coding error
    .within-less = less binding, within coding error
moved = { $reason } ({ $points } points)
no-single-reason = no single reason
moves =
    From { $name-from } to { $name-to }: { $gains ->
        [yes] more of { $step-from-to-gains }{ $losses ->
            [yes] ; less of { $step-from-to-losses }
           *[no] { "" }
        }
       *[no] { $losses ->
            [yes] less of { $step-from-to-losses }
           *[no] no single reason stands out
        }
    }{ $signed ->
        [yes] ; net balance: { $step-from-to-net-verdict } ({ $step-from-to-net }, { $level }
            interval { INTERVAL($step-from-to-net) }).
       *[no] .
    }

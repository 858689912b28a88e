# What changes from text to text.

need-comparisons =
    This corpus has no two texts to compare, so this chapter steps aside. To change that, add a
    text of several paragraphs: one that is too short to resample is never compared.

statement-mix-from-to =
    { $name-from } and { $name-to } give their reasons in different proportions: paragraphs dealt
    out at random are seldom as far apart (p { $step-from-to-divergence-p }). { $alike ->
        [yes] It stays so where neighbouring paragraphs are taken to be alike
            (p { $step-from-to-divergence-p_alike }, before correction).
       *[no] Where neighbouring paragraphs are taken to be alike, it is open
            (p { $step-from-to-divergence-p_alike }).
    }
statement-mix =
    { $steps-mix-tested ->
        [1] The two texts compared
       *[other] No two of the texts compared
    } { $steps-mix-tested ->
        [1] give
       *[other] give
    } { $steps-mix-tested ->
        [1] no reasons in proportions that chance could not have dealt.
       *[other] their reasons in proportions that chance could not have dealt.
    }
mix-open = Not decided by these texts: { $steps-mix-open }.
mix-untested = The texts have too few paragraphs for a test of their reasons.

step-tests =
    .title =
        { $steps-mix-list ->
            [some] Reasons further apart than chance would put them: { $steps-mix-list }
           *[none] { $tested ->
                [yes] { $steps-count ->
                    [one] The reasons are no further apart than chance would put them
                   *[other] In no comparison are the reasons further apart than chance would put
                        them
                }
               *[no] The texts are too short to tell their reasons apart
            }
        }
    .subtitle =
        How far apart the reasons of two texts are, as a multiple of what chance gives on average;
        { $steps-count } { $steps-count ->
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
        } between two texts: a histogram of the distances that random permutations of their paragraphs
        give, and a mark at the distance found, filled where it is clear of chance.
        { $steps-claims } { $steps-claims ->
            [one] claim
           *[other] claims
        } in all. Clear of chance: { $steps-mix-list }.
    .note = p: adjusted for the number of comparisons.
    .how =
        Permuted, studentised, weighted chi-square of the shares of reasons: paragraphs weigh less
        the more alike their claims are, and whole paragraphs are dealt until p is known well enough
        to be called; seed { $seed }; p adjusted by Holm over { $steps-count }. Divergences
        (Jensen–Shannon, bits), p before adjustment and its Monte Carlo limits are in the data.

statement-balance-from-to =
    From { $name-from } to { $name-to } the balance of binding and dividing claims differs by
    { $step-from-to-net } ({ $level } interval { INTERVAL($step-from-to-net) }). { $alike ->
        [yes] It stays clear of zero where neighbouring paragraphs are taken to be alike.
       *[no] Where neighbouring paragraphs are taken to be alike, it is open.
    }
statement-balance =
    { $steps-net-tested ->
        [1] The balance of binding and dividing claims does not differ clearly between the two
            texts.
       *[other] In no comparison of two texts does the balance of binding and dividing claims
            differ clearly.
    } The largest difference, from { $name-from } to { $name-to }, is { $steps-net-largest }
    ({ $level } interval { INTERVAL($steps-net-largest) }){ $off ->
        [yes] , and not clear among { WORDS($steps-net-tested) } comparisons.
       *[no] .
    }
balance-untested = The texts have too few paragraphs for a test of their balance.
balance-ways =
    .plain = as they stand
    .alike = neighbours alike
balance-ends =
    .less = later text divides more
    .more = later text binds more
balance-steps =
    .title =
        { $steps-net-list ->
            [some] The balance differs clearly: { $steps-net-list }
           *[none] { $steps-count ->
                [one] The balance of the two texts does not differ clearly
               *[other] In no comparison does the balance differ clearly
            }
        }
    .subtitle =
        Difference in net balance between two texts, with { $level } intervals;
        { $steps-count } { $steps-count ->
            [one] comparison
           *[other] comparisons
        }
    .alt =
        Dots with { $level } intervals for { $steps-count } { $steps-count ->
            [one] comparison
           *[other] comparisons
        } of two texts, from the later text dividing more to the later text binding more, each as it
        stands and with neighbouring paragraphs taken to be alike. The largest difference is
        { $steps-net-largest }, from { $name-from } to { $name-to }. Clear among all:
        { $steps-net-list }.
    .note =
        n: claims of both texts that bind or divide. Clear: p adjusted for the number of
        comparisons.
    .how =
        Intervals of the two shares on effective sizes (Wilson), combined (MOVER); p is the level
        at which a limit touches zero, adjusted by Holm over { $steps-net-tested }.

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
        Claims of the group and side / all claims of the text; Wilson intervals on effective sizes,
        the correlation within paragraphs taken over all groups and sides.
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
        { $changes-count ->
            [0] The texts are too short to tell shares of a reason apart
           *[other] Of { WORDS($changes-count) } { $changes-count ->
                [one] difference
               *[other] differences
            } in the share of a reason, { WORDS($changes-clear, zero: "none") } { $changes-clear ->
                [one] stands
               *[other] stand
            } clear among so many
        }
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
        from the earlier to the later text, with { $level } intervals. Of { $changes-count } tested
        { $changes-count ->
            [one] difference
           *[other] differences
        } { WORDS($changes-clear, zero: "none") } { $changes-clear ->
            [one] is
           *[other] are
        } clear among all of them, and { WORDS($changes-shown, zero: "none") } { $changes-shown ->
            [one] is
           *[other] are
        } so taken singly.
    .how =
        Intervals of the two shares on effective sizes (Wilson), combined (MOVER); p is the level
        at which a limit touches zero, adjusted by Holm over { $changes-count }. Coding error is
        not in them.

moved = { $reason } ({ $points } points)
no-single-reason = no reason
moves =
    from { $name-from } to { $name-to } { $gains ->
        [yes] { $step-from-to-gains } { $losses ->
            [yes] against { $step-from-to-losses }
           *[no] { "" }
        }
       *[no] { $losses ->
            [yes] { $step-from-to-losses }
           *[no] nothing
        }
    }{ $step-from-to-clear ->
        [0] { "" }
       *[other] { " " }(clear among all compared: { $step-from-to-clear })
    }
all-moves = What gains and loses most: { CLAUSES($moves) }.

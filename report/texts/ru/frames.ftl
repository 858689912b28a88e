# Which frames, and when: shares and balance by period, with documents drawn for how sure they are.

need-one-code-a-claim =
    Some claims of this corpus have several frames at once, so this chapter steps aside. To change
    that, give each frame a claim of its own.
need-frames-in-periods =
    No claim that counts has a frame and a year, so this chapter steps aside. To change that, give
    the documents their dates, and check whose claims count.

# What is left beside the frames shown by name.
other-frames = other frames

statement-frames =
    { $frames-periods ->
        [1] In the one period
       *[other] Over all periods
    } { $frames-first } { $frames-first ->
        [some] are the most frequent frames, each with
       *[other] is the most frequent frame, with
    } { $frames-first-share } of { $frames-claims } { $frames-claims ->
        [one] claim
       *[other] claims
    }.

frames-by-period =
    .title =
        { CAPITAL($frames-first) } { $frames-first ->
            [some] { $frames-periods ->
                [1] are the most frequent frames
               *[other] lead over all periods
            }
           *[other] { $frames-periods ->
                [1] is the most frequent frame
               *[other] leads over all periods
            }
        }
    .subtitle =
        Share of the claims of each period, in percent: { $frames-shown } of { $frames-all }
        { $frames-all ->
            [one] frame
           *[other] frames
        } by name, { $frames-claims } { $frames-claims ->
            [one] claim
           *[other] claims
        } of { $frames-documents } { $frames-documents ->
            [one] document
           *[other] documents
        }
    .alt =
        Matrix of { $frames-shown } { $frames-shown ->
            [one] frame
           *[other] frames
        }{ $others ->
            [yes] { " " }and all others
           *[no] { "" }
        } by { $frames-periods } { $frames-periods ->
            [one] period
           *[other] periods
        }; each cell prints the share of the period’s claims in percent, { $frames-claims }
        { $frames-claims ->
            [one] claim
           *[other] claims
        } of { $frames-documents } { $frames-documents ->
            [one] document
           *[other] documents
        } in all. Most frequent: { $frames-first } with { $frames-first-share }.
    .note =
        A blank cell: less than half a percent. The first and the last period may be covered in
        part.
    .how =
        Claims of the frame / coded claims of the period. Evidence: all claims of { $sample }
        { $sample ->
            [one] document
           *[other] documents
        } drawn from each period, seed { $seed }.

statement-frames-mover =
    Between periods { $frames-mover } differs most: its share lies between { $frames-mover-low } and
    { $frames-mover-high }.

frames-sure =
    .title =
        { $frames-periods ->
            [1] How sure the shares of the period are
           *[other] Between periods { $frames-mover } differs most
        }
    .subtitle =
        Share of the claims of each period, with { $level } intervals; other frames in grey
    .alt =
        Small panels, one for each of { $frames-shown } { $frames-shown ->
            [one] frame
           *[other] frames
        }: its share of the claims in { $frames-periods ->
            [1] the one period
           *[other] each of { $frames-periods } periods
        } with { $level } intervals, the others in grey; { $frames-claims } { $frames-claims ->
            [one] claim
           *[other] claims
        } of { $frames-documents } { $frames-documents ->
            [one] document
           *[other] documents
        }. Widest apart: { $frames-mover }, from { $frames-mover-low } to { $frames-mover-high }.
    .how =
        Documents drawn with Poisson weights, { $draws } draws, seed { $seed }; percentile
        intervals.

net-by-period =
    .title =
        { $frames-periods ->
            [1] The balance of the period is { $net-low }
           *[other] The balance of the periods lies between { $net-low } and { $net-high }
        }
    .subtitle =
        Binding minus dividing claims, as a share of both, { $net-claims } { $net-claims ->
            [one] claim
           *[other] claims
        }, with { $level } intervals
    .alt =
        One dot with a { $level } interval for { $frames-periods ->
            [1] the one period
           *[other] each of { $frames-periods } periods
        }, from all dividing to all binding, { $net-claims } { $net-claims ->
            [one] claim
           *[other] claims
        } in all: the balance lies between { $net-low } and { $net-high }.
    .how =
        (binding − dividing) / (binding + dividing); documents drawn with Poisson weights, { $draws }
        draws, seed { $seed }.

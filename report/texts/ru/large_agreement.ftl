# Can the codes be reproduced: agreement of coders on any number of claims.

filter = claims coded by several coders, before any discussion
coded-twice = claims coded by two coders or more

no-coefficient =
    No claim has the codes of two coders, or all claims got the same code, so there is nothing to
    measure agreement by.

statement-agreement =
    { $agreement-all ->
        [1] Coding quality: alpha of { $agreement-worst } is { $agreement-worst-alpha } ({ $level }
            interval { INTERVAL($agreement-worst-alpha) })
       *[other] Coding quality: { $agreement-worst } agrees least (alpha { $agreement-worst-alpha },
            { $level } interval { INTERVAL($agreement-worst-alpha) })
    }, among { WORDS($coders-count) } { $coders-count ->
        [one] coder
       *[other] coders
    } on { $agreement-claims } { $agreement-claims ->
        [one] claim
       *[other] claims
    }.

reproduced =
    .title =
        { $agreement-rely } of { $agreement-all } { $agreement-all ->
            [one] variable
           *[other] variables
        } can be relied on
    .subtitle =
        Krippendorff’s alpha of { WORDS($coders-count) } { $coders-count ->
            [one] coder
           *[other] coders
        } on { $agreement-claims } { $agreement-claims ->
            [one] claim
           *[other] claims
        }, with { $level } intervals
    .alt =
        One row per variable with its alpha and { $level } interval, { $coders-count }
        { $coders-count ->
            [one] coder
           *[other] coders
        } on { $agreement-claims } { $agreement-claims ->
            [one] claim
           *[other] claims
        }; { $agreement-rely } of { $agreement-all } lie above the upper mark. Weakest:
        { $agreement-worst }, { $agreement-worst-alpha }.
    .how =
        Alpha from the patterns of codes that claims got; documents redrawn { $draws } times, seed
        { $seed }. Coin tossers keep each coder’s share of codes, and who coded what.
    .filter = { coded-twice }

taken-for =
    .title =
        { $parted ->
            [yes] Coders most often part on { $confusion-first } and { $confusion-second }
           *[no] Coders never give one claim different frames
        }
    .subtitle =
        Of the codes that met the frame of the row, how many in a hundred were that of the column;
        { WORDS($coders-count) } { $coders-count ->
            [one] coder
           *[other] coders
        }, { $agreement-claims } { $agreement-claims ->
            [one] claim
           *[other] claims
        }
    .alt =
        Square matrix of frames by frames in percent of the row: the diagonal holds agreement of
        { $coders-count } { $coders-count ->
            [one] coder
           *[other] coders
        } on { $agreement-claims } { $agreement-claims ->
            [one] claim
           *[other] claims
        }.{ $parted ->
            [yes] { " " }The largest count off the diagonal is { $confusion-first } against
                { $confusion-second }.
           *[no] { "" }
        }
    .filter = { coded-twice }

# Who says what, and when? Shares of codes in the whole corpus, in groups and in periods.

need-codes-to-count =
    No claim of this corpus has a code of a variable with a list of codes, so this chapter steps
    aside. To change that, give the codebook a variable with codes.
need-groups-to-compare =
    No column puts the documents of this corpus into groups of enough documents, so this chapter
    steps aside. To change that, name a column: by=outlet.
need-several-periods =
    The documents of this corpus stand in one period or have no date, so this chapter steps aside.
    To change that, give the documents their dates.
need-positions-to-count =
    No variable of this corpus says for or against, so this chapter steps aside. To change that,
    give the codebook a valence with its codes.

filter-weighted = weighted by { $column }
filter-mean = mean of the coders

of-what = { $sets ->
        [yes] documents
       *[no] coded claims
    }

series =
    .documents = documents redrawn
    .coders = coders redrawn too

statement-groups-first =
    The most frequent code is { $groups-first }: it stands in { $nearly ->
        [yes] nearly all
       *[no] { $groups-first-share }
    } of the { $sets ->
        [yes] { $groups-documents } { $groups-documents ->
            [one] document
           *[other] documents
        }, as the mean of the coders has it
       *[no] { $groups-counted } coded { $groups-counted ->
            [one] claim
           *[other] claims
        } of { $groups-documents } { $groups-documents ->
            [one] document
           *[other] documents
        }
    }.

overall =
    .title = { $groups-first } is the most frequent of { $groups-codes-all } { $groups-codes-all ->
            [one] code
           *[other] codes
        }
    .subtitle =
        Share of the { $sets ->
            [yes] { $groups-documents } documents in which a code stands
           *[no] { $groups-counted } coded claims that have a code
        }, { $groups-codes } { $groups-codes ->
            [one] code
           *[other] codes
        }, with { $level } intervals
    .alt =
        One dot with { $coders ->
            [yes] two { $level } intervals
           *[no] a { $level } interval
        } for each of { $groups-codes } { $groups-codes ->
            [one] code
           *[other] codes
        }, from none to all of { $groups-documents } { $groups-documents ->
            [one] document
           *[other] documents
        }. Highest: { $groups-first } with { $groups-first-share }.
    .how =
        { $sets ->
            [yes] Value of a document: the mean of its coders; share: the mean of the documents.
           *[no] Claims with the code / coded claims.
        } Documents redrawn with Poisson weights, { $draws } draws, seed { $seed }{ $coders ->
            [yes] { "; the wider interval redraws the coders too, once for the whole corpus in each draw." }
           *[no] { ". Too few coders read enough documents to be redrawn: the interval holds for these coders only." }
        }

groups-codes-open =
    { $groups-disputed ->
        [none] { $groups-constant ->
            [none] { "" }
           *[some] Hardly any reading differs on { $groups-constant }, so nothing says how far its
                share can be relied on.
        }
       *[some] Coders do not give { $groups-disputed } alike, so { $groups-constant ->
            [none] its share says
           *[some] its share, and that of { $groups-constant }, on which hardly any reading differs,
                says
        } little.
    }

statement-periods =
    { $periods-clear ->
        [0] From { $periods-first } to { $periods-last } no code clearly gains or loses.
        [one] From { $periods-first } to { $periods-last } one code clearly changes its share.
       *[other] From { $periods-first } to { $periods-last } { WORDS($periods-clear) } codes clearly
            change their share.
    }

statement-group-differs-by-group-code =
    { $groups-by-group-name }: { $groups-by-group-code-name } stands in { $groups-by-group-code-share }, { $more ->
        [yes] more
       *[no] less
    } than in all other groups together ({ $groups-by-group-code-rest }).

shares-by-group =
    .title =
        { $groups-by-firm ->
            [0] No difference between groups is firm
            [one] One difference between groups is firm
           *[other] { WORDS($groups-by-firm, case: "capital") } differences between groups are firm
        }{ $groups-by-leaning ->
            [0] { "" }
            [one] { ", one more is leaning" }
           *[other] { ", " }{ WORDS($groups-by-leaning) }{ " more are leaning" }
        }
    .subtitle =
        Share of the { of-what } in percent, by { $groups-by-label }: { $groups-by-count } groups,
        { $groups-by-documents } documents
    .alt =
        Matrix of { $groups-by-count } groups by codes; each cell prints a share in percent. Colour
        says how far the group lies from all others, a frame how sure that is: { $groups-by-firm }
        firm and { $groups-by-leaning } leaning among { $groups-by-compared } cells.
    .note =
        n: documents of the group. Groups of too few documents have no row.
    .how =
        Colour: the share minus that of all other groups, shrunk to zero by its uncertainty. Firm:
        groups dealt at random to the documents reach the difference in less than 5 % of deals after
        Holm over { $groups-by-compared } cells, the interval is clear of zero, and every coder who
        read enough points the same way; leaning: Benjamini-Hochberg instead of Holm. { $coders ->
            [yes] Intervals redraw documents and coders.
           *[no] Intervals redraw documents only: they hold for these coders.
        } { $draws } draws, seed { $seed }.

group-distances =
    .title =
        { $distances-by-beyond ->
            [0] No two groups lie further apart than chance would put them
            [one] One pair of groups lies further apart than chance would put it
           *[other] { WORDS($distances-by-beyond, case: "capital") } pairs of groups lie further apart than chance would put them
        }
    .note =
        Groups by { $by }, largest first; { $distances-by-pairs } { $distances-by-pairs ->
            [one] pair
           *[other] pairs
        } compared{ $listed ->
            [yes] { ", the furthest are listed" }
           *[no] { "" }
        }. Distance: how far the shares of a code lie apart, the mean over all codes. Chance: what
        95 % of random deals of the same documents stay below. Holm over all pairs.
    .col-a = Group
    .col-b = and group
    .col-distance = Distance
    .col-low = from
    .col-high = to
    .col-chance = Chance
    .col-p_holm = p (Holm)

shares-by-period =
    .title =
        { $periods-clear ->
            [0] From { $periods-first } to { $periods-last } no code clearly gains or loses
            [one] From { $periods-first } to { $periods-last } one code clearly changes its share
           *[other] From { $periods-first } to { $periods-last } { WORDS($periods-clear) } codes clearly change their share
        }
    .subtitle =
        Share of the { of-what } of each period, with { $level } intervals; other codes in grey
    .alt =
        Small panels, one a code: its share in each of { $periods-count } periods with { $level }
        intervals, the others in grey. Clear changes from { $periods-first } to { $periods-last }:
        { $periods-clear } of { $periods-codes }.
    .how =
        Clear: periods dealt at random to the documents of the first and the last period reach the
        change in less than 5 % of deals after Holm over { $periods-codes } codes. { $coders ->
            [yes] Intervals redraw documents and coders.
           *[no] Intervals redraw documents only.
        } { $draws } draws, seed { $seed }.

positions =
    .title = { $time ->
            [yes] For and against, period by period
           *[no] For and against, by { $by }
        }
    .note =
        Claims of each code and position{ $cut ->
            [yes] { "; " }{ $positions-by-shown } of { $positions-by-rows } rows, the most frequent codes first
           *[no] { "" }
        }.
    .col-code = Code
    .col-group = { $time ->
            [yes] Period
           *[no] Group
        }

every-variable =
    .title =
        { WORDS($variables-count, case: "capital") } { $variables-count ->
            [one] variable was coded
           *[other] variables were coded
        }
    .note =
        { $variables-roleless ->
            [0] Share: of the claims that have a code of the variable.
            [one] Share: of the claims that have a code of the variable. One variable has no role: it stands here and under agreement only.
           *[other] Share: of the claims that have a code of the variable. { $variables-roleless } variables have no role: they stand here and under agreement only.
        }{ $cut ->
            [yes] { " " }{ $variables-codes-shown } of { $variables-codes } codes are shown, the most frequent of each variable.
           *[no] { "" }
        }
    .col-variable = Variable
    .col-code = Code
    .col-n = Claims
    .col-share = Share
    .col-documents = Documents

group-words =
    .title = { $words-by-marking ->
            [one] One word surely marks a group
           *[other] { $words-by-marking } words surely mark a group
        }
    .note =
        By { $by }: words that stand more often in one group than in all the others; of each group
        those set apart most surely. Times as often in doublings.
    .col-name = Group
    .col-token = Word
    .col-n_target = Occurrences
    .col-documents = Documents
    .col-log_ratio = Doublings
    .col-low = from
    .col-high = to

# The first page.
need-shares-found =
    No chapter on shares was built, so there is nothing to sum up. To change that, build the whole
    report.

in-short =
    { $short-documents } { $short-documents ->
        [one] document
       *[other] documents
    }{ $dated ->
        [several-years] { " " }from { $short-first } to { $short-last }
        [one-year] { " " }of { $short-first }
       *[no] { "" }
    }, { $short-codes } { $short-codes ->
        [one] code
       *[other] codes
    }, { $short-coders ->
        [0] the codes as they were handed in
        [one] coded by one coder
       *[other] coded by { $short-coders } coders
    }.

in-short-limits =
    { $alone ->
        [yes] There is one coding only, so nothing says whether another coder would have given the
            same codes.
       *[no] How far the coders agree stands in the chapter on agreement, and decides what is
            charted.
    } Groups and periods are compared as these documents have them: nothing here says how the
    documents were chosen.

corpus-notes =
    .title = What to know before these numbers are used
    .note =
        { $cut ->
            [yes] { $notes-shown } of { $notes-count } notes; `frameline check` lists the rest.
           *[no] What `frameline check` asks about this corpus, and how it was read.
        }
    .col-note = Note

how-chosen =
    .title = How these texts were chosen
    .note = In the words of the corpus (about.md).
    .col-note = What the corpus says

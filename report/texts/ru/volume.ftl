# How much is there, and when: documents and claims by period.

# What was counted, under a number that no filter of claims stands behind.
all-documents = all documents

statement-volume =
    The corpus holds { $volume-documents } { $volume-documents ->
        [one] document
       *[other] documents
    } with { $volume-all_claims } { $volume-all_claims ->
        [one] claim
       *[other] claims
    }; { $volume-claims } of the claims { $volume-claims ->
        [one] is
       *[other] are
    } counted in this report.

undated =
    Without a year, and so in no period: { $volume-undated-documents }
    { $volume-undated-documents ->
        [one] document
       *[other] documents
    } and { $volume-undated-claims } { $volume-undated-claims ->
        [one] claim
       *[other] claims
    }.

fullest-and-emptiest =
    { $volume-periods ->
        [1] All claims with a year stand in { $volume-fullest }
       *[other] { $even ->
            [yes] As many claims in each of { $volume-periods } periods
           *[no] Most claims in { $volume-fullest }, fewest in { $volume-emptiest }
        }
    }

volume =
    .title = { fullest-and-emptiest }
    .col-name = Period
    .col-documents = Documents
    .col-claims = Claims
    .col-each = Claims per document

spread =
    .title = { fullest-and-emptiest }
    .subtitle =
        Share of the { $volume-documents } { $volume-documents ->
            [one] document
           *[other] documents
        } and of the { $volume-claims } counted { $volume-claims ->
            [one] claim
           *[other] claims
        } that fall into each of { $volume-periods } periods
    .alt =
        Two lines over { $volume-periods } periods on a true date axis: the share of
        { $volume-documents } { $volume-documents ->
            [one] document
           *[other] documents
        } and of { $volume-claims } { $volume-claims ->
            [one] claim
           *[other] claims
        } that falls into each. { $even ->
            [yes] All have as many claims.
           *[no] Fullest: { $volume-fullest }; emptiest: { $volume-emptiest }.
        }
# The two lines of the chart.
spread-lines =
    .documents = documents
    .claims = claims

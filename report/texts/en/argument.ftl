# How do they argue?

arcs =
    .title =
        { $texts ->
            [1] Order matters: where the text turns
           *[other] Order matters: where each text turns
        }
    .subtitle =
        Running balance of { $arc-claims } { $core ->
            [yes] core { $arc-claims ->
                [one] claim
               *[other] claims
            }
           *[no] { $arc-claims ->
                [one] claim
               *[other] claims
            }
        }, from the first to the last claim of { WORDS($texts-count) } { $texts-count ->
            [one] text
           *[other] texts
        }
    .alt =
        One panel per text ({ $texts-count } in all, { $arc-claims } { $arc-claims ->
            [one] claim
           *[other] claims
        }): a stepped line that goes up with each binding claim and down with each dividing one,
        conceded stretches shaded, the turning point marked.
    .note =
        { $redrawn ->
            [yes] Band: the same line with the codes of other coders. No resampling: the order is
                the datum.
           *[no] No resampling: the order is the datum.
        }
    .how =
        Running sum of +1 (binding) and −1 (dividing){ $redrawn ->
            [yes] ; band: { $draws } redraws of the codes, seed { $seed }.
           *[no] .
        }

statement-turn =
    { $texts ->
        [1] Of the { N($share_conceded-doc_id) } claims in { $name-doc_id },
            { $share_conceded-doc_id } are
       *[other] { $name-doc_id } grants more than any other text long enough to compare:
            { $share_conceded-doc_id } of its { N($share_conceded-doc_id) } claims are
    } conceded before its own point{ $known ->
        [yes] { " " }({ $level } interval { INTERVAL($share_conceded-doc_id) })
       *[no] { "" }
    }. The running balance is highest ({ $arc-kind-doc_id }) after { $arc-kind-at-doc_id } of the
    text and ends at { $arc-end-doc_id }.{ $ranked ->
        [yes] { " " }With resampled paragraphs it comes first in { $turn-first } of the draws.
       *[no] { "" }
    }

voices =
    .title =
        { $quoting ->
            [yes] { $texts ->
                [1] Who speaks in { $name-doc_id }
               *[other] { $name-doc_id } speaks most through others
            }
           *[no] Every claim is in its author’s own voice
        }
    .subtitle =
        One cell per { $core ->
            [yes] core claim
           *[no] claim
        } in order; lower: the author’s own voice, raised: another’s ({ $claims-count }
        { $claims-count ->
            [one] claim
           *[other] claims
        })
    .alt =
        A strip of cells per text, one for each of { $claims-count } { $claims-count ->
            [one] claim
           *[other] claims
        } in order: on the line in the author’s own voice, raised above it in another’s. Largest
        share of other voices: { $name-doc_id }, { $share_other_voice-doc_id }.

no-other-voices =
    { $texts ->
        [1] The text makes no claim
       *[other] No text makes a claim
    } in another voice than its author’s own.
statement-voices =
    Other voices make { $share_other_voice-doc_id } of the { N($share_other_voice-doc_id) } claims
    in { $name-doc_id }{ $texts ->
        [1] { "" }
       *[other] , more than in any other text long enough to compare
    } ({ $level } interval { INTERVAL($share_other_voice-doc_id) }).{ $ranked ->
        [yes] { " " }With resampled paragraphs it comes first in { $voices-first } of the draws.
       *[no] { "" }
    }

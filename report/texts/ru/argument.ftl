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
            [yes] Band: between the lowest and the highest line of { $machines ->
                [yes] the runs of the model
               *[no] the coders
            }; an error that all share does not show. The order is the datum.
           *[no] The order is the datum.
        }
    .how =
        Running sum of +1 (binding) and −1 (dividing){ $redrawn ->
            [yes] ; a claim that { $machines ->
                [yes] a run
               *[no] a coder
            } lacks adds nothing to its line.
           *[no] .
        }

conceded-most =
    { $texts ->
        [1] Of the { N($share_conceded-doc_id) } claims in { $name-doc_id },
            { $share_conceded-doc_id } are conceded
       *[other] { $every ->
            [yes] { $name-doc_id }
           *[no] Of the texts long enough to compare, { $name-doc_id }
        } has the largest share of claims conceded, { $share_conceded-doc_id } of
            { N($share_conceded-doc_id) }, made
    } before its own point{ $known ->
        [yes] { " " }({ $level } interval { INTERVAL($share_conceded-doc_id) })
       *[no] { "" }
    }. Its running balance is highest after { $arc-kind-at-doc_id } of the text and ends at
    { $arc-end-doc_id }.
statement-turn-doc_id-other =
    { $name-doc_id } grants more before its own point than { $name-other }:
    { $share_conceded-doc_id } of its claims against { $then }.
not-surely-more =
    Whether it also has more than { $kind-open } is open.

voices =
    .title =
        { $quoting ->
            [yes] { $texts ->
                [1] Who speaks in { $name-doc_id }
               *[other] { $every ->
                    [yes] Other voices
                   *[no] Of the texts long enough to compare, other voices
                } have the largest share in { $name-doc_id }
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
others-most =
    Other voices make { $share_other_voice-doc_id } of the { N($share_other_voice-doc_id) } claims
    in { $name-doc_id }{ $texts ->
        [1] { "" }
       *[other] , the largest share of any text{ $every ->
            [yes] { "" }
           *[no] { " " }long enough to compare
        }
    }{ $known ->
        [yes] { " " }({ $level } interval { INTERVAL($share_other_voice-doc_id) }).
       *[no] .
    }
statement-voices-doc_id-other =
    { $name-doc_id } speaks more through others than { $name-other }: { $share_other_voice-doc_id }
    of its claims against { $then }.


functions =
    .title = What the claims of each text do
    .col-name = Text
    .col-n = Claims
    .note = Shares of the claims of each text.
functions-apart =
    { $rows ->
        [none] None of { $functions-tested } differences between texts compared is clear among so
            many.
       *[some] Of { $functions-tested } differences between texts compared, { $functions-clear }
            { $functions-clear ->
                [one] is
               *[other] are
            } clear among so many: { CLAUSES($rows) }.
    }
function-apart =
    { LOWER($function) } ({ $then } in { $name-from }, { $now } in { $name-to }; difference
    { $function-function-from-to }, { $level } interval { INTERVAL($function-function-from-to) })

# What binds, what divides?

ways =
    .all = all voices
    .own = author’s own
    .verdicts = reasons and verdicts
    .no_facts = without bare facts
# What is counted in all of the ways, below a chart of several.
ways-filter =
    { $core ->
        [yes] core
       *[no] all
    } claims{ $voice ->
        [own] , author's own voice
       *[all] { "" }
    }{ $questions ->
        [yes] , questions out
       *[no] { "" }
    }; the ways as named

net-balance =
    .title =
        { $net-known-count ->
            [0] Too few paragraphs to say which side is heavier
           *[other] { $net-flips-count ->
                [0] { $net-ways ->
                    [1] Texts in which more claims bind than divide: { $net-binding-count } of
                        { $net-known-count }
                   *[other] Whatever is counted, { $net-known-count ->
                        [1] one side is heavier
                       *[other] the same side is heavier in each text
                    }
                }
               *[other] { $texts-count ->
                    [1] Which side is heavier depends on what is counted
                   *[other] In { WORDS($net-flips-count) } { $net-flips-count ->
                        [one] text
                       *[other] texts
                    }, which side is heavier depends on what is counted
                }
            }
        }
    .subtitle =
        Net balance of the { $claims-counted } { $core ->
            [yes] core { $claims-counted ->
                [one] claim
               *[other] claims
            }
           *[no] { $claims-counted ->
                [one] claim
               *[other] claims
            }
        } of { $texts-count } { $texts-count ->
            [one] text
           *[other] texts
        }{ $net-ways ->
            [0] { "" }
            [1] { "" }
           *[other] , counted in { WORDS($net-ways) } ways
        }{ $net-known-count ->
            [0] { "" }
           *[other] , with { $level } intervals
        }
    .alt =
        Dots with { $level } intervals from all dividing to all binding, one row per text,
        { WORDS($net-ways) } { $net-ways ->
            [one] way
           *[other] ways
        } of counting its { $claims-counted } { $core ->
            [yes] core { $claims-counted ->
                [one] claim
               *[other] claims
            }
           *[no] { $claims-counted ->
                [one] claim
               *[other] claims
            }
        }.{ $net-ways ->
            [0] { "" }
            [1] { "" }
           *[other] { " " }The heavier side depends on the way of counting in: { $net-flips }.
        }
    .note =
        n: claims that bind or divide. A text of two paragraphs or fewer has no interval; one of
        fewer than eight has a wide one.
    .how =
        (binding − dividing) / (binding + dividing); Wilson interval on the effective size: claims
        of one paragraph count for less the more alike they are.

statement-leaning-doc_id =
    In { $name-doc_id } the claims that { $binding ->
        [yes] bind surely outweigh those that divide
       *[no] divide surely outweigh those that bind
    }: the net balance is { $net_valence-way-doc_id } ({ $level } interval
    { INTERVAL($net_valence-way-doc_id) }).
statement-leaning =
    { $net-lean-of ->
        [1] The text leans surely to neither side: the interval of its net balance holds zero.
            It
       *[other] No text leans surely to one side: each interval of net balance holds zero. The
            furthest from it, { $name-doc_id },
    } has { $net_valence-way-doc_id } ({ INTERVAL($net_valence-way-doc_id) }).

no-verdict-against-count =
    In no text do the claims in the author’s own voice lean against the verdict.
statement-verdicts-place =
    { $name-doc_id } concludes that the tie is { LOWER($verdict-doc_id) }, yet in its own voice
    { $verdict-binding-doc_id } { $verdict-binding-doc_id ->
        [one] claim binds
       *[other] claims bind
    } the two and { $verdict-dividing-doc_id } { $verdict-dividing-doc_id ->
        [one] divides
       *[other] divide
    } them.{ $known ->
        [yes] { " " }The net balance is { $net_valence-way-doc_id } ({ $level } interval
            { INTERVAL($net_valence-way-doc_id) }).
       *[no] { "" }
    }

reasons =
    .title =
        { $texts ->
            [1] What binds and what divides in one text
           *[other] { $driver-turning-count ->
                [0] Each reason keeps its direction from text to text
                [one] { WORDS($driver-turning-count, case: "capital") } reason binds in one text
                    and divides in another
               *[other] { WORDS($driver-turning-count, case: "capital") } reasons bind in one text
                    and divide in another
            }
        }
    .subtitle =
        Binding minus dividing share of a text’s claims, by reason, in { $texts-count }
        { $texts-count ->
            [one] text
           *[other] texts
        }
    .alt =
        One panel per text ({ $texts-count } in all), one row per reason, dots to the right where
        claims of that reason bind and to the left where they divide. Reasons on both sides,
        depending on the text: { $driver-turning }.
    .note =
        Open mark: fewer than { $few } claims; such marks do not count as a turn. Turns are those
        of the points: most intervals hold zero.
    .how =
        (binding − dividing) / all claims of the text; intervals of { $level }: Wilson limits of both
        shares on the effective size, combined (Zou 2007). List of { $reasons } reasons.

leads-in-text = { $driver-top_side-doc_id } in { $name-doc_id }
no-leading-reasons = No two texts compared have claims of this kind.
# Whether one reason surely leads, in the texts where it does.
leads-surely =
    { $driver-surely-side ->
        [some] One reason surely leads in { $driver-surely-side } only.
       *[none] In no text does one reason surely lead.
    }
statement-reasons-side =
    What most often { $side ->
        [binding] binds
       *[dividing] divides
    } the two is { $driver-change-side-of ->
        [1] { $driver-change-side ->
            [0] the same
           *[other] another
        } reason
       *[other] another reason in { WORDS($driver-change-side, zero: "none") } of
            { WORDS($driver-change-side-of) } comparisons
    }{ $listed ->
        [some] : { CLAUSES($listed) }
       *[none] { "" }
    }. Paragraphs dealt out at random give as many in { $driver-change-side-as_many } of the
    permutations. { leads-surely }
reasons-at-chance =
    { $listed ->
        [some] What most often { $side ->
            [binding] binds
           *[dividing] divides
        } the two: { CLAUSES($listed) }. It is
       *[none] What most often { $side ->
            [binding] binds
           *[dividing] divides
        } the two is
    } { $driver-change-side ->
        [0] the same from text to text.
       *[other] { $driver-change-side-of ->
            [1] another reason in the other text
           *[other] another reason in { WORDS($driver-change-side) } of
                { WORDS($driver-change-side-of) } comparisons
        }, no more than chance gives: { $driver-change-side-as_many } of random permutations have as many.
    } { leads-surely }

reason-matrix =
    .title =
        { $texts ->
            [1] { WORDS($driver-used, case: "capital") } { $signed ->
                [yes] { $driver-used ->
                    [one] reason
                   *[other] reasons
                }
               *[no] { $driver-used ->
                    [one] frame
                   *[other] frames
                }
            } in one text
           *[other] { $driver-everywhere ->
                [none] No { $signed ->
                    [yes] reason
                   *[no] frame
                } is given by every text
               *[some] { $signed ->
                    [yes] Reasons
                   *[no] Frames
                } that every text gives: { $driver-everywhere }
            }
        }
    .subtitle =
        { $signed ->
            [yes] Claims per reason and text; shade: share of paragraphs that name it; ▲ binding,
                ▽ dividing
           *[no] Claims per frame and text; shade: share of paragraphs that name it
        }
    .alt =
        Matrix of { $driver-used } { $signed ->
            [yes] { $driver-used ->
                [one] reason
               *[other] reasons
            }
           *[no] { $driver-used ->
                [one] frame
               *[other] frames
            }
        } by { $texts-count } { $texts-count ->
            [one] text
           *[other] texts
        }; each cell prints the number of claims, its shade the share of paragraphs that name the
        { $signed ->
            [yes] reason
           *[no] frame
        }. In every text: { $driver-everywhere }.

without-sides =
    { $lacking }
    .so = nothing is said here of what binds and what divides

unnamed =
    .first = the first of the two
    .second = the second of the two
directions =
    .title =
        { $direction-first-texts ->
            [some] { CAPITAL($direction-first) } clearly acts more often than it is acted on in
                { $direction-first-texts }{ $direction-second-texts ->
                [some] { " " }and { CAPITAL($direction-second) } clearly acts more often than it is
                    acted on in { $direction-second-texts }
               *[none] { "" }
            }
           *[none] { $direction-second-texts ->
                [some] { CAPITAL($direction-second) } clearly acts more often than it is acted on
                    in { $direction-second-texts }
               *[none] In no text does one of the two clearly act more often than the other
            }
        }
    .subtitle =
        Claims in which one acts on, supplies, needs or harms the other: { $direction-one_sided }
        say which, in { $texts-count } { $texts-count ->
            [one] text
           *[other] texts
        }
    .alt =
        One row per text with three arrows, { $direction-first } on { $direction-second }, mutual
        and { $direction-second } on { $direction-first }, as thick as their share of its claims;
        { $direction-one_sided } claims in { $texts-count } { $texts-count ->
            [one] text
           *[other] texts
        } say which of the two acts. Clearly one-sided: { $direction-first } in
        { $direction-first-texts }, { $direction-second } in { $direction-second-texts }.
    .note = Mutual: both ways, or the tie as a whole. Neither: advice to others, terms, acts of others.
    .how =
        Clearly: the interval of (one way − other way) / both leaves zero out; as for net balance.

# Whose claims are meant, within a sentence.
of-whose-voice =
    { $squares-voice ->
        [in-its-author-s-own-voice] { " " }in its author’s own voice
        [in-any-voice] { " " }in any voice
       *[none] { "" }
    }
overview =
    .title =
        { $overview-names ->
            [0] What each text says binds the two, and what divides them
            [one] One name for the pair in every title
           *[other] { WORDS($overview-names, case: "capital") } names for the same pair in the titles
        }
    .subtitle =
        { $named ->
            [yes] What each text calls { $pair }, and a square for each claim{ of-whose-voice }
                that binds or divides them
           *[no] A square for each claim{ of-whose-voice } that binds or divides { $pair }
        }
    .alt =
        One row per text in order of date: { $named ->
            [yes] its label in the title, its label in the body, and one
           *[no] one
        } square per claim{ of-whose-voice }, { $squares-binding } binding and
        { $squares-dividing } dividing of { $squares-n } in all, with the net balance and its
        { $level } interval.
    .note =
        { $named ->
            [yes] Label in the text: filled where the author asserts it, outlined where it is only
                reported. Net balance: binding minus dividing claims, divided by both. A text too
                short to compare gets none.
           *[no] Net balance: binding minus dividing claims, divided by both. A text too short to
                compare gets none.
        }
    .how = Wilson intervals on effective sizes; coding error is not in them.

theatre-cell = { $binding } · { $dividing } · { $neither }
theatres-counted =
    { $theatres-claims } of { N($theatres-claims) } claims name a place, { $theatres-places } places
    in all. { $theatres-both ->
        [some] By the counts, more binds than divides in one text, and the reverse in another, in
            { $theatres-both }.
       *[none] In no place does more bind than divide in one text, and the reverse in another.
    }
theatres =
    .title = The places that the texts name, and what happens there
    .col-place = Place
    .note =
        In each cell: claims that bind · divide · do neither. Counts are small; a claim that names
        two places counts for both.

outcomes =
    .title = What each text concludes, and how lasting it finds the tie
    .col-name = Text
    .col-said = Verdict
    .col-step = Durability
    .col-shared = On the same step with another verdict
    .note = Verdict and durability are coded apart, from the whole text.
outcomes-counted =
    { WORDS($outcomes-verdicts, case: "capital") } { $outcomes-verdicts ->
        [one] verdict
       *[other] different verdicts
    } in { WORDS($outcomes-studies) } { $outcomes-studies ->
        [one] study
       *[other] studies
    }.{ $outcomes-sharing ->
        [some] { " " }{ $outcomes-sharing } stand on one step of durability with a text of another
            verdict: how lasting a tie is says nothing of how close it is.
       *[none] { "" }
    }

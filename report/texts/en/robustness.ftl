# Which statements survive.

filter = every way of counting that is named

need-statements =
    This corpus has no statement that counting could test, so this chapter steps aside. To change
    that, add texts of several paragraphs: the statements tested compare one text with another.

# A statement of the report in few words.
short =
    { $kind ->
        [verdicts] The claims of { $name-first } lean against its verdict
        [balance] The balance of { $name-last } lies { $below ->
            [yes] below
           *[no] above
        } that of { $name-first }
        [widest] No other two texts compared differ more in balance
        [voices] { $name-first } speaks most through others
        [turn] { $name-first } concedes most before its own point
        [labels] Title and author lead with { $said-statement-of ->
            [1] { $said-statement ->
                [0] one word
               *[other] different words
            }
           *[other] different words in { WORDS($said-statement, zero: "none") } of
                { WORDS($said-statement-of) } texts
        }
        [reasons] What most often { $side ->
            [binding] binds
           *[dividing] divides
        } { $said-statement-of ->
            [1] { $said-statement ->
                [0] does not differ
               *[other] differs
            }
           *[other] differs in { WORDS($said-statement, zero: "none") } of
                { WORDS($said-statement-of) } comparisons
        }
       *[mix] Reasons { $said-statement-of ->
            [1] { $said-statement ->
                [0] do not differ beyond chance
               *[other] differ beyond chance
            }
           *[other] differ beyond chance in { WORDS($said-statement, zero: "none") } of
                { WORDS($said-statement-of) } comparisons
        }
    }

survival-counted =
    { $survival-failed-count ->
        [0] { $survival-tested ->
            [1] The one statement tested holds
            [2] Both statements tested hold
           *[other] All { WORDS($survival-tested) } statements tested hold
        } in at least { $survival-threshold } of the ways of counting.
       *[other] Not robust, holding in less than { $survival-threshold } of the ways of counting:
            { $survival-failed }. That is { WORDS($survival-failed-count) } of
            { WORDS($survival-tested) } { $survival-tested ->
            [one] statement
           *[other] statements
        } tested.
    }

survival =
    .title = In how many ways of counting each statement holds
    .col-words = Statement
    .col-held = Holds in
    .col-tried = of
    .col-share = Share
    .col-least = Least often with
    .col-option_share = There
    .note =
        The summary leaves out what is not robust. Reasons: { $draws } permutations in each way of
        counting; a stated count holds where it is at least as large a share.

# The choice with which a statement holds least often: what is chosen, and how.
least =
    { $choice ->
        [labels] labels
        [coding] coding
        [voice] voice
        [modality] modality
        [function] function
        [relevance] relevance
        [unit] unit
        [ambivalent] ambivalent
       *[other] { $choice }
    }: { $option ->
        [all] all
        [own] own
        [no-questions] no questions
        [assertions] assertions
        [no-facts] no facts
        [verdicts] verdicts
        [counted] counted
        [claims] claims
        [sentences] sentences
        [paragraphs] paragraphs
        [left-out] left out
        [as-coded] as coded
        [as-counted] as counted
        [final] final
       *[other] { $option }
    }

# On the chart: choices, and options of choices, that need other words than in the data.
choices =
    .coding = codes
    .unit = counted
    .ambivalent = ambivalent
    .voice = voice
    .modality = modality
    .function = function
    .relevance = relevance
    .coding-final = final
    .unit-claims = claims
    .unit-sentences = sentences
    .unit-paragraphs = paragraphs
    .ambivalent-left-out = left out
    .ambivalent-counted = counted
    .voice-all = all
    .voice-own = author’s own
    .relevance-counted = core
    .relevance-all = and background
    .modality-all = all
    .modality-no-questions = no questions
    .modality-assertions = assertions
    .function-all = all
    .function-verdicts = reasons, verdicts
    .function-no-facts = no facts
coder = coder { $name }
measure =
    { $difference ->
        [yes] difference in net balance
       *[no] net balance
    }

curve =
    .title =
        { $short }: so in { $robust-statement-held } of { $robust-statement-tried }
        { $robust-statement-tried ->
            [one] way
           *[other] ways
        } of counting
    .subtitle = Every dot is one way of counting, sorted; the strokes below it are the choices made
    .alt =
        { $robust-statement-tried } { $robust-statement-tried ->
            [one] way
           *[other] ways
        } of counting, sorted by the { measure } they give, with the choices of each below. The
        sign that the report states comes out in { $robust-statement-held }; as reported it is
        { $said-statement }.
    .filter = as chosen in each way of counting

nothing-left-out = nothing
failure = { $short } (without { $without })

ladder =
    .title =
        Leaving out { $coders-count ->
            [0] one text
           *[other] { $texts-count ->
                [1] one coder
               *[other] one text or coder
            }
        } overturns { $ladder-failed-count ->
            [0] no statement
           *[other] { WORDS($ladder-failed-count) } { $ladder-failed-count ->
                [one] statement
               *[other] statements
            }
        }
    .subtitle =
        Each statement with nothing left out, and without each of { $texts-count } { $texts-count ->
            [one] text
           *[other] texts
        }{ $coders-count ->
            [0] { "" }
           *[other] { " " }and { $coders-count } { $coders-count ->
                [one] coder
               *[other] coders
            }
        }
    .alt =
        Matrix of { $survival-tested } { $survival-tested ->
            [one] statement
           *[other] statements
        } by what is left out, each text and coder in turn ({ $texts-count } { $texts-count ->
            [one] text
           *[other] texts
        }, { $coders-count } { $coders-count ->
            [one] coder
           *[other] coders
        }); a full dot where the statement holds, a cross where it fails, a dash where it names the
        text. Failures: { $ladder-failed-count }.
    .filter = as each chapter counts

ladder-failed =
    { $ladder-failed-count ->
        [0] No statement hangs on a single text{ $coders-count ->
            [0] { "" }
           *[other] { " " }or a single coder
        }.
       *[other] Overturned: { $ladder-failed }.
    }

# What a name says, where a title’s word is used after all.
calls-it = calls it: { $label }

against-counted =
    { $short }: so in { $robust-statement-held } of { $robust-statement-tried }
    { $robust-statement-tried ->
        [one] way
       *[other] ways
    } of counting.{ $counted ->
        [yes] { " " }Against it: { WORDS($against-statement) } { $mentions ->
            [yes] { $against-statement ->
                [one] mention
               *[other] mentions
            }
           *[no] { $against-statement ->
                [one] claim
               *[other] claims
            }
        }.
       *[no] { "" }
    }

against =
    .title = Against: { $short }
    .col-name = Text
    .col-place = Place
    .col-anchor = Phrase
    .col-gist = What it says

resolution-best =
    Texts of this length can be told apart by their net balance only when the two balances lie
    { $resolution-best } or more apart, of a possible two ({ $name-from } and { $name-to }).
    { $resolution-pairs ->
        [1] The difference found { $resolution-reached ->
            [0] does not come
           *[other] comes
        } up to what these texts can resolve.
       *[other] The differences found come up to what their texts can resolve in
            { WORDS($resolution-reached, zero: "none") } of { WORDS($resolution-pairs) }
            comparisons.
    }

resolution =
    .title = The smallest difference in net balance that could be noticed
    .col-step = Step
    .col-groups_from = Paragraphs
    .col-groups_to = and
    .col-observed = Found
    .col-smallest = Noticeable from
    .note =
        Paragraphs with binding or dividing claims. Before any correction for the number of
        comparisons. A dash: no difference would be noticed.

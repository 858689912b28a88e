# Which statements survive.

filter = every way of counting that is named

need-statements =
    This corpus has no statement that counting could test, so this chapter steps aside. To change
    that, add texts of several paragraphs: the statements tested compare one text with another.

# A statement of the report in few words.
short =
    { $kind ->
        [verdicts] The claims of { $name-first } lean against its verdict
        [leaning] { $named ->
            [yes] { $name-first } leans to one side
           *[no] { $said-statement-of ->
                [1] The text leans surely to neither side
               *[other] No text leans surely to one side
            }
        }
        [balance] { $named ->
            [yes] The balance of { $name-last } lies { $below ->
                [yes] below
               *[no] above
            } that of { $name-first }
           *[no] No two texts compared differ in balance
        }
        [voices] { $name-first } speaks more through others than { $name-last }
        [turn] { $name-first } concedes more than { $name-last }
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
       *[mix] { $named ->
            [yes] The reasons of { $name-first } and { $name-last } differ
           *[no] No two texts compared differ in their reasons
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
        The summary leaves out what is not robust. A difference holds where its p, corrected over
        the comparisons of that way of counting, is below the level of the report’s own test; a
        stated count where it is exactly that.

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
    { $kind ->
        [balance] difference in net balance
        [voices] difference in the share of other voices
        [turn] difference in the share of concessions
       *[other] net balance
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
        } of counting, sorted by the { measure } they give, with intervals and the choices of each
        below. What the report states holds in { $robust-statement-held }; as reported it is
        { $said-statement }.
    .note = { $kind ->
        [verdicts] Full dots: with the sign that the report states.
       *[other] Full dots: clear after correction over the comparisons of that way of counting.
    }
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
    For planning: texts of this length differ in net balance by { $resolution-best } or more, of a
    possible two, before a test is likely to find it ({ $name-from } and { $name-to }). No verdict
    of this report compares a difference with this number.

resolution =
    .title = The smallest difference in net balance that would likely be found
    .col-step = Comparison
    .col-groups_from = Paragraphs
    .col-groups_to = and
    .col-detectable = Likely found from
    .note =
        Planning information. Paragraphs with binding or dividing claims; found in { $power } of
        cases, after correction for the number of comparisons. A dash: too few paragraphs.

named-pairs =
    .title = In how many ways of counting two texts differ
    .col-step = Comparison
    .col-balance = Balance differs in
    .col-balance_of = of
    .col-mix = Reasons differ in
    .col-mix_of = of
    .note =
        Differs: p below the level of the report’s own test, after correction over the comparisons
        of that way of counting.

# What is counted, where each possible number is told.
counted =
    { $kind ->
        [balance] Comparisons whose balance differs
        [mix] Comparisons whose reasons differ
       *[labels] Texts whose title and author lead with different words
    }
distributions =
    .title = In how many ways of counting each number comes out
    .col-what = Exactly so many
    .note = Exactly that number, not at least.

# What the report itself states, and how sure each of it is; a question where it is open.

sure-overturned = without coder { $coders }
sure-verdict-in =
    { $sure-verdict-short-doc_id }{ $dated ->
        [yes] { " " }{ $sure-verdict-year-doc_id }
       *[no] { "" }
    }
sure-said =
    { $kind ->
        [verdict] { sure-verdict }
        [labels] { sure-labels }
        [balance] { sure-balance }
        [verdicts] { sure-verdicts }
        [mix] { sure-mix }
        [leads] { sure-leads }
        [turn] { sure-turn }
        [voices] { sure-voices }
       *[context] { sure-context }
    }
sure-verdict =
    { $asked ->
        [yes] Whether the texts come to these verdicts is open: { $sequence }.
       *[no] { $distinct ->
            [yes] { $signed ->
                [yes] Each of { WORDS($sure-judged) } author teams comes to another verdict{ sure-ends }
               *[no] Each of { WORDS($sure-judged) } texts comes to another verdict{ sure-ends }
            }
           *[no] { WORDS($sure-judged, case: "capital") } texts come to { WORDS($sure-verdicts) }
                { $sure-verdicts ->
                [one] verdict
               *[other] verdicts
            }: { $sequence }.
        }
    }
sure-ends =
    { $scaled ->
        [yes] ; the tie is most lasting to { $name-most }, least to { $name-least }.
       *[no] : { $sequence }.
    }
sure-labels =
    { $asked ->
        [yes] Whether { WORDS($sure-statement-differ, zero: "none") } of
            { WORDS($sure-statement-of) } { $sure-statement-of ->
            [one] text has
           *[other] texts have
        } another main word for the tie in the title than in the text is open.
       *[no] { WORDS($sure-statement-differ, case: "capital", zero: "none") } of
            { WORDS($sure-statement-of) } { $sure-statement-of ->
            [one] text has
           *[other] texts have
        } another main word for the tie in the title than in the text.
    }
sure-balance =
    { $asked ->
        [yes] Whether { $name-last } sees the two farther apart or closer than { $name-first } is
            open.
       *[no] { $below ->
            [yes] { $name-last } sees the two farther apart than { $name-first }
           *[no] { $name-last } sees the two closer than { $name-first }
        }: in its own voice { $sure-statement-dividing } { $sure-statement-dividing ->
            [one] claim divides
           *[other] claims divide
        } and { $sure-statement-binding } { $sure-statement-binding ->
            [one] binds
           *[other] bind
        }.
    }
sure-verdicts =
    { $asked ->
        [yes] Whether { $name-doc_id } argues against its own verdict is open: in its own voice
            { $sure-statement-binding } { $sure-statement-binding ->
            [one] claim binds
           *[other] claims bind
        } and { $sure-statement-dividing } { $sure-statement-dividing ->
            [one] divides
           *[other] divide
        }.
       *[no] { $name-doc_id } argues against its own verdict: in its own voice
            { $sure-statement-binding } { $sure-statement-binding ->
            [one] claim binds
           *[other] claims bind
        } and { $sure-statement-dividing } { $sure-statement-dividing ->
            [one] divides
           *[other] divide
        }.
    }
sure-mix =
    { $asked ->
        [yes] Whether { $name-first } and { $name-last } give different reasons is open.
       *[no] { $name-first } and { $name-last } give different reasons.
    }
sure-leads =
    { $asked ->
        [yes] Whether what { $side ->
            [binding] binds
           *[dividing] divides
        } most in { $name-doc_id } is { $reason } is open.
       *[no] What { $side ->
            [binding] binds
           *[dividing] divides
        } most in { $name-doc_id } is { $reason }.
    }
sure-turn =
    { $asked ->
        [yes] Whether { $name-first } grants more before its own point than { $name-last } is open.
       *[no] { $name-first } grants more before its own point than { $name-last }: { $share_first }
            of its claims against { $share_last }.
    }
sure-voices =
    { $asked ->
        [yes] Whether { $name-first } speaks more through others than { $name-last } is open.
       *[no] { $name-first } speaks more through others than { $name-last }: { $share_first } of its
            claims against { $share_last }.
    }
sure-context =
    { $asked ->
        [yes] Whether other writers changed their reading when these texts did is open:
            { $context-n-neutral } other pieces were read.
       *[no] Other writers read the tie another way in the periods that begin with these texts:
            { $context-n-neutral } other pieces were read.
    }
how-firm =
    .title =
        Of { WORDS($sure-count) } { $sure-count ->
            [one] statement
           *[other] statements
        } of the report, { WORDS($sure-count-firm, zero: "none") } { $sure-count-firm ->
            [one] is
           *[other] are
        } firm, { WORDS($sure-count-leaning, zero: "none") } { $sure-count-leaning ->
            [one] leans
           *[other] lean
        }, { WORDS($sure-count-open, zero: "none") } { $sure-count-open ->
            [one] is
           *[other] are
        } open
    .note =
        Holds: with the sign stated, or as named, in so many ways of counting; clear: besides, with
        a corrected p below 0.05 there. Test: of the statement as reported, then corrected (Holm)
        over { $sure-tested } tests. Alpha: the least of the variables used.
    .col-said = Statement
    .col-held = Holds
    .col-ways = Of ways
    .col-clear = Clear
    .col-overturned_by = Falls
    .col-p = p
    .col-p_holm = Corrected
    .col-least_alpha = Alpha
    .col-word = Word

# After a statement: in how many ways of counting it holds.
in-ways =
    That holds in { $held } of { $tried } { $tried ->
        [one] way
       *[other] ways
    } of counting.
page-all =
    { $page-tests ->
        [0] No statement here rests on a test.
       *[other] What rests on a test was corrected for all { $page-tests } tests behind this page
            together.
    }
page-left-out =
    Of { WORDS($page-made) } { $page-made ->
        [one] statement
       *[other] statements
    } of the chapters, { WORDS($page-statements, zero: "none") } { $page-statements ->
        [one] stands
       *[other] stand
    } here. The others are not clear among all tests behind this page together, or do not hold in
    most ways of counting.

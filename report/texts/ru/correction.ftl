# How much of what machines coded would people have coded so?

filter = all claims that count, as the machine coded them

need-audit =
    Nobody has planned a check of these codes, so this exhibit shows nothing. To change that, draw
    a sample: frameline audit plan.
need-gold =
    Nobody has checked a sample of these codes, so this exhibit shows nothing. To change that, fill
    in a sheet and read it: frameline audit sheet, frameline audit read.
need-machine-codes =
    Nothing says that machines coded this corpus, so this chapter steps aside. To change that, name
    the coders and their kind in coders/coders.csv.
need-same-corpus =
    The corpus is not the one that the sample was drawn from: in { $stratum } there were { $planned }
    items, and there are { $now }. To change that, plan again, or go back to the corpus of the plan.
all-documents = All documents

card-items =
    .kind = Kind
    .description = Who, from what
    .codebook_version = Codebook
    .date = Coded on
    .model = Model
    .version = Version
    .access = Access
    .settings = Settings
    .prompt = Instructions
    .prompt_sha256 = Digest of these
    .cost = Cost
    .failures = Failures
    .exposure = Met the texts before
    .training = Training
    .relation = Relation to the authors
    .missing = not recorded
    .elsewhere = –
coder-card =
    .title =
        { $card-open ->
            [0] Everything that a reader needs to know of the coders is recorded
            [one] One thing is not recorded of the coders
           *[other] { WORDS($card-open, case: "capital") } things are not recorded of the coders
        }
    .col-item = Item
    .note =
        From coders/coders.csv, and for people who checked a sample from audit/coders.csv.

no-plan =
    { $machines ->
        [yes] These are machine codes, unchecked: nobody has read a sample of them, and nobody has
            planned to.
       *[no] Nobody has planned a check of a sample.
    }
checked-sample =
    { $status ->
        [unchecked] Machine codes, unchecked: of { $correction-all } { $documents ->
            [yes] documents
           *[no] sentences
        } a sample of { $correction-planned } is drawn, and nobody has read any yet. Once a sheet is
        filled in and read, this chapter corrects the shares by it.
        [chosen-by-hand] People read { $correction-read } of { $correction-all } { $documents ->
            [yes] documents
           *[no] sentences
        }. Nothing says how these were chosen: the machine’s errors in them are described, and no
        share is corrected.
       *[other] People read { $correction-read } of { $correction-all } { $documents ->
            [yes] documents
           *[no] sentences
        }{ $correction-planned ->
           *[other] , of { $correction-planned } drawn
        }. { $correction-people ->
            [one] One person
           *[other] { WORDS($correction-people, case: "capital") } people
        } answered.{ $assumed ->
            [yes] { " " }That they were drawn at random is assumed, not known.
           *[no] { "" }
        }
    }
chosen-by-hand =
    The gold was chosen by hand, so no share is corrected: the machine’s errors are described below.

corrected-shares =
    .title =
        { $correction-shares ->
            [0] Too few items were read to correct any share
           *[other] { $correction-outside ->
                [0] No share of the machine lies outside the interval of the corrected one
                [one] One share of the machine lies outside the interval of the corrected one
               *[other] { $correction-outside } of { $correction-shares } shares of the machine lie
                    outside the interval of the corrected one
            }
        }
    .subtitle =
        Share of { $documents ->
            [yes] documents
           *[no] sentences
        } with a claim of each reason, by the machine and corrected; up to { $correction-gold }
        read by people{ $assumed ->
            [yes] , assumed to be drawn at random
           *[no] { "" }
        }
    .alt =
        Rows are reasons, columns are parts of the corpus, each with a scale from zero to one
        hundred per cent. A ring is the machine’s share, a dot on a line the corrected share with
        its interval. { $correction-outside } of { $correction-shares } rings lie beside the line.
    .note =
        A ring alone: fewer than { $correction-some } items read, too few to correct.
    .how =
        Items with and without the code by the machine are strata; within each the people’s share
        stands for all of it; Wilson limits of the strata are joined, with the finite number of
        items allowed for. Level { $level }.
remarks =
    .full = { "" }
    .few = few
    .none_found = none found
    .machine_says_the_same_of_all = all the same
    .machine_adds_nothing = adds nothing
    .machine_against_the_gold = against people
corrected-in-numbers =
    .title = The same in numbers: what each share is, and what the machine is worth
    .col-name = Part
    .col-label = Reason
    .col-n = Read
    .col-machine = Machine
    .col-share = Corrected
    .col-low = from
    .col-high = to
    .col-worth = Worth
    .col-remark = Remark
    .note =
        Shares of { $documents ->
            [yes] documents
           *[no] sentences
        }. Read: items that people read. Worth: how many more items people would have to read, to
        know as much without the machine. Few: fewer than { $correction-enough } read, no verdict.
        None found: people found none, so at most the upper limit. All the same: the machine says
        the same of all items, so that it cannot help; adds nothing: it is worth next to none;
        against people: it says yes where they say no.

statement-classifier-error =
    From { $change-from } to { $change-to } the share of { $change-label } changes by
    { $change-machine-code-from-to } points as the machine has it. { $hides ->
        [yes] Its error works against the change by
       *[no] Of this change, classifier error makes
    } { $change-error-code-from-to } ({ INTERVAL($change-error-code-from-to) }). Corrected, the
    change is { $change-corrected-code-from-to } ({ INTERVAL($change-corrected-code-from-to) }).
changes-clear =
    { $tested ->
       *[yes] { $change-clear ->
            [0] None
            [one] One
           *[other] { WORDS($change-clear, case: "capital") }
        } of { $change-count } corrected changes { $change-clear ->
            [one] is
           *[other] are
        } clear among so many.
    }
classifier-errors =
    .title = What the machine makes of each change, and what is left of it
    .col-from_name = From
    .col-to_name = To
    .col-label = Reason
    .col-machine = Machine
    .col-change = Corrected
    .col-low = from
    .col-high = to
    .col-error = Error
    .col-p_holm = p
    .note =
        Percentage points, in shares of { $documents ->
            [yes] documents
           *[no] sentences
        }; the largest changes of the machine first. Error: machine less corrected. p adjusted by
        Holm over { $change-count }.

corrected-balance =
    .title = Net balance as the machine has it, and corrected
    .col-name = Part
    .col-n = Read
    .col-machine = Machine
    .col-net = Corrected
    .col-low = from
    .col-high = to
    .note =
        Binding less dividing findings over both; a finding is a reason with a direction, counted
        once an item. Prediction-powered, with one unseen error added to the variance.

machine-errors =
    .title = Where machine and people part, in the items that people read
    .col-name = Part
    .col-label = Reason
    .col-both = Both
    .col-machine_only = Machine only
    .col-gold_only = People only
    .col-neither = Neither
    .col-found = Found
    .col-spared = Left
    .col-share = Corrected
    .col-rogan_gladen = By rates
    .note =
        Found: of what people found, the share that the machine found too. Left: of what people
        left, the share that it left too. By rates: Rogan and Gladen’s correction, which takes the
        error for the same everywhere; it stands here as a check only.
errors-by-part =
    .title = By how much the machine says too much or too little, part by part
    .col-label = Reason
    .col-p = p
    .note =
        Percentage points: the machine’s share less that of people, in the items that people read.
        p: the least of the tests of neighbouring parts (Welch), adjusted by Holm over
        { $errors-tested }.
equal-errors =
    The machine errs otherwise in one part than in the next in { $errors-apart ->
        [0] none
        [one] one
       *[other] { WORDS($errors-apart) }
    } of { $errors-tested } comparisons. No error of one part is used to correct another.

one-person =
    One person read the sample, so nothing can be said of how far people agree on it.
no-item-twice =
    No item was read by two people, so nothing can be said of how far they agree.
stands-in =
    .few = too few
    .passed = could stand in
    .not = could not
people-agree =
    .title = How far people agree, and whether the machine could stand in for one of them
    .col-label = Reason
    .col-items = Items
    .col-people = People
    .col-alpha = Alpha
    .col-winning = Machine wins
    .col-dummy = Dummy wins
    .col-verdict = Verdict
    .note =
        Items that two people or more read. Wins: share of the people whom it could replace, with an
        allowance of { $allowance }. The dummy gives every item the most frequent answer and never
        reads; the machine has to beat it. Too few: below { $least } items or { $people } people.
        Standing in never takes the place of a check.

# What method guides ask of a published content analysis, and what this one gives.

filter = all documents

self-check-said =
    Of { $check-items } things that method guides ask for, { $check-yes } are here{ $check-partly ->
        [0] { "" }
       *[other] { " " }and { WORDS($check-partly) } in part
    }. { $check-blank ->
        [0] Nothing was left blank
       *[other] { WORDS($check-blank, case: "capital") } { $check-blank ->
            [one] was
           *[other] were
        } not recorded
    }; { $check-no ->
        [0] nothing is known to be missing
       *[other] { WORDS($check-no) } { $check-no ->
            [one] is
           *[other] are
        } known to be missing
    }.

self-check =
    .title = What method guides ask for, and what is here
    .col-number = No.
    .col-item = Asked for
    .col-guides = By
    .col-answer = Here
    .col-where = Where, or what its makers state
    .note =
        By: K Krippendorff 2018; N Neuendorf 2017; L Lacy, Watson, Riffe & Lovejoy 2015; M Matthes &
        Kohring 2008; J reporting standards for qualitative research (JARS-Qual); T guidelines for
        transparency and openness (TOP); B Bender & Friedman 2018; G guides for studies coded by
        language models; A laws on accessibility. What only its makers can know is stated in the
        corpus; nothing is made up where they state nothing.

self-check-answers =
    .yes = yes
    .partly = in part
    .no = no
    .blank = not recorded
    .does_not_apply = not asked here

self-check-places =
    .agreement = Do coders agree?
    .card = What was analysed?
    .codebook = How was it coded?
    .limits = What can these texts not tell?
    .method = How was this made?
    .methods = How was it computed?
    .portraits = What does each text say?
    .reasons = What binds, what divides?
    .robustness = Which statements survive?
    .steps = What changes from text to text?
    .words = Do the words agree?

self-check-items =
    .question = The question
    .expectations = What was expected, and when that was written down
    .theory = What a frame is, and whose definition is used
    .prior_work = What others found before
    .selection = Which texts could have been chosen, and how these were
    .not_selected = What was not chosen
    .searches = Words, places and dates of searches
    .versions = Dates and versions of the texts
    .rights = Rights and access
    .unitising = What one claim is, and how far coders agree on it
    .blindness = What coders saw, and what they knew
    .codebook = The codebook in full
    .history = The history of the codebook
    .pilot = A trial of the codebook before the coding
    .coders = Several coders
    .training = Who the coders are, their training, their ties to the authors
    .model = Name, version, access, date and settings of the model
    .form = The instruction that the model was given
    .validation = A check of machine codes by a person
    .contamination = Whether the model may have met the texts before
    .sample = How many cases agreement is measured on
    .coefficient = A coefficient that allows for chance
    .intervals_of_agreement = An interval for it, for each variable
    .simple_agreement = Simple agreement beside it
    .skew = A coefficient for variables with one common code
    .below_floor = The chance that agreement lies below the mark
    .by_code = Agreement code by code
    .without_examples = Agreement without the examples of the codebook
    .stability = Whether a coder would code the same way again
    .disagreements = What was done where coders parted
    .criterion = A check of the codes against something else than coders
    .convergence = Another method beside the codes
    .elements = Frames shown as patterns of elements
    .unit_of_inference = What is drawn anew in each test
    .multiplicity = Allowance for many comparisons
    .effects = How large a difference is, with an interval
    .robustness = Whether a result depends on one choice
    .negative_cases = What speaks against each statement
    .rivals = Other reasons for what was found
    .adequacy = Whether there is enough to answer the question
    .resolution = How small a difference these texts can show
    .position = The authors’ own position
    .funding = Who paid
    .conflicts = Conflicts of interest
    .contributions = Who did what
    .ethics = Ethics
    .identifier = Data and program under a lasting address
    .citing = How to cite it
    .environment = Programs and their versions
    .registration = A plan that was registered before
    .summaries = Each case summed up in prose
    .accessibility = Who can read it

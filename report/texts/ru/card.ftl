# What was analysed: the data card.

filter = all documents

sources =
    .title =
        { WORDS($card-texts, case: "capital") } { $card-texts ->
            [one] text
           *[other] texts
        }
    .col-name = Text
    .col-title = Title
    .col-author = Author
    .col-outlet = Outlet
    .col-genre = Kind
    .col-voice_chain = Words reach us
    .note =
        { $chain ->
            [yes] Words reach us: whether the author wrote what was read, or somebody else put it
                down.
           *[no] { "" }
        }

copies =
    .title =
        When they appeared{ $words ->
            [yes] { $copy ->
                [yes] , how long they are, and which copy was read
               *[no] , and how long they are
            }
           *[no] { $copy ->
                [yes] , and which copy was read
               *[no] { "" }
            }
        }
    .col-name = Text
    .col-published = Published
    .col-published_basis = Basis
    .col-words = Words
    .col-sentences = Sentences
    .col-para_groups = Paragraphs
    .col-copy = Copy
    .note =
        { $words ->
            [yes] Words, sentences and paragraphs of the body.{ $copy ->
                [yes] { " " }
               *[no] { "" }
            }
           *[no] { "" }
        }{ $copy ->
            [yes] Copy: the beginning of the SHA-256 of the file as stored, so that whoever has the
                same copy can check every row.
           *[no] { "" }
        }

publication-dates =
    { $card-inferred-number-name } was published between { $card-inferred-number-date_low } and
    { $card-inferred-number-date_high }{ $known ->
        [yes] : { $card-inferred-number-published_note }
       *[no] { "" }
    }.

exclusions =
    .title =
        { $card-blocks-out ->
            [0] All parts of the files are running text
           *[other] Parts of the files that are no running text: { $card-blocks-out } of
                { $card-blocks }
        }
    .col-kind = Kind
    .col-blocks = Parts
    .col-words = Words
    .col-rule = What was done with it

data-statement =
    .title = Data statement
    .col-heading = Heading
    .col-text = Statement

no-data-statement =
    This corpus comes without a data statement; one stands in README.md beside the tables, under
    the heading Data statement.

coders =
    .title = Who coded
    .col-coder = Coder
    .col-kind = Kind
    .col-description = How
    .col-codebook_version = Codebook

held =
    The corpus holds { $rows }{ $card-coders ->
        [0] { "" }
        [1] { "" }
       *[other] ; { WORDS($card-coders) } coders coded it, with { $card-rows-coders }
            { $card-rows-coders ->
            [one] claim
           *[other] claims
        } between them
    }.

held-rows =
    { $card-rows-table } { $table ->
        [documents] { $card-rows-table ->
            [one] text
           *[other] texts
        }
        [blocks] { $card-rows-table ->
            [one] part
           *[other] parts of files
        }
        [units] { $card-rows-table ->
            [one] sentence
           *[other] sentences
        }
        [claims] { $card-rows-table ->
            [one] claim
           *[other] claims
        }
        [labels] { $card-rows-table ->
            [one] mention of a name
           *[other] mentions of names for the relationship
        }
        [events] { $card-rows-table ->
            [one] mention of an event
           *[other] mentions of events
        }
        [tokens] { $card-rows-table ->
            [one] word count
           *[other] word counts
        }
        [adjudication] { $card-rows-table ->
            [one] settled disagreement
           *[other] settled disagreements
        }
       *[context] { $card-rows-table ->
            [one] piece of context
           *[other] pieces of context
        }
    }

absent-of = { $variable } (of { $layer ->
        [claims] claims
        [documents] documents
        [paragraphs] paragraphs
       *[other] { $layer }
    })
absent = Described in the codebook, but not coded: { $card-absent }.

rights =
    .title = Rights in the texts
    .col-name = Text
    .col-rights = Rights

no-rights = The corpus does not say what rights there are in its texts.

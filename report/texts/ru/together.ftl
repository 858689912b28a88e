# Which frames stand together, in a sentence and in a document.

statement-together =
    Of { $together-sentences } { $together-sentences ->
        [one] sentence
       *[other] sentences
    } with a frame, { $together-share } { $together-several ->
        [one] has
       *[other] have
    } more than one; most often { $tied ->
        [yes] several pairs of frames stand together, each
       *[no] { $together-first } stands with { $together-second },
    } in { $together-both } { $together-both ->
        [one] sentence
       *[other] sentences
    }.

together =
    .title =
        { $tied ->
            [yes] Several pairs of frames share as many sentences
           *[no] { CAPITAL($together-first) } and { $together-second } share the most sentences
        }
    .subtitle =
        Of the sentences with the frame of the row, how many in a hundred also have that of the
        column; { $together-shown } { $together-shown ->
            [one] frame
           *[other] frames
        }, { $together-sentences } { $together-sentences ->
            [one] sentence
           *[other] sentences
        }
    .alt =
        Square matrix of { $together-shown } { $together-shown ->
            [one] frame
           *[other] frames
        } by frames: how many in a hundred sentences with the frame of the row also have that of
        the column, of { $together-sentences } { $together-sentences ->
            [one] sentence
           *[other] sentences
        }. Most sentences are shared by { $tied ->
            [yes] several pairs alike
           *[no] { $together-first } and { $together-second }
        }: { $together-both }.

pairs =
    .title = The frames that share most sentences
    .col-one = Frame
    .col-other = and
    .col-both = Sentences
    .col-expected = Expected
    .col-lift = Times
    .note =
        Expected: if each frame chose its companions by how often they stand with any other. Times:
        sentences / expected.

statement-documents =
    { $documents-widest ->
        [some] The frames of most documents are { $documents-widest }
       *[other] The frame of most documents is { $documents-widest }
    }: { $documents-widest-share } of { $documents-framed } { $documents-framed ->
        [one] document
       *[other] documents
    } with a frame use { $documents-widest ->
        [some] each of them
       *[other] it
    }.

frames-by-document =
    .title =
        { CAPITAL($documents-widest) } { $documents-widest ->
            [some] are
           *[other] is
        } used by { $documents-framed ->
            [1] the one document
           *[other] the most documents
        }
    .col-label = Frame
    .col-units = Documents
    .col-share = Share
    .col-leads = Leads
    .col-lead = Leads where used
    .col-claims = Claims
    .note = Leads: documents in which no other frame has as many claims.

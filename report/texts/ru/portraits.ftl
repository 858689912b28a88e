# What does each text say? One page a text.

portrait =
    .title =
        { $judged ->
            [yes] { CAPITAL($portrait-verdict-doc_id) }: { portrait-counts }
           *[no] { $valued ->
                [yes] { $name-doc_id }: { portrait-counts }
               *[no] { $name-doc_id }: { $portrait-claims-doc_id } claims
            }
        }
    .deck =
        { $thesised ->
            [yes] { $portrait-thesis-doc_id }
           *[no] { "" }
        }
    .short = { $name-doc_id }
    .note =
        Upright lines say in a coder’s words what a claim says; italics are the text’s own words,
        with paragraph and sentence. { $valued ->
            [yes] Blue binds, orange divides.
           *[no] { "" }
        }
    .how =
        Reasons, advice and forecasts: claims in the author’s own voice. The argument, voices and
        what is left out: claims in all voices, so numbers may differ. Bars of a page are on one
        scale; reasons with as many claims stand together.
portrait-counts =
    { $divided ->
        [yes] { $portrait-dividing-doc_id } claims divide, { $portrait-binding-doc_id } bind
       *[no] { $portrait-binding-doc_id } claims bind, { $portrait-dividing-doc_id } divide
    }
portraits-small =
    .title = What each text says: { $ends }
    .note = { portrait-bars }
    .how = Reasons: claims in the author’s own voice; those with as many claims stand together.
portraits-rows =
    .title = What each of { $shown } texts says
    .note = { portrait-bars }
    .how = Reasons: claims in the author’s own voice; those with as many claims stand together.
portrait-bars =
    Bars of a page are on one scale.{ $valued ->
        [yes] { " " }Blue binds, orange divides.
       *[no] { "" }
    }
portrait-thesis = { $portrait-thesis-doc_id }
portrait-name = { $name-doc_id }
portraits-many =
    { WORDS($count, case: "capital") } texts are too many for a page each: what each of them says
    stands in the chapters that follow, text by text.
portraits-none = No text makes at least { WORDS($least) } claims of its own, so none has a page.
portraits-short =
    Fewer than { WORDS($least) } claims of its own, and so no page: { $names }.
portrait-heads =
    .called = What it is called
    .in-title = in the title
    .verdict = The verdict
    .verdict-note = how lasting the tie is, read from the whole text
    .grey = Grey: advice, and what pulls neither way.
    .argument = The argument
    .argument-note =
        claims that bind minus claims that divide, from the first to the last, in all voices; on a
        ground: what is granted
    .no-turn = It moves from its start to its end without a turn.
    .binding = What binds
    .dividing = What divides
    .all = Its reasons
    .none = None.
    .advice = Its advice
    .outlook = What it foresees
    .past = The past it calls up
    .voices = Whose voice
    .left-out = What it leaves out that others name
    .left-out-note = reasons of which it makes no claim
    .lacks-none = It makes a claim of every reason that others name.
portrait-year = { $portrait-year-doc_id }
portrait-author =
    { $signed ->
        [yes] { $portrait-author-doc_id }
       *[no] { $name-doc_id }
    }
portrait-title = { $portrait-title-doc_id }
portrait-about =
    { $outlet ->
        [yes] { $portrait-outlet-doc_id }.{ " " }
       *[no] { "" }
    }{ $genre ->
        [yes] { CAPITAL($portrait-genre-doc_id) }.{ " " }
       *[no] { "" }
    }{ $published ->
        [yes] Published { $portrait-published-doc_id }.{ " " }
       *[no] { "" }
    }{ $counted ->
        [yes] { $portrait-words-doc_id } words.
       *[no] { "" }
    }
portrait-beside = Beside it, too short to compare and not counted here: { $beside }.
portrait-called =
    { $quoted ->
        [yes] “{ $portrait-called-doc_id }”
       *[no] { $portrait-called-doc_id }
    }
portrait-own-place =
    its own most specific word{ $placed ->
        [yes] , { $place }
       *[no] { "" }
    }{ $asserted ->
        [yes] { "" }
       *[no] , not asserted
    }
portrait-own = “{ $portrait-own-doc_id }”
portrait-verdict = { $portrait-verdict-doc_id }
portrait-others = { $others }
portrait-weighed =
    Its own { $portrait-claims-doc_id } { $portrait-claims-doc_id ->
        [one] claim
       *[other] claims
    }
portrait-weigh =
    .binding = { $portrait-binding-doc_id } bind
    .dividing = { $portrait-dividing-doc_id } divide
    .neither = { $portrait-neither-doc_id } neither
portrait-from-there = From there on:
portrait-arc =
    .title = The argument of { $name-doc_id }
    .subtitle = Binding minus dividing claims so far, from the first claim to the last
    .alt =
        A line over the claims of { $name-doc_id }, n = { N($portrait-arc-doc_id) }: up with each
        claim that binds, down with each that divides. It ends at { $portrait-arc-doc_id }.{ $turned ->
            [yes] { " " }{ $turn }.
           *[no] { "" }
        }
portrait-turn =
    The turn: { $headed ->
        [yes] “{ $heading }”, { $place }
       *[no] { $reason }, { $place }
    }
portrait-section = { $name }
portrait-section-advice = advice { $count }
portrait-counted = { $name } { $count }
portrait-list = { $rows }
portrait-reason =
    { $portrait-reason-doc_id-side-slot }{ $each ->
        [yes] { " " }each
       *[no] { "" }
    }
portrait-also = Also { $rows }.
portrait-advice =
    { $told ->
        [addressee] whom
        [instrument] how
       *[goal] what for
    }
portrait-pieces =
    { $count ->
        [one] { $count } piece
       *[other] { $count } pieces
    }, { $shown } shown
portrait-forecast =
    { $direction }{ $surely ->
        [yes] : { $sure }
       *[no] { "" }
    }{ $conditional ->
        [yes] , { $on }
       *[no] { "" }
    }.
portrait-foreseen =
    { $count ->
        [one] { $count } forecast
       *[other] { $count } forecasts
    }, { $shown } shown
portrait-undated = no year
portrait-further =
    { $count ->
        [one] { $count } more event.
       *[other] { $count } more events.
    }
portrait-mentions =
    { $count ->
        [one] { $count } mention
       *[other] { $count } mentions
    }
portrait-heard =
    { $count ->
        [one] { $count } claim
       *[other] { $count } claims
    }
portrait-speaks = author’s own { $count }
portrait-quoted = others { $count }
portrait-quotes =
    Others: { $rows }.{ $taken ->
        [some] { " " }How the author takes them: { $taken }.
       *[none] { "" }
    }
portrait-lacks =
    { $name }: in { $count ->
        [one] { $count } other
       *[other] { $count } others
    }, { $claims ->
        [one] { $claims } claim
       *[other] { $claims } claims
    }{ $mentioned ->
        [yes] ; mentioned here, but not claimed
       *[no] { "" }
    }.
portrait-lacks-also = Also { $rest }.

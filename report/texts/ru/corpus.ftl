# How comparable are the texts?

filter = all documents

span =
    { $one_year ->
        [yes] { $texts-first }
       *[no] { $texts-first } to { $texts-last }
    }

documents =
    .title = What was read
    .col-name = Text
    .col-published = Published
    .col-genre = Kind
    .col-words = Words
    .col-sentences = Sentences
    .col-groups = Paragraphs with claims
    .col-claims =
        { $cored ->
            [yes] Core claims
           *[no] Claims
        }
    .col-background = Background
    .col-share = Share of claims
    .note =
        { $cored ->
            [yes] Core claims bear on the pair; background claims do not and are left out of every
                share.
           *[no] { "" }
        }

documents-counted =
    { WORDS($texts-count, case: "capital") } { $texts-count ->
        [one] text
       *[other] texts
    } of { span } { $texts-count ->
        [one] makes
       *[other] make
    } { $corpus-claims } { $cored ->
        [yes] { $corpus-claims ->
            [one] core claim
           *[other] core claims
        }
       *[no] { $corpus-claims ->
            [one] claim
           *[other] claims
        }
    }{ $voice ->
        [own] { " " }in the author’s own voice
       *[all] { "" }
    }{ $texts-count ->
        [one] .
       *[other] ; { $corpus-largest } makes { $corpus-largest-share } of them, so no share is pooled
            over texts.
    }

dates =
    .title =
        { WORDS($texts-count, case: "capital") } { $texts-count ->
            [one] text
           *[other] texts
        } { $one_year ->
            [yes] of
           *[no] from
        } { span }
    .subtitle =
        Place: date of publication{ $words ->
            [yes] ; size: number of words
           *[no] { "" }
        }{ $genre ->
            [yes] ; shape: kind of writing
           *[no] { "" }
        }
    .alt =
        A date axis for { span } with one mark for each of { $texts-count } { $texts-count ->
            [one] text
           *[other] texts
        }, its size by the number of words and its shape by the kind of writing where these are
        known.

blocks =
    .title = { $corpus-body } of what the files hold is the authors’ text
    .subtitle = Characters by kind of block, in the order of the file
    .alt =
        One bar per file, { $texts-count } in all, in characters, split by kind of block: body,
        title and headings, pull quotes, metadata and site furniture; the body makes
        { $corpus-body } of the characters of { N($corpus-body) } blocks.

confounding =
    .title = Attributes that occur in one year only: { $confounded-alone } of { $confounded-all }
    .col-attribute = Attribute
    .col-level = Level
    .col-shown = Years
    .col-texts = Texts

confounding-shared =
    Attributes that occur in more than one year: { $confounded-shared }. Between years that share
    nothing, a difference has as many possible causes as there are attributes.

attribute =
    { $attribute ->
        [author] author
        [outlet] outlet
        [genre] kind of writing
       *[vantage] vantage
    }
alike-pair = { $first } and { $second } ({ $same })
alike-best =
    Two texts of different years share most in { $alike-best }: the least unfair comparison of
    years. { $alike-none } of { N($alike-none) } pairs share nothing.
alike-none = No two texts of different years share an author, an outlet, a kind of writing or a
    vantage: every comparison of years has other causes too.
alike =
    .title = { $whole ->
            [1] The only pair of texts that share something
           *[other] The pairs of texts that share something
        }
    .col-first = Earlier text
    .col-second = Later text
    .col-same = The same
    .col-other = Different

# How do I read this report?

filter = all documents

who = { $author }, { $outlet }
quoted = “{ $phrase }”
place = { $text }, { $place }

texts-in-short =
    .title =
        { WORDS($reading-texts, case: "capital") } { $reading-texts ->
            [one] text
           *[other] texts
        }: who writes, of what length, and when
    .col-name = Called here
    .col-title = Title
    .col-who = Author and outlet
    .col-vantage = Whose choices
    .col-genre = Kind
    .col-words = Words
    .col-day = Appeared
    .note =
        { $vantage ->
            [yes] Whose choices: the state, or reader, whose options the text weighs.
           *[no] { "" }
        }

what-a-claim-is =
    A claim is one point that a text makes about the two. For each it is kept what is said, in a
    sentence of the coders’ own; the reason it names; whether it binds or divides; and whose voice
    it is.
worked-examples =
    .title =
        { $both ->
            [yes] One claim of each side, as it is kept
           *[no] One claim, as it is kept
        }
    .note = { what-a-claim-is }
    .col-side = Side
    .col-phrase = In the text
    .col-gist = What is claimed
    .col-reason = Reason
    .col-place = Place

strength-meanings =
    .firm =
        Holds in at least { $strength-most } of the ways of counting; leaving out any text or coder
        does not overturn it; its interval or test is clear; coders agree on what it uses.
    .leaning =
        Holds in at least { $strength-many } of the ways of counting, and passes at least one other
        check.
    .open = Less than that: the question stays open.
strength-words =
    .title = How sure a statement is, in a word
    .col-word = Word
    .col-means = What it takes
    .note =
        { $machines ->
            [yes] The codes counted are those of machines, unchecked by a person: nothing is firm.
           *[no] A check that cannot exist for a statement is left out of the count.
        }

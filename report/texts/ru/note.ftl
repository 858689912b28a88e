# How was this report made? The note on method.

filter = all documents

coding =
    Each text was read sentence by sentence. For every claim about the two, a coder wrote down the
    reason that it names, whether it binds or divides, how it argues and in whose voice, by a codebook
    whose codes stand in the annex with examples.{ $settled ->
        [yes] { " " }Coders worked alone; where they parted, the case was settled afterwards, and its
            reason is kept.
       *[no] { "" }
    } { $note-claims } { $note-claims ->
        [one] claim counts
       *[other] claims count
    } in this report.
who-coded =
    { $note-coders ->
        [0] The corpus does not say who coded it.
       *[other] { WORDS($note-coders, case: "capital") } { $note-coders ->
            [one] coder
           *[other] coders
        }: { WORDS($note-people, zero: "no") } { $note-people ->
            [one] person
           *[other] people
        }, { WORDS($note-machines, zero: "no") } { $note-machines ->
            [one] machine
           *[other] machines
        }.{ $unchecked ->
            [yes] { " " }The codes that count are machine codes, unchecked by a person: their agreement is no proof
                that they are right.
           *[no] { "" }
        }
    }
coders-in-short =
    .title = Who coded
    .col-coder = Coder
    .col-kind = Kind
    .col-description = How

agreement-means =
    Agreement is one where coders always give the same code and zero where they agree as often as
    chance would have it. { $note-relied } of { $note-variables } { $note-variables ->
        [one] variable
       *[other] variables
    } can be relied on.
no-agreement =
    No agreement of coders was computed for this corpus: one coder coded it, or the chapter on
    agreement is not part of this build.
agreement-uses =
    .rely = relied on
    .care = with care
    .withheld = not charted
agreement-of-all =
    .title = How far coders agree on each variable
    .col-variable = Variable
    .col-alpha = Agreement
    .col-low = from
    .col-high = to
    .col-n = Cases
    .col-use = Use
    .note =
        Krippendorff’s alpha with { $level } intervals, before coders talked. Relied on: the lower end
        of the interval is at least .8; not charted: the estimate is below .667.

measure-names =
    .claims = Claims
    .share = Share
    .net = Net balance
    .interval = Interval
    .difference = Clear difference
    .agreement = Agreement
    .strength = Strength
measure-meanings =
    .claims =
        Points that a text makes about the two. Claims that only set the scene, and questions, do not
        count.
    .share = Of all the claims of a text that count, how many name this reason or this voice.
    .net =
        Binding claims minus dividing ones, divided by both together: plus one where all bind, minus
        one where all divide.
    .interval =
        How far a number would move if the text had other paragraphs of the same kind, and other
        coders had coded it.
    .difference =
        Two texts differ clearly where shuffling their paragraphs seldom gives a difference as large,
        after allowing for the number of comparisons.
    .agreement = How far another coder would have given the same code.
    .strength =
        In how many ways of counting a statement holds, and whether a text, a coder or a test speaks
        against it.
measures-in-short =
    .title = What each measure says
    .col-measure = Measure
    .col-says = What it says

cite-data =
    Cite the report by its title and date, as they stand on its first page{ $titled ->
        [yes] , and its data as: { $note-title }{ $versioned ->
            [yes] , version { $note-version }
           *[no] { "" }
        }
       *[no] { "" }
    }. A figure is cited by its number, which is the same in every file of the report.
licence =
    { $licensed ->
        [yes] Licence of the data: { $note-licences }.
       *[no] The corpus does not say under which licence its data stand.
    } The texts themselves belong to their authors and publishers and are not part of the data.
code =
    The report was made by Frameline { $note-program }, free software. Data, notebooks and program
    give it again, to the last character; results.json holds every number, and the folder of figures
    the numbers behind each chart.

access-page =
    The web page needs no script, can be used by keyboard alone, keeps to the contrasts of the Web
    Content Accessibility Guidelines, and has its charts in words and their numbers as tables.
access-print =
    The PDF files are tagged for screen readers and fit for archives. In them each chart has a text in
    its place, and its numbers are in the folder of figures. What the build checks is checked by
    machines; nobody who depends on such a reader has tried it yet.

limits-of-texts =
    A difference between two texts is one between these two texts: year, author, outlet and kind of
    reader change with them, and nothing here says whether a claim is true, or why a text was written.
limits-named =
    { $note-limits-count ->
        [one] The codebook names one limit
       *[other] The codebook names { WORDS($note-limits-count) } limits
    } of this corpus, told in full in the annex: { $note-limits }.

# The prose of the notebooks, a message for each Markdown cell, and the words of report.toml.
# Markdown as in the notebooks; line ends count here.

many-claims-title =
    A sample of the claims behind the figures

c200-short =
    Summary

c205-short =
    Shares

c215-short =
    Groups

c210-short =
    Volume

c220-short =
    Frames

c230-short =
    Together

c240-short =
    Words

c110-short =
    Agreement

c250-short =
    Agreement

c115-short =
    Machine codes

c150-short =
    Codebook

c160-short =
    Methods

report-title =
    From partners in need to fragile partnership

report-subtitle =
    How five texts frame Russia and Iran, 2001–2024

report-edition =
    Five texts, ordered by date

report-claims-title =
    The claims behind the figures

c010-short =
    Summary

c015-short =
    How to read

c025-short =
    Each text

c027-short =
    The reasons

c031-short =
    Argument and advice

c032-short =
    Outlook and past

c033-short =
    The field

c035-short =
    How sure

c020-short =
    Names

c030-short =
    Reasons

c040-short =
    Text to text

c050-short =
    Argument

c060-short =
    Advice

c070-short =
    Past and future

c080-short =
    Words

c090-short =
    Context

c100-short =
    The texts

c120-short =
    Robustness

c130-short =
    Limits

c140-short =
    Data card

c165-short =
    Method

c170-short =
    Registers

c175-short =
    Self-check

c010-cell-01 =
    # What shifts from text to text?

c015-cell-01 =
    # How do I read this?

c020-cell-01 =
    # What do they call it?

    Every text names the relationship, often several times and in several ways. This chapter asks which names stand in titles and which in the authors' own sentences, and whether a name is asserted, reported, questioned or denied.

c020-cell-05 =
    ## Do titles and authors use the same word?

    Titles are usually written by editors. The label of the body is the one the author's own sentences settle on; where a text only reports a label, the table says so.

c020-cell-08 =
    ## Where does each name stand?

    One track holds titles, headings and other words of editors; the other holds the body. A filled mark is asserted by the author; hollow marks are reported, questioned, supposed or denied.

c025-cell-01 =
    # What does each text say?

c027-cell-01 =
    # Which reasons bind, and which divide?

    What draws the two together, and what pulls them apart, is told text by text: first how much of each text every reason takes, then which reasons mean something else from text to text, then the frames side by side.

c027-cell-05 =
    ## Which reasons does each text give?

c027-cell-07 =
    ## Which reasons change their part?

c027-cell-09 =
    ## What is the frame of each text?

c030-cell-01 =
    # What binds, what divides?

    A frame selects some reasons and makes them count ([@entman-1993]). So each claim is coded for the reason it names and for whether, as the text presents it, that reason draws the two together or pulls them apart. This chapter asks how the two sides balance, how the balance depends on what is counted, and which reasons weigh on each side.

c030-names-question =
    ## What is the pair called, and what is claimed about it?

    What a title calls the relationship beside what the text itself calls it, and a square for each claim that binds or divides.

c030-cell-05 =
    ## How do the two sides balance?

    Net balance is the number of binding claims minus the number of dividing claims, divided by both: plus one where all claims bind, minus one where all divide. The same text can lean one way when every voice counts and another way when only reasons and verdicts do; the chart shows every way of counting that the codes allow. Intervals allow for claims of one paragraph being alike ([@rao-scott-1992], [@wilson-1927]): coded passages are a sample of what their author might have written ([@benoit-2009]).

c030-cell-07 =
    ## Does the verdict follow the count?

    The overall verdict of a text is coded from the whole text; the balance is counted from its claims. They can part: a text may list more that binds than divides and still conclude that the tie is weak, because what divides weighs more in its argument.

c030-howlastingisthetieat =
    ## How lasting is the tie?

    A tie can be loose and lasting, or close and brief. The verdict says how close a text finds the two; a scale of its own says how lasting.

c030-cell-09 =
    ## Which reasons bind, and which divide?

    For each reason: the share of a text’s claims that bind for it, minus the share that divide for it. Open marks rest on few claims. Bars allow for claims of one paragraph being alike ([@zou-2007]).

c030-cell-12 =
    ## How widely is each reason spread?

    A reason named in many paragraphs carries a text; one named often in a single paragraph is an aside. The shade shows the share of a text’s paragraphs that name the reason.

c030-wheredothetwomeetpla =
    ## Where do the two meet?

    Places beyond the two states: the same reason can bind in one and divide in another.

c030-cell-15 =
    ## Who acts on whom?

    A claim can say that one of the two acts on, supplies, needs or harms the other, or that they do something together. The same tie looks different from each end.

c031-cell-01 =
    # How do they argue and advise?

c032-cell-01 =
    # Which outlook, which past?

c033-cell-01 =
    # Did the field move with them?

c035-cell-01 =
    # How sure is this?

c040-cell-01 =
    # What changes from text to text?

    Each text is compared with the next one in date order, and the first with the last. A difference counts only when it is larger than chance would give with paragraphs like these; where several comparisons stand side by side, p is adjusted for their number ([@holm-1979]). All of it holds if paragraphs could as well stand in another order; where neighbouring paragraphs are alike, less is sure: both charts of differences say how much less, and the chapter on limits how alike they are.

c040-cell-05 =
    ## Is the mix of reasons different?

    The distance between two mixes of reasons is never zero by chance: two halves of one text differ too. The chart sets each distance beside what random permutations of the same paragraphs give ([@chung-romano-2013]); the divergence of Jensen and Shannon ([@lin-1991]) is in the data.

c040-cell-07 =
    ## Is the balance different?

    A short text can hide a difference. Interval and test are one thing here: a difference is clear where its interval leaves zero out, after correction for the number of comparisons ([@newcombe-1998], [@zou-donner-2008]).

c040-cell-09 =
    ## Which reasons bind, and which divide, from text to text?

    Lines join named texts in date order; nothing is fitted. Solid: binding. Dashed: dividing.

c040-cell-11 =
    ## Which reasons gain, and which lose?

    A reason gains where a larger share of the later text’s claims gives it; many are compared at once, so a few differ by chance. What moves most describes a step; it need not differ clearly by itself.

c050-cell-01 =
    # How do they argue?

    Counts hide order. A text that first grants how close the two are and then turns against it says something else than one that mixes the two throughout. This chapter follows each text from its first claim to its last, and asks whose voice makes the claims.

c050-cell-05 =
    ## Where does the argument turn?

    The line goes up with each binding claim and down with each dividing one. Shaded stretches are conceded: granted by the author against the author’s own point. Dots mark claims in other voices.

c050-cell-08 =
    ## Whose voice makes the claims?

    A text can quote officials, report what critics say, or speak throughout for itself. What others say may be there to be answered; the balance without them can differ.

c050-whatdotheclaimsdotof =
    ## What do the claims do?

    To frame is to define a problem, to explain it, to judge, and to recommend a remedy ([@entman-1993]); what only records does none of these. Texts of one balance can still do different things.

c060-cell-01 =
    # Who should do what?

    Some texts advise, some only describe. This chapter lists every recommendation, to whom it is addressed, with what instrument and to what end, and asks whether the advice uses the levers that the text itself says divide the two.

c060-cell-05 =
    ## Which texts advise, and whom?

c060-cell-08 =
    ## Pressure or accommodation?

    Each recommendation is scored from coercing to rewarding. Scores are shown one by one and never averaged: a mean would set pressure on one state off against accommodation of the other.

c060-cell-10 =
    ## Does the advice pull where the text says it comes apart?

    A text that wants to divide the two may use what it says divides them, or something else.

c060-cell-12 =
    ## Every recommendation

    In our words; the authors advise, this report does not.

c070-cell-01 =
    # Which past, and which future?

    An argument chooses its past: a treaty of two centuries ago or a summit of last week. It also looks ahead, with or without a condition. This chapter asks how far back each text reaches and what it foresees; it never says whether a forecast came true.

c070-cell-05 =
    ## How far back does each text reach?

    A year counts only when the text supports it: printed, or relative to a printed date. A year that only a reader would know is left out of the chart.

c070-cell-08 =
    ## What do the texts foresee?

    Each forecast with its condition and horizon. A forecast without a condition or a horizon cannot be checked, and this report does not try.

c080-cell-01 =
    # Do the words agree?

    A word count is the cheapest second opinion on a coding: anybody can repeat it, and it has no opinion of its own. This chapter asks what such a count would have got wrong about the names of the relationship, which words set each text apart, and whether the weight of each reason is the same by words and by claims.

c080-cell-05 =
    ## What would a word count have got wrong?

    Whoever wants to know what a text calls the relationship could search its file for the words that its names are made of. Many hits are something else: a title, a link to another page or a pull quote, the name of another pair, an adjective of something else altogether, or a name that the text only reports, questions or denies.

c080-cell-09 =
    ## Which words set each text apart?

    How many times as often does a text use a word as the other texts do? Each step of the scale is a doubling. Paragraphs are resampled, because the words of a paragraph come together. A large dot is a word that runs through the text, a small one a word that sits in few of its paragraphs.

c080-cell-11 =
    ## Do names and reasons run through a text, or stand in one place?

    A stroke is a sentence that holds the name or makes a claim of the reason. Gries’ deviation of proportions (DP, [@gries-2008]) says how far the strokes are from an even spread over the paragraphs; what is rare has a high one wherever it stands, so each is set beside random places of as many sentences. Shown are the names, and the reasons that depart most from random places.

c080-cell-14 =
    ## Do words and claims weigh the reasons alike?

    The codebook lists, for each reason, the words that name it: chosen from the definitions, before the two were compared, and shown to no coder. If coding and words agree, a reason that makes many claims should have many of these words. On the diagonal the two shares are equal.

c080-cell-16 =
    ## Where do keywords mislead?

    A keyword stands astray where its paragraph makes no claim of its reason: it names a place or an office, or belongs to another argument. A reason goes unnamed where its claims are made in other words.

c090-cell-01 =
    # Were these the field’s labels?

    Were the words of the texts in use by others when each text appeared, and did others read the relationship the same way? The sample that answers was not drawn at random: it is what a stored collection of pages happened to hold, found by look-ups whose wording matters, and each piece is known by title and opening only. So this chapter counts pieces of the sample and says nothing about rates in the field.

c090-cell-06 =
    ## Which way did others read the tie?

    Periods begin with the years of the texts. Each piece reads the tie as binding, dividing or mixed; shares carry Wilson’s interval ([@wilson-1927]).

c090-cell-10 =
    ## Does the look-up find what it asks for?

    A look-up that names a reading finds pieces that give it; the table shows how far that went.

c090-cell-12 =
    ## Were the labels in use?

    A label that others used before a text is no invention of its author.

c090-cell-15 =
    ## Do authors stay with their reading?

    An author who changes with the years says more about the times than a new author does.

c090-cell-17 =
    ## How sure is the coding of the sample?

c100-cell-01 =
    # How comparable are the texts?

    A difference between two texts can come from their time, author, outlet, kind of writing or reader. This chapter shows what was read, how long it is, and how much of that can be told apart.

c100-cell-06 =
    ## When, how long, what kind?

    A gap between two dates is no gap in what was written: it holds texts that were not read.

c100-cell-08 =
    ## How much of each file is the text?

    Files hold more than what the author wrote: titles, pull quotes, biographies, captions, links to other pages. Only body sentences are coded for claims; what looks like text and is not would mislead any count of words.

c100-cell-10 =
    ## What changes together with the year?

    If an author, an outlet or a kind of writing occurs in one year only, a difference between years cannot be told from a difference between authors, outlets or kinds.

c100-whichcomparisonisthe =
    ## Which comparison is the least unfair?

    Two texts of different years that share an author, an outlet, a kind of writing or a vantage leave fewer causes open than two that share nothing.

c110-cell-01 =
    # Do coders agree?

    A code is data only if another coder, working alone from the same codebook, would have given it too ([@krippendorff-2019]). This chapter measures that for every variable the report uses, before any discussion among coders.

c110-cell-06 =
    ## How well can each variable be reproduced?

    Krippendorff’s alpha is one where coders always agree and zero where they agree as often as chance would have it ([@artstein-poesio-2008]). Claims of different coders are taken for the same claim by where they stand, never by how they were coded; a claim that one coder lacks counts as a disagreement. From the first mark upward a variable carries comparisons; between the two marks it is tentative; below, it is weak, and shown nowhere but here. The verdict goes by the lower end of the interval.

    Beside each alpha stands what the same coders would reach by tossing coins, each with the habits found here: the same share of every code, the same gaps, as many claims a sentence. What does not clear that is no agreement, however often codes are alike.

c110-cell-08 =
    Before any code is given, a coder decides how many claims a sentence makes. Sentences are the same for all, so agreement is measured on that number (alpha, ordinal).

c110-cell-20 =
    Simple agreement, coefficients that treat chance otherwise ([@gwet-2008]), the share of redrawn corpora that would fall below the lower mark, and what is left without the codebook’s own examples stand beside each alpha here.

c110-cell-10 =
    ## Which reasons are taken for which?

    Where two coders gave one claim different reasons, the codebook has not parted the two well, or the text names both.

c110-cell-12 =
    ## Which codes agree least?

    A variable can be sound while one of its codes is not: here each reason is asked for by itself, found in a sentence or not.

c110-cell-14 =
    ## Why did they disagree?

    After coding, every disagreement was settled and its reason written down: an oversight, a rule the codebook left open, or a passage that can be read in two ways.

c115-cell-01 =
    # How far can the machine’s codes be trusted?

    A machine codes a whole corpus in an hour, and errs. Its errors are not the same everywhere: they can make a change where there is none, and hide one. So people read a sample that was drawn by chance, without knowing what the machine said, and what they find corrects the shares ([@angelopoulos-2023]). A correction makes a number honest. It does not replace reading: a good machine is worth a few dozen more items read.

c115-cell-06 =
    ## Who coded with what?

    A reader can judge machine codes only who knows which model made them, when, with which settings and instructions, and what became of answers that could not be used.

c115-cell-08 =
    ## What are the shares, corrected?

    Each share stands here twice: as the machine has it, and as it is by the people who read the sample. Where a sample was drawn within each part of the corpus, the correction of one part says nothing of another.

c115-cell-10 =
    ## How much of a change is classifier error?

    A machine that misses more in early documents than in late ones makes a rise of its own. What is left when its error is taken away is the change that people would have found, with an interval that takes in both samples ([@zou-donner-2008]).

c115-cell-13 =
    ## How does the machine err?

    The confusion of machine and people shows what kind of error it makes. Whether it errs alike from part to part is tested, and reported; it is never a reason to borrow the errors of one part for another.

c115-cell-15 =
    ## Do the people agree?

    People err too. Where several read the same items, their agreement is shown, and whether the machine could stand in for one of them. A dummy that never reads passes that test on some published sets, so it stands beside.

c120-cell-01 =
    # Which statements survive?

    A statement that holds for one way of counting, or because of one text or one coder, is no statement about the texts. This chapter counts each headline statement in every way that makes sense for it, leaves out one text and one coder at a time, lists the claims that speak against it, and says, for planning, how small a difference would likely be found at all. Statements about the coding itself, and about the writing of others, are not tested here.

c120-cell-05 =
    ## Does it depend on how one counts?

    Each statement is worked out again with every combination of the choices that bear on it, its specification curve ([@simonsohn-2020]): whose voice counts, what becomes of questions, bare facts and background, whose codes are used, whether claims, sentences or paragraphs are counted, and where the ambivalent claims go. The ways share their claims, so their number is no number of tests. Texts too short to compare are never compared. A statement names its texts: that one of four comparisons differs would be true of any one of them.

c120-cell-08 =
    ## Does it hang on one text, or on one coder?

    A statement about named texts cannot depend on the other texts; one that says that none differs can. Without one coder, a statement has to hold with the own codings of each other coder, as they were before any of them was discussed.

c120-cell-10 =
    ## What speaks against each statement?

    Claims that pull the other way: of a balance, those on the other side; of a share, the same kind of claim in the other text; of a difference in reasons, claims for reasons that both texts give; of a difference in labels, sentences where an author does use the title’s word. The author’s own voice comes first, then main points before support, then reasons and verdicts.

c120-sure-question =
    ## How sure is each statement of the report?

    The pages before this annex open with a few statements. Each has four checks: does it hold in the ways of counting, does it fall without a coder, is its test clear after a correction over all of these statements, and do the coders agree on what it uses. A statement that is open is told as a question.

c120-quoted-question =
    ## What else do the chapters say?

    The statements of the chapters of this annex, as far as their tests stand when all are corrected together and they hold in most ways of counting.

c120-cell-12 =
    ## How small a difference would likely be found?

    Texts of few paragraphs can only tell large differences apart. For each comparison, the table gives the difference in balance that the test finds four times in five among paragraphs of these sizes. It is planning information: whether a difference was found is for its interval and its p to say.

c130-cell-01 =
    # What can these texts not tell?

    A careful coding can still be read for more than it holds. This chapter says which conclusions the design forbids, what else could lie behind a difference between two texts, and what would have to be added to know more.

c130-cell-05 =
    ## Who chose the texts, and knowing what?

    Texts that were picked are cases: they can be compared with one another, and cannot be added up to what a field, a school or a country thought. A list from which texts are drawn by chance would carry further.

    Whoever picks texts after the event knows how the story went on, and so do those who code them. A text that fits what happened next is easier to remember, and so easier to pick, than a text that fits nothing. What is known of the choice of these texts stands below.

c130-cell-07 =
    ## Is a difference between two texts a change?

    Not by itself. Each text comes with its date, but also with its author, its outlet, its kind of writing, its editor and the reader it wants to reach. Where each of these occurs in one year only, they cannot be told apart: a later text may be gloomier because times were, because its author always was, or because its task made it look for what is wrong. The report therefore compares named texts, step by step, and draws no line through the years.

    The intervals in this report do not help with this. They say how far a number would move with other paragraphs of the same text; they know nothing of an error that all coders share, and nothing of texts that were never read.

    ## Whose words are they?

    {""}**Titles, standfirsts and headings** are usually written by editors. They are kept apart from the body, are listed with the labels, and never enter a share. A title can even ask what its text goes on to deny.

    {""}**Abstracts and summaries** stand in for something longer, and lose some of it. A body too short to compare is listed but never ranked or resampled.

    {""}**Paragraphs** matter because they are what is resampled. Where a page broke up its author’s paragraphs, how they were put together again is a judgement, and so is a **date** that no page prints.

    ## Whose view is missing?

    Texts in one language, from a few outlets, see their subject from where those outlets stand. Those who are written about may name it quite differently for their own readers; where they speak in these texts, they do so in the words of those who quote them.

    ## Are the texts right?

    The report does not say. Claims that others contest are recorded as their authors’, in words that name who claims them, and are never repeated as facts. Forecasts are listed and never marked as right or wrong.

    A claim that is made often is not thereby more true, and neither is one that two texts share: authors read one another.

    ## What can the coders not see?

    Agreement shows that a rule can be followed twice. It does not show that the rule finds what it is named after, and coders who share a training share blind spots. Machine coders that are runs of one language model do so above all: they read the same way, have probably met these very texts before, and can agree on a misreading. Their agreement is an upper bound for that of people and says little about validity.

    The codes of one text are no independent witnesses either. The same coders, having read the whole text with its title, named its labels, weighed its verdict and coded its claims. That verdict and claims point the same way is therefore weak support for either; only coders who see single sentences, without title and text, could make it strong.

c130-cell-09 =
    ## What else could lie behind a difference?

    Each kind of difference this report shows has rivals to the explanation that comes first to mind, namely that times had changed. The last column says what would tell them apart. It is nearly always more texts.

    | Difference | What else could explain it | What would tell them apart |
    |:--|:-----|:-----|
    | Another title | An editor’s taste, or a house style of questions and warnings | The author’s draft; other titles from the same desk in the same months |
    | Another label in the body | The debate the text answers: a word is used because others used it | Other texts of those months, searched for the same words |
    | Another mix of reasons | The author’s subject, or what the outlet commissions | The same author years apart; two authors in one outlet and year |
    | More that divides | The task: a text that advises has to find what can be changed | Texts of one kind and one vantage from several years |
    | Another order of argument | The kind of text: essays concede before they turn, abstracts have no room to | Several texts of each kind, coded for order |
    | More voices of others | Length, and how much reporting an outlet wants | Texts of one length from one outlet |
    | Other advice | The reader: a government can act where a scholar’s reader can only understand | The same author writing for another reader |
    | Another past | The occasion: a visit, a war or an anniversary brings its own memories | Texts written on no occasion |
    | A change of sign | The place: one reason can bind in one place and divide in another | Coding by place, with more claims in each |
    | Any of these | The coders, who saw author and date and know what came after | A person as coder; a coding of texts with names and dates removed |

    ## Which limits are peculiar to this corpus?

c130-card-question =
    ## How often would the tests and intervals be wrong?

    A test that promises to err in five of a hundred cases has to be tried where the truth is known. Texts are made up here with the paragraphs, the shares and the likeness within paragraphs of the texts at hand, and put to the same tests and intervals as the real ones.

c130-neighbours-question =
    ## Are neighbouring paragraphs alike?

    An author who stays with a topic makes neighbouring paragraphs alike; then they are no independent cases, and every p is larger. One who sorts topics does so too, and loses nothing. The texts cannot say which.

c130-cell-11 =
    ## What would longer texts buy, and what more texts?

    Longer texts make a comparison between two texts sharper. The table says how far apart two texts must be, in net balance, for the test to find it in most cases (the exact share stands under the table), where paragraphs are as large, and claims within a paragraph as alike, as in the texts at hand. Net balance runs from minus one to plus one, so no difference is larger than two.

c130-cell-13 =
    More texts buy something else. Only texts of the same year show how much texts differ for reasons other than the year; where each year has one text that spread is unknown, and nothing else can stand in for it. No computation can then say how many texts would be enough. What can be said is what to look for: for each year several texts, by different authors, of different kinds, chosen by a rule that does not look at what they say; and some authors, outlets and kinds of text that occur in several years.

    ## How is a text added?

    - Save the text as a plain file, unaltered, outside the project: the project holds codes, places and counts, never the text.
    - Give it a row in `documents.csv`, with its date and how the date is known; list its blocks in `blocks.csv` and its sentences in `units.csv`, by offsets.
    - Let `frameline rebuild --texts FOLDER` compute hashes and counts, and `frameline check` say what is missing.
    - Let at least two coders code every sentence from the codebook, each alone, into a folder of `coders/`; better if one of them is a person, and best if one sees neither author nor date.
    - Settle the disagreements in `adjudication.csv`, and enter the final codes in `claims.csv`, `labels.csv` and `events.csv`.
    - Run `make report`. Every chart, sentence and interval takes the text in by itself, and statements that no longer hold go.

c140-cell-01 =
    # What was analysed?

    This is the data card: which texts, in which copies, from which part of each file, coded by whom. It also says what the data hold and what they leave out, and to whom the texts belong.

c140-cell-05 =
    ## Which texts?

    Everything in this report is about these and no others.

c140-cell-09 =
    ## What of each file was read?

    A stored page holds more than its text. Only the body is coded for claims; names for the relationship in other parts are listed, and never counted.

c140-cell-11 =
    ## What does the corpus say about itself?

    A data statement says who wrote, who coded, and what the corpus is for, under the headings of [@bender-friedman-2018].

c140-cell-14 =
    ## What is in the data, and what is not?

    The data are stand-off annotations: places in the texts, and what coders made of them. The sentences themselves are not among them. No row holds more than a short phrase of a text, the list of words is in alphabetical order, and every summary of a claim is in the coders’ words. Nothing in the data says whether a claim is true.

c140-cell-16 =
    ## Whose are the texts?

    The texts belong to their authors and publishers. Addresses and hashes, where the data have them, let anyone who may read the texts check the coding.

c150-cell-01 =
    # How was it coded?

    Coders read each text to its end, then asked the same questions of every sentence. This chapter prints the questions, the codes that answer them, and the rules for cases in which careful coders differ.

c150-cell-06 =
    ## What is coded: from the text to the mention

    A code belongs to a unit, and what is counted is always units of one kind.

c150-cell-08 =
    ## What is asked of each claim, label, event and text?

    Each table names a code, says what it means, what it takes in (In) and leaves out (Out), and how a case on its boundary is decided; the example is a phrase of a text, with its place. Variables with short definitions are gathered at the end. A code that means the same as elsewhere is not explained twice.

c150-cell-11 =
    ## Which rules settle doubtful cases?

    A rule was made where coders met a case that the definitions leave open.

c150-cell-13 =
    ## What changed between versions?

    A codebook that is used is mended; what was coded before is then coded again.

c160-cell-01 =
    # How was it computed?

    Every number in this report comes from the tables of codes by the few steps described here, in words. The chapter also shows the settings, sets our measures beside values that others have published, and names the programs used.

c160-cell-05 =
    ## Which claims count?

    One function chooses them for every chart, and the line under each chart says what it chose. Unless that line says otherwise, these are the claims that bear on the pair (core claims), in anybody’s voice, without questions. Claims without a direction count in shares and are left out of the balance.

    ## What is a share, what is net valence?

    - **Share of claims:** the text’s claims with a code, divided by all its claims that count. **Presence:** the same with paragraphs in place of claims, which does not depend on how finely sentences were split.
    - **Net valence:** claims that bind minus claims that divide, divided by both together. It is plus one where all bind, minus one where all divide, and zero where they balance. Ambivalent claims are shown beside it; counting them below the line too is one of the variants tried in the chapter on robustness.
    - **Balance of one reason:** claims in which it binds minus claims in which it divides, divided by all claims of the text that count.
    - **Running balance:** the same difference, claim by claim in the order of the text.
    - **Shares are never pooled** over texts: the longest would decide.

    ## What does an interval say?

    It says how far a number would move if the text had other paragraphs of the same kind. The claims of one paragraph make one point together, so they count for fewer than they are: for their number divided by the design effect, which grows with the size of the paragraphs and with how alike their claims are ([@rao-scott-1992]). How alike they are is estimated over all codes of a variable and, where a text has little to estimate it from, drawn towards what is usual. On this effective size stands Wilson’s interval of a share ([@wilson-1927], [@franco-2019]), with Student’s t for the number of paragraphs. A net balance is a share too, of the binding claims among both kinds. Nothing found needs no rule of its own. A text of two paragraphs or fewer gets counts only, and one of fewer than eight a wide interval.

    The interval of a difference combines those of the two shares ([@newcombe-1998], [@zou-donner-2008]), and its p is the level at which a limit touches zero, so that the two cannot disagree.

    Coding error is not in these intervals: coders that err together cannot be seen by exchanging one for another. The balance of a single reason, counts of claims, and the chapters on words, other writing and agreement have intervals by the bootstrap ([@efron-1993]) of whole paragraphs ([@benoit-2009]), with Jeffreys’ interval ([@brown-2001]) where resampling shows no variation. Each text has random numbers of its own there, so that leaving one text out does not move the intervals of the others.

    ## When are two texts called different?

    - **The mix of reasons:** the paragraphs of the two texts are dealt out to them again at random. If mixes as far apart as the real ones are rare among these permutations, they differ. Distance is measured in units of its own uncertainty, so that other lengths of paragraphs, or claims more alike in one text, do not pass for another mix ([@chung-romano-2013], [@rao-scott-1992]). Deals are made until p is known well enough to be called; the real deal counts as one of the random ones, so that no p is zero ([@phipson-2010]).
    - **A share or a balance:** the interval of the difference leaves zero out. No floor is set below which a difference may not be called one.
    - **A text that has more than others:** named text by named text. It has most of all only where it has surely more than each.
    - **Reasons that lead:** all texts are dealt at once, because comparisons that share a text are not independent. What chance gives as often is no finding.

    For several comparisons side by side, p is raised by Holm’s method ([@holm-1979]): within one table or chart, and once more over all tests behind the summary.

    All this holds if paragraphs could as well stand in another order. Where neighbouring paragraphs are alike, the chapter on differences gives each p a second time, larger.

    The **divergence** of two texts’ reasons is that of Jensen and Shannon ([@lin-1991]), zero for equal shares and one for texts with no reason in common. Among few claims it is well above zero by chance: it is a measure, never a test.

    ## How is agreement measured?

    {""}**Krippendorff’s alpha** ([@krippendorff-2019]) is one minus the disagreement found, divided by the disagreement that chance would give. It takes any number of coders and bears missing codes; disagreement is counted by the level of the variable: any two codes differ equally (nominal), neighbours differ less (ordinal), or sets differ by what they do not share (MASI, [@passonneau-2006]). Its interval draws paragraphs, as above, and the lower end decides whether a variable carries comparisons. Codes are compared as they were before any discussion. Claims of different coders in one sentence are matched by their place and codes.

    Published thresholds are conventions. Gwet’s coefficient ([@gwet-2008]) is given as a diagnosis where one code dominates, never in place of alpha.

    ## How are words compared?

    The **log ratio** says how many times a word’s rate doubles from the other texts to this one, with half an occurrence added on each side so that a word missing on one side keeps a finite value; its interval draws paragraphs. **Gries’ deviation of proportions** ([@gries-2008]) says whether a word or a reason is spread over a text or sits in one place; its normed form ([@lijffijt-gries-2012]) is in the data. What is rare has a high one anyhow, so for places in a text it is set beside random places of as many sentences. Weighted log-odds with an informative prior ([@monroe-2008]) are computed beside the log ratio as a second opinion. There are no tests that take words for independent cases.

    ## How small a difference could be seen?

    For planning, the report says how large a difference in net balance must be for the test to find it in most cases, given paragraphs of these sizes and claims as alike within them. No verdict compares a difference with that number.

c160-cell-07 =
    ## Which settings were used?

    These are the settings of this chapter; where a build gives a chapter others, the last page of the report names them.

c160-cell-09 =
    ## Do the measures give what others have published?

    Each measure is run on the worked examples of its authors, of textbooks and of other programs, and compared within the rounding of what they print.

c160-cell-11 =
    ## With what was it made?

    The same data, settings and versions give the same report, to the last character. A build also writes a manifest with the fingerprint of every file that went in and came out.

c165-cell-01 =
    # How was this made?

    The method in short. What it rests on in full stands in the annex, under the numbers named here.

c165-cell-05 =
    ## Who coded, and how?

c165-cell-07 =
    ## How far do coders agree?

c165-cell-09 =
    ## What does each measure say?

c165-cell-11 =
    ## What can this not tell?

c165-cell-13 =
    ## How is it cited, and who may use what?

c165-cell-15 =
    ## Who can read it?

c170-cell-01 =
    # What does each register hold?

    These are the lists behind the charts: passages that can be read in more than one way, every name for the relationship, every event. Each entry says where it stands, so that a reader with the texts at hand can look it up.

c170-cell-05 =
    Places are given by block, sentence (s) and claim of the sentence (c), as in the tables of the data. Blocks of the body begin with P in most corpora; other letters stand for titles, headings and other parts of a page.

    ## Which passages can be read in more than one way?

    When coding was done, disagreements were settled and their reason noted: an oversight, a rule that left the case open, or a text that does. Only the last kind is listed here; the others are counted. Codes stand with the coders who gave them, then the code that was settled on.

c170-cell-08 =
    ## Which names for the relationship stand where?

    Every mention is listed, counted or not, under the codes it was given. Polarity says whether the name is asserted, stance whether the author stands behind it.

c170-cell-10 =
    ## Which events are called up, and are they dated?

    A year stands only where the text gives one, in print or in relation to another. A year that is known only from elsewhere is left out.

c175-cell-01 =
    # What do method guides ask for?

    Method guides list what a published content analysis should say. The list below joins several of them and is answered from the data: what the tables hold, what the chapters found, and what the makers of the corpus state. Who reads for such a list can stop here; everybody else can skip it.

c175-cell-05 =
    ## What of it is here?

c200-cell-01 =
    # What does this corpus say?

    The firmest statements of the chapters that follow, in one place.

c205-cell-00 =
    # How often is each code given?

    How large is the share of each code in the whole corpus, and how far could it move with other documents, or with other coders?

c205-cell-05 =
    ## How does that differ between periods?

c205-cell-07 =
    ## What else was coded?

c205-cell-20 =
    ## What should be known of this corpus?

c210-cell-01 =
    # How much is there, and when?

    An archive is rarely even: some years have many articles, some have few, and a share of few says little. This chapter counts documents and claims by period, before any other chapter compares periods.

c210-cell-06 =
    ## How are documents and claims spread?

    Periods have one length, chosen so that few enough of them cover all years.

c215-cell-00 =
    # Who says what?

    Which groups of documents, or of speakers, give a code more often than all the others, and which groups lie far apart?

c215-cell-05 =
    ## Which groups lie far apart?

c215-cell-07 =
    ## Who is for, and who against?

c215-cell-09 =
    ## Which words mark a group?

c220-cell-01 =
    # Which frames, and when?

    Which frames carry the claims of each period, which way do the claims point, and how sure is either? Documents are drawn anew many times, because the claims of one document belong together.

c220-cell-05 =
    ## Which frames carry the claims?

    Each cell prints the share of the period’s claims in percent; darker is more. Frames beyond the most frequent ones stand together in the last row.

c220-cell-08 =
    ## How sure are the shares?

c220-cell-10 =
    ## Which way do the claims point?

c230-cell-01 =
    # Which frames stand together?

    A sentence that gives two reasons ties them to each other; a document that uses many frames weighs them. This chapter asks which frames share sentences, whether more often than their frequencies would have it, and how widely each frame is used.

c230-cell-05 =
    ## Which frames share a sentence?

    The row says of all sentences with its frame how many, in a hundred, also have the frame of the column.

c230-cell-09 =
    ## How widely is each frame used?

c240-cell-01 =
    # Which words mark which period?

    Word counts know nothing of frames and anybody can repeat them. This chapter asks which words stand more often in one period than in all others, and how surely.

c250-cell-01 =
    # Can the codes be reproduced?

    A part of the corpus was coded by several coders, each alone. This chapter measures for every variable whether another coder would have given the same codes.

c250-cell-06 =
    ## Which frames are taken for which?

    Of the codes that met a code of the row, how many in a hundred were that of the column.

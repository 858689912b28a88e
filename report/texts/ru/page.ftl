# What the page and the PDF say around the chapters. The chapters' own sentences stand in the
# catalogues of the chapters.

# Parts of the report, in the contents.
part-summary = Summary
part-report = Report
part-method = Method
part-annex = Findings in full
part-findings = Findings
part-checks = Checks
part-appendix = Appendix
annex = Annex
where-all-stands = Where everything stands
annex-lead =
    For whoever wants to check: everything that the report rests on, under the same numbers. Each
    chapter opens when it is chosen, or when a link points into it.
not-here = Not in this report
not-here-line = What the corpus lacks
not-here-lead = Chapters that have nothing to show for this corpus, and what would fill them.
sources = Sources
sources-line = Texts and methods

# How chapters, figures and tables are named, above them and where something refers to them.
summary = Summary
chapter = Chapter { $number }
appendix = Appendix { $number }
figure = Figure { $number }
table = Table { $number }
figure-in-view = Figure { $number }, { $view }
figure-title = Figure { $number }: { $title }
table-of-words = Table
table-title = Table { $number }: { $title }
data-of-figure = Data of figure { $number }
# In place of the number of the summary, before the number of a figure.
summary-number = S
# A chart that goes on, on the next page.
continued = { $figure }, continued
continued-alt = { $figure }, continued: the rest of the chart.

# The files of a report, and what one says of another.
title-brief = { $title }: the brief
title-annex = { $title }: annex
title-slides = { $title }: slides
kind-brief = Brief
kind-annex = Annex
annex-of-report = Annex to the report
of-report = From the report
in-annex = { $what } in the annex
in-report = { $what } in the report
annex-holds = In the annex (annex.pdf): { $chapters }.
source-line = { $exhibit } of “{ $report }”; its evidence stands in report.html.
numbers-in-file = Data: { $file }.
elsewhere-report =
    This is the report. The file annex.pdf holds its annex, the file report.html both; figures and
    tables have the same numbers in all files.
elsewhere-brief =
    This is the brief. The file report.pdf holds the report, annex.pdf its annex, report.html both;
    figures and tables have the same numbers in all files.
elsewhere-annex =
    This is the annex. The file report.pdf holds the report, the file report.html both; figures and
    tables have the same numbers in all files.

# The head of the page
skip = Skip to the report
data-as-of = Data as of { $day }
contents-and-view = Contents and view
contents = Contents
close = Close
link-to-chapter = Link to this chapter
link-to-section = Link to this section

# Whose words count: the switch, and the views.
whose-words = Whose words count
view-all = All voices
view-own = The author’s own
shown = Shown:

# Around figures and tables
tentative = Tentative
tentative-why = Coders agree less than is asked for on a variable shown here
in-words = In words
data = Data
download = Download as CSV
how-computed = How computed
numbers-not-listed = Drawn in the notebook of this chapter; its numbers are not listed here.
formula = Formula
filter-line = Filter: { $filter }.
behind-it =
    Behind it: { $count } { $count ->
        [one] claim
       *[other] claims
    }, listed in { $chapter }.

# Claims
evidence = Evidence
claims = Claims
claim = Claim
text = Text
phrase = Phrase
what-is-claimed = What is claimed
codes = Codes
claims-lead = Behind each claim is a link to its place, phrase and codes in the list of claims.
claims-of-text = { $text }: { $link }
all-listed = all { $count } claims listed
claims-counted = { $text } ({ $count }):
claim-in-list = { $claim },
claim-at = { $claim }, { $place }
quoted = “{ $phrase }”
codebook = Codebook

# What stands where something is not shown
missing-part = a part not in this edition
nothing-to-show = This corpus holds nothing that this chapter could show, so this chapter steps aside.
withheld = Not charted: coders agree too little on the { $role } of claims (alpha { $alpha }).

# A finding, where its number is pointed at
finding-interval = interval { $low } to { $high }
finding-n = n = { $n }

# Sources
the-texts = The texts
the-methods = The methods
further-reading = Further reading

# What a report of another corpus is called, where the corpus does not say it
about-pair = How texts frame { $pair }
about-corpus = Frames in the texts of { $corpus }

# The last lines
built-with = Built with other parameters than the notebooks' own: { $values }.
made-with = Made with Frameline { $version }.
fingerprint = Data fingerprint { $digest }.
results-file = Numbers in the text name their finding when pointed at; the file results.json holds them all.

# Panels: what a dot or the place of a point says to those who hear the page
panel-point = { $column }, { $step }:
panel-binding = binds
panel-dividing = divides
panel-neither = neither

# Words by which a headline asks.
asking-words = whether open

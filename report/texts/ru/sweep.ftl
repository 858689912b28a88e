# The index page of a sweep: many reports side by side.

sweep = Sweep
skip = Skip to the reports
reports-compared =
    { $reports } { $reports ->
        [one] report
       *[other] reports
    }, { $failed } failed; findings of the others: { $differing } differ, { $same } are the same

# The list of the reports
reports = Reports
report = Report
built-from = Built with
outcome = What came of it
files = Files
own-values = the report's own values
failed = failed
built = built
stepped-aside = stepped aside: { $chapters }
as-tables = The findings of all, as tables: { $csv }, { $json }.

# Findings side by side
finding = Finding
in-every-report = In every report
not-there = not there
interval-low-high = { $low } to { $high }
n-cases = n = { $n }
the-same = the same
marked-beyond = (beyond the interval of the first run)
marked-differs = (differs)
statements-differ = Statements that differ
statements-lead =
    What the reports say in their headlines, where it is not what { $first } says, the first report
    that was built.
findings-differ = Findings that differ
findings-lead =
    The largest differences first. Set apart is what is not the same as in { $first }; { $mark }
    what lies beyond the interval found there. Below each value: its interval and the number of
    cases.
in-this-way = in this way
findings-same = Findings that are the same
all-of-them = All { $count }

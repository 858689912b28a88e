# Messages that every chapter may use.

number-0 = no
number-1 = one
number-2 = two
number-3 = three
number-4 = four
number-5 = five
number-6 = six
number-7 = seven
number-8 = eight
number-9 = nine
number-10 = ten
number-11 = eleven
number-12 = twelve
number-in-words = { WORDS($number) }

# What stands for an empty list.
list-none = none
# From the lower to the upper end of an interval.
interval = { $low } to { $high }
# What stands between the clauses of a sentence that lists what was found text by text.
between-clauses = { "; " }
# Sentences as the clauses of one.
clauses = { CLAUSES($rows) }
# The first and the last day on which a text may have appeared.
between-days = between { $low } and { $high }
# The text’s own words where a panel shows a claim, and their place.
claim-phrase =
    { $known ->
        [yes] “{ $phrase }” { $place }
       *[no] { $place }
    }
# What the foot of a panel says where a page had no room for all of it.
panel-shortened = Shortened to fit this page; the web page shows all of it.

# Ends the subtitle of a chart of codes that no person has checked a sample of.
machine-codes-unchecked = ; machine codes, unchecked

need-tables-in-memory =
    This corpus is counted where its Parquet files lie, so this exhibit shows nothing. To change
    that, write the corpus as CSV tables.

# How sure a statement is, in a word.
strength-names =
    .firm = firm
    .leaning = leaning
    .open = open
need-sure-made =
    How sure the statements of this report are is worked out in its annex, which was not built
    before this chapter. To change that, build the whole report.
need-statements-made =
    No other chapter has made a statement about this corpus, so none is quoted here. To change
    that, build the whole report.

# The context sample.
filter-sample = context sample
# Which way a piece reads the tie, and the periods that begin with the years of the texts.
readings =
    .binding = binding
    .mixed = mixed
    .dividing = dividing
first-period = to { $year }
last-period = from { $year }

# Russian. Machine translation, to be reviewed.
# Messages that every chapter may use.

# Figures, not words: they are right before nouns of any gender and in any case.
number-0 = { "0" }
number-1 = { "1" }
number-2 = { "2" }
number-3 = { "3" }
number-4 = { "4" }
number-5 = { "5" }
number-6 = { "6" }
number-7 = { "7" }
number-8 = { "8" }
number-9 = { "9" }
number-10 = { "10" }
number-11 = { "11" }
number-12 = { "12" }
number-in-words = { WORDS($number) }

# What stands for an empty list.
list-none = нет
# From the lower to the upper end of an interval.
interval = от { $low } до { $high }
# What stands between the clauses of a sentence that lists what was found text by text.
between-clauses = { "; " }
# Sentences as the clauses of one.
clauses = { CLAUSES($rows) }
# The first and the last day on which a text may have appeared.
between-days = не раньше { $low } и не позже { $high }
# The text’s own words where a panel shows a claim, and their place.
claim-phrase =
    { $known ->
        [yes] «{ $phrase }» { $place }
       *[no] { $place }
    }
# What the foot of a panel says where a page had no room for all of it.
panel-shortened = Сокращено, чтобы уместиться на странице; на веб-странице показано всё.

# Ends the subtitle of a chart of codes that no person has checked a sample of.
machine-codes-unchecked = ; машинные коды, не проверены

need-tables-in-memory =
    Этот корпус считают там, где лежат его файлы Parquet, поэтому здесь ничего не показано. Чтобы это
    изменить, запишите корпус таблицами CSV.

# How sure a statement is, in a word.
strength-names =
    .firm = твёрдо
    .leaning = скорее всего
    .open = открыто
need-sure-made =
    Насколько тверды выводы этого доклада, рассчитано в его приложении, а оно не было собрано до этой
    главы. Чтобы это изменить, соберите доклад целиком.

# The context sample.
filter-sample = выборка контекста
# Which way a piece reads the tie, and the periods that begin with the years of the texts.
readings =
    .binding = сближающее
    .mixed = смешанное
    .dividing = разделяющее
first-period = по { $year }
last-period = с { $year }

need-statements-made =
    Ни одна другая глава не сделала вывода об этом корпусе, поэтому здесь нечего привести. Чтобы это
    изменить, соберите доклад целиком.

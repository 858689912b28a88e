# Persian. Machine translation, to be reviewed.
# Messages that every chapter may use.

number-0 = صفر
number-1 = یک
number-2 = دو
number-3 = سه
number-4 = چهار
number-5 = پنج
number-6 = شش
number-7 = هفت
number-8 = هشت
number-9 = نُه
number-10 = ده
number-11 = یازده
number-12 = دوازده
number-in-words = { WORDS($number) }

# What stands for an empty list.
list-none = هیچ‌کدام
# From the lower to the upper end of an interval.
interval = { $low } تا { $high }
# What stands between the clauses of a sentence that lists what was found text by text.
between-clauses = { "؛ " }
# Sentences as the clauses of one.
clauses = { CLAUSES($rows) }
# The first and the last day on which a text may have appeared.
between-days = میان { $low } و { $high }
# The text’s own words where a panel shows a claim, and their place.
claim-phrase =
    { $known ->
        [yes] «{ $phrase }» { $place }
       *[no] { $place }
    }
# What the foot of a panel says where a page had no room for all of it.
panel-shortened = برای جا شدن در این صفحه کوتاه شده است؛ صفحهٔ وب همهٔ آن را نشان می‌دهد.

# Ends the subtitle of a chart of codes that no person has checked a sample of.
machine-codes-unchecked = ؛ کدهای ماشینی، بازبینی‌نشده

need-tables-in-memory =
    این پیکره همان‌جا شمرده می‌شود که پرونده‌های Parquet آن هستند؛ پس در اینجا چیزی نشان داده نمی‌شود. برای
    تغییر آن، پیکره را به‌صورت جدول‌های CSV بنویسید.

# How sure a statement is, in a word.
strength-names =
    .firm = استوار
    .leaning = متمایل
    .open = باز
need-sure-made =
    این‌که گزاره‌های این گزارش چقدر یقینی‌اند در پیوست آن حساب می‌شود، که پیش از این فصل ساخته نشده است.
    برای تغییر آن، کل گزارش را بسازید.
need-statements-made =
    هیچ فصل دیگری دربارهٔ این پیکره گزاره‌ای نساخته است؛ پس اینجا گزاره‌ای نقل نمی‌شود. برای تغییر
    آن، کل گزارش را بسازید.

# The context sample.
filter-sample = نمونهٔ زمینه
# Which way a piece reads the tie, and the periods that begin with the years of the texts.
readings =
    .binding = پیونددهنده
    .mixed = آمیخته
    .dividing = جداکننده
first-period = تا { $year }
last-period = از { $year }

# Persian. Machine translation, to be reviewed.
# The index page of a sweep: many reports side by side.

sweep = گزارش‌ها در کنار هم
skip = رفتن به گزارش‌ها
reports-compared =
    { $reports } { $reports ->
        [one] گزارش
       *[other] گزارش
    }، ناموفق: { $failed }؛ یافته‌های گزارش‌های دیگر: متفاوت { $differing }، یکسان { $same }

# The list of the reports
reports = گزارش‌ها
report = گزارش
built-from = ساخته با
outcome = نتیجه
files = پرونده‌ها
own-values = مقدارهای خود گزارش
failed = ناموفق
built = ساخته شد
stepped-aside = فصل‌های کنارکشیده: { $chapters }
as-tables = یافته‌های همه، به شکل جدول: { $csv }، { $json }.

# Findings side by side
finding = یافته
in-every-report = در همهٔ گزارش‌ها
not-there = اینجا نیست
interval-low-high = { $low } تا { $high }
n-cases = n = { $n }
the-same = همان
marked-beyond = (بیرون از بازهٔ اجرای نخست)
marked-differs = (فرق دارد)
statements-differ = گزاره‌هایی که فرق دارند
statements-lead =
    آنچه گزارش‌ها در عنوان‌های خود می‌گویند، جایی که با گفتهٔ { $first }، نخستین گزارش ساخته‌شده،
    یکی نیست.
findings-differ = یافته‌هایی که فرق دارند
findings-lead =
    نخست بزرگ‌ترین تفاوت‌ها. آنچه با { $first } یکی نیست متمایز شده است؛ آنچه بیرون از بازهٔ
    آن گزارش است { $mark } نشان داده شده است. زیر هر مقدار: بازهٔ آن و شمار موردها.
in-this-way = به این شکل
findings-same = یافته‌هایی که یکی هستند
all-of-them = هر { $count } یافته

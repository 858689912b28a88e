# Persian. Machine translation, to be reviewed.
# The words that charts write: axes, keys, heads of columns.

# How far the codes of a variable can be relied on.
status-rely = قابل اتکا
status-tentative = با احتیاط
status-weak = ضعیف
status-no-agreement = بدون توافق
status-no-variation = بدون تنوع
status-not-measured = سنجیده نشده
alpha = آلفا
units = واحدها
alike-and-tossed = یکسان / سکه‌ای
coin-tossers = همان کدگذاران، با سکه انداختن
claims-shared = بدون ادعاهایی که یک کدگذار ندارد
commonest-code = پربسامدترین کد

# Arcs
how-to-read = راهنمای خواندن
arc-up = بالا: ادعای پیونددهنده
arc-down = پایین: ادعای جداکننده
arc-other = ادعا با صدای دیگری
arc-conceded = بخش پذیرفته
arc-band = میان خط‌های کدگذاران

turns-at = چرخش در { $share }
share-conceded = { $share } پذیرفته

# Forecasts
forecast-free = بدون شرط
times = { $count } × { $what }
forecast-conditional = به شرطی که کنارش آمده است

# Who acts on whom
arrows-foot = ضخامت و ٪: سهم از ادعاهای متن؛ در پرانتز: شمار ادعاها
neither = هیچ‌کدام

# Mirror bars
mirror-divides = جدا می‌کند
mirror-binds = پیوند می‌دهد
mirror-foot = درصد از ادعاهای متن؛ رنگ پررنگ: پربسامدترین دلیل آن متن در آن سو

# Parts of a file
block-body = بدنه
block-headings = سرفصل‌ها و عنوان‌ها
block-quotes = گزیده‌های برجسته
block-other = بقیهٔ بخش‌ها
share-body = { $share } بدنه
characters = { $count } نویسه
start-of-file = آغاز پرونده

# Chips
chip-questioned = { $text }؟
chip-negated = نه { $text }

# Where names stand
track-titles = عنوان‌ها
track-text = متن

other-codes = { $count } کد دیگر


# Two ways of counting
share-of-claims = سهم از ادعاها
share-of-keywords = سهم از کلیدواژه‌ها
claims-say-more = ادعاها بیشتر می‌گویند
keywords-say-more = کلیدواژه‌ها بیشتر می‌گویند

words-count = { $count } واژه
start-of-text = آغاز متن
start = آغاز
end-of-text = پایان
dispersion-scale = DP: از { $low } پخشِ یکدست تا { $high } همه در یک جا

# Balances
too-short = بسیار کوتاه
all-binding = همه پیونددهنده
all-dividing = همه جداکننده
binding-ahead = → پیونددهنده
dividing-ahead = جداکننده ←
binding = پیونددهنده
dividing = جداکننده
ambivalent = دوپهلو
net-balance = تراز خالص
about-whose = دربارهٔ انتخاب‌های
choices = چه کسی
in-the-title = در عنوان
asserted-in-the-text = تأییدشده در متن
asserted-by-the-author = به تأیید نویسنده
not-asserted = بدون تأیید نویسنده
reported = نقل‌شده
supposed = فرضی
asked = پرسیده
so = چنین
dates-to-scale = تاریخ‌ها، به مقیاس

# Differences
from = از
to = تا
claims = ادعاها
points = واحد درصد
interval-head = بازه
range = { $low } تا { $high }
dumbbells-foot = درشت: روشن در میان همهٔ مقایسه‌ها · خاکستری: حتی تنها هم روشن نیست · دو حلقه: شمار ادعاها اندک
more-in-the-data = { $count } مورد دیگر در داده‌ها
others = بقیه

ladder-head = → با همه، سپس بدون تک‌تک
does-not-apply = –  موضوعیت ندارد

times-chance = فاصلهٔ دلیل‌ها: { $one } یعنی آنچه تصادف به‌طور میانگین می‌دهد
by-chance = از روی تصادف
observed = مشاهده‌شده (توخالی: از تصادف جدا نیست)
neighbours-alike = همسایه‌های همانند
too-short-to-test = برای آزمون بسیار کوتاه

one-mark = { $pieces ->
    [one] هر نشانه: یک نوشته
   *[other] هر نشانه: { $pieces } نوشته
}
share-of-period = سهم از دوره، بازه

times-as-often = چند برابر
here-others = اینجا : جاهای دیگر

printed-year = سال نوشته‌شده
inferred-from-the-text = برگرفته از متن
year-of-the-text = سال متن

# Ways of counting
estimate = برآورد
holds-in = برقرار در { $holds } از { $all } شیوهٔ شمارش
ways-counted = { $all } شیوهٔ شمارش
not-worked-out = { $count } مورد را نشد حساب کرد
fails = برقرار نیست
holds = برقرار است
as-reported = مقدار گزارش { $value }
tally = { $count } از { $all }

# Voices
voices-key = بالا: صدای دیگران · پایین: صدای خود نویسنده
dividing-lower = جداکننده (پایین)
others-share = { $share } از { $count } از دیگران
first-claim = نخستین ادعا
last-claim = آخرین ادعا

# Advice
coerce = زور
pressure = فشار
neutral = خنثی
accommodate = همراهی
reward = پاداش

# Groups of many documents
more-than-others = بیش از همهٔ گروه‌های دیگر
less-than-others = کمتر
strength-firm = استوار
strength-leaning = متمایل

# Corrected shares
machine-share = به شمارش ماشین
corrected-share = تصحیح‌شده، با بازه

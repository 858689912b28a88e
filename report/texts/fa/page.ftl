# Persian. Machine translation, to be reviewed.
# What the page and the PDF say around the chapters. The chapters' own sentences stand in the
# catalogues of the chapters.

# Parts of the report, in the contents.
part-summary = چکیده
part-report = گزارش
part-method = روش
part-annex = همهٔ یافته‌ها
part-findings = یافته‌ها
part-checks = بازبینی‌ها
part-appendix = ضمیمه
annex = پیوست
where-all-stands = هر چیز کجاست
annex-lead =
    برای هر که می‌خواهد بازبینی کند: همهٔ آنچه گزارش بر پایهٔ آن است، با همان شماره‌ها. هر فصل وقتی باز
    می‌شود که آن را برگزینید یا پیوندی به درون آن برود.
not-here = آنچه در این گزارش نیست
not-here-line = آنچه پیکره ندارد
not-here-lead = فصل‌هایی که برای این پیکره چیزی برای نشان دادن ندارند، و آنچه آن‌ها را پر می‌کند.
sources = منابع
sources-line = متن‌ها و روش‌ها

# How chapters, figures and tables are named, above them and where something refers to them.
summary = چکیده
chapter = فصل { $number }
appendix = ضمیمهٔ { $number }
figure = نمودار { $number }
table = جدول { $number }
figure-in-view = نمودار { $number }، { $view }
figure-title = نمودار { $number }: { $title }
table-of-words = جدول
table-title = جدول { $number }: { $title }
data-of-figure = داده‌های نمودار { $number }
# In place of the number of the summary, before the number of a figure.
summary-number = چ
# A chart that goes on, on the next page.
continued = { $figure }، دنباله
continued-alt = { $figure }، دنباله: باقی نمودار.

# The files of a report, and what one says of another.
title-brief = { $title }: خلاصه
title-annex = { $title }: پیوست
title-slides = { $title }: اسلایدها
kind-brief = خلاصه
kind-annex = پیوست
annex-of-report = پیوست گزارش
of-report = از گزارش
in-annex = { $what } در پیوست
in-report = { $what } در گزارش
annex-holds = در پیوست (annex.pdf): { $chapters }.
source-line = { $exhibit } از «{ $report }»؛ شواهد آن در report.html آمده است.
numbers-in-file = داده‌ها: { $file }.
elsewhere-report =
    این گزارش است. پیوست آن در پرونده annex.pdf است و هر دو با هم در پرونده report.html؛ نمودارها و جدول‌ها در
    همهٔ پرونده‌ها یک شماره دارند.
elsewhere-brief =
    این خلاصه است. گزارش در پرونده report.pdf است، پیوست آن در annex.pdf و هر دو با هم در report.html؛
    نمودارها و جدول‌ها در همهٔ پرونده‌ها یک شماره دارند.
elsewhere-annex =
    این پیوست است. گزارش در پرونده report.pdf است و هر دو با هم در پرونده report.html؛ نمودارها و جدول‌ها در
    همهٔ پرونده‌ها یک شماره دارند.

# The head of the page
skip = رفتن به گزارش
data-as-of = داده‌ها تا { $day }
contents-and-view = فهرست و نما
contents = فهرست
close = بستن
link-to-chapter = پیوند به این فصل
link-to-section = پیوند به این بخش

# Whose words count: the switch, and the views.
whose-words = سخن چه کسی به شمار می‌آید
view-all = همهٔ صداها
view-own = صدای خود نویسنده
shown = نمایش:

# Around figures and tables
tentative = با احتیاط
tentative-why = توافق کدگذاران بر سر متغیری که اینجا نشان داده می‌شود کمتر از حد لازم است
in-words = به زبان ساده
data = داده‌ها
download = دریافت به‌صورت CSV
how-computed = شیوهٔ محاسبه
numbers-not-listed = در دفتر محاسبهٔ این فصل رسم شده است؛ عددهایش اینجا فهرست نشده‌اند.
formula = فرمول
filter-line = دامنه: { $filter }.
behind-it = پشتوانهٔ آن: { $count } ادعا، فهرست‌شده در { $chapter }.

# Claims
evidence = شواهد
claims = ادعاها
claim = ادعا
text = متن
phrase = عبارت
what-is-claimed = آنچه ادعا می‌شود
codes = کدها
claims-lead = از هر ادعا پیوندی به جای آن، عبارت آن و کدهای آن در فهرست ادعاها می‌رود.
claims-of-text = { $text }: { $link }
all-listed = فهرست همهٔ { $count } ادعا
claims-counted = { $text } ({ $count }):
claim-in-list = { $claim }،
claim-at = { $claim }، { $place }
quoted = «{ $phrase }»
codebook = دستورنامهٔ کدگذاری

# What stands where something is not shown
missing-part = بخشی که در این نسخه نیست
nothing-to-show = این پیکره چیزی ندارد که این فصل بتواند نشان دهد؛ پس این فصل کنار می‌رود.
withheld = نمودار ندارد: توافق کدگذاران بر سر «{ $role }» در ادعاها بسیار کم است (آلفا { $alpha }).

# A finding, where its number is pointed at
finding-interval = بازهٔ { $low } تا { $high }
finding-n = n = { $n }

# Sources
the-texts = متن‌ها
the-methods = روش‌ها
further-reading = برای مطالعهٔ بیشتر

# What a report of another corpus is called, where the corpus does not say it
about-pair = چارچوب‌بندی رابطهٔ { $pair } در متن‌ها
about-corpus = چارچوب‌ها در متن‌های { $corpus }

# The last lines
built-with = با پارامترهایی جز پارامترهای خود دفترهای محاسبه ساخته شده است: { $values }.
made-with = ساخته‌شده با Frameline { $version }.
fingerprint = اثر انگشت داده‌ها { $digest }.
results-file = عددهای متن، وقتی به آن‌ها اشاره کنید، یافتهٔ خود را نام می‌برند؛ همهٔ آن‌ها در پرونده results.json است.

# Panels: what a dot or the place of a point says to those who hear the page
panel-point = { $column }، { $step }:
panel-binding = پیوند می‌دهد
panel-dividing = جدا می‌کند
panel-neither = هیچ‌کدام

# Words by which a headline asks.
asking-words = آیا باز

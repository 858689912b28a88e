# Persian. Machine translation, to be reviewed.
# Which claims count, in the line under every figure: parts with commas between them.

all-claims = همهٔ ادعاها
relevance-counted = ادعاهای اصلی
relevance-all = ادعاهای اصلی و پس‌زمینه
voice-all = همهٔ صداها
voice-own = صدای خود نویسنده
modality-no-questions = بدون پرسش‌ها
modality-assertions = فقط گزاره‌های خبری
modality-all = با پرسش‌ها
# Nothing is said where all functions count.
function-all = { "" }
function-verdicts = فقط دلیل‌ها و داوری‌ها
function-no-facts = بدون واقعیت‌های ساده
without = بدون { $documents }
coding-of = کدگذاری { $coder }

# Choices for the whole report.
where = فقط سندهایی با این شرط: { $condition }
merged = مقدارهای یکی‌شده در { $variables }
final-majority = کدهای اکثریت
final-any = کدهایی که دست‌کم یک کدگذار داده است
final-all = کدهایی که همهٔ کدگذاران داده‌اند
final-quorum = کدهایی که { $few } کدگذار از { $many } کدگذار داده‌اند

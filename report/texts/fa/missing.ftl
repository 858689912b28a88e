# Persian. Machine translation, to be reviewed.
# What a corpus lacks, in the line of a chapter that steps aside: what is missing, and what would
# supply it (.todo).

stepping-aside = این پیکره { $things }؛ پس { $so }. برای تغییر آن، { $steps }.
so-chapter = این فصل کنار می‌رود
so-chapters = فصل‌های مربوط به آن کنار می‌روند
nothing-of = { $thing } ندارد
both = { $first } و { $second }

# Tables
table-claims = ادعا
    .todo = ادعاها را در claims.csv کدگذاری کنید
table-labels = نامی برای رابطه
    .todo = نام‌ها را در labels.csv فهرست کنید
table-events = رویداد
    .todo = رویدادهایی را که متن‌ها یاد می‌کنند در events.csv فهرست کنید
table-tokens = شمارش واژه‌ها
    .todo = با frameline rebuild --texts FOLDER واژه‌ها را بشمارید
table-coders = کدگذار دوم
    .todo = از کس دیگری بخواهید همان جمله‌ها را کدگذاری کند
table-codings = کدهای تک‌تک کدگذاران
    .todo = آنچه را هر کدگذار داده است نگه دارید
table-units = فهرست جمله‌ها
    .todo = جمله‌ها را در units.csv فهرست کنید
table-claims-unit-id = جملهٔ مشخصی برای ادعاهایش
    .todo = جملهٔ هر ادعا را در ستون unit_id از claims.csv بنویسید
table-blocks = فهرست بخش‌های پرونده‌هایش
    .todo = بخش‌ها را در blocks.csv فهرست کنید
table-texts = متن‌های مبدأ
    .todo = متن‌ها را در پوشهٔ texts بگذارید
table-context = نمونه‌ای از نوشته‌های دیگران
    .todo = نوشته‌های دیگر دربارهٔ همین موضوع را در context/context.csv فهرست کنید
table-adjudication = اختلاف حل‌شده
    .todo = اختلاف‌ها را با frameline adjudicate حل کنید
other-table = { $layer }
    .todo = جدول { $layer } را بیفزایید

# Roles of variables. What would supply one is followed by its place.
in-role = { $todo } (نقش { $role } برای { $layer } در codebook.toml)
role-claims-frame = چارچوب
    .todo = کدگذاری کنید که هر ادعا چه دلیل یا موضوعی را نام می‌برد
role-claims-valence = کد پیوند و جدایی
    .todo = کدگذاری کنید که هر ادعا پیوند می‌دهد یا جدا می‌کند، و به این کدها علامت بدهید
role-claims-voice = صدا
    .todo = کدگذاری کنید که هر ادعا از کیست
role-claims-function = کارکردی برای ادعاها
    .todo = کدگذاری کنید که هر ادعا برای چیست، از جمله توصیه
role-claims-addressee = مخاطبی برای توصیه‌ها
    .todo = کدگذاری کنید که هر توصیه برای کیست
role-labels-label = خانواده‌ای برای نام‌ها
    .todo = خانوادهٔ هر نام را کدگذاری کنید
role-labels-place = جایی برای نام‌ها
    .todo = کدگذاری کنید که هر نام در عنوان است یا در بدنه
role-labels-polarity = تأیید یا ردی برای نام‌ها
    .todo = کدگذاری کنید که هر نام تأیید شده است یا رد شده
role-events-year = سالی برای رویدادها
    .todo = سال رویدادها را بنویسید
other-role-of-claims = کد { $word }
    .todo = { $word } را کدگذاری کنید
other-role = { $word } برای { $layer }
    .todo = { $word } را کدگذاری کنید
# Valence is coded, but no code says which way it points.
unsigned = علامتی برای کدهای پیوند و جدایی
    .todo =
        به هر یک از این کدها علامتش را بدهید: به‌علاوهٔ یک جایی که ادعا پیوند می‌دهد، منهای یک جایی که
        جدا می‌کند، صفر جایی که هر دو کار را می‌کند

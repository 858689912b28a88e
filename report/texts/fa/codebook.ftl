# Persian. Machine translation, to be reviewed.
# How was it coded?

filter = دستورنامهٔ کدگذاری

which-codebook =
    { $given ->
        [yes] دستورنامهٔ کدگذاری: { $codebook-title }، نسخهٔ { $codebook-version }، با
            { $codebook-variables } متغیر کدگذاری‌شده و { $codebook-codes } کد. اثر انگشت آن با
            { $codebook-digest } آغاز می‌شود و با تغییر هر واژه تغییر می‌کند.
       *[no] این پیکره دستورنامهٔ کدگذاری ندارد: آنچه در پی می‌آید از جدول‌های آن گرد آمده است، با
            { $codebook-variables } متغیر کدگذاری‌شده و { $codebook-codes } کد.
    }

levels =
    .title = واحدها
    .col-level = واحد
    .col-text = چیستی آن

# A variable, the layer it belongs to, and what coders asked.
layer =
    { $layer ->
        [claims] ادعاها
        [labels] نام‌ها
        [events] رویدادها
        [documents] سندها
       *[other] { $layer }
    }
asked =
    { $label } ({ layer }).{ $asks ->
        [yes] { " " }{ $question }
       *[no] { "" }
    }

codes =
    .title = { $codebook-asked-number }
    .col-code = کد
    .col-meaning = معنا
    .note = { $note }

further-questions =
    .title = پرسش‌های دیگر دربارهٔ { layer }
    .col-label = متغیر
    .col-text = پرسش و کدها

rule = { $title }: { $text }

rules =
    .title = { WORDS($codebook-rules) } قاعدهٔ دستورنامهٔ کدگذاری
    .col-id = قاعده
    .col-text = چه حکم می‌کند

no-rules = دستورنامهٔ کدگذاری قاعده‌ای ندارد که برای همهٔ متغیرها باشد.

changes-counted =
    { WORDS($codebook-changes) } مورد در فهرست تغییرها آمده است؛ این تغییرها به { $codebook-changed } سطر از
    کدگذاری نهایی مربوط می‌شود.

changes =
    .title = فهرست تغییرهای دستورنامهٔ کدگذاری
    .col-version = نسخه
    .col-date = تاریخ
    .col-rule = قاعده
    .col-text = تغییر
    .col-rows = سطرها

no-changes = هیچ تغییری ثبت نشده است.

# What is said of a variable or code besides the words of the codebook itself.
explained =
    .level =
        کدها { $level ->
            [ordinal] ترتیبی‌اند
           *[interval] فاصله‌ای‌اند
        }.
    .several = می‌توان چند کد داد.
    .where = فقط جایی کدگذاری می‌شود که { $variable } { $any ->
        [yes] کدگذاری شده باشد
       *[no] این باشد: { $codes }
    }.
    .either = { $one } یا { $other }
    .in = درون: { $text }
    .out = بیرون: { $text }
    .boundary = مرز: { $text }
    .example = مثال: «{ $example }»{ $placed ->
        [yes] { " " }({ $place })
       *[no] { "" }
    }.
    .as = مانند { $variable }{ $other ->
        [yes] { " " }برای { layer }
       *[no] { "" }
    }.
    .codes = کدها:
    .in-words = به این واژه‌ها

# Persian. Machine translation, to be reviewed.
# What was analysed: the data card.

filter = همهٔ سندها

sources =
    .title = { WORDS($card-texts) } متن
    .col-name = متن
    .col-title = عنوان
    .col-author = نویسنده
    .col-outlet = رسانه
    .col-genre = نوع
    .col-voice_chain = مسیر رسیدن سخن
    .note =
        { $chain ->
            [yes] مسیر رسیدن سخن: آیا آنچه خوانده شد نوشتهٔ خود نویسنده است یا دیگری آن را نوشته است.
           *[no] { "" }
        }

copies =
    .title =
        کی منتشر شدند{ $words ->
            [yes] { $copy ->
                [yes] ، چه اندازه بلندند و کدام نسخه خوانده شد
               *[no] { " " }و چه اندازه بلندند
            }
           *[no] { $copy ->
                [yes] { " " }و کدام نسخه خوانده شد
               *[no] { "" }
            }
        }
    .col-name = متن
    .col-published = انتشار
    .col-published_basis = مبنا
    .col-words = واژه‌ها
    .col-sentences = جمله‌ها
    .col-para_groups = بندها
    .col-copy = نسخه
    .note =
        { $words ->
            [yes] واژه‌ها، جمله‌ها و بندهای بدنه.{ $copy ->
                [yes] { " " }
               *[no] { "" }
            }
           *[no] { "" }
        }{ $copy ->
            [yes] نسخه: آغاز SHA-256 پروندهٔ نگهداری‌شده، تا هر کس همین نسخه را دارد بتواند هر سطر را
                بیازماید.
           *[no] { "" }
        }

publication-dates =
    متنِ { $card-inferred-number-name } میان { $card-inferred-number-date_low } و
    { $card-inferred-number-date_high } منتشر شده است{ $known ->
        [yes] : { $card-inferred-number-published_note }
       *[no] { "" }
    }.

exclusions =
    .title =
        { $card-blocks-out ->
            [0] همهٔ بخش‌های پرونده‌ها متن پیوسته‌اند
           *[other] بخش‌هایی از پرونده‌ها که متن پیوسته نیستند: { $card-blocks-out } از
                { $card-blocks }
        }
    .col-kind = نوع
    .col-blocks = بخش‌ها
    .col-words = واژه‌ها
    .col-rule = با آن چه شد

data-statement =
    .title = شناسنامهٔ داده‌ها
    .col-heading = سرفصل
    .col-text = شرح

no-data-statement =
    این پیکره شناسنامهٔ داده‌ها ندارد؛ جای آن در README.md کنار جدول‌هاست، زیر سرفصل Data statement.

coders =
    .title = چه کسانی کدگذاری کردند
    .col-coder = کدگذار
    .col-kind = نوع
    .col-description = چگونه
    .col-codebook_version = دستورنامه

held =
    محتوای پیکره: { $rows }{ $card-coders ->
        [0] { "" }
        [1] { "" }
       *[other] ؛ { WORDS($card-coders) } کدگذار آن را کدگذاری کرده‌اند و روی هم
            { $card-rows-coders } ادعا ثبت کرده‌اند
    }.

held-rows =
    { $card-rows-table } { $table ->
        [documents] متن
        [blocks] بخش از پرونده‌ها
        [units] جمله
        [claims] ادعا
        [labels] مورد نام بردن از رابطه
        [events] اشاره به رویدادها
        [tokens] شمارش واژه
        [adjudication] اختلاف حل‌شده
       *[context] نوشتهٔ زمینه‌ای
    }

absent-of = { $variable } (از { $layer ->
        [claims] ادعاها
        [documents] سندها
        [paragraphs] بندها
       *[other] { $layer }
    })
absent = در دستورنامه شرح داده شده ولی کدگذاری نشده: { $card-absent }.

rights =
    .title = حقوق متن‌ها
    .col-name = متن
    .col-rights = حقوق

no-rights = پیکره نمی‌گوید چه حقوقی بر متن‌هایش هست.

# Persian. Machine translation, to be reviewed.
# Do coders agree?

filter = همهٔ ادعاها، پیش از حل اختلاف

who-coded =
    { WORDS($coders-count) } کدگذار متن‌ها را { $coders-count ->
        [one] کدگذاری کرده است
       *[other] جدا از هم کدگذاری کرده‌اند
    }{ $alike ->
        [machines] ؛ { $coders-count ->
            [2] هر دو ماشین‌اند
           *[other] همه ماشین‌اند
        }
        [people] ؛ { $coders-count ->
            [2] هر دو انسان‌اند
           *[other] همه انسان‌اند
        }
       *[no] { $coders-machine ->
            [0] { $coders-human ->
                [0] { "" }
               *[other] ؛ { people }{ others-unknown }
            }
           *[other] ؛ { machines }{ $coders-human ->
                [0] { "" }
               *[other] ، { people }
            }{ others-unknown }
        }
    }.
machines =
    { WORDS($coders-machine) } کدگذار { $coders-machine ->
        [one] ماشین است
       *[other] ماشین‌اند
    }
people =
    { WORDS($coders-human) } کدگذار { $coders-human ->
        [one] انسان است
       *[other] انسان‌اند
    }
others-unknown =
    { $others ->
        [yes] ، نوع بقیه معلوم نیست
       *[no] { "" }
    }

machines-alike =
    چند بار اجرای یک مدل زبانی، خوانندهٔ دیگری نمی‌سازد: عادت‌هایشان یکی است. توافق آن‌ها سقفی است برای
    توافق میان انسان‌ها و دربارهٔ خطاهایی که همه با هم می‌کنند چیزی نمی‌گوید.

need-several-coders =
    این پیکره یک کدگذار دارد و این فصل کنار می‌رود؛ از کس دیگری بخواهید همین متن‌ها را کدگذاری کند.

how-ties-went =
    کدهای نهایی از کدهای { WORDS($coders-count) } کدگذار ساخته شده است: رأی بیشتر، تعیین‌کننده است.{ $ties-by_kind ->
        [0] { "" }
       *[other] { " " }آنجا که رأی‌ها برابر بود، در { $ties-by_kind } مورد نوع بهتر کدگذار تعیین‌کننده بود.
    }{ $ties-claims_open ->
        [0] { "" }
       *[other] { " " }{ WORDS($ties-claims_open) } ادعا که شمار کدگذاران موافق و مخالفش برابر است کنار
            گذاشته شد.
    }{ $ties-codes_open ->
        [0] { "" }
       *[other] { " " }{ WORDS($ties-codes_open) } کد باز مانده است: نام هیچ کدگذاری تعیین‌کننده نیست.
    }

no-coefficient =
    هیچ متغیری نیست که دو کدگذار آن را با بیش از یک کد کدگذاری کرده باشند؛ پس هیچ‌کدام ضریبی ندارد.

without-role =
    { WORDS($variables-without_role) } متغیر از { $variables-coded } متغیر کدگذاری‌شده در این گزارش نقشی
    { $variables-without_role ->
        [one] ندارد. با این حال اندازه‌گیری شده است.
       *[other] ندارند. با این حال اندازه‌گیری شده‌اند.
    }

layers =
    .claims = ادعاها
    .labels = نام‌ها
    .events = رویدادها
    .documents = کل متن‌ها
as-a-set = ، همهٔ کدها با هم
code-by-code = ، کد به کد

verdicts =
    .rely = قابل اتکا
    .tentative = با احتیاط
    .weak = ضعیف
    .no-agreement = بدون توافق
    .no-variation = بدون تنوع
    .not-measured = سنجیده نشده

alpha =
    .title =
        { $agreement-rely ->
            [0] به هیچ متغیری بی‌قیدوشرط نمی‌توان تکیه کرد
           *[other] به { $agreement-rely } متغیر از { $agreement-all } متغیر می‌توان تکیه کرد
        }
    .subtitle =
        آلفای کریپندورف برای { WORDS($coders-count) } کدگذار در { $units-count } تکه از متن، با بازه‌های
        { $level }{ $matched ->
            [yes] ؛ ادعایی که یکی از کدگذاران آن را ندارد، اختلاف به شمار می‌آید
           *[no] { "" }
        }
    .alt =
        برای هر متغیر یک سطر با آلفا و بازهٔ { $level }، برای { $coders-count } کدگذار در { $units-count }
        تکه از متن، در کنار دامنه‌ای که همین کدگذاران با سکه انداختن به آن می‌رسند؛ سر پایین بازه بالاتر از
        نشانهٔ بالایی است در { $agreement-rely } متغیر از { $agreement-all } متغیر.{ $used ->
            [yes] { " " }ضعیف‌ترین متغیر از آن‌ها که یافته‌ها بر پایه‌شان است: { $agreement-worst }،
                { $agreement-worst-alpha }.
           *[no] { "" }
        }
    .note =
        سایه از ۰٫۶۶۷: با احتیاط؛ از ۰٫۸۰۰: قابل اتکا؛ سر پایین بازه تعیین‌کننده است. بدون توافق: بازه به
        صفر یا به دامنهٔ سکه انداختن می‌رسد. بدون تنوع: کمتر از ۱۰ خوانش با رایج‌ترین کد فرق دارد و چیزی را
        نمی‌توان اندازه گرفت. یکسان: تکه‌هایی که همهٔ کدگذاران در آن‌ها هم‌نظرند؛ سکه‌ای: همین مقدار وقتی همین
        کدگذاران سکه بیندازند.
    .how =
        گروه‌های بندها { $draws } بار بازنمونه‌گیری شده‌اند، بذر { $seed }؛ چند کد با هم با فاصلهٔ MASI. در
        سکه انداختن، سهم کدها، جاهای خالی و شمار ادعاهای هر جمله برای هر کدگذار همان می‌ماند.
    .filter = همهٔ ادعاها، کدهای پیش از حل اختلاف

alpha-of-other-layers =
    .title =
        به { $agreement-others-rely } متغیر از { $agreement-others-all } متغیر نام‌ها، رویدادها و کل متن‌ها می‌توان تکیه کرد
    .subtitle =
        آلفای کریپندورف برای { WORDS($coders-count) } کدگذار، با بازه‌های { $level }؛ نام یا رویدادی که یکی
        از کدگذاران آن را ندارد، اختلاف به شمار می‌آید
    .alt =
        برای هر متغیرِ نام‌ها، رویدادها و کل متن‌ها یک سطر با آلفا و بازهٔ { $level }، برای
        { $coders-count } کدگذار؛ سر پایین بازه بالاتر از نشانهٔ بالایی است در { $agreement-others-rely }
        متغیر از { $agreement-others-all } متغیر.
    .how =
        بندها { $draws } بار بازنمونه‌گیری شده‌اند، بذر { $seed }. در سکه انداختن، سهم کدها، جاهای خالی و شمار
        موارد هر جمله برای هر کدگذار همان می‌ماند.
    .filter = همهٔ نام‌ها، رویدادها و خوانش‌های کل متن‌ها، پیش از حل اختلاف

agreement-in-numbers =
    .title = توافق کدگذاران، با همهٔ شیوه‌های شمارش
    .col-label = متغیر
    .col-n_units = تکه‌ها
    .col-alpha = آلفا
    .col-shared = فقط مشترک
    .col-twin_high = با سکه، تا
    .col-simple = یکسان
    .col-simple_twin = با سکه
    .col-ac1 = ضریب گوِت
    .col-p_below = زیر مرز
    .col-alpha_without_examples = بدون مثال‌ها
    .col-verdict = ارزیابی
    .note =
        { $matched ->
            [yes] آلفا: آنچه یکی از کدگذاران ندارد، اختلاف به شمار می‌آید؛ فقط مشترک: در ادعاهایی که
                کدگذاران در آن‌ها شریک‌اند.{ " " }
           *[no] { "" }
        }با سکه: مقداری که همین کدگذاران با سکه انداختن به آن می‌رسند. ضریب گوِت: AC1. زیر مرز: سهم
        پیکره‌های بازنمونه که آلفایشان زیر ۰٫۶۶۷ است.{ $examples ->
            [yes] { " " }بدون مثال‌ها: آلفا بی آن جمله‌هایی که خود دستورنامهٔ کدگذاری مثال می‌زند.
           *[no] { "" }
        }
    .filter = همهٔ کدها پیش از حل اختلاف

statement-agreement =
    کیفیت کدگذاری: از متغیرهایی که یافته‌ها بر پایهٔ آن‌هاست، کمترین توافق بر سر { $agreement-worst } است
    (آلفا { $agreement-worst-alpha }، بازهٔ { $level }: { INTERVAL($agreement-worst-alpha) }{ $matched ->
        [yes] ؛ ادعایی که یکی از کدگذاران آن را ندارد، اختلاف به شمار می‌آید
       *[no] { "" }
    }){ $machines ->
        [yes] ؛ هر { WORDS($coders-count) } کدگذار ماشین بودند
       *[no] { "" }
    }.

every-sentence = همهٔ جمله‌ها

claims-per-unit =
    کدگذاران در { $alike-claims_per_unit } از { N($alike-claims_per_unit) } جمله شمار یکسانی از ادعاها
    دیدند؛ با سکه انداختن، همین کدگذاران در { $alike-claims_per_unit-tossed } چنین می‌کردند (آلفا
    { $alpha-claims_per_unit }{ $sure ->
        [yes] ، بازهٔ { $level }: { INTERVAL($alpha-claims_per_unit) }
       *[no] { "" }
    }).

claims-per-unit-alike =
    همهٔ کدگذاران در هر جمله شمار یکسانی از ادعاها دیدند، یا هر یک شمار خود را: چیزی برای اندازه‌گیری نیست.

confusion =
    .title =
        { $parted ->
            [yes] کدگذاران بیش از همه میان { $confusion-first } و { $confusion-second } اختلاف دارند
           *[no] کدگذاران هیچ‌گاه به یک ادعا دلیل‌های متفاوت نمی‌دهند
        }
    .subtitle =
        چند بار یک کدگذار دلیل سطر را داده است و دیگری دلیل ستون را؛ همهٔ جفت‌های { WORDS($coders-count) }
        کدگذار
    .alt =
        جدولی مربع از دلیل در برابر دلیل که شمارها در آن نوشته شده است: قطر جدول توافق را نشان می‌دهد.
        همهٔ جفت‌های { $coders-count } کدگذار شمرده شده‌اند.{ $parted ->
            [yes] { " " }بزرگ‌ترین شمار بیرون از قطر: { $confusion-first } در برابر { $confusion-second }.
           *[no] { "" }
        }

per-code =
    .title = توافق بر سر هر دلیل: در تکه‌ای از متن دیده شده است یا نه
    .col-label = دلیل
    .col-found = { $units_known ->
        [yes] جمله‌ها
       *[no] متن‌ها
    }
    .col-alpha = آلفا
    .col-low = از
    .col-high = تا
    .col-twin_high = با سکه، تا
    .col-specific = مشترک
    .col-verdict = ارزیابی
    .note =
        مشترک: چند بار کدگذار دیگر هم آن دلیل را می‌بیند. بدون تنوع: کمتر از ۱۰ خوانش آن دلیل را دیده‌اند و
        توافق بر سر آن را نمی‌توان اندازه گرفت.

reasons-for-disagreement =
    .title = { $disagreements-all } اختلاف، به تفکیک علت
    .col-reason = علت
    .col-n = موارد

disagreements =
    .title = کدگذاران کجا و چرا اختلاف داشتند
    .subtitle =
        هر نشانه یکی از { $disagreements-placed } اختلاف در جمله‌های بدنهٔ متن است، در جای خود در متن
    .alt =
        برای هر متن یک خط از آغاز تا پایان، با نشانه‌ای برای هر یک از { $disagreements-placed } اختلاف؛ جایی
        که چند اختلاف با هم افتاده، نشانه‌ها روی هم چیده شده‌اند. شکل نشانه علت را می‌گوید: از قلم افتادن،
        قاعدهٔ باز یا ابهام واقعی.
    .filter = اختلاف‌ها، پیش از حل آن‌ها

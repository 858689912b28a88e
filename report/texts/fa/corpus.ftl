# Persian. Machine translation, to be reviewed.
# How comparable are the texts?

filter = همهٔ سندها

span =
    { $one_year ->
        [yes] { $texts-first }
       *[no] { $texts-first } تا { $texts-last }
    }

documents =
    .title = چه خوانده شد
    .col-name = متن
    .col-published = انتشار
    .col-genre = نوع
    .col-words = واژه‌ها
    .col-sentences = جمله‌ها
    .col-groups = بندهای دارای ادعا
    .col-claims =
        { $cored ->
            [yes] ادعاهای اصلی
           *[no] ادعاها
        }
    .col-background = پس‌زمینه
    .col-share = سهم از ادعاها
    .note =
        { $cored ->
            [yes] ادعاهای اصلی دربارهٔ این دو است؛ ادعاهای پس‌زمینه چنین نیست و در هیچ سهمی به حساب
                نمی‌آید.
           *[no] { "" }
        }

documents-counted =
    { WORDS($texts-count) } متن از { span }، روی هم { $corpus-claims } { $cored ->
        [yes] ادعای اصلی
       *[no] ادعا
    }{ $voice ->
        [own] { " " }با صدای خود نویسنده
       *[all] { "" }
    } { $texts-count ->
        [one] دارد.
       *[other] دارند؛ سهم متنِ { $corpus-largest } از آنها { $corpus-largest-share } است، پس هیچ سهمی
            برای همهٔ متن‌ها یکجا حساب نمی‌شود.
    }

dates =
    .title =
        { WORDS($texts-count) } متن { $one_year ->
            [yes] از سال
           *[no] از
        } { span }
    .subtitle =
        جا: تاریخ انتشار{ $words ->
            [yes] ؛ اندازه: شمار واژه‌ها
           *[no] { "" }
        }{ $genre ->
            [yes] ؛ شکل: نوع نوشته
           *[no] { "" }
        }
    .alt =
        محور زمان برای { span } با یک نشانه برای هر یک از { $texts-count } متن؛ اندازهٔ نشانه شمار
        واژه‌ها و شکل آن نوع نوشته را نشان می‌دهد، هر جا که این‌ها دانسته باشند.

blocks =
    .title = { $corpus-body } از محتوای پرونده‌ها متن نویسندگان است
    .subtitle = نویسه‌ها به تفکیک نوع بخش، به ترتیب پرونده
    .alt =
        یک میله برای هر پرونده، روی هم { $texts-count } میله، به شمار نویسه‌ها، به تفکیک نوع بخش: بدنه،
        عنوان و سرفصل‌ها، گزیده‌های برجسته، فراداده و اجزای وبگاه؛ بدنه { $corpus-body } از نویسه‌های
        { N($corpus-body) } بخش است.

confounding =
    .title = ویژگی‌هایی که فقط در یک سال دیده می‌شوند: { $confounded-alone } از { $confounded-all }
    .col-attribute = ویژگی
    .col-level = مقدار
    .col-shown = سال‌ها
    .col-texts = متن‌ها

confounding-shared =
    ویژگی‌هایی که در بیش از یک سال دیده می‌شوند: { $confounded-shared }. اگر دو سال هیچ ویژگی مشترکی
    نداشته باشند، هر تفاوتی میان آنها می‌تواند از هر یک از این ویژگی‌ها باشد.

attribute =
    { $attribute ->
        [author] نویسنده
        [outlet] رسانه
        [genre] نوع نوشته
       *[vantage] زاویهٔ دید
    }
alike-pair = { $first } و { $second } ({ $same })
alike-best =
    دو متن از سال‌های گوناگون که بیشترین اشتراک را دارند: { $alike-best }؛ این کم‌ناعادلانه‌ترین مقایسهٔ
    سال‌هاست. { $alike-none } از { N($alike-none) } جفت هیچ اشتراکی ندارند.
alike-none = هیچ دو متنی از سال‌های گوناگون در نویسنده، رسانه، نوع نوشته یا زاویهٔ دید مشترک نیستند: هر
    مقایسهٔ سال‌ها علت‌های دیگری هم دارد.
alike =
    .title = { $whole ->
            [1] تنها جفت متنی که وجه مشترک دارد
           *[other] جفت‌متن‌هایی که وجه مشترک دارند
        }
    .col-first = متن پیشین
    .col-second = متن پسین
    .col-same = یکسان
    .col-other = متفاوت

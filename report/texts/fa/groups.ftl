# Persian. Machine translation, to be reviewed.
# Who says what, and when? Shares of codes in the whole corpus, in groups and in periods.

need-codes-to-count =
    هیچ ادعایی در این پیکره کدی از متغیری با فهرست کد ندارد؛ پس این فصل کنار می‌رود. برای تغییر آن، در
    دستورنامهٔ کدگذاری متغیری با کدهایش بگذارید.
need-groups-to-compare =
    هیچ ستونی سندهای این پیکره را در گروه‌هایی با شمار کافی سند نمی‌گذارد؛ پس این فصل کنار می‌رود. برای
    تغییر آن، ستونی را نام ببرید: by=outlet.
need-several-periods =
    سندهای این پیکره در یک دوره جا دارد یا تاریخ ندارد؛ پس این فصل کنار می‌رود. برای تغییر آن، تاریخ
    سندها را بنویسید.
need-positions-to-count =
    هیچ متغیری در این پیکره نمی‌گوید موافق یا مخالف؛ پس این فصل کنار می‌رود. برای تغییر آن، در
    دستورنامهٔ کدگذاری متغیر جهت (valence) را با کدهایش بگذارید.

filter-weighted = وزن‌دهی با { $column }
filter-mean = میانگین کدگذاران

of-what = { $sets ->
        [yes] سندها
       *[no] ادعاهای کدگذاری‌شده
    }

series =
    .documents = با بازنمونه‌گیری از سندها
    .coders = با بازنمونه‌گیری از کدگذاران نیز

statement-groups-first =
    پربسامدترین کد این است: { $groups-first }؛ { $nearly ->
        [yes] تقریباً در همهٔ
       *[no] در { $groups-first-share } از
    } { $sets ->
        [yes] { $groups-documents } سند، به میانگین کدگذاران،
       *[no] { $groups-counted } ادعای کدگذاری‌شده از { $groups-documents } سند
    } آمده است.

overall =
    .title = پربسامدترین کد در میان { $groups-codes-all } کد: { $groups-first }
    .subtitle =
        سهم { $sets ->
            [yes] سندهایی که کد در آن‌ها آمده است، از { $groups-documents } سند
           *[no] ادعاهایی که کد را دارد، از { $groups-counted } ادعای کدگذاری‌شده
        }؛ { $groups-codes } کد، با بازه‌های { $level }
    .alt =
        برای هر یک از { $groups-codes } کد یک نقطه با { $coders ->
            [yes] دو بازهٔ { $level }
           *[no] یک بازهٔ { $level }
        }، از هیچ تا همهٔ { $groups-documents } سند. بالاترین: { $groups-first } با { $groups-first-share }.
    .how =
        { $sets ->
            [yes] مقدار هر سند: میانگین کدگذاران آن؛ سهم: میانگین سندها.
           *[no] ادعاهای دارای کد / ادعاهای کدگذاری‌شده.
        } بازنمونه‌گیری از سندها با وزن‌های پواسون، { $draws } بازنمونه، بذر { $seed }{ $coders ->
            [yes] { "؛ بازهٔ پهن‌تر کدگذاران را نیز بازنمونه می‌گیرد، در هر بازنمونه یک بار برای همهٔ پیکره." }
           *[no] { ". شمار کدگذارانی که سند کافی خوانده‌اند برای بازنمونه‌گیری کم است: بازه تنها برای همین کدگذاران درست است." }
        }

groups-codes-open =
    { $groups-disputed ->
        [none] { $groups-constant ->
            [none] { "" }
           *[some] خوانش‌ها در اینجا تقریباً هیچ تفاوتی ندارد: { $groups-constant }. پس چیزی نمی‌گوید
                تا چه اندازه می‌توان بر سهم آن تکیه کرد.
        }
       *[some] کدگذاران این کد را یکسان نمی‌دهند: { $groups-disputed }؛ پس { $groups-constant ->
            [none] سهم آن گویای چیز زیادی نیست.
           *[some] سهم آن گویای چیز زیادی نیست. همین‌گونه است سهم آنچه خوانش‌ها در آن تقریباً هیچ تفاوتی
                ندارد: { $groups-constant }.
        }
    }

statement-periods =
    { $periods-clear ->
        [0] از { $periods-first } تا { $periods-last } سهم هیچ کدی آشکارا بیشتر یا کمتر نمی‌شود.
       *[other] از { $periods-first } تا { $periods-last } سهم { WORDS($periods-clear) } کد آشکارا تغییر
            می‌کند.
    }

statement-group-differs-by-group-code =
    { $groups-by-group-name }: { $groups-by-group-code-name } در { $groups-by-group-code-share } آمده است، { $more ->
        [yes] بیشتر
       *[no] کمتر
    } از همهٔ گروه‌های دیگر روی هم ({ $groups-by-group-code-rest }).

shares-by-group =
    .title =
        { $groups-by-firm ->
            [0] هیچ تفاوتی میان گروه‌ها استوار نیست
           *[other] { WORDS($groups-by-firm) } تفاوت میان گروه‌ها استوار است
        }{ $groups-by-leaning ->
            [0] { "" }
           *[other] ، { WORDS($groups-by-leaning) } تفاوت دیگر متمایل است
        }
    .subtitle =
        سهم { of-what } به درصد، به تفکیک { $groups-by-label }: { $groups-by-count } گروه،
        { $groups-by-documents } سند
    .alt =
        جدولی از { $groups-by-count } گروه در برابر کدها؛ هر خانه سهمی را به درصد نشان می‌دهد. رنگ
        می‌گوید گروه چقدر از همهٔ گروه‌های دیگر دور است و قاب می‌گوید این دوری چقدر اطمینان‌پذیر است:
        از { $groups-by-compared } خانه، { $groups-by-firm } خانه استوار و { $groups-by-leaning } خانه
        متمایل است.
    .note =
        n: سندهای گروه. گروهی که شمار سندهایش کم است ردیف ندارد.
    .how =
        رنگ: سهم منهای سهم همهٔ گروه‌های دیگر، که نااطمینانی آن را به صفر نزدیک‌تر کرده است. استوار: اگر
        گروه‌ها تصادفی میان سندها پخش شود، در کمتر از ۵٪ از پخش‌ها این تفاوت به دست می‌آید، پس از تصحیح
        هولم برای { $groups-by-compared } خانه؛ بازه صفر را در بر ندارد؛ و هر کدگذاری که به اندازهٔ کافی
        خوانده است همین جهت را نشان می‌دهد. متمایل: بنیامینی-هوخبرگ به جای هولم. { $coders ->
            [yes] بازه‌ها از سندها و کدگذاران بازنمونه می‌گیرد.
           *[no] بازه‌ها تنها از سندها بازنمونه می‌گیرد: برای همین کدگذاران درست است.
        } { $draws } بازنمونه، بذر { $seed }.

group-distances =
    .title =
        { $distances-by-beyond ->
            [0] هیچ دو گروهی دورتر از آنچه تصادف می‌سازد از هم جدا نیست
           *[other] { WORDS($distances-by-beyond) } جفت گروه دورتر از آنچه تصادف می‌سازد از هم جداست
        }
    .note =
        گروه‌ها به تفکیک { $by }، بزرگ‌ترین نخست؛ { $distances-by-pairs } جفت مقایسه شده است{ $listed ->
            [yes] ، دورترین‌ها در فهرست است
           *[no] { "" }
        }. فاصله: سهم‌های یک کد چقدر از هم دور است، میانگین برای همهٔ کدها. تصادف: مقداری که ۹۵٪ از
        پخش‌های تصادفی همین سندها کمتر از آن می‌ماند. هولم برای همهٔ جفت‌ها.
    .col-a = گروه
    .col-b = و گروه
    .col-distance = فاصله
    .col-low = از
    .col-high = تا
    .col-chance = تصادف
    .col-p_holm = p (هولم)

shares-by-period =
    .title =
        { $periods-clear ->
            [0] از { $periods-first } تا { $periods-last } سهم هیچ کدی آشکارا بیشتر یا کمتر نمی‌شود
           *[other] از { $periods-first } تا { $periods-last } سهم { WORDS($periods-clear) } کد آشکارا تغییر می‌کند
        }
    .subtitle =
        سهم { of-what } در هر دوره، با بازه‌های { $level }؛ کدهای دیگر به رنگ خاکستری
    .alt =
        قاب‌های کوچک، هر کد یک قاب: سهم آن در هر یک از { $periods-count } دوره با بازه‌های { $level }، کدهای
        دیگر به رنگ خاکستری. تغییرهای روشن از { $periods-first } تا { $periods-last }: { $periods-clear } کد
        از { $periods-codes } کد.
    .how =
        روشن: اگر دوره‌ها تصادفی میان سندهای دورهٔ نخست و دورهٔ آخر پخش شود، در کمتر از ۵٪ از پخش‌ها این
        تغییر به دست می‌آید، پس از تصحیح هولم برای { $periods-codes } کد. { $coders ->
            [yes] بازه‌ها از سندها و کدگذاران بازنمونه می‌گیرد.
           *[no] بازه‌ها تنها از سندها بازنمونه می‌گیرد.
        } { $draws } بازنمونه، بذر { $seed }.

positions =
    .title = { $time ->
            [yes] موافق و مخالف، دوره به دوره
           *[no] موافق و مخالف، به تفکیک { $by }
        }
    .note =
        شمار ادعاها برای هر کد و هر موضع{ $cut ->
            [yes] ؛ { $positions-by-shown } ردیف از { $positions-by-rows } ردیف، پربسامدترین کدها نخست
           *[no] { "" }
        }.
    .col-code = کد
    .col-group = { $time ->
            [yes] دوره
           *[no] گروه
        }

every-variable =
    .title = { WORDS($variables-count) } متغیر کدگذاری شده است
    .note =
        { $variables-roleless ->
            [0] سهم: از ادعاهایی که کدی از این متغیر دارد.
           *[other] سهم: از ادعاهایی که کدی از این متغیر دارد. { $variables-roleless } متغیر نقشی ندارد: تنها در
                اینجا و در بخش توافق آمده است.
        }{ $cut ->
            [yes] { " " }از { $variables-codes } کد، { $variables-codes-shown } کد نشان داده شده است، پربسامدترین‌های هر متغیر.
           *[no] { "" }
        }
    .col-variable = متغیر
    .col-code = کد
    .col-n = ادعاها
    .col-share = سهم
    .col-documents = سندها

group-words =
    .title = { $words-by-marking ->
            [0] هیچ واژه‌ای به‌یقین نشانهٔ یک گروه نیست
            [1] یک واژه به‌یقین نشانهٔ یک گروه است
           *[other] { $words-by-marking } واژه به‌یقین نشانهٔ یک گروه است
        }
    .note =
        به تفکیک { $by }: واژه‌هایی که در یک گروه بیش از همهٔ گروه‌های دیگر می‌آید؛ از هر گروه آن‌ها که
        به‌یقین بیشتر متمایزند. چند برابر بودن به شمارِ دوبرابرشدن‌ها نوشته شده است.
    .col-name = گروه
    .col-token = واژه
    .col-n_target = تکرار
    .col-documents = سندها
    .col-log_ratio = دوبرابرشدن‌ها
    .col-low = از
    .col-high = تا

# The first page.
need-shares-found =
    هیچ فصلی دربارهٔ سهم‌ها ساخته نشده است؛ پس چیزی برای جمع‌بندی نیست. برای تغییر آن، همهٔ گزارش را
    بسازید.

in-short =
    { $short-documents } سند{ $dated ->
        [several-years] { " " }از { $short-first } تا { $short-last }
        [one-year] { " " }از { $short-first }
       *[no] { "" }
    }، { $short-codes } کد، { $short-coders ->
        [0] با کدها همان‌گونه که تحویل داده شده است
        [1] با کدهای یک کدگذار
       *[other] با کدهای { $short-coders } کدگذار
    }.

in-short-limits =
    { $alone ->
        [yes] تنها یک کدگذاری در دست است؛ پس چیزی نمی‌گوید کدگذاری دیگر همین کدها را می‌داد یا نه.
       *[no] اینکه کدگذاران تا چه اندازه توافق دارند در فصل توافق آمده است، و همان تعیین می‌کند چه چیز به
            نمودار کشیده شود.
    } گروه‌ها و دوره‌ها چنان مقایسه شده است که در همین سندهاست: چیزی در اینجا نمی‌گوید سندها چگونه انتخاب
    شده است.

corpus-notes =
    .title = آنچه پیش از به کار بردن این عددها باید دانست
    .note =
        { $cut ->
            [yes] { $notes-shown } یادداشت از { $notes-count } یادداشت؛ بقیه را `frameline check` فهرست می‌کند.
           *[no] آنچه `frameline check` دربارهٔ این پیکره می‌پرسد، و اینکه پیکره چگونه خوانده شده است.
        }
    .col-note = یادداشت

how-chosen =
    .title = این متن‌ها چگونه انتخاب شده است
    .note = به گفتهٔ خود پیکره (about.md).
    .col-note = پیکره چه می‌گوید

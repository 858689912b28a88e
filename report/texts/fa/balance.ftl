# Persian. Machine translation, to be reviewed.
# What binds, what divides?

ways =
    .all = همهٔ صداها
    .own = خود نویسنده
    .verdicts = دلیل‌ها و داوری‌ها
    .no_facts = بدون واقعیت‌های ساده
# What is counted in all of the ways, below a chart of several.
ways-filter =
    { $core ->
        [yes] ادعاهای اصلی
       *[no] همهٔ ادعاها
    }{ $voice ->
        [own] ، صدای خود نویسنده
       *[all] { "" }
    }{ $questions ->
        [yes] ، بدون پرسش‌ها
       *[no] { "" }
    }؛ شیوه‌ها چنان‌که نام برده شده است

net-balance =
    .title =
        { $net-known-count ->
            [0] شمار بندها کمتر از آن است که بتوان گفت کدام سو سنگین‌تر است
           *[other] { $net-flips-count ->
                [0] { $net-ways ->
                    [1] متن‌هایی که در آن‌ها ادعای پیونددهنده بیش از ادعای جداکننده است:
                        { $net-binding-count } متن از { $net-known-count } متن
                   *[other] هر چه شمرده شود، { $net-known-count ->
                        [1] یک سو سنگین‌تر است
                       *[other] در هر متن همان سو سنگین‌تر است
                    }
                }
               *[other] { $texts-count ->
                    [1] اینکه کدام سو سنگین‌تر است به آنچه شمرده می‌شود بستگی دارد
                   *[other] در { WORDS($net-flips-count) } متن، اینکه کدام سو سنگین‌تر است به آنچه شمرده
                        می‌شود بستگی دارد
                }
            }
        }
    .subtitle =
        تراز خالص { $claims-counted } { $core ->
            [yes] ادعای اصلی
           *[no] ادعا
        } از { $texts-count } متن{ $net-ways ->
            [0] { "" }
            [1] { "" }
           *[other] ، شمرده‌شده به { WORDS($net-ways) } شیوه
        }{ $net-known-count ->
            [0] { "" }
           *[other] ، با بازه‌های { $level }
        }
    .alt =
        نقطه‌هایی با بازه‌های { $level }، از همه جداکننده تا همه پیونددهنده؛ برای هر متن یک ردیف؛
        { WORDS($net-ways) } شیوهٔ شمارش برای { $claims-counted } { $core ->
            [yes] ادعای اصلی
           *[no] ادعا
        }.{ $net-ways ->
            [0] { "" }
            [1] { "" }
           *[other] { " " }سوی سنگین‌تر در این متن‌ها به شیوهٔ شمارش بستگی دارد: { $net-flips }.
        }
    .note =
        n: ادعاهایی که پیوند می‌دهد یا جدا می‌کند. متنی که دو بند یا کمتر دارد بازه ندارد؛ متنی که کمتر
        از هشت بند دارد بازهٔ پهنی دارد.
    .how =
        (پیونددهنده − جداکننده) / (پیونددهنده + جداکننده)؛ بازهٔ ویلسون بر پایهٔ اندازهٔ مؤثر: هر چه ادعاهای
        یک بند به هم شبیه‌تر باشد، وزن کمتری دارد.

statement-leaning-doc_id =
    در متنِ { $name-doc_id } ادعاهای { $binding ->
        [yes] پیونددهنده به‌یقین سنگین‌تر از ادعاهای جداکننده
       *[no] جداکننده به‌یقین سنگین‌تر از ادعاهای پیونددهنده
    } است: تراز خالص { $net_valence-way-doc_id } است (بازهٔ { $level }:
    { INTERVAL($net_valence-way-doc_id) }).
statement-leaning =
    { $net-lean-of ->
        [1] در این متن به‌یقین هیچ سویی سنگین‌تر نیست: بازهٔ تراز خالص آن صفر را در بر دارد. تراز خالص آن
       *[other] در هیچ متنی به‌یقین یک سو سنگین‌تر نیست: همهٔ بازه‌های تراز خالص صفر را در بر دارد. تراز
            دورترین متن از صفر، یعنی متنِ { $name-doc_id }،
    } { $net_valence-way-doc_id } است ({ INTERVAL($net_valence-way-doc_id) }).

no-verdict-against-count =
    در هیچ متنی ادعاهای صدای خود نویسنده خلاف داوری متن نیست.
statement-verdicts-place =
    داوری متنِ { $name-doc_id } دربارهٔ رابطه این است: { LOWER($verdict-doc_id) }؛ با این همه، با صدای خودش
    { $verdict-binding-doc_id } ادعا این دو را به هم پیوند می‌دهد و { $verdict-dividing-doc_id } ادعا
    از هم جدا می‌کند.{ $known ->
        [yes] { " " }تراز خالص { $net_valence-way-doc_id } است (بازهٔ { $level }:
            { INTERVAL($net_valence-way-doc_id) }).
       *[no] { "" }
    }

reasons =
    .title =
        { $texts ->
            [1] چه چیز در یک متن پیوند می‌دهد و چه چیز جدا می‌کند
           *[other] { $driver-turning-count ->
                [0] جهت هر دلیل از متنی به متن دیگر همان می‌ماند
               *[other] { WORDS($driver-turning-count) } دلیل در یک متن پیوند می‌دهد و در متنی دیگر جدا
                    می‌کند
            }
        }
    .subtitle =
        سهم پیونددهنده منهای سهم جداکننده از ادعاهای یک متن، به تفکیک دلیل، در { $texts-count } متن
    .alt =
        برای هر متن یک قاب ({ $texts-count } قاب)، برای هر دلیل یک ردیف؛ نقطه‌ها در سمت راست جایی که
        ادعاهای آن دلیل پیوند می‌دهد و در سمت چپ جایی که جدا می‌کند. دلیل‌هایی که بسته به متن در هر دو سو
        می‌آید: { $driver-turning }.
    .note =
        نشانهٔ توخالی: کمتر از { $few } ادعا؛ چنین نشانه‌ای چرخش شمرده نمی‌شود. چرخش از آنِ نقطه‌هاست:
        بیشتر بازه‌ها صفر را در بر دارد.
    .how =
        (پیونددهنده − جداکننده) / همهٔ ادعاهای متن؛ بازه‌های { $level }: کران‌های ویلسون هر دو سهم بر پایهٔ
        اندازهٔ مؤثر، با هم ترکیب‌شده (Zou 2007). فهرست { $reasons } دلیل.

leads-in-text = { $driver-top_side-doc_id } در متنِ { $name-doc_id }
no-leading-reasons = هیچ دو متنِ مقایسه‌شده‌ای ادعایی از این گونه ندارد.
# Whether one reason surely leads, in the texts where it does.
leads-surely =
    { $driver-surely-side ->
        [some] یک دلیل تنها در اینجا به‌یقین پیشتاز است: { $driver-surely-side }.
       *[none] در هیچ متنی یک دلیل به‌یقین پیشتاز نیست.
    }
statement-reasons-side =
    آنچه بیش از همه این دو را { $side ->
        [binding] به هم پیوند می‌دهد
       *[dividing] از هم جدا می‌کند
    }، { $driver-change-side-of ->
        [1] { $driver-change-side ->
            [0] در هر دو متن یک دلیل است
           *[other] در هر متن دلیل دیگری است
        }
       *[other] { $driver-change-side ->
            [0] در هر { WORDS($driver-change-side-of) } مقایسه یک دلیل است
           *[other] در { WORDS($driver-change-side) } مقایسه از { WORDS($driver-change-side-of) } مقایسه
                دلیل دیگری است
        }
    }{ $listed ->
        [some] : { CLAUSES($listed) }
       *[none] { "" }
    }. اگر بندها تصادفی پخش شود، { $driver-change-side-as_many } از جایگشت‌ها همین شمار را به دست می‌دهد.
    { leads-surely }
reasons-at-chance =
    { $listed ->
        [some] آنچه بیش از همه این دو را { $side ->
            [binding] به هم پیوند می‌دهد
           *[dividing] از هم جدا می‌کند
        }: { CLAUSES($listed) }. این دلیل
       *[none] آنچه بیش از همه این دو را { $side ->
            [binding] به هم پیوند می‌دهد
           *[dividing] از هم جدا می‌کند
        }،
    } { $driver-change-side ->
        [0] از متنی به متن دیگر همان است.
       *[other] { $driver-change-side-of ->
            [1] در متن دیگر دلیل دیگری است
           *[other] در { WORDS($driver-change-side) } مقایسه از { WORDS($driver-change-side-of) } مقایسه
                دلیل دیگری است
        }، نه بیش از آنچه تصادف به دست می‌دهد: { $driver-change-side-as_many } از جایگشت‌های تصادفی همین
            شمار را دارد.
    } { leads-surely }

reason-matrix =
    .title =
        { $texts ->
            [1] { WORDS($driver-used) } { $signed ->
                [yes] دلیل
               *[no] چارچوب
            } در یک متن
           *[other] { $driver-everywhere ->
                [none] هیچ { $signed ->
                    [yes] دلیلی
                   *[no] چارچوبی
                } نیست که همهٔ متن‌ها بیاورند
               *[some] { $signed ->
                    [yes] دلیل‌هایی
                   *[no] چارچوب‌هایی
                } که همهٔ متن‌ها می‌آورند: { $driver-everywhere }
            }
        }
    .subtitle =
        { $signed ->
            [yes] شمار ادعاها به تفکیک دلیل و متن؛ سایه: سهم بندهایی که آن را نام می‌برد؛ ▲ پیونددهنده،
                ▽ جداکننده
           *[no] شمار ادعاها به تفکیک چارچوب و متن؛ سایه: سهم بندهایی که آن را نام می‌برد
        }
    .alt =
        جدولی از { $driver-used } { $signed ->
            [yes] دلیل
           *[no] چارچوب
        } در برابر { $texts-count } متن؛ هر خانه شمار ادعاها را نشان می‌دهد و سایهٔ آن سهم بندهایی را که
        این { $signed ->
            [yes] دلیل
           *[no] چارچوب
        } را نام می‌برد. در همهٔ متن‌ها: { $driver-everywhere }.

without-sides =
    { $lacking }
    .so = در اینجا از آنچه پیوند می‌دهد و آنچه جدا می‌کند چیزی گفته نمی‌شود

unnamed =
    .first = اولی از این دو
    .second = دومی از این دو
directions =
    .title =
        { $direction-first-texts ->
            [some] در { $direction-first-texts }، { CAPITAL($direction-first) } آشکارا بیشتر اثر می‌گذارد تا
                اثر بپذیرد{ $direction-second-texts ->
                [some] ؛ در { $direction-second-texts }، { CAPITAL($direction-second) } آشکارا بیشتر اثر
                    می‌گذارد تا اثر بپذیرد
               *[none] { "" }
            }
           *[none] { $direction-second-texts ->
                [some] در { $direction-second-texts }، { CAPITAL($direction-second) } آشکارا بیشتر اثر
                    می‌گذارد تا اثر بپذیرد
               *[none] در هیچ متنی یکی از این دو آشکارا بیش از دیگری اثر نمی‌گذارد
            }
        }
    .subtitle =
        ادعاهایی که در آن‌ها یکی بر دیگری اثر می‌گذارد، چیزی به آن می‌رساند، به آن نیاز دارد یا به آن
        آسیب می‌زند: { $direction-one_sided } ادعا می‌گوید کدام، در { $texts-count } متن
    .alt =
        برای هر متن یک ردیف با سه پیکان: { $direction-first } بر { $direction-second }، دوسویه، و
        { $direction-second } بر { $direction-first }؛ کلفتی پیکان سهم آن از ادعاهای متن است؛
        { $direction-one_sided } ادعا در { $texts-count } متن می‌گوید کدام یک اثر می‌گذارد. آشکارا یک‌سویه:
        { $direction-first } در { $direction-first-texts }، { $direction-second } در
        { $direction-second-texts }.
    .note = دوسویه: هر دو جهت، یا رابطه در کل. هیچ‌کدام: توصیه به دیگران، اصطلاح‌ها، کارهای دیگران.
    .how =
        آشکارا: بازهٔ (یک جهت − جهت دیگر) / هر دو، صفر را در بر ندارد؛ مانند تراز خالص.

# Whose claims are meant, within a sentence.
of-whose-voice =
    { $squares-voice ->
        [in-its-author-s-own-voice] { " " }به صدای خود نویسنده
        [in-any-voice] { " " }به هر صدا
       *[none] { "" }
    }
overview =
    .title =
        { $overview-names ->
            [0] به گفتهٔ هر متن، چه چیز این دو را به هم پیوند می‌دهد و چه چیز از هم جدا می‌کند
            [1] یک نام برای این دو در همهٔ عنوان‌ها
           *[other] { WORDS($overview-names) } نام برای همین دو در عنوان‌ها
        }
    .subtitle =
        { $named ->
            [yes] هر متن چه نامی بر اینان می‌گذارد: { $pair }؛ و یک مربع برای هر ادعا{ of-whose-voice }
                که آن‌ها را پیوند می‌دهد یا جدا می‌کند
           *[no] یک مربع برای هر ادعا{ of-whose-voice } که پیوند می‌دهد یا جدا می‌کند: { $pair }
        }
    .alt =
        برای هر متن یک ردیف به ترتیب تاریخ: { $named ->
            [yes] نام در عنوان، نام در بدنهٔ متن، و یک
           *[no] یک
        } مربع برای هر ادعا{ of-whose-voice }؛ از { $squares-n } ادعا، { $squares-binding } ادعا پیونددهنده و
        { $squares-dividing } ادعا جداکننده است؛ با تراز خالص و بازهٔ { $level } آن.
    .note =
        { $named ->
            [yes] نام در متن: پر جایی که نویسنده آن را تأیید می‌کند، توخالی جایی که تنها از دیگران
                نقل شده است. تراز خالص: ادعاهای پیونددهنده منهای ادعاهای جداکننده، تقسیم بر مجموع هر
                دو. متنی که برای مقایسه بسیار کوتاه است تراز ندارد.
           *[no] تراز خالص: ادعاهای پیونددهنده منهای ادعاهای جداکننده، تقسیم بر مجموع هر دو. متنی که برای
                مقایسه بسیار کوتاه است تراز ندارد.
        }
    .how = بازه‌های ویلسون بر پایهٔ اندازهٔ مؤثر؛ خطای کدگذاری در آن‌ها نیست.

theatre-cell = { $binding } · { $dividing } · { $neither }
theatres-counted =
    { $theatres-claims } ادعا از { N($theatres-claims) } ادعا جایی را نام می‌برد؛ روی هم
    { $theatres-places } جا. { $theatres-both ->
        [some] بنا بر شمارش، در این جاها یک متن پیوند را بیشتر می‌بیند و متنی دیگر جدایی را:
            { $theatres-both }.
       *[none] در هیچ جایی چنین نیست که در یک متن پیوند بیشتر باشد و در متنی دیگر جدایی.
    }
theatres =
    .title = جاهایی که متن‌ها نام می‌برند و آنچه در آن‌ها می‌گذرد
    .col-place = جا
    .note =
        در هر خانه: ادعاهایی که پیوند می‌دهد · جدا می‌کند · هیچ‌کدام. شمارها کوچک است؛ ادعایی که دو جا را
        نام می‌برد برای هر دو شمرده می‌شود.

outcomes =
    .title = هر متن به چه نتیجه‌ای می‌رسد و رابطه را چقدر ماندگار می‌بیند
    .col-name = متن
    .col-said = داوری
    .col-step = ماندگاری
    .col-shared = در همان پله با داوری دیگر
    .note = داوری و ماندگاری جدا از هم کدگذاری شده است، از روی همهٔ متن.
outcomes-counted =
    { WORDS($outcomes-verdicts) } { $outcomes-verdicts ->
        [one] داوری
       *[other] داوری متفاوت
    } در { WORDS($outcomes-studies) } پژوهش.{ $outcomes-sharing ->
        [some] { " " }این متن‌ها در ماندگاری با متنی که داوری دیگری دارد بر یک پله‌اند:
            { $outcomes-sharing }. ماندگاری رابطه دربارهٔ نزدیکی آن چیزی نمی‌گوید.
       *[none] { "" }
    }

# Persian. Machine translation, to be reviewed.
# How do they argue?

arcs =
    .title =
        { $texts ->
            [1] ترتیب مهم است: متن کجا می‌چرخد
           *[other] ترتیب مهم است: هر متن کجا می‌چرخد
        }
    .subtitle =
        تراز جاریِ { $arc-claims } { $core ->
            [yes] ادعای اصلی
           *[no] ادعا
        }، از نخستین تا آخرین ادعای { WORDS($texts-count) } متن
    .alt =
        یک قاب برای هر متن (روی هم { $texts-count } متن و { $arc-claims } ادعا): خطی پله‌ای که با هر
        ادعای پیونددهنده بالا و با هر ادعای جداکننده پایین می‌رود؛ بخش‌های پذیرفته سایه خورده‌اند و
        نقطهٔ چرخش نشان شده است.
    .note =
        { $redrawn ->
            [yes] نوار: میان پایین‌ترین و بالاترین خط { $machines ->
                [yes] اجراهای مدل
               *[no] کدگذاران
            }؛ خطایی که همه در آن شریک‌اند دیده نمی‌شود. آنچه داده است، ترتیب است.
           *[no] آنچه داده است، ترتیب است.
        }
    .how =
        جمع جاریِ ‎+۱ (پیونددهنده) و ‎−۱ (جداکننده){ $redrawn ->
            [yes] ؛ ادعایی که { $machines ->
                [yes] یک اجرا
               *[no] یک کدگذار
            } آن را ندارد، چیزی به خط او نمی‌افزاید.
           *[no] .
        }

conceded-most =
    { $texts ->
        [1] از { N($share_conceded-doc_id) } ادعای متنِ { $name-doc_id }،
            { $share_conceded-doc_id } پذیرش‌اند و
       *[other] { $every ->
            [yes] بیشترین سهم پذیرش در متنِ { $name-doc_id } است
           *[no] در میان متن‌هایی که برای مقایسه به‌اندازه بلندند، بیشترین سهم پذیرش در متنِ { $name-doc_id } است
        }: { $share_conceded-doc_id } از { N($share_conceded-doc_id) } ادعا، که
    } پیش از نکتهٔ خود نویسنده آمده‌اند{ $known ->
        [yes] { " " }(بازهٔ { $level }: { INTERVAL($share_conceded-doc_id) })
       *[no] { "" }
    }. تراز جاری پس از { $arc-kind-at-doc_id } از متن به بالاترین حد می‌رسد و در پایان
    { $arc-end-doc_id } است.
statement-turn-doc_id-other =
    متنِ { $name-doc_id } پیش از نکتهٔ خودش بیش از متنِ { $name-other } می‌پذیرد:
    { $share_conceded-doc_id } از ادعاهایش در برابر { $then }.
not-surely-more =
    اینکه سهم آن از این متن‌ها هم بیشتر باشد، پرسشی باز است: { $kind-open }.

voices =
    .title =
        { $quoting ->
            [yes] { $texts ->
                [1] در متنِ { $name-doc_id } چه کسانی سخن می‌گویند
               *[other] { $every ->
                    [yes] صداهای دیگر
                   *[no] در میان متن‌هایی که برای مقایسه به‌اندازه بلندند، صداهای دیگر
                } در متنِ { $name-doc_id } بیشترین سهم را دارند
            }
           *[no] هر ادعا با صدای خود نویسنده است
        }
    .subtitle =
        یک خانه برای هر { $core ->
            [yes] ادعای اصلی
           *[no] ادعا
        }، به ترتیب؛ پایین: صدای خود نویسنده، بالا: صدای دیگری ({ $claims-count } ادعا)
    .alt =
        برای هر متن یک نوار از خانه‌ها، یک خانه برای هر یک از { $claims-count } ادعا به ترتیب: روی خط با
        صدای خود نویسنده، بالای خط با صدای دیگری. بیشترین سهم صداهای دیگر: { $name-doc_id }،
        { $share_other_voice-doc_id }.

no-other-voices =
    { $texts ->
        [1] این متن هیچ ادعایی ندارد که
       *[other] هیچ متنی ادعایی ندارد که
    } با صدایی جز صدای خود نویسنده باشد.
others-most =
    در متنِ { $name-doc_id }، صداهای دیگر { $share_other_voice-doc_id } از
    { N($share_other_voice-doc_id) } ادعا را می‌سازند{ $texts ->
        [1] { "" }
       *[other] ، که بیشترین سهم در میان { $every ->
            [yes] همهٔ متن‌ها
           *[no] متن‌هایی است که برای مقایسه به‌اندازه بلندند
        }{ $every ->
            [yes] { " " }است
           *[no] { "" }
        }
    }{ $known ->
        [yes] { " " }(بازهٔ { $level }: { INTERVAL($share_other_voice-doc_id) }).
       *[no] .
    }
statement-voices-doc_id-other =
    متنِ { $name-doc_id } بیش از متنِ { $name-other } از زبان دیگران سخن می‌گوید:
    { $share_other_voice-doc_id } از ادعاهایش در برابر { $then }.


functions =
    .title = ادعاهای هر متن چه می‌کنند
    .col-name = متن
    .col-n = ادعاها
    .note = سهم از ادعاهای هر متن.
functions-apart =
    { $rows ->
        [none] از { $functions-tested } تفاوت میان متن‌های مقایسه‌شده، هیچ‌کدام در میان این همه مقایسه
            روشن نیست.
       *[some] از { $functions-tested } تفاوت میان متن‌های مقایسه‌شده، { $functions-clear } تفاوت در میان
            این همه مقایسه روشن است: { CLAUSES($rows) }.
    }
function-apart =
    { LOWER($function) } ({ $then } در { $name-from }، { $now } در { $name-to }؛ تفاوت
    { $function-function-from-to }، بازهٔ { $level }: { INTERVAL($function-function-from-to) })

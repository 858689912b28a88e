# Persian. Machine translation, to be reviewed.
# How do they argue, and what do they advise?

need-advice =
    هیچ متنی در این پیکره توصیه‌ای نمی‌کند. برای تغییر آن، در codebook.toml کدِ توصیه را نشان‌دار کنید
    (advice = true)، یا ادعاهایی را که توصیه می‌کنند کدگذاری کنید.

arcs-in-short =
    .title =
        { $conceding ->
            [yes] { $several ->
                [yes] بیشترین سهم پذیرش در متنِ { $name-doc_id } است:
                    { $course-conceded-doc_id } از ادعاها
               *[no] متنِ { $name-doc_id } در { $course-conceded-doc_id } از ادعاهایش می‌پذیرد
            }
           *[no] تراز در طول { $course-claims } ادعا چگونه پیش می‌رود
        }
    .subtitle =
        ادعاهای پیونددهنده منهای جداکننده تا هر نقطه، به درصد از ادعاهای هر متن
        (روی هم { $course-claims } ادعا)
    .alt =
        { WORDS($course-texts) } قاب{ $course-texts ->
            [one] { "" }
           *[other] ، یکی برای هر متن
        }: خطی پله‌ای که با هر ادعای پیونددهنده بالا و با هر ادعای جداکننده پایین می‌رود، از نخستین تا
        آخرین ادعا از { $course-claims } ادعا؛ بخش‌های پذیرفته سایه خورده‌اند.
    .note =
        سایه: پذیرفته، یعنی نویسنده پیش از نکتهٔ خودش آن را می‌پذیرد.{ $turning ->
            [yes] { " " }چرخش: از اینجا به بعد متن به سوی پایان خود می‌رود.
           *[no] { "" }
        } { $heard }
others-heard =
    { $any ->
        [yes] { $apart ->
            [yes] سهم صداهای دیگر از ادعاها در متنِ { $name-most } { $course-others-doc_id } و در متنِ
                { $name-least } { $fewest } است.
           *[no] سهم صداهای دیگر از ادعاها در هر متن { $course-others-doc_id } است.
        }
       *[no] هر ادعا با صدای خود نویسنده است.
    }

pressure =
    .title =
        از { WORDS($course-advice) } توصیه، { $course-pressure ->
            [0] { WORDS($course-pressure, zero: "هیچ‌یک") } فشار نمی‌خواهد
           *[other] { WORDS($course-pressure) } توصیه فشار می‌خواهد
        }
    .subtitle = یک نقطه برای هر توصیه، به تفکیک متن و مخاطب
    .alt =
        نقطه‌هایی روی مقیاسی از زور تا پاداش، یک سطر برای هر متن و مخاطب: { $course-pressure } توصیه از
        { $course-advice } توصیه در سوی فشار است.
    .note =
        پُر: آشکارا گفته شده؛ نیمه‌پر: با احتیاط؛ توخالی: در میان سطرها.{ $used ->
            [yes] { " " }از { $course-named } باری که توصیه‌ها دلیلی را به کار می‌گیرند،
                { $course-on_rifts } بار دلیلی است که همان متن می‌گوید این دو را جدا می‌کند.
           *[no] { "" }
        }
advice-in-full =
    .title =
        { WORDS($course-told) } توصیه از { WORDS($course-every) } توصیه، به بیان ما
    .col-name = متن
    .col-to = به
    .col-gist = چه باید بکند
    .col-place = جا
    .note = توصیه از نویسندگان است؛ این گزارش توصیه‌ای نمی‌کند.

# Persian. Machine translation, to be reviewed.
# Were these the field’s labels?

# The cuts of the sample.
cuts =
    .all = همهٔ نوشته‌ها
    .relevant = نوشته‌های مرتبط
    .main = مرتبط، یافته با جست‌وجوی بی‌طرف

context-sample =
    نمونه { $context-n-all } نوشتهٔ تاریخ‌دار از { $context-first } تا { $context-last } دارد؛
    { $context-country-share } از آنها از { $context-country } است. { $context-n-relevant } نوشته مرتبط
    است و { $context-n-neutral } نوشته از این‌ها با جست‌وجویی بی‌طرف پیدا شد. برش آخر، برش اصلی است.

context-readings =
    .title =
        در { $context-years_both_readings } سال از { $context-years_counted } سال، دیگران رابطه را به هر
        دو شکل خوانده‌اند
    .subtitle =
        شمار نوشته‌ها در هر دوره و با هر برداشت، { $context-n-neutral } نوشتهٔ برش اصلی؛ سهم با بازهٔ
        ویلسونِ { $level }
    .alt =
        نقطه‌هایی برای { $context-n-neutral } نوشته در دوره‌هایی که با سال‌های متن‌ها آغاز می‌شوند، به
        تفکیک برداشت: پیونددهنده، آمیخته یا جداکننده، همراه با شمار. در
        { $context-years_both_readings } سال از { $context-years_counted } سالی که نوشتهٔ کافی دارند،
        هر دو برداشت مخالف دیده می‌شود.

context-tests =
    .title = آیا برداشت‌ها از دوره‌ای به دورهٔ دیگر بیش از نوشته‌های درهم‌ریخته تفاوت دارند؟
    .col-name = نوشته‌ها
    .col-n = n
    .col-statistic = آماره
    .col-range = درهم‌ریخته
    .col-p = p
context-tests-shuffled =
    اگر نوشته‌ها میان دوره‌ها درهم بریزند، تفاوت‌هایی به همین بزرگی پدید می‌آید: در برش اصلی با p
    { $context-periods-p-main } و در همهٔ نوشته‌ها با p { $context-periods-p-all }.

statement-context =
    نویسندگان دیگر در { $context-years_both_readings } سال از { $context-years_counted } سالی که نوشتهٔ
    کافی دارند، رابطه را به هر دو شکل خوانده‌اند{ $alike ->
        [yes] ، و برداشت‌ها در دوره‌هایی که با این متن‌ها آغاز می‌شوند بیش از نوشته‌های درهم‌ریخته تفاوت
            ندارند (p { $context-periods-p-main }): نشانه‌ای نیست که ترتیب این متن‌ها ترتیب کل این حوزه
            باشد.
       *[no] ؛ برداشت‌ها در دوره‌هایی که با این متن‌ها آغاز می‌شوند بیش از نوشته‌های درهم‌ریخته تفاوت دارند
            (p { $context-periods-p-main }).
    }

context-slant =
    .title = برداشت تابع واژه‌های جست‌وجوست
    .col-query_slant = لحن جست‌وجو
slant-commonest = { $slant }: { $k } از { $n } { $reading }
context-slant-commonest =
    پربسامدترین برداشت به تفکیک لحن جست‌وجو: { $context-slants }. تنها برش بی‌طرف را می‌توان چیزی بیش از
    پژواک پرسش دانست.

context-families =
    .title = خانواده‌های نام در نوشته‌های برش اصلی، به تفکیک دوره
    .col-family = خانواده
    .note = یک نوشته می‌تواند چند خانواده را به کار ببرد.
context-first =
    .title = نخستین حضور هر خانوادهٔ نام در نمونه
    .col-family = خانواده
    .col-published = تاریخ
    .col-outlet = رسانه
    .col-n = نوشته‌ها
    .note = نخستین در این نمونه، نه در کل این حوزه.

context-authors-counted =
    از { WORDS($context-authors) } نویسنده نوشته‌هایی از چند سال در دست است؛ { $context-authors-change ->
        [0] { WORDS($context-authors-change, zero: "هیچ‌یک") } از آنها رابطه را به بیش از یک شکل
            نمی‌خواند.
       *[other] { WORDS($context-authors-change) } نفر از آنها رابطه را به بیش از یک شکل می‌خوانند.
    }
context-authors =
    .title = نویسندگانی که برداشتشان سال به سال فرق می‌کند
    .col-author = نویسنده
    .col-published = تاریخ
    .col-label = نام
    .col-direction = برداشت

context-agreement =
    یک مدل زبانی در اجرای دوم، بی‌خبر از اجرای نخست، { N($context-alpha-direction) } نوشته را دوباره خواند:
    برداشت یکسان در { $context-exact-direction } موردها (اگر سکه می‌انداختند، در
    { $context-exact-direction-tossed })، آلفا { $context-alpha-direction } (اسمی) و
    { $context-alpha-direction-ordinal } (ترتیبی). خانواده‌های نام کمتر هم‌پوشانی دارند
    ({ $context-overlap-families }): جدول‌های خانواده‌ها را باید با احتیاط خواند.

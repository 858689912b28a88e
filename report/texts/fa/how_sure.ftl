# Persian. Machine translation, to be reviewed.
# How sure is what this report says?

how-sure =
    .title =
        { WORDS($sure-count) } گزاره: استوار { WORDS($sure-count-firm, zero: "هیچ") }، متمایل
        { WORDS($sure-count-leaning, zero: "هیچ") }، باز { WORDS($sure-count-open, zero: "هیچ") }
    .deck =
        هر گزاره با همهٔ شیوه‌های معقول شمارش، بدون تک‌تک کدگذاران و در برابر تصادف از نو حساب می‌شود، و
        توافق کدگذاران هم در نظر می‌آید. یک واژه حاصل این همه را می‌گوید.
    .short = تا چه اندازه مطمئن
    .note =
        بازه: بازهٔ تفاوت یا پیشی‌ای که گفته شده است. تصادف: چند بار بندهایی که به تصادف پخش شوند به همین
        اندازه از هم دورند. روشن: پس از تصحیح روی همهٔ گزاره‌های آزموده.{ $further ->
            [yes] { " " }پیوست { $sure-further } گزارهٔ دیگر دارد.
           *[no] { "" }
        }
    .how =
        آزمون‌ها به روش هولم روی { $sure-tested } گزاره تصحیح شده‌اند؛ بازه‌ها در سطح { $level }، بدون
        تصحیح.
how-sure-heads =
    .statement = گزاره
    .ways = شیوه‌های شمارش
    .ways-note = در چند شیوه برقرار است
    .left_out = چه چیز آن را بر هم می‌زند
    .left_out-note = با حذف یک کدگذار
    .test = بازه یا آزمون
    .test-note = آیا روشن است؟
    .coders = کدگذاران
    .coders-note = توافق
    .word = تا چه اندازه مطمئن
    .made = این واژه چگونه به دست می‌آید
    .limits = آنچه این طرح نمی‌تواند بگوید
how-sure-about =
    .verdict = داوری
    .reasons = دلیل‌ها
    .argument = استدلال
    .field = دیگران
how-sure-ways = { $held } از { $tried }
how-sure-share = { $share }
how-sure-none =
    .ways = آزموده نشده
    .left_out = چیزی برای حذف نیست
    .test = بدون آزمون: یک برداشت از یک متن کامل
    .coders = سنجیده نشده
how-sure-left-out =
    { $fails ->
        [yes] بدون این کدگذار فرو می‌ریزد: { $coders }
       *[no] هیچ چیز
    }
clear-word =
    { $clear ->
        [filled] روشن
        [pale] روشن فقط بدون تصحیح
       *[empty] ناروشن
    }
how-sure-ranged = { INTERVAL($gap) }: { clear-word }
how-sure-tested = تصادف { $p }: { clear-word }
how-sure-alpha = { $alpha }
how-sure-alike = برداشت یکسان از { $alike } متن‌ها
how-sure-made =
    چهار تیک، به ترتیب ستون‌ها: گزاره دست‌کم در { $sure-most } از شیوه‌های شمارش برقرار است (کم‌رنگ:
    { $sure-many })؛ حذف هیچ کدگذاری آن را بر هم نمی‌زند؛ بازه یا آزمونش روشن است (کم‌رنگ: فقط بدون
    تصحیح)؛ کدگذاران بر سر آنچه گزاره از آن استفاده می‌کند توافق دارند. تیک نقطه‌چین یعنی این بررسی ممکن
    نیست. استوار: همهٔ تیک‌های ممکن، دست‌کم سه تا. متمایل: تیک نخست، دست‌کم کم‌رنگ، و یکی دیگر. باز: کمتر
    از این، به شکل پرسش.{ $machines ->
        [yes] { " " }کدهای شمرده‌شده در اینجا کدهای ماشینی‌اند و انسانی آنها را بازبینی نکرده است؛ پس هیچ
            گزاره‌ای از «متمایل» بالاتر نمی‌رود.
       *[no] { "" }
    }
how-sure-limit = { $limit-id-title }. { $limit-id-text }

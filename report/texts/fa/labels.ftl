# Persian. Machine translation, to be reviewed.
# What do they call it?

filter-labels = نام‌های این دو، همهٔ جاها و صداها
filter-title-and-body = عنوان، و جمله‌های بدنهٔ متن دربارهٔ این دو
filter-mentions = اشاره‌ها به این دو

statement-labels =
    { $labels-texts ->
        [1] واژهٔ اصلی برای رابطه در عنوان { $labels-differ ->
            [0] همان است
           *[other] همان نیست
        } که جمله‌های خود نویسنده بر آن می‌ایستد.
       *[other] { $labels-differ ->
            [0] در هر { WORDS($labels-texts) } متن واژهٔ اصلی برای رابطه در عنوان همان است که جمله‌های خود
                نویسنده بر آن می‌ایستد.
           *[other] در { WORDS($labels-differ) } متن از { WORDS($labels-texts) } متن واژهٔ اصلی برای رابطه در
                عنوان همان نیست که جمله‌های خود نویسنده بر آن می‌ایستد.
        }
    }
title-words-beside =
    { $labels-beside ->
        [0] در هیچ‌یک از این { WORDS($labels-beside-of) } متن، عنوان با زیرعنوانش واژهٔ نویسنده را در کنار
            واژهٔ اصلی ندارد.
       *[other] در { WORDS($labels-beside) } متن از این { WORDS($labels-beside-of) } متن، عنوان با زیرعنوانش
            واژهٔ نویسنده را نیز در کنار واژهٔ اصلی دارد.
    }

title-and-body =
    .title = عنوان چه می‌گوید و نویسنده چه می‌گوید
    .col-name = متن
    .col-title = عنوان
    .col-title_labels = خانواده
    .col-body = بدنهٔ متن
    .col-body_label = خانواده
    .col-body_use = کاربرد در بدنه

label-timeline =
    .title =
        { $share ->
            [fewer] نویسندگان کمتر از نیمی از نام‌هایی را که می‌آورند تأیید می‌کنند: { $labels-own } از { $labels-pair }
            [half] نویسندگان نیمی از نام‌هایی را که می‌آورند تأیید می‌کنند: { $labels-own } از { $labels-pair }
           *[most] نویسندگان بیشتر نام‌هایی را که می‌آورند تأیید می‌کنند: { $labels-own } از { $labels-pair }
        }
    .subtitle =
        همهٔ نام‌ها برای رابطه در { $labels-texts } متن، { $labels-pair } اشاره؛ پر: نامی که نویسنده در
        بدنهٔ متن تأیید می‌کند ({ $labels-own })
    .alt =
        خط زمان { $labels-pair } اشاره به نام‌های رابطه در { $labels-texts } متن؛ عنوان‌ها و سرتیترها در بالا،
        بدنهٔ متن در پایین؛ نام‌هایی که نویسنده در بدنه تأیید می‌کند: { $labels-own }؛ نام‌های دیگر از
        دیگران نقل شده، به پرسش گرفته شده، رد شده یا نوشتهٔ ویراستاران است.
    .note =
        { $several ->
            [yes] { "" }
           *[no] نام‌ها یک بار کدگذاری شده است؛ پس توافق بر آن‌ها دانسته نیست.
        }

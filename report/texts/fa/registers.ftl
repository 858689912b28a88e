# Persian. Machine translation, to be reviewed.
# What does each register hold?

filter = همهٔ ردیف‌ها

settled =
    .title =
        { $registers-entries } مورد در دفتر اختلاف‌ها، که { $registers-open } مورد از آن‌ها در
        پایین فهرست شده است
    .col-decided_by = حل‌شده به دست
    .col-reason = دلیل
    .col-n = شمار موردها

no-disagreements = برای این پیکره هیچ اختلافی ثبت نشده است.

open-passages =
    .title =
        { WORDS($registers-passages, case: "capital") } { $registers-passages ->
            [one] مورد که بیش از یک جور خوانده می‌شود
           *[other] مورد که بیش از یک جور خوانده می‌شوند
        }
    .col-place = جا
    .col-codes = کدهای داده‌شده، و کد نهایی
    .col-note = چرا باز است
    .note = در پرانتز: شمار موردهای دفتر برای هر متن، و کدگذارانی که آن کد را داده‌اند.

label-register =
    .title =
        { WORDS($registers-labels, case: "capital") } { $registers-labels ->
            [one] بار نام بردن از رابطه
           *[other] بار نام بردن از رابطه
        }
    .col-names = نام
    .col-label = خانواده
    .col-pair = برای
    .col-polarity = قطبیت
    .col-voice = صدا
    .col-stance = موضع
    .note = در پرانتز: شمار ذکرها در هر متن، و جاها.

no-labels = در این پیکره هیچ نامی کدگذاری نشده است.

event-register =
    .title =
        { WORDS($registers-events, case: "capital") } { $registers-events ->
            [one] بار یاد کردن از یک رویداد
           *[other] بار یاد کردن از رویدادها
        }
    .col-name = متن
    .col-basis = سال چگونه داده شده
    .col-n = شمار ذکرها
    .col-names = رویدادها، با سال و جا

no-events = در این پیکره هیچ رویدادی کدگذاری نشده است.

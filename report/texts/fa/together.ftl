# Persian. Machine translation, to be reviewed.
# Which frames stand together, in a sentence and in a document.

statement-together =
    از { $together-sentences } جملهٔ دارای چارچوب، { $together-share } بیش از یک چارچوب { $together-several ->
        [one] دارد
       *[other] دارند
    }؛ { $tied ->
        [yes] چند جفت چارچوب بیش از همه کنار هم می‌آیند، هر کدام
       *[no] این دو بیش از همه کنار هم می‌آیند: { $together-first } و { $together-second }،
    } در { $together-both } جمله.

together =
    .title =
        { $tied ->
            [yes] چند جفت چارچوب به یک اندازه جملهٔ مشترک دارند
           *[no] بیشترین جملهٔ مشترک: { CAPITAL($together-first) } و { $together-second }
        }
    .subtitle =
        از هر صد جملهٔ دارای چارچوبِ سطر، چند جمله چارچوبِ ستون را هم دارد؛ { $together-shown } چارچوب،
        { $together-sentences } جمله
    .alt =
        ماتریسی مربعی از { $together-shown } چارچوب در برابر همان چارچوب‌ها: از هر صد جملهٔ دارای چارچوبِ
        سطر چند جمله چارچوبِ ستون را هم دارد، از { $together-sentences } جمله. بیشترین جملهٔ مشترک:
        { $tied ->
            [yes] چند جفت به یک اندازه
           *[no] { $together-first } و { $together-second }
        }، { $together-both }.

pairs =
    .title = چارچوب‌هایی که بیشترین جملهٔ مشترک را دارند
    .col-one = چارچوب
    .col-other = و
    .col-both = جمله‌ها
    .col-expected = انتظار
    .col-lift = برابر
    .note =
        انتظار: اگر هر چارچوب همراهانش را بر این پایه برگزیند که هر کدام چند بار با دیگران می‌آیند. برابر:
        جمله‌ها / انتظار.

statement-documents =
    { $documents-widest ->
        [some] چارچوب‌هایی که در بیشترین سندها آمده‌اند: { $documents-widest }
       *[other] چارچوبی که در بیشترین سندها آمده است: { $documents-widest }
    }؛ { $documents-widest-share } از { $documents-framed } سند دارای چارچوب، { $documents-widest ->
        [some] هر یک از آنها را دارند
       *[other] آن را دارند
    }.

frames-by-document =
    .title =
        { $documents-framed ->
            [1] آنچه در تنها سند آمده است
           *[other] آنچه در بیشترین سندها آمده است
        }: { CAPITAL($documents-widest) }
    .col-label = چارچوب
    .col-units = سندها
    .col-share = سهم
    .col-leads = پیشتاز
    .col-lead = پیشتاز جایی که آمده
    .col-claims = ادعاها
    .note = پیشتاز: سندهایی که هیچ چارچوب دیگری در آنها به این شمار ادعا ندارد.

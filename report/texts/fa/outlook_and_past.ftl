# Persian. Machine translation, to be reviewed.
# What does each text foresee, and which past does it argue from?

filter-dated = رویدادهایی با سالی که از متن برمی‌آید

foreseen =
    .title =
        { $free ->
            [yes] { WORDS($ahead-free) } پیش‌بینی از { WORDS($ahead-count) } پیش‌بینی هیچ شرطی ندارد
           *[no] { $ahead-count ->
                [one] { WORDS($ahead-count) } پیش‌بینی، مشروط
               *[other] { WORDS($ahead-count) } پیش‌بینی، هر یک مشروط
            }
        }
    .subtitle =
        { $ahead-texts ->
            [one] متن رابطه را رو به کدام سو می‌بیند
           *[other] متن‌ها رابطه را رو به کدام سو می‌بینند
        }، برای هر پیش‌بینی یک نشانه (روی هم { $ahead-count })
    .alt =
        برای هر متن یک سطر، برای هر جهت یک ستون: { $ahead-count } نشانه، با این‌که نویسنده چقدر مطمئن است و
        چه شرطی می‌گذارد؛ { $ahead-free } پیش‌بینی شرطی ندارد.
    .note =
        آنچه نویسنده بعید می‌داند در ستونی آمده که به گفتهٔ او رخ نمی‌دهد. { foreseen-undated } این‌که
        پیش‌بینی درست از آب درآمد یا نه، جزو این گزارش نیست.
foreseen-undated =
    { $ahead-undated ->
        [0] از { WORDS($ahead-count) } پیش‌بینی، همه می‌گویند تا چه زمانی.
       *[other] از { WORDS($ahead-count) } پیش‌بینی، { WORDS($ahead-undated) } پیش‌بینی نمی‌گوید تا چه زمانی.
    }

called-up =
    .title =
        { $exact ->
            [yes] نخستین سالی که نوشته شده است: { $past-year-doc_id }، در { $name-doc_id }
           *[no] گذشته‌ای که متن‌ها یاد می‌کنند: { $past-shown } رویداد تاریخ‌دار
        }
    .subtitle =
        سال هر رویداد تاریخ‌دار که متن نام می‌برد، { $past-shown } از { $past-count } بار ذکر
    .alt =
        برای هر متن یک خط زمان با { $past-shown } رویداد تاریخ‌دار: نقطه برای یک سال، میله برای یک بازهٔ زمانی،
        و میله‌ای برای سال خود متن.
    .note =
        توپر: متن سال را نوشته است؛ توخالی: سال از تاریخی برمی‌آید که متن نوشته است. { $ranged }
past-range =
    بدون سال دقیق: { $past-range-doc_id } در { $name-doc_id }، میان { $past-range-low-doc_id } و
    { $past-range-high-doc_id } سال پیش از متن.

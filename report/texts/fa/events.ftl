# Persian. Machine translation, to be reviewed.
# Which past, and which future?

filter-events = رویدادهایی که در بدنهٔ متن نام برده شده است
filter-dated = رویدادهایی با سالی که متن پشتیبان آن است

reach-back =
    .title =
        { $exact ->
            [yes] متنِ { $name-doc_id } با سالی دقیق{ $texts-count ->
                [one] { "" }
               *[other] { " " }از همه دورتر
            } به گذشته بازمی‌گردد: { $reach_back-max-doc_id } سال
           *[no] گذشته‌ای که متن‌ها به یاد می‌آورند: { $events-shown } رویداد تاریخ‌دار
        }
    .subtitle =
        سالِ هر رویداد تاریخ‌داری که متن نام می‌برد، { $events-shown } رویداد از { $events-count } رویداد؛
        میله: سال خود متن
    .alt =
        برای هر متن یک خط از سال‌ها، با { $events-shown } رویداد تاریخ‌دار به شکل نقطه، دوره‌ها به شکل
        میله، سده‌های پیش‌تر پشت شکستگی محور، و میله‌ای برای سال خود متن. رویدادهای بی‌سال:
        { $events-undated }.

reach-of-text =
    متنِ { $name-doc_id }: از { N($reach_back-median-doc_id) } رویدادی که سالشان در آن آمده است، نیمی
    حداکثر { $reach_back-median-doc_id } سال با متن فاصله دارد{ $exact ->
        [yes] ، و قدیمی‌ترین سال دقیق { $reach_back-max-doc_id } سال پیش از آن
       *[no] { "" }
    }.
reach-range =
    متنِ { $name-doc_id }، بدون سال دقیق: { $events-range-doc_id }، میان
    { $events-range-low-doc_id } تا { $events-range-high-doc_id } سال پیش.

forecasts-counted =
    { WORDS($forecasts-count) } پیش‌بینی؛ { $forecasts-undated ->
        [0] هیچ‌یک با افق باز نیست
       *[other] { WORDS($forecasts-undated) } پیش‌بینی با افق باز است
    }، { $forecasts-open ->
        [0] هیچ‌یک بدون شرط و بدون افق نیست
       *[other] { WORDS($forecasts-open) } پیش‌بینی نه شرط دارد و نه افق
    }.
forecasts =
    .title = نویسندگان چه انتظاری دارند
    .col-name = متن
    .col-gist = انتظار، به واژه‌های ما
    .col-forecast = جهت
    .col-forecast_condition = شرط
    .col-forecast_certainty = قطعیت

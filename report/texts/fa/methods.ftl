# Persian. Machine translation, to be reviewed.
# How was it computed?

filter-published = مقدارهای منتشرشده

derived =
    .title = مقدارهایی که به حکم دستورنامه از کدها حساب می‌شوند
    .col-value = مقدار
    .col-text = چگونه

settings-of-chance =
    بازنمونه‌های تصادفی: { $methods-draws }، از بذر { $methods-seed }. بازه‌ها { $level } را
    می‌پوشانند؛ یک متن برای داشتن بازه به { WORDS($methods-groups) } { $methods-groups ->
        [one] بند
       *[other] بند
    } نیاز دارد. p وقتی کوچک است که کمتر از { $methods-p } باشد.
settings-of-agreement =
    آلفا: متغیر زمانی برای مقایسه قابل اتکاست که سر پایین بازهٔ آن دست‌کم { $methods-rely } باشد، و
    از { $methods-floor } به بالا فقط با احتیاط. برای برنامه‌ریزی، تفاوت زمانی یافته شمرده می‌شود که
    در { $methods-power } موردها دیده شود.

published-values-none =
    همراه این پیکره مقدار منتشرشده‌ای نیست؛ این مقدارها در آزمون‌های برنامه‌اند.
published-values-reproduced =
    { $reference-reproduced } مقدار از { $reference-cases } مقدار، برگرفته از
    { $reference-examples } مثال منتشرشده، بازتولید شده است.
published-values =
    .title = مقدارهای منتشرشده، و مقدارهای ما جایی که رقم آخر فرق دارد
    .col-measure = سنجه
    .col-values = منتشرشده (از ما)
    .col-sources = منابع
    .note = تا همان شمار رقم اعشار که منبع چاپ کرده است، حداکثر چهار رقم. { $notes }
case-note = { $case }: { $note }

program = { $name } { $version }
made-with = این فصل با این برنامه‌ها حساب شده است: { $made-with }.

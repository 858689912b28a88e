# Persian. Machine translation, to be reviewed.
# Who should do what?

need-advice =
    هیچ متنی در این پیکره توصیه ندارد؛ پس این فصل کنار می‌رود. برای تغییر آن، در codebook.toml به کد توصیه
    نشانهٔ آن را بدهید (advice = true)، یا ادعاهایی را که توصیه می‌کند کدگذاری کنید.

advised =
    { $advice-texts ->
        [1] { WORDS($advice-texts) } متن توصیه دارد: { $advice-count } توصیه.
       *[other] { WORDS($advice-texts) } متن توصیه دارد، روی هم { $advice-count } توصیه؛
            { $advice-count-doc_id } توصیه از آن‌ها در متنِ { $name-doc_id } است.
    }{ $advice-none ->
        [some] { " " }بدون توصیه: { $advice-none }.
       *[none] { "" }
    }

addressees =
    .title = مخاطب هر متن کیست
    .col-name = متن
    .col-who = مخاطب توصیه
    .col-n = توصیه‌ها

strategy =
    .title =
        توصیه‌هایی که فشار می‌خواهد: { $advice-pressure } توصیه از { $advice-count } توصیه
    .subtitle = هر توصیه یک نقطه؛ پر: صریح، نیمه‌پر: با احتیاط، توخالی: ضمنی
    .alt =
        نقطه‌ها بر مقیاسی از اجبار تا پاداش، برای هر متن دارای توصیه یک ردیف: { $advice-count } توصیه،
        { $advice-pressure } توصیه در سوی فشار، { $advice-implicit } توصیه تنها ضمنی.

levers-elsewhere =
    از { $levers-all } توصیه، { $levers-named } توصیه دلیلی از فهرست دستورنامهٔ کدگذاری را به کار می‌گیرد؛
    { $levers-elsewhere ->
        [0] هیچ دلیلی از آن‌ها نیست که متن خودش هرگز جداکننده نخوانده باشد.
       *[other] در { WORDS($levers-elsewhere) } توصیه، متن خودش هرگز آن دلیل را جداکننده نخوانده است.
    }
levers =
    .title = توصیه چه دلیلی را به کار می‌گیرد و متن می‌گوید آن دلیل چه می‌کند
    .col-name = متن
    .col-reason = دلیل
    .col-advice = توصیه‌هایی که آن را به کار می‌گیرد
    .col-dividing = ادعاها: جدا می‌کند
    .col-binding = ادعاها: پیوند می‌دهد

advice-register =
    .title = { WORDS($advice-count) } توصیه
    .col-name = متن
    .col-addressee = به
    .col-gist = چه توصیه می‌شود
    .col-instrument = با
    .col-goal = هدف
    .col-explicitness = چگونه

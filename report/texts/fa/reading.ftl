# Persian. Machine translation, to be reviewed.
# How do I read this report?

filter = همهٔ سندها

who = { $author }، { $outlet }
quoted = «{ $phrase }»
place = { $text }، { $place }

texts-in-short =
    .title = { WORDS($reading-texts) } متن: چه کسی می‌نویسد، با چه درازایی و چه زمانی
    .col-name = نام در اینجا
    .col-title = عنوان
    .col-who = نویسنده و رسانه
    .col-vantage = انتخاب‌های چه کسی
    .col-genre = نوع
    .col-words = واژه‌ها
    .col-day = انتشار
    .note =
        { $vantage ->
            [yes] انتخاب‌های چه کسی: دولتی، یا خواننده‌ای، که متن انتخاب‌های پیش روی او را می‌سنجد.
           *[no] { "" }
        }

what-a-claim-is =
    ادعا یک نکته است که متنی دربارهٔ این دو می‌گوید. برای هر ادعا این‌ها نگه داشته می‌شود: چه گفته شده است،
    در جمله‌ای از خود کدگذاران؛ دلیلی که نام می‌برد؛ اینکه پیوند می‌دهد یا جدا می‌کند؛ و اینکه صدای کیست.
worked-examples =
    .title =
        { $both ->
            [yes] یک ادعا از هر سو، چنان‌که نگه داشته می‌شود
           *[no] یک ادعا، چنان‌که نگه داشته می‌شود
        }
    .note = { what-a-claim-is }
    .col-side = سو
    .col-phrase = در متن
    .col-gist = چه ادعا می‌شود
    .col-reason = دلیل
    .col-place = جا

strength-meanings =
    .firm =
        دست‌کم در { $strength-most } از شیوه‌های شمارش برقرار است؛ کنار گذاشتن هیچ متن یا کدگذاری آن را باطل
        نمی‌کند؛ بازه یا آزمون آن روشن است؛ کدگذاران بر آنچه به کار می‌برد توافق دارند.
    .leaning =
        دست‌کم در { $strength-many } از شیوه‌های شمارش برقرار است و دست‌کم یک وارسی دیگر را می‌گذراند.
    .open = کمتر از این: پرسش باز می‌ماند.
strength-words =
    .title = هر گزاره چقدر یقینی است، در یک واژه
    .col-word = واژه
    .col-means = شرط آن
    .note =
        { $machines ->
            [yes] کدهای شمرده‌شده کدهای ماشینی، بازبینی‌نشده است: هیچ گزاره‌ای استوار نیست.
           *[no] وارسی‌ای که برای گزاره‌ای ممکن نیست به شمار نمی‌آید.
        }

# Persian. Machine translation, to be reviewed.
# Can the codes be reproduced: agreement of coders on any number of claims.

filter = ادعاهایی که چند کدگذار کدگذاری کرده‌اند، پیش از هر گفت‌وگو
coded-twice = ادعاهایی که دو کدگذار یا بیشتر کدگذاری کرده‌اند

no-coefficient =
    هیچ ادعایی کد دو کدگذار را ندارد، یا همهٔ ادعاها یک کد گرفته‌اند؛ پس چیزی نیست که توافق را با آن
    بسنجیم.

statement-agreement =
    { $agreement-all ->
        [1] کیفیت کدگذاری: آلفای { $agreement-worst } { $agreement-worst-alpha } است (بازهٔ { $level }:
            { INTERVAL($agreement-worst-alpha) })
       *[other] کیفیت کدگذاری: کمترین توافق در { $agreement-worst } است (آلفا
            { $agreement-worst-alpha }، بازهٔ { $level }: { INTERVAL($agreement-worst-alpha) })
    }، میان { WORDS($coders-count) } کدگذار روی { $agreement-claims } ادعا.

reproduced =
    .title =
        { $agreement-rely } متغیر از { $agreement-all } متغیر قابل اتکاست
    .subtitle =
        آلفای کریپندورف برای { WORDS($coders-count) } کدگذار روی { $agreement-claims } ادعا، با بازه‌های
        { $level }
    .alt =
        یک سطر برای هر متغیر با آلفا و بازهٔ { $level } آن، { $coders-count } کدگذار روی
        { $agreement-claims } ادعا؛ { $agreement-rely } متغیر از { $agreement-all } متغیر بالای حد بالاتر
        است. ضعیف‌ترین: { $agreement-worst }، { $agreement-worst-alpha }.
    .how =
        آلفا از الگوی کدهایی که ادعاها گرفته‌اند؛ سندها { $draws } بار از نو کشیده می‌شوند، بذر { $seed }.
        سکه‌اندازان سهم کدهای هر کدگذار را نگه می‌دارند، و نیز اینکه چه کسی چه چیزی را کدگذاری کرد.
    .filter = { coded-twice }

taken-for =
    .title =
        { $parted ->
            [yes] کدگذاران بیش از همه بر سر { $confusion-first } و { $confusion-second } اختلاف دارند
           *[no] کدگذاران هرگز به یک ادعا چارچوب‌های متفاوت نمی‌دهند
        }
    .subtitle =
        از هر صد کدی که با چارچوب سطر روبه‌رو شده، چند تا کد ستون بوده است؛ { WORDS($coders-count) }
        کدگذار، { $agreement-claims } ادعا
    .alt =
        ماتریسی مربعی از چارچوب‌ها در برابر چارچوب‌ها به درصد سطر: قطر، توافق { $coders-count } کدگذار
        روی { $agreement-claims } ادعا را نشان می‌دهد.{ $parted ->
            [yes] { " " }بزرگ‌ترین شمار بیرون از قطر: { $confusion-first } در برابر
                { $confusion-second }.
           *[no] { "" }
        }
    .filter = { coded-twice }

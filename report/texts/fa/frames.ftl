# Persian. Machine translation, to be reviewed.
# Which frames, and when: shares and balance by period, with documents drawn for how sure they are.

need-one-code-a-claim =
    برخی ادعاهای این پیکره چند چارچوب با هم دارند؛ پس این فصل کنار می‌رود. برای تغییر آن، به هر چارچوب
    ادعایی جداگانه بدهید.
need-frames-in-periods =
    هیچ ادعای شمرده‌شده‌ای هم چارچوب و هم سال ندارد؛ پس این فصل کنار می‌رود. برای تغییر آن، تاریخ سندها
    را بنویسید و ببینید ادعاهای چه کسانی شمرده می‌شود.

# What is left beside the frames shown by name.
other-frames = چارچوب‌های دیگر

statement-frames =
    { $frames-periods ->
        [1] در این یک دوره
       *[other] در همهٔ دوره‌ها روی هم
    }، { $frames-first ->
        [some] پربسامدترین چارچوب‌ها این‌ها هستند: { $frames-first }؛ هر کدام با
       *[other] پربسامدترین چارچوب این است: { $frames-first }؛ با
    } { $frames-first-share } از { $frames-claims } ادعا.

frames-by-period =
    .title =
        { $frames-first ->
            [some] { $frames-periods ->
                [1] پربسامدترین چارچوب‌ها: { CAPITAL($frames-first) }
               *[other] در همهٔ دوره‌ها روی هم پیشتازند: { CAPITAL($frames-first) }
            }
           *[other] { $frames-periods ->
                [1] پربسامدترین چارچوب: { CAPITAL($frames-first) }
               *[other] در همهٔ دوره‌ها روی هم پیشتاز است: { CAPITAL($frames-first) }
            }
        }
    .subtitle =
        سهم از ادعاهای هر دوره، به درصد: { $frames-shown } چارچوب از { $frames-all } چارچوب به نام،
        { $frames-claims } ادعا از { $frames-documents } سند
    .alt =
        ماتریسی از { $frames-shown } چارچوب{ $others ->
            [yes] { " " }و همهٔ چارچوب‌های دیگر
           *[no] { "" }
        } در { $frames-periods } دوره؛ هر خانه سهم از ادعاهای آن دوره را به درصد نشان می‌دهد، روی هم
        { $frames-claims } ادعا از { $frames-documents } سند. پربسامدترین: { $frames-first } با
        { $frames-first-share }.
    .note =
        خانهٔ خالی: کمتر از نیم درصد. نخستین و آخرین دوره شاید فقط تا حدی پوشش داده شده باشند.
    .how =
        ادعاهای چارچوب / ادعاهای کدگذاری‌شدهٔ دوره. شواهد: همهٔ ادعاهای { $sample } سند که از هر دوره
        کشیده شده‌اند، بذر { $seed }.

statement-frames-mover =
    این چارچوب از دوره‌ای به دورهٔ دیگر بیش از بقیه تفاوت می‌کند: { $frames-mover }؛ سهم آن میان
    { $frames-mover-low } و { $frames-mover-high } است.

frames-sure =
    .title =
        { $frames-periods ->
            [1] سهم‌های این دوره چه اندازه مطمئن‌اند
           *[other] بیشترین تفاوت میان دوره‌ها: { $frames-mover }
        }
    .subtitle =
        سهم از ادعاهای هر دوره، با بازه‌های { $level }؛ چارچوب‌های دیگر به رنگ خاکستری
    .alt =
        قاب‌هایی کوچک، یکی برای هر کدام از { $frames-shown } چارچوب: سهم آن از ادعاها در
        { $frames-periods ->
            [1] آن یک دوره
           *[other] هر یک از { $frames-periods } دوره
        } با بازه‌های { $level }، و چارچوب‌های دیگر به رنگ خاکستری؛ { $frames-claims } ادعا از
        { $frames-documents } سند. بیشترین فاصله: { $frames-mover }، از { $frames-mover-low } تا
        { $frames-mover-high }.
    .how =
        سندها با وزن‌های پواسون کشیده می‌شوند، { $draws } بازنمونه، بذر { $seed }؛ بازه‌های صدکی.

net-by-period =
    .title =
        { $frames-periods ->
            [1] تراز این دوره { $net-low } است
           *[other] تراز دوره‌ها میان { $net-low } و { $net-high } است
        }
    .subtitle =
        ادعاهای پیونددهنده منهای جداکننده، به نسبت جمع هر دو، { $net-claims } ادعا، با بازه‌های { $level }
    .alt =
        یک نقطه با بازهٔ { $level } برای { $frames-periods ->
            [1] آن یک دوره
           *[other] هر یک از { $frames-periods } دوره
        }، از همه جداکننده تا همه پیونددهنده، روی هم { $net-claims } ادعا: تراز میان { $net-low } و
        { $net-high } است.
    .how =
        (پیونددهنده − جداکننده) / (پیونددهنده + جداکننده)؛ سندها با وزن‌های پواسون کشیده می‌شوند،
        { $draws } بازنمونه، بذر { $seed }.

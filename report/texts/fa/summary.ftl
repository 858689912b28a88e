# Persian. Machine translation, to be reviewed.
# What shifts from text to text?

# The storyline: a column (or a row) a text.

storyline =
    .title =
        { $storyline-verdicts ->
            [0] { $valued ->
                [yes] به گفتهٔ هر متن چه چیز { $pair } را پیوند می‌دهد و چه چیز جدا می‌کند
               *[no] { $framed ->
                    [yes] دلیل‌هایی که هر متن بیش از همه می‌آورد
                   *[no] هر متن رابطه را چه می‌نامد
                }
            }
            [one] یک رابطه، یک داوری{ verdict-sequence }
           *[other] یک رابطه، { WORDS($storyline-verdicts) } داوری{ verdict-sequence }
        }
    .deck =
        { $texts-count ->
            [one] یک متن
           *[other] { WORDS($texts-count) } متن
        }{ $storyline-authors ->
            [0] { "" }
            [one] { " " }از یک گروه نویسنده
           *[other] { " " }از { WORDS($storyline-authors) } گروه نویسنده
        }{ $valued ->
            [yes] { " " }دربارهٔ آنچه { $pair } را پیوند می‌دهد و آنچه جدا می‌کند.
           *[no] { " " }دربارهٔ { $pair }.
        }
    .note =
        { $told ->
            [yes] تیک‌ها: در شیوه‌های شمارش برقرار می‌ماند، حذف هیچ کدگذاری آن را بر هم نمی‌زند،
                آزمونش روشن است، کدگذاران توافق دارند؛ نقطه‌چین یعنی آزمونی ممکن نیست.{ " " }
           *[no] { "" }
        }{ $machines ->
            [yes] کدهای شمرده‌شده در اینجا کدهای ماشینی‌اند و انسانی آنها را بازبینی نکرده است؛ پس هیچ
                گزاره‌ای از «متمایل» بالاتر نمی‌رود.{ " " }
           *[no] { "" }
        }دلیل‌هایی که شمار ادعاهایشان برابر است کنار هم می‌آیند.{ $path ->
            [yes] { " " }خط نقطه‌چین راهنمای چشم است: هر نقطه یک برداشت از یک متن کامل است.
           *[no] { "" }
        }{ $hollow ->
            [yes] { " " }توخالی: متنی که برای مقایسه کوتاه است و کنار متن دیگری از همان نویسندگان
                آمده؛ اینجا شمرده نمی‌شود.
           *[no] { "" }
        }{ $texts-count ->
            [one] { "" }
           *[other] { " " }هر متن نویسنده و نوع خود را دارد؛ پس تفاوت متن‌ها فقط از گذر زمان نیست.
        }
    .how =
        دلیل‌ها: در هر متن و از هر سو، سه دلیلی که بیشترین ادعا را دارند؛ ادعایی که دلیلی نمی‌آورد به
        حساب هیچ دلیلی نمی‌آید. میله‌ها مقیاس یکسان دارند: ادعاهای دارای آن دلیل، از همهٔ ادعاهای
        متن.{ $labelled ->
            [yes] { " " }واژه‌ها از خود عنوان‌اند، به همراه دقیق‌ترین واژه‌ای که بدنهٔ متن برای رابطه به
                کار می‌برد؛ اگر نویسنده واژه‌ای از خود داشته باشد، همان می‌آید.
           *[no] { "" }
        }
verdict-sequence =
    { $sequence ->
        [some] : { $sequence }
       *[none] { "" }
    }
storyline-verdict-in = { $storyline-verdict-short-doc_id } { $storyline-year-doc_id }
storyline-heads =
    .called = نامی که عنوان می‌دهد
    .own = واژهٔ خودش
    .own-note = دقیق‌ترین واژه‌ای که خود متن به کار می‌برد
    .verdict = داوری
    .verdict-note = رابطه تا چه اندازه ماندگار است، بنا بر کل متن
    .binds = آنچه پیوند می‌دهد
    .divides = آنچه جدا می‌کند
    .reasons = دلیل‌های اصلی
    .reasons-note = دلیل‌های اصلی متن، و شمار ادعاهایی که هر کدام در آنها آمده است
    .leads-note = رنگ پررنگ: دلیل اصلی، یا دلیل‌هایی با همان شمار ادعا
    .balance = همهٔ دلیل‌ها
    .balance-note = ادعاهای هر سو
    .advice = توصیهٔ آن
    .advice-note = به که، و برای چه هدفی
storyline-about = { $storyline-by-doc_id }{ $dated ->
        [yes] { "، " }{ $storyline-year-doc_id }
       *[no] { "" }
    }
storyline-year = { $storyline-year-doc_id }
storyline-by = { $storyline-by-doc_id }
storyline-kinds = { $storyline-kinds-doc_id }
storyline-gap =
    { $storyline-gap-doc_id ->
        [one] { $storyline-gap-doc_id } سال بعد
       *[other] { $storyline-gap-doc_id } سال بعد
    }
storyline-title =
    { $quoted ->
        [yes] «{ $storyline-title-doc_id }»
       *[no] { $storyline-title-doc_id }
    }
storyline-own = «{ $storyline-own-doc_id }»
storyline-own-beside = { $storyline-kind-doc_id }: «{ $storyline-own-doc_id }»
storyline-place =
    { $placed ->
        [yes] { $storyline-place-doc_id }
       *[no] { "" }
    }{ $asserted ->
        [no] { $placed ->
            [yes] { "، " }بدون تأیید نویسنده
           *[no] بدون تأیید نویسنده
        }
       *[yes] { "" }
    }
storyline-verdict = { $storyline-verdict-doc_id }
storyline-step = { $storyline-step-doc_id }
storyline-verdict-beside = { $storyline-kind-doc_id }: { $storyline-verdict-doc_id }
storyline-share =
    { $each ->
        [yes] هر کدام{ " " }
       *[no] { "" }
    }{ $storyline-reason-doc_id-side-slot } از { N($storyline-reason-doc_id-side-slot) }
storyline-bind =
    { $storyline-side-doc_id ->
        [one] { $storyline-side-doc_id } پیونددهنده
       *[other] { $storyline-side-doc_id } پیونددهنده
    }
storyline-divide =
    { $storyline-side-doc_id ->
        [one] { $storyline-side-doc_id } جداکننده
       *[other] { $storyline-side-doc_id } جداکننده
    }
storyline-advised = { $storyline-advised-doc_id }
storyline-aim =
    { $told ->
        [plain] { $storyline-aims-doc_id }
        [goal] هدف: { $storyline-aims-doc_id }
       *[instrument] راه: { $storyline-aims-doc_id }
    }؛ { $each ->
        [yes] هر کدام{ " " }
       *[no] { "" }
    }{ $storyline-aimed-doc_id } از { N($storyline-aimed-doc_id) }

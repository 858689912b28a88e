# Persian. Machine translation, to be reviewed.
# Which reasons bind, and which divide?

reasons-compared =
    .title =
        { $several ->
            [yes] بیشترین فاصله، { $apart-reason }: { $side ->
                    [binding] پیوند در { $apart-more-share }
                    [dividing] عامل جدایی در { $apart-more-share }
                   *[all] { $apart-more-share }
                } از ادعاهای { $apart-more }، { $none ->
                    [yes] در { $apart-less } هیچ
                   *[no] در { $apart-less } { $apart-less-share }
                }
           *[no] { CAPITAL($apart-reason) }: { $apart-more-claims } ادعا از { $apart-claims } ادعای { $apart-more }
        }
    .subtitle =
        سهم هر دلیل از ادعاهای متن{ $valued ->
            [yes] ، جداکننده در چپ و پیونددهنده در راست
           *[no] { "" }
        }{ $several ->
            [yes] ؛ نخست دلیل‌هایی که متن‌ها بر سر آن‌ها بیشترین تفاوت را دارند
           *[no] { "" }
        }
    .alt =
        میله‌هایی برای { $apart-reasons } دلیل در { WORDS($apart-texts) } متن، روی هم
        { $apart-claims } ادعا. نخست { $apart-reason } آمده است، که { $side ->
            [binding] پیوند است در { $apart-more-share } از ادعاهای { $apart-more }
            [dividing] عامل جدایی است در { $apart-more-share } از ادعاهای { $apart-more }
           *[all] سهمش { $apart-more-share } از ادعاهای { $apart-more } است
        }{ $several ->
            [yes] { " " }و { $none ->
                    [yes] در { $apart-less } هیچ ادعایی ندارد
                   *[no] در { $apart-less } سهمش { $apart-less-share } است
                }
           *[no] { "" }
        }.
    .note =
        { $several ->
            [yes] همهٔ متن‌ها یک مقیاس دارند.
           *[no] { "" }
        }{ $tested ->
            [yes] { " " }{ $joined ->
                [yes] قلاب دو متنی را به هم می‌پیوندد که تفاوتشان بر سر یک دلیل، پس از تصحیح، روشن است.
               *[no] اگر تفاوت دو متن بر سر یک دلیل پس از تصحیح روشن بود، قلابی آن دو را به هم می‌پیوست.
            }
           *[no] { "" }
        }
    .how =
        ادعاهایی که دلیلی نمی‌آورند در سهم به شمار می‌آیند و سطری ندارند. فاصلهٔ دو متن بر سر یک دلیل:
        تفاوت سهم‌های آن دو، جمع‌زده در هر دو سو.
apart-mark =
    { $none ->
        [yes] هیچ در { $apart-less }
       *[no] { $apart-less-share } در { $apart-less }
    }
apart-leads-in = { $reasons } در { $where }
apart-leads =
    { $side ->
        [binding] بیش از همه پیوند می‌دهد: { CLAUSES($listed) }.
        [dividing] بیش از همه جدا می‌کند: { CLAUSES($listed) }.
       *[all] رایج‌ترین دلیل: { CLAUSES($listed) }.
    }
apart-clear-one =
    { $reason }{ $side ->
        [binding] { " " }در نقش پیوند
        [dividing] { " " }در نقش عامل جدایی
       *[all] { "" }
    }، از { $start } به { $stop }
apart-clear =
    { $tested ->
        [yes] { $apart-clear ->
                [0] میله‌ها را فقط شمارش همین متن‌ها بدانید: از { $apart-tested } تفاوت میان متن‌ها که
                    می‌توان آن‌ها را آزمود، هیچ‌کدام روشن نیست.
                [one] از { $apart-tested } تفاوت میان متن‌ها که می‌توان آن‌ها را آزمود، یکی روشن است:
                    { CLAUSES($listed) }.
               *[other] از { $apart-tested } تفاوت میان متن‌ها که می‌توان آن‌ها را آزمود،
                    { WORDS($apart-clear) } تفاوت روشن است: { CLAUSES($listed) }.
            }
       *[no] متن‌ها کوتاه‌تر از آن‌اند که هیچ‌یک از این تفاوت‌ها را بتوان آزمود.
    }

# Which reasons change their part?

changing-reasons =
    .title =
        { $told ->
            [yes] نقش { $changing-told } از متنی به متن دیگر عوض می‌شود{ $turned ->
                [yes] ؛ جهت { $changing-turned } برمی‌گردد
               *[no] { "" }
            }
           *[no] جهت { $changing-turned } از متنی به متن دیگر برمی‌گردد
        }
    .short = دلیل‌هایی که نقششان عوض می‌شود
    .note =
        هر مربع یک ادعاست. رنگ پررنگ: کاری که متن بیشتر با آن دلیل می‌کند؛ زیر آن ادعایی آمده که این را
        بهتر از همه می‌گوید، به زبان کدگذار. اهرم در یک توصیه جای دارد. این‌ها شمارش همین متن‌هاست و در
        برابر تصادف آزموده نشده است.{ $tested ->
            [yes] { " " }شیوه‌های دیگر شمارش: هر کدگذار به‌تنهایی، و فقط صدای خود نویسنده.
           *[no] { "" }
        }
    .how =
        نقش یک دلیل وقتی عوض می‌شود که کار اصلی آن در دو متن یکی نباشد: { $changing-all } دلیل از
        { $changing-reasons } دلیل چنین است و آن‌ها که ادعای بیشتری دارند زودتر می‌آیند. در کنار رایج‌ترین
        کاربرد، هر کاربردی هم می‌آید که دست‌کم دو ادعا و نیمی از شمار آن را داشته باشد.
changing-none = نقش هیچ دلیلی عوض نمی‌شود: آنچه در یک متن پیوند می‌دهد، در هیچ متنی جدا نمی‌کند.
changing-year = { $changing-year-doc_id }
changing-by = { $changing-by-doc_id }
changing-heads =
    .bond = پیوند می‌دهد
    .divider = جدا می‌کند
    .lever = اهرم است
    .asked = پرسیده می‌شود
    .noted = ذکر می‌شود
changing-parts =
    .bond = پیوند
    .divider = عامل جدایی
    .lever = اهرم
    .asked = فقط پرسش
    .noted = فقط ذکر
    .absent = بدون ادعا
changing-way = { $way }
changing-part = { $parts } در { $where }
changing-told = { CAPITAL($reason) }: { CLAUSES($listed) }
changing-held =
    تغییر از { $start } به { $stop } در { $same } شیوه از { $ways } شیوهٔ دیگر شمارش نیز دیده می‌شود.
changing-count = { $count } در { $name }
changing-absent = بدون ادعا
changing-beside = همچنین { $listed }
changing-rest = این‌ها هم عوض می‌شوند
changing-also =
    { $use ->
        [bond] پیوند
        [divider] جدایی
        [lever] اهرم
        [asked] پرسش
        [noted] ذکر
       *[other] { $way }
    } { $count }
changing-reason = { CAPITAL($reason) }
changing-text = { $name }

# What is the frame of each text?

frame-matrix =
    .title =
        { $several ->
            [yes] { $valued ->
                [yes] { WORDS($matrix-texts) } متن، { WORDS($matrix-leading-binding) } پیوند پیشتاز و { WORDS($matrix-leading-dividing) } عامل جدایی پیشتاز
               *[no] { WORDS($matrix-texts) } متن، { WORDS($matrix-leading-all) } دلیل پیشتاز
            }
           *[no] چارچوب متن، بخش به بخش
        }
    .short = چارچوب‌ها در کنار هم
    .note =
        { $valued ->
            [yes] آبی پیوند می‌دهد، نارنجی جدا می‌کند؛ دلیل پیشتاز دلیلی است که بیشترین ادعا را دارد و دلیل‌های برابر کنار هم می‌آیند.
           *[no] دلیل پیشتاز دلیلی است که بیشترین ادعا را دارد و دلیل‌های برابر کنار هم می‌آیند.
        } حروف ایستاده ادعا را به زبان کدگذار می‌گوید، حروف کج واژه‌های خود متن است. این‌ها فقط شمارش
        است: زیر میله‌ها آمده است که پیشی گرفتن دلیل دیگری در متن دیگر بیش از تصادف است یا نه.
    .how =
        چهار کارکرد چارچوب: مسئله، علت، ارزیابی، راه‌حل ([@entman-1993]). دلیل‌ها، خلاصهٔ ادعاها و توصیه‌ها
        از صدای خود نویسنده است؛ شمار ادعاها، این‌که چه کسی بر چه کسی اثر می‌گذارد و آنچه گفته نمی‌شود از
        همهٔ صداها. خلاصهٔ ادعا با توجه به جای آن در استدلال، نیرویش و شمار کدگذارانی که آن را دیده‌اند
        برگزیده می‌شود.
matrix-heads =
    .label = چه نام دارد
    .label-note = در عنوان و در متن
    .problem = مسئله
    .problem-note = نکتهٔ اصلی در سوی داوری
    .cause = علت
    .cause-note = دلیل پیشتاز هر سو
    .judgement = ارزیابی
    .judgement-note = آنچه ستوده یا نکوهیده می‌شود
    .remedy = راه‌حل
    .remedy-note = آشکارترین توصیه
    .exemplar = نمونه
    .exemplar-note = رویدادی که بیش از همه برای پیوند دادن یا جدا کردن به کار می‌رود
    .acting = چه کسی بر چه کسی اثر می‌گذارد
    .acting-note = بر سر دلیل‌هایی که بیشترین ادعای این‌چنینی را دارند
    .voices = صداها
    .voices-note = ادعاها بر پایهٔ گوینده
    .left-out = ناگفته‌ها
    .left-out-note = دلیل‌هایی که دیگران می‌آورند
matrix-year = { $matrix-year-doc_id }
matrix-by = { $matrix-by-doc_id }
matrix-claims = { $matrix-claims-doc_id } ادعا
matrix-verdict = { CAPITAL($matrix-verdict-doc_id) }
matrix-title =
    { $quoted ->
        [yes] «{ $matrix-title-doc_id }»
       *[no] { $matrix-title-doc_id }
    }
matrix-own = «{ $matrix-own-doc_id }»
    .note =
        { $asserted ->
            [yes] واژهٔ خودش
           *[no] واژهٔ خودش، بی‌آن‌که تأییدش کند
        }
matrix-reason =
    { $named ->
        [yes] { $names }.
       *[no] { "" }
    }
matrix-none = هیچ‌کدام.
matrix-count = · { $count } ادعا از این دست
matrix-event =
    { CAPITAL($name) }{ $dated ->
        [yes] { " " }({ $date })
       *[no] { "" }
    }.
matrix-mentions = · { $count } بار ذکر
matrix-name = { $name }
matrix-number = { $name } { $count }
matrix-way =
    { $way ->
        [first] از { $first } به { $second }
        [second] از { $second } به { $first }
       *[both] دوسویه
    } { $count }
matrix-list = { $rows }
matrix-spoken = خود نویسنده { $count }
matrix-quoted = دیگران { $count }
matrix-quotes = دیگران: { $listed }.
matrix-left-out =
    { $matrix-silent-doc_id ->
        [some] { CAPITAL($matrix-silent-doc_id) }
       *[none] هیچ دلیلی که دیگران آورده باشند از قلم نیفتاده است.
    }
matrix-text = { $name }

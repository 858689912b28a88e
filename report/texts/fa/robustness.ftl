# Persian. Machine translation, to be reviewed.
# Which statements survive.

filter = هر شیوهٔ شمارش که نام برده شده است

need-statements =
    این پیکره گزاره‌ای ندارد که با شمارش بتوان آن را آزمود؛ پس این فصل کنار می‌رود. برای تغییر آن،
    متن‌هایی با چند بند بیفزایید: گزاره‌های آزموده‌شده یک متن را با متنی دیگر مقایسه می‌کنند.

# A statement of the report in few words.
short =
    { $kind ->
        [verdicts] ادعاهای متنِ { $name-first } با داوری آن نمی‌خواند
        [leaning] { $named ->
            [yes] در متنِ { $name-first } یک سو سنگین‌تر است
           *[no] { $said-statement-of ->
                [1] در این متن به‌یقین هیچ سویی سنگین‌تر نیست
               *[other] در هیچ متنی به‌یقین یک سو سنگین‌تر نیست
            }
        }
        [balance] { $named ->
            [yes] تراز متنِ { $name-last } { $below ->
                [yes] پایین‌تر
               *[no] بالاتر
            } از تراز متنِ { $name-first } است
           *[no] تراز هیچ دو متنِ مقایسه‌شده‌ای با هم تفاوت ندارد
        }
        [voices] متنِ { $name-first } بیش از متنِ { $name-last } از زبان دیگران سخن می‌گوید
        [turn] پذیرش در متنِ { $name-first } بیشتر است تا در متنِ { $name-last }
        [labels] { $said-statement-of ->
            [1] واژهٔ اصلی عنوان و نویسنده { $said-statement ->
                [0] یکی است
               *[other] یکی نیست
            }
           *[other] { $said-statement ->
                [0] واژهٔ اصلی عنوان و نویسنده در هر { WORDS($said-statement-of) } متن یکی است
               *[other] واژهٔ اصلی عنوان و نویسنده در { WORDS($said-statement) } متن از
                    { WORDS($said-statement-of) } متن یکی نیست
            }
        }
        [reasons] آنچه بیش از همه { $side ->
            [binding] پیوند می‌دهد
           *[dividing] جدا می‌کند
        }، { $said-statement-of ->
            [1] { $said-statement ->
                [0] تفاوتی ندارد
               *[other] تفاوت دارد
            }
           *[other] { $said-statement ->
                [0] در هیچ‌یک از { WORDS($said-statement-of) } مقایسه تفاوتی ندارد
               *[other] در { WORDS($said-statement) } مقایسه از { WORDS($said-statement-of) } مقایسه
                    تفاوت دارد
            }
        }
       *[mix] { $named ->
            [yes] دلیل‌های متنِ { $name-first } با دلیل‌های متنِ { $name-last } تفاوت دارد
           *[no] دلیل‌های هیچ دو متنِ مقایسه‌شده‌ای با هم تفاوت ندارد
        }
    }

survival-counted =
    { $survival-failed-count ->
        [0] { $survival-tested ->
            [1] تنها گزارهٔ آزموده‌شده
            [2] هر دو گزارهٔ آزموده‌شده
           *[other] هر { WORDS($survival-tested) } گزارهٔ آزموده‌شده
        } دست‌کم در { $survival-threshold } از شیوه‌های شمارش برقرار است.
       *[other] ناپایدار، یعنی برقرار در کمتر از { $survival-threshold } از شیوه‌های شمارش:
            { $survival-failed }. این { WORDS($survival-failed-count) } گزاره از
            { WORDS($survival-tested) } گزارهٔ آزموده‌شده است.
    }

survival =
    .title = هر گزاره در چند شیوهٔ شمارش برقرار است
    .col-words = گزاره
    .col-held = برقرار در
    .col-tried = از
    .col-share = سهم
    .col-least = کمتر از همه با
    .col-option_share = در آنجا
    .note =
        خلاصه آنچه را پایدار نیست کنار می‌گذارد. یک تفاوت جایی برقرار است که p آن، پس از تصحیح برای
        همهٔ مقایسه‌های آن شیوهٔ شمارش، کمتر از سطح آزمون خود گزارش باشد؛ و یک شمار جایی که درست همان
        عدد باشد.

# The choice with which a statement holds least often: what is chosen, and how.
least =
    { $choice ->
        [labels] نام‌ها
        [coding] کدگذاری
        [voice] صدا
        [modality] وجه جمله
        [function] کارکرد
        [relevance] ربط
        [unit] واحد
        [ambivalent] دوپهلو
       *[other] { $choice }
    }: { $option ->
        [all] همه
        [own] صدای خود نویسنده
        [no-questions] بدون پرسش‌ها
        [assertions] گزاره‌های خبری
        [no-facts] بدون واقعیت‌های ساده
        [verdicts] داوری‌ها
        [counted] شمرده‌شده
        [claims] ادعاها
        [sentences] جمله‌ها
        [paragraphs] بندها
        [left-out] کنار گذاشته
        [as-coded] چنان‌که کدگذاری شد
        [as-counted] چنان‌که شمرده شد
        [final] نهایی
       *[other] { $option }
    }

# On the chart: choices, and options of choices, that need other words than in the data.
choices =
    .coding = کدها
    .unit = شمرده‌شده
    .ambivalent = دوپهلو
    .voice = صدا
    .modality = وجه جمله
    .function = کارکرد
    .relevance = ربط
    .coding-final = نهایی
    .unit-claims = ادعاها
    .unit-sentences = جمله‌ها
    .unit-paragraphs = بندها
    .ambivalent-left-out = کنار گذاشته
    .ambivalent-counted = شمرده‌شده
    .voice-all = همه
    .voice-own = خود نویسنده
    .relevance-counted = اصلی
    .relevance-all = و پس‌زمینه
    .modality-all = همه
    .modality-no-questions = بدون پرسش‌ها
    .modality-assertions = گزاره‌های خبری
    .function-all = همه
    .function-verdicts = دلیل‌ها، داوری‌ها
    .function-no-facts = بدون واقعیت‌های ساده
coder = کدگذار { $name }
measure =
    { $kind ->
        [balance] تفاوت در تراز خالص
        [voices] تفاوت در سهم صداهای دیگر
        [turn] تفاوت در سهم پذیرش‌ها
       *[other] تراز خالص
    }

curve =
    .title =
        { $short }: در { $robust-statement-held } شیوه از { $robust-statement-tried } شیوهٔ شمارش
        چنین است
    .subtitle = هر نقطه یک شیوهٔ شمارش است، به ترتیب اندازه؛ خط‌های زیر آن انتخاب‌های همان شیوه است
    .alt =
        { $robust-statement-tried } شیوهٔ شمارش، به ترتیبِ { measure } که به دست می‌دهد، با بازه‌ها و با
        انتخاب‌های هر شیوه در زیر آن. آنچه گزارش می‌گوید در { $robust-statement-held } شیوه برقرار است؛
        مقدار گزارش‌شده { $said-statement } است.
    .note = { $kind ->
        [verdicts] نقطه‌های پر: با همان علامتی که گزارش می‌گوید.
       *[other] نقطه‌های پر: روشن، پس از تصحیح برای همهٔ مقایسه‌های آن شیوهٔ شمارش.
    }
    .filter = چنان‌که در هر شیوهٔ شمارش انتخاب شده است

nothing-left-out = هیچ
failure = { $short } (بدون { $without })

ladder =
    .title =
        کنار گذاشتن { $coders-count ->
            [0] یک متن
           *[other] { $texts-count ->
                [1] یک کدگذار
               *[other] یک متن یا کدگذار
            }
        } { $ladder-failed-count ->
            [0] هیچ گزاره‌ای را باطل نمی‌کند
           *[other] { WORDS($ladder-failed-count) } گزاره را باطل می‌کند
        }
    .subtitle =
        هر گزاره، یک بار با همهٔ داده‌ها و سپس هر بار بدون یکی از { $texts-count } متن{ $coders-count ->
            [0] { "" }
           *[other] { " " }و { $coders-count } کدگذار
        }
    .alt =
        جدولی از { $survival-tested } گزاره در برابر آنچه کنار گذاشته می‌شود، هر متن و هر کدگذار به
        نوبت ({ $texts-count } متن، { $coders-count } کدگذار)؛ نقطهٔ پر جایی که گزاره برقرار است، ضربدر
        جایی که برقرار نیست، خط تیره جایی که گزاره از همان متن نام می‌برد. شمار گزاره‌های باطل‌شده:
        { $ladder-failed-count }.
    .filter = چنان‌که هر فصل می‌شمارد

ladder-failed =
    { $ladder-failed-count ->
        [0] هیچ گزاره‌ای تنها به یک متن{ $coders-count ->
            [0] { "" }
           *[other] { " " }یا تنها به یک کدگذار
        } وابسته نیست.
       *[other] باطل‌شده: { $ladder-failed }.
    }

# What a name says, where a title’s word is used after all.
calls-it = نامی که بر آن می‌گذارد: { $label }

against-counted =
    { $short }: در { $robust-statement-held } شیوه از { $robust-statement-tried } شیوهٔ شمارش چنین
    است.{ $counted ->
        [yes] { " " }خلاف آن: { WORDS($against-statement) } { $mentions ->
            [yes] اشاره
           *[no] ادعا
        }.
       *[no] { "" }
    }

against =
    .title = خلافِ این گزاره: { $short }
    .col-name = متن
    .col-place = جا
    .col-anchor = عبارت
    .col-gist = چه می‌گوید

resolution-best =
    برای برنامه‌ریزی: تراز خالص متن‌هایی با این درازا باید { $resolution-best } یا بیشتر، از حداکثر دو،
    تفاوت داشته باشد تا آزمون به احتمال زیاد آن را بیابد (متنِ { $name-from } و متنِ { $name-to }). هیچ
    داوری این گزارش تفاوتی را با این عدد نمی‌سنجد.

resolution =
    .title = کوچک‌ترین تفاوت تراز خالص که به احتمال زیاد یافته می‌شد
    .col-step = مقایسه
    .col-groups_from = بندها
    .col-groups_to = و
    .col-detectable = احتمالاً یافته از
    .note =
        دانستنی‌ای برای برنامه‌ریزی. بندها: بندهایی که ادعای پیونددهنده یا جداکننده دارند؛ یافته در
        { $power } موارد، پس از تصحیح برای شمار مقایسه‌ها. خط تیره: شمار بندها بسیار کم است.

named-pairs =
    .title = دو متن در چند شیوهٔ شمارش تفاوت دارند
    .col-step = مقایسه
    .col-balance = تفاوت تراز در
    .col-balance_of = از
    .col-mix = تفاوت دلیل‌ها در
    .col-mix_of = از
    .note =
        تفاوت: p کمتر از سطح آزمون خود گزارش، پس از تصحیح برای همهٔ مقایسه‌های آن شیوهٔ شمارش.

# What is counted, where each possible number is told.
counted =
    { $kind ->
        [balance] مقایسه‌هایی که تراز آن‌ها تفاوت دارد
        [mix] مقایسه‌هایی که دلیل‌های آن‌ها تفاوت دارد
       *[labels] متن‌هایی که واژهٔ اصلی عنوان و نویسندهٔ آن‌ها یکی نیست
    }
distributions =
    .title = هر عدد در چند شیوهٔ شمارش به دست می‌آید
    .col-what = درست همین شمار
    .note = درست همین عدد، نه دست‌کم این عدد.

# What the report itself states, and how sure each of it is; a question where it is open.

sure-overturned = بدون کدگذار { $coders }
sure-verdict-in =
    { $sure-verdict-short-doc_id }{ $dated ->
        [yes] { " " }{ $sure-verdict-year-doc_id }
       *[no] { "" }
    }
sure-said =
    { $kind ->
        [verdict] { sure-verdict }
        [labels] { sure-labels }
        [balance] { sure-balance }
        [verdicts] { sure-verdicts }
        [mix] { sure-mix }
        [leads] { sure-leads }
        [turn] { sure-turn }
        [voices] { sure-voices }
       *[context] { sure-context }
    }
sure-verdict =
    { $asked ->
        [yes] این پرسش که متن‌ها به این داوری‌ها می‌رسند یا نه، باز است: { $sequence }.
       *[no] { $distinct ->
            [yes] { $signed ->
                [yes] هر یک از { WORDS($sure-judged) } تیم نویسنده به داوری متفاوتی می‌رسد{ sure-ends }
               *[no] هر یک از { WORDS($sure-judged) } متن به داوری متفاوتی می‌رسد{ sure-ends }
            }
           *[no] { WORDS($sure-judged) } متن به { WORDS($sure-verdicts) } داوری می‌رسد: { $sequence }.
        }
    }
sure-ends =
    { $scaled ->
        [yes] ؛ ماندگاری رابطه نزد { $name-most } از همه بیشتر است و نزد { $name-least } از همه کمتر.
       *[no] : { $sequence }.
    }
sure-labels =
    { $asked ->
        [yes] { $sure-statement-differ ->
            [0] این پرسش که در هر { WORDS($sure-statement-of) } متن واژهٔ اصلی برای رابطه در عنوان همان
                است که در متن آمده یا نه، باز است.
           *[other] این پرسش که در { WORDS($sure-statement-differ) } متن از { WORDS($sure-statement-of) }
                متن واژهٔ اصلی برای رابطه در عنوان جز آن است که در متن آمده یا نه، باز است.
        }
       *[no] { $sure-statement-differ ->
            [0] در هیچ‌یک از { WORDS($sure-statement-of) } متن واژهٔ اصلی برای رابطه در عنوان جز آن نیست
                که در متن آمده است.
           *[other] در { WORDS($sure-statement-differ) } متن از { WORDS($sure-statement-of) } متن واژهٔ
                اصلی برای رابطه در عنوان جز آن است که در متن آمده است.
        }
    }
sure-balance =
    { $asked ->
        [yes] این پرسش که متنِ { $name-last } این دو را دورتر از هم می‌بیند یا نزدیک‌تر به هم تا متنِ
            { $name-first }، باز است.
       *[no] { $below ->
            [yes] متنِ { $name-last } این دو را دورتر از هم می‌بیند تا متنِ { $name-first }
           *[no] متنِ { $name-last } این دو را نزدیک‌تر به هم می‌بیند تا متنِ { $name-first }
        }: با صدای خودش { $sure-statement-dividing } ادعا جدا می‌کند و { $sure-statement-binding } ادعا
        پیوند می‌دهد.
    }
sure-verdicts =
    { $asked ->
        [yes] این پرسش که استدلال متنِ { $name-doc_id } خلاف داوری خودش است یا نه، باز است: با صدای خودش
            { $sure-statement-binding } ادعا پیوند می‌دهد و { $sure-statement-dividing } ادعا جدا می‌کند.
       *[no] استدلال متنِ { $name-doc_id } خلاف داوری خودش است: با صدای خودش
            { $sure-statement-binding } ادعا پیوند می‌دهد و { $sure-statement-dividing } ادعا جدا می‌کند.
    }
sure-mix =
    { $asked ->
        [yes] این پرسش که متنِ { $name-first } و متنِ { $name-last } دلیل‌های متفاوتی می‌آورند یا نه، باز
            است.
       *[no] متنِ { $name-first } و متنِ { $name-last } دلیل‌های متفاوتی می‌آورند.
    }
sure-leads =
    { $asked ->
        [yes] این پرسش که در متنِ { $name-doc_id } آنچه بیش از همه { $side ->
            [binding] پیوند می‌دهد
           *[dividing] جدا می‌کند
        } این دلیل است یا نه، باز است: { $reason }.
       *[no] آنچه در متنِ { $name-doc_id } بیش از همه { $side ->
            [binding] پیوند می‌دهد
           *[dividing] جدا می‌کند
        }، این است: { $reason }.
    }
sure-turn =
    { $asked ->
        [yes] این پرسش که متنِ { $name-first } پیش از گفتن حرف خود بیش از متنِ { $name-last } نکتهٔ مخالف
            را می‌پذیرد یا نه، باز است.
       *[no] متنِ { $name-first } پیش از گفتن حرف خود بیش از متنِ { $name-last } نکتهٔ مخالف را می‌پذیرد:
            { $share_first } از ادعاهایش در برابر { $share_last }.
    }
sure-voices =
    { $asked ->
        [yes] این پرسش که متنِ { $name-first } بیش از متنِ { $name-last } از زبان دیگران سخن می‌گوید یا
            نه، باز است.
       *[no] متنِ { $name-first } بیش از متنِ { $name-last } از زبان دیگران سخن می‌گوید:
            { $share_first } از ادعاهایش در برابر { $share_last }.
    }
sure-context =
    { $asked ->
        [yes] این پرسش که نویسندگان دیگر هم‌زمان با این متن‌ها خوانش خود را تغییر داده‌اند یا نه، باز
            است: { $context-n-neutral } نوشتهٔ دیگر خوانده شد.
       *[no] نویسندگان دیگر در دوره‌هایی که با این متن‌ها آغاز می‌شود رابطه را جور دیگری خوانده‌اند:
            { $context-n-neutral } نوشتهٔ دیگر خوانده شد.
    }
how-firm =
    .title =
        از { WORDS($sure-count) } گزارهٔ گزارش، { $sure-count-firm ->
            [0] هیچ‌یک استوار نیست
           *[other] { WORDS($sure-count-firm) } گزاره استوار است
        }، { $sure-count-leaning ->
            [0] هیچ‌یک متمایل نیست
           *[other] { WORDS($sure-count-leaning) } گزاره متمایل است
        } و { $sure-count-open ->
            [0] هیچ‌یک باز نیست
           *[other] { WORDS($sure-count-open) } گزاره باز است
        }
    .note =
        برقرار: با همان علامت، یا با همان نام، در این شمار از شیوه‌های شمارش؛ روشن: افزون بر آن، با p
        تصحیح‌شدهٔ کمتر از ۰٫۰۵ در همان شیوه. آزمون: آزمون گزاره چنان‌که گزارش شده، سپس تصحیح‌شده (Holm)
        برای { $sure-tested } آزمون. آلفا: کمترین آلفا در میان متغیرهایی که به کار رفته است.
    .col-said = گزاره
    .col-held = برقرار
    .col-ways = از شیوه‌ها
    .col-clear = روشن
    .col-overturned_by = باطل
    .col-p = p
    .col-p_holm = تصحیح‌شده
    .col-least_alpha = آلفا
    .col-word = واژه

# After a statement: in how many ways of counting it holds.
in-ways =
    این در { $held } شیوه از { $tried } شیوهٔ شمارش برقرار است.
page-all =
    { $page-tests ->
        [0] هیچ گزاره‌ای در اینجا بر آزمون تکیه ندارد.
       *[other] آنچه بر آزمون تکیه دارد، برای هر { $page-tests } آزمون پشت این صفحه با هم تصحیح شده است.
    }
page-left-out =
    از { WORDS($page-made) } گزارهٔ فصل‌ها، { $page-statements ->
        [0] هیچ‌یک اینجا نیامده است
       *[other] { WORDS($page-statements) } گزاره اینجا آمده است
    }. بقیه یا در میان همهٔ آزمون‌های پشت این صفحه روشن نیست، یا در بیشتر شیوه‌های شمارش برقرار نیست.

# Persian. Machine translation, to be reviewed.
# Do the words agree?

need-words-to-compare =
    این پیکره نه دو متنِ به‌اندازهٔ کافی بلند دارد، نه نامی برای رابطه و نه کلیدواژه‌ای؛ پس این فصل کنار
    می‌رود. برای تغییر آن، متن بیفزایید، نام‌ها را در labels.csv فهرست کنید، یا به چارچوب‌های دستورنامهٔ
    کدگذاری کلیدواژه بدهید.

filter-files = همهٔ واژه‌های پرونده‌ها
filter-body = واژه‌های بدنهٔ متن
filter-long-bodies = واژه‌های بدنهٔ متن، در متن‌هایی با دست‌کم { $words } واژه
filter-both = { $claims }، با دلیلی که کلیدواژه دارد؛ واژه‌های بدنهٔ همان متن‌ها، هر یک دست‌کم { $words } واژه
filter-places = { $claims }؛ نام‌های رابطهٔ این دو؛ متن‌هایی با دست‌کم { $words } واژه در بدنه

# A word spoken of as a word.
quoted = «{ $word }»
# Among the reasons of a chart: the names that the texts give the relationship.
names-of-pair =
    { $named ->
        [yes] نام‌های رابطهٔ { $pair }
       *[no] نام‌های رابطهٔ این دو
    }

statement-lookalikes =
    شمارش در پرونده‌ها { WORDS($lookalikes-words) } واژهٔ رایج‌ترِ نام‌های این رابطه را
    { $lookalikes-found } بار می‌یابد؛ در { $lookalikes-asserted } مورد از این‌ها نویسنده خود این رابطه را
    چنین می‌نامد.
lookalikes-other-hits =
    از موارد دیگر، { $lookalikes-outside } مورد بیرون از بدنهٔ متن است، { $lookalikes-other_pair } مورد نام
    رابطه‌ای دیگر است، { $lookalikes-no_label } مورد جزو هیچ نامی نیست و { $lookalikes-not_asserted } مورد
    نقل، پرسش، فرض یا انکار است. یافته‌شده، ولی هرگز تأییدنشده: { $lookalikes-never }.

word-count-by-text =
    .title = واژه‌شماری { $lookalikes-found } مورد یافت؛ { $lookalikes-asserted } مورد درست است
    .col-name = متن
    .col-found = یافته‌شده
    .col-outside = بیرون از بدنهٔ متن
    .col-other_pair = رابطه‌ای دیگر
    .col-no_label = نام نیست
    .col-not_asserted = تأییدنشده
    .col-asserted = تأییدشده
    .note =
        تأییدشده: جزو نامی که نویسنده در بدنهٔ متن از زبان خود به رابطهٔ این دو می‌دهد. نام نیست: جزو هیچ نامِ
        فهرست‌شده‌ای نیست.

word-count-by-word =
    .title = از هر واژه، چند مورد نامی است که خود نویسنده به این رابطه می‌دهد
    .col-word = واژه
    .note = تأییدشده از یافته‌شده؛ خط تیره جایی که واژه نیامده است.
asserted-of-found = { $asserted } از { $found }

words-apart =
    .title =
        واژه‌های پرکاربردی که متنی را متمایز می‌کنند: { $keyness-count } از { $keyness-candidates }
    .subtitle =
        هر واژه در یک متن چند برابر متن‌های دیگر آمده است، با بازه‌های { $level }؛ { $words-count } واژه از
        { $words-texts } متن
    .alt =
        برای هر واژه یک سطر، به تفکیک متن: چند برابر متن‌های دیگر به کار رفته است، با بازه‌های { $level }، در
        { $words-texts } متن با { $words-count } واژه؛ برای { $keyness-count } واژه از
        { $keyness-candidates } واژهٔ پرکاربرد، بازه بالاتر از صفر است.
    .note =
        واژه‌هایی که دست‌کم در { $min_groups } بند متن آمده‌اند، برای هر متن حداکثر { $top } واژه؛ حروف
        تعریف، ضمیرها، حروف اضافه و دیگر واژه‌های دستوری کنار گذاشته شده‌اند. { $whole ->
            [yes] { "" }
           *[no] در نمودار: { $most } واژه‌ای که بازه‌هایشان از ۱ دورتر است؛ همه در داده‌ها آمده‌اند.{ " " }
        }در میان این همه واژه، چندتایی به تصادف برجسته می‌شوند.
    .how =
        لگاریتم نسبت، با نیم مورد افزوده به هر سو؛ واریانس آن میان بندها، هرگز کمتر از واریانس یک شمارش، با
        توزیع t استیودنت؛ پراکندگی: DP گریس.
words-apart-second-opinion =
    با لگاریتم بخت وزن‌دار ([@monroe-2008])، که واژه‌های کم‌یاب را مهار می‌کند (پیشین: همهٔ متن‌ها با هم؛
    واریانس دوجمله‌ای)، { $keyness-both } واژه از این { N($keyness-both) } واژه نیز در متن خود پیشتاز است.

places =
    .title =
        { $places-bunched-count ->
            [0] از { $places-tested } مورد آزموده‌شده، هیچ‌کدام متمرکزتر از تصادف نیست
           *[other] از { $places-tested } مورد آزموده‌شده، { WORDS($places-bunched-count) } مورد متمرکزتر از تصادف است
        }
    .subtitle =
        { $places-what }: { $places-count } جمله در { $words-texts } متن، از آغاز تا پایان
    .alt =
        برای هر متن یک خط از آغاز تا پایان، در دسته‌هایی برای { $places-what }، با یک خط کوتاه برای هر یک از
        { $places-count } جمله در { $words-texts } متن و با DP گریس در کنار. از { $places-tested } مورد
        آزموده‌شده، متمرکزتر از جاهای تصادفی: { $places-bunched }.
    .how =
        DP میان بندها، به درازای جمله‌هایشان؛ فرض صفر: همان شمار جمله که { $draws } بار به تصادف برگزیده شده
        است، بذر { $seed }؛ p یک‌سویه، تصحیح‌شده به روش هولم برای همهٔ نام‌ها و دلیل‌ها در همهٔ متن‌ها، چه
        نشان داده شده باشند چه نه.
# Where something is bunched: "trade in Text A".
what-in-text = { $what } در { $text }
places-bunched = متمرکز در چند بند از متن خود: { $places-bunched }.

in-context =
    .title = { $kwic-count } نام در بافت متن
    .col-code = کاربرد
    .col-text = متن
    .col-left = پیش از آن
    .col-name = نام
    .col-right = پس از آن
in-context-hint =
    نام‌ها در بافت متن، با هشت واژه از هر سو، جایی نشان داده می‌شوند که متن‌ها در دسترس باشند: در پوشهٔ
    «texts» در پیکره، یا به نشانی‌ای که پارامتر «originals» می‌دهد.

convergence =
    .title =
        توافق رتبه‌ای کلیدواژه‌ها و ادعاها میان { $convergence-low } و { $convergence-high } است
    .subtitle =
        سهم هر یک از { $convergence-reasons } دلیل، بر پایهٔ { $convergence-claims } ادعا و بر پایهٔ
        { $convergence-hits } کلیدواژه، در { $words-texts } متن
    .alt =
        برای هر متن یک قاب{ $whole ->
            [yes] { " " }({ $words-texts } متن)
           *[no] { " " }از متن‌های رسم‌شده، از میان { $words-texts } متن
        }، و برای هر یک از { $convergence-reasons } دلیل یک نقطه: سهم آن از { $convergence-claims } ادعا در
        راستای افقی، سهم آن از { $convergence-hits } کلیدواژه در راستای عمودی، با قطری که سهم‌های برابر را
        نشان می‌دهد. توافق رتبه‌ای از { $convergence-low } تا { $convergence-high } است.
    .note =
        نقطه‌های بی‌نام نزدیک قطرند. ادعاهایی که دلیل مشخصی ندارند کلیدواژه‌ای ندارند و کنار گذاشته
        شده‌اند.{ $whole ->
            [yes] { "" }
           *[no] { " " }در نمودار: { $most } متنی که بیشترین ادعا را دارند؛ همه در داده‌ها آمده‌اند.
        }{ $words-left_out ->
            [some] { " " }بسیار کوتاه: { $words-left_out }.
           *[none] { "" }
        }
    .how =
        توافق رتبه‌ای: ضریب اسپیرمن بر پایهٔ دلیل‌هایی که آمده‌اند؛ بازه‌ها در داده‌ها: هر بار یک بند کنار
        گذاشته می‌شود (جک‌نایف، توزیع t استیودنت).
convergence-panel =
    { $claims } ادعا، { $words } کلیدواژه، توافق رتبه‌ای { $convergence-rho-doc_id }
statement-convergence =
    ادعاها و کلیدواژه‌ها که جداگانه شمرده شوند، دلیل‌های هر متن را به ترتیبی می‌چینند که توافق رتبه‌ای آن‌ها
    از { $convergence-low } تا { $convergence-high } است{ $others ->
        [yes] ؛ با کلیدواژه‌های متنی دیگر، حداکثر { $convergence-others }.
       *[no] .
    }

keyword-gap =
    { $name-doc_id }: کلیدواژه‌ها سهم { $convergence-over-doc_id } را بیشتر از آنچه هست نشان می‌دهند
    ({ $convergence-over-words-doc_id } از کلیدواژه‌ها، { $convergence-over-claims-doc_id } از ادعاها){ $through ->
        [some] ، بیش از همه به‌واسطهٔ { $convergence-through-doc_id }،
       *[none] { "" }
    } و سهم { $convergence-under-doc_id } را کمتر ({ $convergence-under-words-doc_id } در برابر
    { $convergence-under-claims-doc_id }).

keywords-astray =
    از { $convergence-hits } کلیدواژه، { $convergence-astray } کلیدواژه در بندهایی است که ادعایی با همان
    دلیل ندارند؛ بیش از همه: { $convergence-astray-words }. از { $convergence-claims } ادعا،
    { $convergence-unnamed } ادعا در بندهایی آمده که هیچ کلیدواژه‌ای از دلیل خود ندارند؛ بیش از همه
    { $convergence-unnamed-reason } بی‌نام می‌ماند ({ $convergence-unnamed-of } از
    { N($convergence-unnamed-of) } ادعا).

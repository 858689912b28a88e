# Persian. Machine translation, to be reviewed.
# What method guides ask of a published content analysis, and what this one gives.

filter = همهٔ سندها

self-check-said =
    از { $check-items } چیزی که راهنماهای روش می‌خواهند، { $check-yes } مورد اینجا هست{ $check-partly ->
        [0] { "" }
       *[other] { " " }و { WORDS($check-partly) } مورد تا حدی
    }. { $check-blank ->
        [0] هیچ موردی خالی نمانده است
       *[other] { WORDS($check-blank) } مورد ثبت نشده است
    }؛ { $check-no ->
        [0] تا آنجا که می‌دانیم چیزی کم نیست
       *[other] می‌دانیم که { WORDS($check-no) } مورد وجود ندارد
    }.

self-check =
    .title = راهنماهای روش چه می‌خواهند و چه چیزی اینجا هست
    .col-number = شماره
    .col-item = خواسته
    .col-guides = از سوی
    .col-answer = اینجا
    .col-where = کجا، یا گفتهٔ سازندگان آن
    .note =
        از سوی: K Krippendorff 2018؛ N Neuendorf 2017؛ L Lacy, Watson, Riffe & Lovejoy 2015؛
        M Matthes & Kohring 2008؛ J معیارهای گزارش پژوهش کیفی (JARS-Qual)؛ T رهنمودهای شفافیت و
        گشودگی (TOP)؛ B Bender & Friedman 2018؛ G راهنماهای پژوهش‌هایی که مدل زبانی کدگذاری کرده
        است؛ A قانون‌های دسترس‌پذیری. آنچه فقط سازندگان می‌دانند در پیکره گفته می‌شود؛ هر جا چیزی
        نگفته باشند، چیزی ساخته نمی‌شود.

self-check-answers =
    .yes = بله
    .partly = تا حدی
    .no = نه
    .blank = ثبت نشده
    .does_not_apply = اینجا خواسته نشده

self-check-places =
    .agreement = آیا کدگذاران توافق دارند؟
    .card = چه چیزی تحلیل شد؟
    .codebook = چگونه کدگذاری شد؟
    .limits = این متن‌ها چه را نمی‌توانند بگویند؟
    .method = این چگونه ساخته شد؟
    .methods = چگونه حساب شد؟
    .portraits = هر متن چه می‌گوید؟
    .reasons = چه چیز پیوند می‌دهد و چه چیز جدا می‌کند؟
    .robustness = کدام گزاره‌ها دوام می‌آورند؟
    .steps = از متنی به متن دیگر چه تغییر می‌کند؟
    .words = آیا واژه‌ها همین را می‌گویند؟

self-check-items =
    .question = پرسش پژوهش
    .expectations = چه انتظاری می‌رفت، و آن انتظار کی نوشته شد
    .theory = چارچوب چیست، و تعریف آن از کیست
    .prior_work = یافته‌های پیشین دیگران
    .selection = چه متن‌هایی را می‌شد برگزید، و این متن‌ها چگونه برگزیده شدند
    .not_selected = چه چیزی برگزیده نشد
    .searches = واژه‌ها، جاها و تاریخ‌های جست‌وجو
    .versions = تاریخ و نسخهٔ متن‌ها
    .rights = حقوق و دسترسی
    .unitising = یک ادعا چیست، و کدگذاران تا چه اندازه بر سر آن توافق دارند
    .blindness = کدگذاران چه دیدند و چه می‌دانستند
    .codebook = متن کامل دستورنامهٔ کدگذاری
    .history = پیشینهٔ دستورنامهٔ کدگذاری
    .pilot = آزمایش دستورنامه پیش از کدگذاری
    .coders = چند کدگذار
    .training = کدگذاران کیستند، چه آموزشی دیده‌اند و چه نسبتی با نویسندگان دارند
    .model = نام، نسخه، راه دسترسی، تاریخ و تنظیم‌های مدل
    .form = دستوری که به مدل داده شد
    .validation = بازبینی کدهای ماشینی به دست انسان
    .contamination = آیا ممکن است مدل این متن‌ها را پیش‌تر دیده باشد
    .sample = توافق روی چند مورد سنجیده شده است
    .coefficient = ضریبی که اثر تصادف را کنار می‌گذارد
    .intervals_of_agreement = بازهٔ آن ضریب برای هر متغیر
    .simple_agreement = توافق ساده در کنار آن
    .skew = ضریبی برای متغیرهایی که یک کدِ پربسامد دارند
    .below_floor = احتمال اینکه توافق کمتر از حد لازم باشد
    .by_code = توافق برای تک‌تک کدها
    .without_examples = توافق بدون مثال‌های دستورنامه
    .stability = آیا همان کدگذار بار دیگر همین کدها را می‌داد
    .disagreements = با اختلاف کدگذاران چه کردند
    .criterion = سنجش کدها با چیزی جز کدگذاران
    .convergence = روش دیگری در کنار کدها
    .elements = چارچوب‌ها به شکل الگویی از اجزا
    .unit_of_inference = در هر آزمون چه چیزی از نو کشیده می‌شود
    .multiplicity = در نظر گرفتن اینکه مقایسه‌ها پرشمارند
    .effects = اندازهٔ تفاوت، همراه با بازه
    .robustness = آیا نتیجه به یک انتخاب وابسته است
    .negative_cases = آنچه با هر گزاره ناسازگار است
    .rivals = توضیح‌های دیگر برای یافته‌ها
    .adequacy = آیا داده برای پاسخ به پرسش کافی است
    .resolution = این متن‌ها تفاوت‌های چه اندازه کوچک را نشان می‌دهند
    .position = موضع خود نویسندگان گزارش
    .funding = چه کسی هزینه را پرداخت
    .conflicts = تعارض منافع
    .contributions = هر کس چه کرد
    .ethics = اخلاق پژوهش
    .identifier = داده و برنامه در نشانی پایدار
    .citing = شیوهٔ ارجاع
    .environment = برنامه‌ها و نسخه‌هایشان
    .registration = طرحی که پیشاپیش ثبت شده است
    .summaries = خلاصهٔ هر مورد به نثر
    .accessibility = چه کسانی می‌توانند آن را بخوانند

# Persian. Machine translation, to be reviewed.
# What does each text say? One page a text.

portrait =
    .title =
        { $judged ->
            [yes] { CAPITAL($portrait-verdict-doc_id) }: { portrait-counts }
           *[no] { $valued ->
                [yes] { $name-doc_id }: { portrait-counts }
               *[no] { $name-doc_id }: { $portrait-claims-doc_id } ادعا
            }
        }
    .deck =
        { $thesised ->
            [yes] { $portrait-thesis-doc_id }
           *[no] { "" }
        }
    .short = { $name-doc_id }
    .note =
        حروف ایستاده ادعا را به زبان کدگذار می‌گوید؛ حروف کج واژه‌های خود متن است، با شمارهٔ بند و جمله. { $valued ->
            [yes] آبی پیوند می‌دهد، نارنجی جدا می‌کند.
           *[no] { "" }
        }
    .how =
        دلیل‌ها، توصیه‌ها و پیش‌بینی‌ها: ادعاهایی به صدای خود نویسنده. استدلال، صداها و ناگفته‌ها: ادعاهای
        همهٔ صداها؛ از این رو عددها ممکن است فرق کند. میله‌های هر صفحه یک مقیاس دارند؛ دلیل‌هایی که شمار
        ادعاهایشان برابر است کنار هم می‌آیند.
portrait-counts =
    { $divided ->
        [yes] { $portrait-dividing-doc_id } ادعا جدا می‌کند، { $portrait-binding-doc_id } ادعا پیوند می‌دهد
       *[no] { $portrait-binding-doc_id } ادعا پیوند می‌دهد، { $portrait-dividing-doc_id } ادعا جدا می‌کند
    }
portraits-small =
    .title = هر متن چه می‌گوید: { $ends }
    .note = { portrait-bars }
    .how = دلیل‌ها: ادعاهایی به صدای خود نویسنده؛ آن‌ها که شمار ادعاهایشان برابر است کنار هم می‌آیند.
portraits-rows =
    .title = هر یک از { $shown } متن چه می‌گوید
    .note = { portrait-bars }
    .how = دلیل‌ها: ادعاهایی به صدای خود نویسنده؛ آن‌ها که شمار ادعاهایشان برابر است کنار هم می‌آیند.
portrait-bars =
    میله‌های هر صفحه یک مقیاس دارند.{ $valued ->
        [yes] { " " }آبی پیوند می‌دهد، نارنجی جدا می‌کند.
       *[no] { "" }
    }
portrait-thesis = { $portrait-thesis-doc_id }
portrait-name = { $name-doc_id }
portraits-many =
    { WORDS($count) } متن بیش از آن است که هر یک صفحه‌ای داشته باشد: آنچه هر متن می‌گوید، متن به متن، در
    فصل‌های بعد آمده است.
portraits-none = هیچ متنی به { WORDS($least) } ادعا از خود نمی‌رسد؛ پس هیچ‌کدام صفحه‌ای ندارد.
portraits-short =
    با کمتر از { WORDS($least) } ادعا از خود، و از این رو بی‌صفحه: { $names }.
portrait-heads =
    .called = چه نام دارد
    .in-title = در عنوان
    .verdict = داوری
    .verdict-note = رابطه چقدر ماندگار است، بر پایهٔ خواندن کل متن
    .grey = خاکستری: توصیه، و آنچه به هیچ سو نمی‌کشد.
    .argument = استدلال
    .argument-note =
        ادعاهای پیونددهنده منهای ادعاهای جداکننده، از نخستین تا آخرین، در همهٔ صداها؛ با زمینهٔ رنگی: آنچه
        پذیرفته می‌شود
    .no-turn = از آغاز تا پایان بی‌چرخش پیش می‌رود.
    .binding = چه چیز پیوند می‌دهد
    .dividing = چه چیز جدا می‌کند
    .all = دلیل‌های آن
    .none = هیچ‌کدام.
    .advice = توصیه‌های آن
    .outlook = چه پیش‌بینی می‌کند
    .past = گذشته‌ای که یاد می‌کند
    .voices = صدای چه کسی
    .left-out = ناگفته‌هایی که دیگران می‌گویند
    .left-out-note = دلیل‌هایی که دربارهٔ آن‌ها ادعایی ندارد
    .lacks-none = دربارهٔ هر دلیلی که دیگران می‌آورند ادعایی دارد.
portrait-year = { $portrait-year-doc_id }
portrait-author =
    { $signed ->
        [yes] { $portrait-author-doc_id }
       *[no] { $name-doc_id }
    }
portrait-title = { $portrait-title-doc_id }
portrait-about =
    { $outlet ->
        [yes] { $portrait-outlet-doc_id }.{ " " }
       *[no] { "" }
    }{ $genre ->
        [yes] { CAPITAL($portrait-genre-doc_id) }.{ " " }
       *[no] { "" }
    }{ $published ->
        [yes] تاریخ انتشار: { $portrait-published-doc_id }.{ " " }
       *[no] { "" }
    }{ $counted ->
        [yes] { $portrait-words-doc_id } واژه.
       *[no] { "" }
    }
portrait-beside = در کنار آن، کوتاه‌تر از آن‌که مقایسه شود و اینجا شمرده‌نشده: { $beside }.
portrait-called =
    { $quoted ->
        [yes] «{ $portrait-called-doc_id }»
       *[no] { $portrait-called-doc_id }
    }
portrait-own-place =
    مشخص‌ترین واژهٔ خودش{ $placed ->
        [yes] ، { $place }
       *[no] { "" }
    }{ $asserted ->
        [yes] { "" }
       *[no] ، بی‌آن‌که تأییدش کند
    }
portrait-own = «{ $portrait-own-doc_id }»
portrait-verdict = { $portrait-verdict-doc_id }
portrait-others = { $others }
portrait-weighed = { $portrait-claims-doc_id } ادعا از خودش
portrait-weigh =
    .binding = { $portrait-binding-doc_id } پیوند می‌دهد
    .dividing = { $portrait-dividing-doc_id } جدا می‌کند
    .neither = { $portrait-neither-doc_id } هیچ‌کدام
portrait-from-there = از آنجا به بعد:
portrait-arc =
    .title = استدلال در { $name-doc_id }
    .subtitle = ادعاهای پیونددهنده منهای جداکننده تا آن نقطه، از نخستین ادعا تا آخرین
    .alt =
        خطی از روی ادعاهای { $name-doc_id }، n = { N($portrait-arc-doc_id) }: با هر ادعای پیونددهنده بالا و با
        هر ادعای جداکننده پایین می‌رود. در { $portrait-arc-doc_id } به پایان می‌رسد.{ $turned ->
            [yes] { " " }{ $turn }.
           *[no] { "" }
        }
portrait-turn =
    چرخش: { $headed ->
        [yes] «{ $heading }»، { $place }
       *[no] { $reason }، { $place }
    }
portrait-section = { $name }
portrait-section-advice = توصیه { $count }
portrait-counted = { $name } { $count }
portrait-list = { $rows }
portrait-reason =
    { $portrait-reason-doc_id-side-slot }{ $each ->
        [yes] { " " }(هر یک)
       *[no] { "" }
    }
portrait-also = همچنین { $rows }.
portrait-advice =
    { $told ->
        [addressee] به چه کسی
        [instrument] چگونه
       *[goal] برای چه
    }
portrait-pieces = { $count } توصیه، { $shown } توصیه در اینجا
portrait-forecast =
    { $direction }{ $surely ->
        [yes] : { $sure }
       *[no] { "" }
    }{ $conditional ->
        [yes] ، { $on }
       *[no] { "" }
    }.
portrait-foreseen = { $count } پیش‌بینی، { $shown } پیش‌بینی در اینجا
portrait-undated = بی‌سال
portrait-further = { $count } رویداد دیگر.
portrait-mentions = { $count } بار ذکر
portrait-heard = { $count } ادعا
portrait-speaks = خود نویسنده { $count }
portrait-quoted = دیگران { $count }
portrait-quotes =
    دیگران: { $rows }.{ $taken ->
        [some] { " " }نویسنده با آن‌ها چه می‌کند: { $taken }.
       *[none] { "" }
    }
portrait-lacks =
    { $name }: در { $count } متن دیگر، { $claims } ادعا{ $mentioned ->
        [yes] ؛ در اینجا ذکر شده، ولی ادعا نشده است
       *[no] { "" }
    }.
portrait-lacks-also = همچنین { $rest }.

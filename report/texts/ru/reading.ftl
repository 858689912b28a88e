# Russian. Machine translation, to be reviewed.
# How do I read this report?

filter = все документы

who = { $author }, { $outlet }
quoted = «{ $phrase }»
place = { $text }, { $place }

texts-in-short =
    .title =
        { $reading-texts ->
            [one] { WORDS($reading-texts, case: "capital") } текст
            [few] { WORDS($reading-texts, case: "capital") } текста
            [many] { WORDS($reading-texts, case: "capital") } текстов
           *[other] { WORDS($reading-texts, case: "capital") } текста
        }: кто пишет, сколько и когда
    .col-name = Как назван здесь
    .col-title = Заголовок
    .col-who = Автор и издание
    .col-vantage = Чей выбор
    .col-genre = Вид
    .col-words = Слов
    .col-day = Опубликован
    .note =
        { $vantage ->
            [yes] Чей выбор: государство или читатель, чьи возможные шаги взвешивает текст.
           *[no] { "" }
        }

what-a-claim-is =
    Утверждение — это одна мысль, которую текст высказывает о двух сторонах. О каждом записано, что
    сказано, одним предложением словами кодировщиков; какая причина названа; сближает оно
    стороны или разделяет; чей это голос.
worked-examples =
    .title =
        { $both ->
            [yes] По одному утверждению каждого рода, как они записаны
           *[no] Одно утверждение, как оно записано
        }
    .note = { what-a-claim-is }
    .col-side = Действие
    .col-phrase = В тексте
    .col-gist = Что утверждается
    .col-reason = Причина
    .col-place = Место

strength-meanings =
    .firm =
        Сохраняется не менее чем при { $strength-most } способов подсчёта; не отпадает, если убрать
        любой текст или любого кодировщика; интервал или проверка дают ясный ответ; кодировщики
        согласны в том, на что вывод опирается.
    .leaning =
        Сохраняется не менее чем при { $strength-many } способов подсчёта и проходит хотя бы ещё одну
        проверку.
    .open = Меньше этого: вопрос остаётся открытым.
strength-words =
    .title = Насколько надёжен вывод, одним словом
    .col-word = Слово
    .col-means = Что для этого нужно
    .note =
        { $machines ->
            [yes] Подсчитаны машинные коды, не проверенные человеком: ничто не твёрдо.
           *[no] Проверка, невозможная для данного вывода, в счёт не идёт.
        }

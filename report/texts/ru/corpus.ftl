# Russian. Machine translation, to be reviewed.
# How comparable are the texts?

filter = все документы

span =
    { $one_year ->
        [yes] { $texts-first }
       *[no] { $texts-first }–{ $texts-last }
    }

documents =
    .title = Что прочитано
    .col-name = Текст
    .col-published = Вышел
    .col-genre = Жанр
    .col-words = Слова
    .col-sentences = Предложения
    .col-groups = Абзацы с утверждениями
    .col-claims =
        { $cored ->
            [yes] Основные утверждения
           *[no] Утверждения
        }
    .col-background = Фоновые
    .col-share = Доля утверждений
    .note =
        { $cored ->
            [yes] Основные утверждения касаются отношений двоих; фоновые — нет, и ни в одну долю они
                не входят.
           *[no] { "" }
        }

documents-counted =
    { WORDS($texts-count, case: "capital") } { $texts-count ->
        [one] текст
        [few] текста
        [many] текстов
       *[other] текста
    } ({ span }): { $corpus-claims } { $cored ->
        [yes] { $corpus-claims ->
            [one] основное утверждение
            [few] основных утверждения
            [many] основных утверждений
           *[other] основного утверждения
        }
       *[no] { $corpus-claims ->
            [one] утверждение
            [few] утверждения
            [many] утверждений
           *[other] утверждения
        }
    }{ $voice ->
        [own] { " " }голосом самого автора
       *[all] { "" }
    }{ $texts-count ->
        [1] .
       *[other] ; больше всего их в тексте «{ $corpus-largest }»: { $corpus-largest-share }, поэтому
            ни одна доля не считается по всем текстам вместе.
    }

dates =
    .title =
        { WORDS($texts-count, case: "capital") } { $texts-count ->
            [one] текст
            [few] текста
            [many] текстов
           *[other] текста
        }, { $one_year ->
            [yes] год выхода
           *[no] годы выхода
        }: { span }
    .subtitle =
        Место: дата выхода{ $words ->
            [yes] ; размер: число слов
           *[no] { "" }
        }{ $genre ->
            [yes] ; форма: жанр
           *[no] { "" }
        }
    .alt =
        Ось дат ({ span }) с отметкой на каждый из { $texts-count } { $texts-count ->
            [one] текста
           *[other] текстов
        }; размер показывает число слов, форма — жанр, там, где они известны.

blocks =
    .title = Текст самих авторов занимает { $corpus-body } того, что есть в файлах
    .subtitle = Знаки по видам частей, в порядке файла
    .alt =
        По столбцу на файл, всего { $texts-count }, в знаках, с делением по видам частей: основной
        текст, заголовки и подзаголовки, врезки с цитатами, метаданные и оформление сайта; на основной
        текст приходится { $corpus-body } знаков, всего частей { N($corpus-body) }.

confounding =
    .title = Признаки, которые встречаются только в одном году: { $confounded-alone } из { $confounded-all }
    .col-attribute = Признак
    .col-level = Значение
    .col-shown = Годы
    .col-texts = Тексты

confounding-shared =
    Признаки, которые встречаются больше чем в одном году: { $confounded-shared }. Если у двух лет нет
    ничего общего, у разницы между ними столько же возможных причин, сколько признаков.

attribute =
    { $attribute ->
        [author] автор
        [outlet] издание
        [genre] жанр
       *[vantage] ракурс
    }
alike-pair = { $first } и { $second } ({ $same })
alike-best =
    Больше всего общего у текстов разных лет здесь: { $alike-best }. Это наименее несправедливое
    сравнение лет. Пар, у которых нет ничего общего: { $alike-none } из { N($alike-none) }.
alike-none = Ни у каких двух текстов разных лет нет общего автора, издания, жанра или ракурса:
    у любого сравнения лет есть и другие объяснения.
alike =
    .title = { $whole ->
            [1] Единственная пара текстов, у которых есть общее
           *[other] Пары текстов, у которых есть общее
        }
    .col-first = Более ранний текст
    .col-second = Более поздний текст
    .col-same = Общее
    .col-other = Разное

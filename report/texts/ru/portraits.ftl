# Russian. Machine translation, to be reviewed.
# What does each text say? One page a text.

portrait =
    .title =
        { $judged ->
            [yes] { CAPITAL($portrait-verdict-doc_id) }: { portrait-counts }
           *[no] { $valued ->
                [yes] { $name-doc_id }: { portrait-counts }
               *[no] { $name-doc_id }: { $portrait-claims-doc_id } { $portrait-claims-doc_id ->
                   [one] утверждение
                   [few] утверждения
                   [many] утверждений
                  *[other] утверждений
               }
            }
        }
    .deck =
        { $thesised ->
            [yes] { $portrait-thesis-doc_id }
           *[no] { "" }
        }
    .short = { $name-doc_id }
    .note =
        Прямой шрифт: суть утверждения словами кодировщика; курсив: слова самого текста, с абзацем и
        предложением.{ $valued ->
            [yes] { " " }Синее сближает, оранжевое разделяет.
           *[no] { "" }
        }
    .how =
        Причины, советы и прогнозы: утверждения голосом самого автора. Рассуждение, голоса и то, чего
        нет: утверждения во всех голосах, поэтому числа могут различаться. Столбцы страницы — в одном
        масштабе; причины с равным числом утверждений стоят вместе.
portrait-counts =
    { $divided ->
        [yes] разделяющих утверждений — { $portrait-dividing-doc_id }, сближающих — { $portrait-binding-doc_id }
       *[no] сближающих утверждений — { $portrait-binding-doc_id }, разделяющих — { $portrait-dividing-doc_id }
    }
portraits-small =
    .title = Что говорит каждый текст: { $ends }
    .note = { portrait-bars }
    .how = Причины: утверждения голосом самого автора; причины с равным числом утверждений стоят вместе.
portraits-rows =
    .title = Что говорит каждый текст; всего { $shown } { $shown ->
        [one] текст
        [few] текста
        [many] текстов
       *[other] текстов
    }
    .note = { portrait-bars }
    .how = Причины: утверждения голосом самого автора; причины с равным числом утверждений стоят вместе.
portrait-bars =
    Столбцы страницы — в одном масштабе.{ $valued ->
        [yes] { " " }Синее сближает, оранжевое разделяет.
       *[no] { "" }
    }
portrait-thesis = { $portrait-thesis-doc_id }
portrait-name = { $name-doc_id }
portraits-many =
    { WORDS($count, case: "capital") } { $count ->
        [one] текст
        [few] текста
        [many] текстов
       *[other] текстов
    } — слишком много, чтобы дать каждому по
    странице: что говорит каждый, сказано в следующих главах, текст за текстом.
portraits-none =
    Ни в одном тексте нет хотя бы { WORDS($least) } { $least ->
        [one] собственного утверждения
       *[other] собственных утверждений
    },
    поэтому страницы нет ни у одного.
portraits-short =
    Меньше { WORDS($least) } { $least ->
        [one] собственного утверждения
       *[other] собственных утверждений
    }, поэтому без
    страницы: { $names }.
portrait-heads =
    .called = Как это названо
    .in-title = в заголовке
    .verdict = Вердикт
    .verdict-note = насколько прочны отношения, по тексту в целом
    .grey = Серое: советы и то, что не тянет ни в одну сторону.
    .argument = Рассуждение
    .argument-note =
        сближающие утверждения минус разделяющие, от первого до последнего, во всех голосах; на фоне:
        уступки
    .no-turn = Идёт от начала до конца без поворота.
    .binding = Что сближает
    .dividing = Что разделяет
    .all = Причины
    .none = Нет.
    .advice = Советы
    .outlook = Что предвидит
    .past = Какое прошлое вспоминает
    .voices = Чей голос
    .left-out = Чего здесь нет, а у других есть
    .left-out-note = причины, о которых нет ни одного утверждения
    .lacks-none = Здесь есть утверждения обо всех причинах, которые называют другие.
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
    }{ $counted ->
        [yes] { $portrait-words-doc_id } { $portrait-words-doc_id ->
            [one] слово
            [few] слова
            [many] слов
           *[other] слов
        }{ $published ->
            [yes] { "," } опубликовано: { $portrait-published-doc_id }
           *[no] { "." }
        }
       *[no] { $published ->
            [yes] Опубликовано: { $portrait-published-doc_id }
           *[no] { "" }
        }
    }
portrait-beside = Рядом с ним, слишком короткое для сравнения и здесь не учтённое: { $beside }.
portrait-called =
    { $quoted ->
        [yes] «{ $portrait-called-doc_id }»
       *[no] { $portrait-called-doc_id }
    }
portrait-own-place =
    самое точное собственное слово{ $placed ->
        [yes] , { $place }
       *[no] { "" }
    }{ $asserted ->
        [yes] { "" }
       *[no] , но не утверждается
    }
portrait-own = «{ $portrait-own-doc_id }»
portrait-verdict = { $portrait-verdict-doc_id }
portrait-others = { $others }
portrait-weighed =
    { $portrait-claims-doc_id } { $portrait-claims-doc_id ->
        [one] собственное утверждение
        [few] собственных утверждения
        [many] собственных утверждений
       *[other] собственных утверждений
    }
portrait-weigh =
    .binding = сближающих { $portrait-binding-doc_id }
    .dividing = разделяющих { $portrait-dividing-doc_id }
    .neither = прочих { $portrait-neither-doc_id }
portrait-from-there = Далее:
portrait-arc =
    .title = Рассуждение: { $name-doc_id }
    .subtitle = Сближающие утверждения минус разделяющие, от первого утверждения до последнего
    .alt =
        Линия по утверждениям текста «{ $name-doc_id }», n = { N($portrait-arc-doc_id) }: вверх с каждым
        сближающим, вниз с каждым разделяющим. В конце она доходит до { $portrait-arc-doc_id }.{ $turned ->
            [yes] { " " }{ $turn }.
           *[no] { "" }
        }
portrait-turn =
    Поворот: { $headed ->
        [yes] «{ $heading }», { $place }
       *[no] { $reason }, { $place }
    }
portrait-section = { $name }
portrait-section-advice = советы { $count }
portrait-counted = { $name } { $count }
portrait-list = { $rows }
portrait-reason =
    { $each ->
        [yes] по{ " " }
       *[no] { "" }
    }{ $portrait-reason-doc_id-side-slot }
portrait-also = Также { $rows }.
portrait-advice =
    { $told ->
        [addressee] кому
        [instrument] чем
       *[goal] для чего
    }
portrait-pieces =
    { $count } { $count ->
        [one] совет
        [few] совета
        [many] советов
       *[other] советов
    }, { $shown ->
        [one] показан
       *[other] показано
    } { $shown }
portrait-forecast =
    { $direction }{ $surely ->
        [yes] : { $sure }
       *[no] { "" }
    }{ $conditional ->
        [yes] , { $on }
       *[no] { "" }
    }.
portrait-foreseen =
    { $count } { $count ->
        [one] прогноз
        [few] прогноза
        [many] прогнозов
       *[other] прогнозов
    }, { $shown ->
        [one] показан
       *[other] показано
    } { $shown }
portrait-undated = без года
portrait-further =
    Ещё { $count } { $count ->
        [one] событие
        [few] события
        [many] событий
       *[other] событий
    }.
portrait-mentions = { $count } { $count ->
        [one] упоминание
        [few] упоминания
        [many] упоминаний
       *[other] упоминаний
    }
portrait-heard = { $count } { $count ->
        [one] утверждение
        [few] утверждения
        [many] утверждений
       *[other] утверждений
    }
portrait-speaks = сам автор { $count }
portrait-quoted = другие { $count }
portrait-quotes =
    Другие: { $rows }.{ $taken ->
        [some] { " " }Как автор к ним относится: { $taken }.
       *[none] { "" }
    }
portrait-lacks =
    { $name }: в { $count } { $count ->
        [one] другом тексте
       *[other] других текстах
    }, { $claims }
    { $claims ->
        [one] утверждение
        [few] утверждения
        [many] утверждений
       *[other] утверждений
    }{ $mentioned ->
        [yes] ; здесь упомянуто, но не утверждается
       *[no] { "" }
    }.
portrait-lacks-also = Также { $rest }.

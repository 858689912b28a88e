# Russian. Machine translation, to be reviewed.
# How do they argue?

arcs =
    .title =
        { $texts ->
            [1] Порядок важен: где текст поворачивает
           *[other] Порядок важен: где поворачивает каждый текст
        }
    .subtitle =
        Нарастающий баланс от первого до последнего утверждения; { WORDS($texts-count) } { $texts-count ->
            [one] текст
            [few] текста
            [many] текстов
           *[other] текста
        }, { $arc-claims } { $core ->
            [yes] { $arc-claims ->
                [one] основное утверждение
                [few] основных утверждения
                [many] основных утверждений
               *[other] основного утверждения
            }
           *[no] { $arc-claims ->
                [one] утверждение
                [few] утверждения
                [many] утверждений
               *[other] утверждения
            }
        }
    .alt =
        Поле на каждый текст (всего { $texts-count }; { $arc-claims } { $arc-claims ->
            [one] утверждение
            [few] утверждения
            [many] утверждений
           *[other] утверждения
        }): ступенчатая линия идёт вверх с каждым сближающим утверждением и вниз с каждым
        разделяющим; отрезки с уступками затенены, точка поворота отмечена.
    .note =
        { $redrawn ->
            [yes] Полоса: между нижней и верхней линией { $machines ->
                [yes] прогонов модели
               *[no] кодировщиков
            }; ошибка, общая для всех, не видна. Данные — это порядок.
           *[no] Данные — это порядок.
        }
    .how =
        Нарастающая сумма: +1 (сближает) и −1 (разделяет){ $redrawn ->
            [yes] ; утверждение, которого нет у { $machines ->
                [yes] прогона модели
               *[no] кодировщика
            }, ничего не добавляет к его линии.
           *[no] .
        }

conceded-most =
    { $texts ->
        [1] В тексте «{ $name-doc_id }» автор уступает перед собственным доводом: это
            { $share_conceded-doc_id } из { N($share_conceded-doc_id) } утверждений
       *[other] { $every ->
            [yes] Чаще всего автор уступает перед собственным доводом в тексте
           *[no] Среди достаточно длинных текстов автор чаще всего уступает перед собственным доводом
                в тексте
        } «{ $name-doc_id }»: это { $share_conceded-doc_id } из { N($share_conceded-doc_id) }
            утверждений
    }{ $known ->
        [yes] { " " }(интервал { $level } { INTERVAL($share_conceded-doc_id) })
       *[no] { "" }
    }. Нарастающий баланс этого текста выше всего на отметке { $arc-kind-at-doc_id } от начала, а в
    конце равен { $arc-end-doc_id }.
statement-turn-doc_id-other =
    { $name-doc_id } уступает перед собственным доводом чаще, чем { $name-other }: доля таких
    утверждений { $share_conceded-doc_id } против { $then }.
not-surely-more =
    Больше ли их и здесь, чем в других текстах, остаётся открытым: { $kind-open }.

voices =
    .title =
        { $quoting ->
            [yes] { $texts ->
                [1] Кто говорит в тексте «{ $name-doc_id }»
               *[other] { $every ->
                    [yes] Доля чужих голосов больше всего в тексте
                   *[no] Среди достаточно длинных текстов доля чужих голосов больше всего в тексте
                } «{ $name-doc_id }»
            }
           *[no] Каждое утверждение сделано голосом самого автора
        }
    .subtitle =
        Клетка — одно { $core ->
            [yes] основное утверждение
           *[no] утверждение
        }, по порядку; ниже: голос самого автора, выше: чужой ({ $claims-count }
        { $claims-count ->
            [one] утверждение
            [few] утверждения
            [many] утверждений
           *[other] утверждения
        })
    .alt =
        Полоса клеток на каждый текст, по порядку, всего { $claims-count } { $claims-count ->
            [one] утверждение
            [few] утверждения
            [many] утверждений
           *[other] утверждения
        }: на линии — голосом самого автора, над линией — чужим. Самая большая доля чужих голосов:
        { $name-doc_id }, { $share_other_voice-doc_id }.

no-other-voices =
    { $texts ->
        [1] В тексте нет утверждений
       *[other] Ни в одном тексте нет утверждений
    } иным голосом, чем голос самого автора.
others-most =
    Чужим голосам принадлежит { $share_other_voice-doc_id } из { N($share_other_voice-doc_id) }
    утверждений в тексте «{ $name-doc_id }»{ $texts ->
        [1] { "" }
       *[other] , больше, чем в любом другом{ $every ->
            [yes] { "" }
           *[no] { " " }достаточно длинном тексте
        }
    }{ $known ->
        [yes] { " " }(интервал { $level } { INTERVAL($share_other_voice-doc_id) }).
       *[no] .
    }
statement-voices-doc_id-other =
    { $name-doc_id } чаще говорит чужими голосами, чем { $name-other }: доля таких утверждений
    { $share_other_voice-doc_id } против { $then }.


functions =
    .title = Что делают утверждения каждого текста
    .col-name = Текст
    .col-n = Утверждения
    .note = Доли утверждений каждого текста.
functions-apart =
    { $rows ->
        [none] Проверено различий между сравниваемыми текстами: { $functions-tested }; при таком их
            числе ни одно не явное.
       *[some] Проверено различий между сравниваемыми текстами: { $functions-tested }; явных при таком
            их числе — { $functions-clear }: { CLAUSES($rows) }.
    }
function-apart =
    { LOWER($function) } ({ $name-from }: { $then }, { $name-to }: { $now }; разница
    { $function-function-from-to }, интервал { $level } { INTERVAL($function-function-from-to) })

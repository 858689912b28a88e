# Russian. Machine translation, to be reviewed.
# Which reasons bind, and which divide?

reasons-compared =
    .title =
        { $several ->
            [yes] { CAPITAL($apart-reason) }: { $side ->
                    [binding] сближает в { $apart-more-share } утверждений
                    [dividing] разделяет в { $apart-more-share } утверждений
                   *[all] { $apart-more-share } утверждений
                } ({ $apart-more }), { $none ->
                    [yes] ни в одном
                   *[no] в { $apart-less-share }
                } ({ $apart-less })
           *[no] { CAPITAL($apart-reason) }: { $apart-more-claims } из { $apart-claims } { $apart-claims ->
               [one] утверждения
              *[other] утверждений
           } ({ $apart-more })
        }
    .subtitle =
        Доля утверждений текста по причине, которую они называют{ $valued ->
            [yes] ; разделяющие — влево, сближающие — вправо
           *[no] { "" }
        }{ $several ->
            [yes] ; сначала причины, по которым тексты различаются больше всего
           *[no] { "" }
        }
    .alt =
        Столбцы по { $apart-reasons } { $apart-reasons ->
            [one] причине
           *[other] причинам
        } в { WORDS($apart-texts) }
        { $apart-texts ->
            [one] тексте
           *[other] текстах
        }, всего утверждений: { $apart-claims }. Первой стоит причина
        «{ $apart-reason }»: { $side ->
            [binding] она сближает в { $apart-more-share } утверждений
            [dividing] она разделяет в { $apart-more-share } утверждений
           *[all] на неё приходится { $apart-more-share } утверждений
        } ({ $apart-more }){ $several ->
            [yes] , { $none ->
                    [yes] ни в одном
                   *[no] в { $apart-less-share }
                } ({ $apart-less })
           *[no] { "" }
        }.
    .note =
        { $several ->
            [yes] Шкала для всех текстов одна.
           *[no] { "" }
        }{ $tested ->
            [yes] { " " }{ $joined ->
                [yes] Скобка соединяет
               *[no] Скобка соединяла бы
            } два текста, различие которых по этой причине явное и после поправки.
           *[no] { "" }
        }
    .how =
        Утверждения, которые не называют причины, входят в долю, но строки не имеют. Насколько два
        текста далеки по одной причине: разность их долей, сложенная по сближению и разделению.
apart-mark =
    { $none ->
        [yes] { $apart-less }: ни одного
       *[no] { $apart-less }: { $apart-less-share }
    }
apart-leads-in = { $reasons } ({ $where })
apart-leads =
    { $side ->
        [binding] Больше всего сближает: { CLAUSES($listed) }.
        [dividing] Больше всего разделяет: { CLAUSES($listed) }.
       *[all] Самая частая причина: { CLAUSES($listed) }.
    }
apart-clear-one =
    { $reason }{ $side ->
        [binding] { " " }как сближающее
        [dividing] { " " }как разделяющее
       *[all] { "" }
    } ({ $start } → { $stop })
apart-clear =
    { $tested ->
        [yes] { $apart-clear ->
                [0] Читайте столбцы как подсчёт по этим текстам. Проверить можно { $apart-tested }
                    { $apart-tested ->
                        [one] различие
                        [few] различия
                        [many] различий
                       *[other] различий
                    } между текстами; явных среди них нет.
               *[other] Проверить можно { $apart-tested } { $apart-tested ->
                   [one] различие
                   [few] различия
                   [many] различий
                  *[other] различий
               }
                    между текстами; явных среди них — { WORDS($apart-clear) }: { CLAUSES($listed) }.
            }
       *[no] Тексты слишком коротки, чтобы проверить хоть одно из этих различий.
    }

# Which reasons change their part?

changing-reasons =
    .title =
        { $told ->
            [yes] { CAPITAL($changing-told) }: { $changing-shown ->
                [one] роль меняется
               *[other] роли меняются
            }{ $turned ->
                [yes] ; меняется направление: { $changing-turned }
               *[no] { " " }от текста к тексту
            }
           *[no] Направление меняется от текста к тексту: { $changing-turned }
        }
    .short = Причины, которые меняются
    .note =
        Квадрат — одно утверждение. Яркий цвет: что текст чаще всего делает с этой причиной; под ним —
        утверждение, которое говорит это лучше всего, словами кодировщика. Рычаг стоит в совете.
        Это подсчёт по этим текстам, на случайность он не проверен.{ $tested ->
            [yes] { " " }Другие способы подсчёта: каждый кодировщик отдельно и только голос самого автора.
           *[no] { "" }
        }
    .how =
        Роль причины меняется, если два текста чаще всего делают с ней разное. Таких причин
        { $changing-all } из { $changing-reasons }; сначала идут те, о которых больше всего
        утверждений. Рядом с самым частым употреблением стоит любое другое, если в нём не меньше двух
        утверждений и хотя бы половина от самого частого.
changing-none = Ни одна причина не меняет роли: что сближает в одном тексте, не разделяет ни в каком другом.
changing-year = { $changing-year-doc_id }
changing-by = { $changing-by-doc_id }
changing-heads =
    .bond = сближает
    .divider = разделяет
    .lever = служит рычагом
    .asked = о ней спрашивают
    .noted = её отмечают
changing-parts =
    .bond = связь
    .divider = разделитель
    .lever = рычаг
    .asked = только вопрос
    .noted = только упоминание
    .absent = нет утверждений
changing-way = { $way }
changing-part = { $parts } ({ $where })
changing-told = { CAPITAL($reason) }: { CLAUSES($listed) }
changing-held =
    Эта перемена ({ $start } → { $stop }) видна в { $same } из { $ways } { $ways ->
        [one] другого способа
       *[other] других способов
    }
    подсчёта.
changing-count = { $name }: { $count }
changing-absent = нет утверждений
changing-beside = также { $listed }
changing-rest = Меняются и эти причины
changing-also =
    { $use ->
        [bond] сближает
        [divider] разделяет
        [lever] рычаг
        [asked] вопрос
        [noted] упоминание
       *[other] { $way }
    } { $count }
changing-reason = { CAPITAL($reason) }
changing-text = { $name }

# What is the frame of each text?

frame-matrix =
    .title =
        { $several ->
            [yes] { $valued ->
                [yes] { WORDS($matrix-texts, case: "capital") } { $matrix-texts ->
                    [one] текст
                    [few] текста
                    [many] текстов
                   *[other] текстов
                }: { $matrix-leading-binding } { $matrix-leading-binding ->
                    [one] ведущая связь
                    [few] ведущие связи
                    [many] ведущих связей
                   *[other] ведущих связей
                } и { $matrix-leading-dividing } { $matrix-leading-dividing ->
                    [one] ведущий разделитель
                    [few] ведущих разделителя
                    [many] ведущих разделителей
                   *[other] ведущих разделителей
                }
               *[no] { WORDS($matrix-texts, case: "capital") } { $matrix-texts ->
                   [one] текст
                   [few] текста
                   [many] текстов
                  *[other] текстов
               }: { $matrix-leading-all } { $matrix-leading-all ->
                   [one] ведущая причина
                   [few] ведущие причины
                   [many] ведущих причин
                  *[other] ведущих причин
               }
            }
           *[no] Фрейм текста по частям
        }
    .short = Фреймы рядом
    .note =
        { $valued ->
            [yes] Синее сближает, оранжевое разделяет; ведущие причины — те, о которых больше всего утверждений, при равенстве они стоят вместе.
           *[no] Ведущие причины — те, о которых больше всего утверждений, при равенстве они стоят вместе.
        } Прямой шрифт: суть утверждения словами кодировщика; курсив: слова самого текста.
        Это подсчёт: больше ли случайного то, что в другом тексте ведёт другая причина, сказано под
        столбцами.
    .how =
        Четыре функции фрейма: проблема, причина, оценка, решение ([@entman-1993]). Причины, суть
        утверждений и советы взяты из голоса самого автора; число утверждений, кто на кого действует
        и чего нет — из всех голосов. Суть выбрана по месту в рассуждении, по силе и по тому, сколько
        кодировщиков её нашли.
matrix-heads =
    .label = Как это названо
    .label-note = в заголовке и в тексте
    .problem = Проблема
    .problem-note = главный довод в пользу вердикта
    .cause = Причина
    .cause-note = ведущая причина сближения и ведущая причина разделения
    .judgement = Оценка
    .judgement-note = что хвалят или порицают
    .remedy = Решение
    .remedy-note = совет, данный открытее всего
    .exemplar = Пример
    .exemplar-note = событие, которым чаще всего сближают или разделяют
    .acting = Кто на кого действует
    .acting-note = по причинам, где таких утверждений больше всего
    .voices = Голоса
    .voices-note = утверждения по тому, кто говорит
    .left-out = Чего нет
    .left-out-note = причины, которые называют другие
matrix-year = { $matrix-year-doc_id }
matrix-by = { $matrix-by-doc_id }
matrix-claims = { $matrix-claims-doc_id } { $matrix-claims-doc_id ->
        [one] утверждение
        [few] утверждения
        [many] утверждений
       *[other] утверждений
    }
matrix-verdict = { CAPITAL($matrix-verdict-doc_id) }
matrix-title =
    { $quoted ->
        [yes] «{ $matrix-title-doc_id }»
       *[no] { $matrix-title-doc_id }
    }
matrix-own = «{ $matrix-own-doc_id }»
    .note =
        { $asserted ->
            [yes] собственное слово
           *[no] собственное слово, но не утверждается
        }
matrix-reason =
    { $named ->
        [yes] { $names }.
       *[no] { "" }
    }
matrix-none = Нет.
matrix-count = · { $count } { $count ->
        [one] такое утверждение
        [few] таких утверждения
        [many] таких утверждений
       *[other] таких утверждений
    }
matrix-event =
    { CAPITAL($name) }{ $dated ->
        [yes] { " " }({ $date })
       *[no] { "" }
    }.
matrix-mentions = · { $count } { $count ->
        [one] упоминание
        [few] упоминания
        [many] упоминаний
       *[other] упоминаний
    }
matrix-name = { $name }
matrix-number = { $name } { $count }
matrix-way =
    { $way ->
        [first] { $first } → { $second }
        [second] { $second } → { $first }
       *[both] взаимно
    } { $count }
matrix-list = { $rows }
matrix-spoken = автор { $count }
matrix-quoted = другие { $count }
matrix-quotes = Другие: { $listed }.
matrix-left-out =
    { $matrix-silent-doc_id ->
        [some] { CAPITAL($matrix-silent-doc_id) }
       *[none] Есть всё, что называют другие.
    }
matrix-text = { $name }

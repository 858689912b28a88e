# Russian. Machine translation, to be reviewed.
# Which statements survive.

filter = каждый из названных способов подсчёта

need-statements =
    В этом корпусе нет выводов, которые можно проверить подсчётом, поэтому глава пропущена. Чтобы
    она появилась, добавьте тексты из нескольких абзацев: проверяются выводы, которые сравнивают
    один текст с другим.

# A statement of the report in few words.
short =
    { $kind ->
        [verdicts] В тексте «{ $name-first }» утверждения говорят против его вердикта
        [leaning] { $named ->
            [yes] Текст «{ $name-first }» склоняется к одной стороне
           *[no] { $said-statement-of ->
                [1] Текст уверенно не склоняется ни к одной стороне
               *[other] Ни один текст уверенно не склоняется к одной стороне
            }
        }
        [balance] { $named ->
            [yes] Баланс текста «{ $name-last }» { $below ->
                [yes] ниже
               *[no] выше
            }, чем у текста «{ $name-first }»
           *[no] Ни в одном сравнении двух текстов баланс не различается
        }
        [voices] Текст «{ $name-first }» чаще говорит чужими голосами, чем «{ $name-last }»
        [turn] Текст «{ $name-first }» чаще делает уступки, чем «{ $name-last }»
        [labels] { $said-statement-of ->
            [1] Заголовок и автор ставят на первое место { $said-statement ->
                [0] одно и то же слово
               *[other] разные слова
            }
           *[other] { $said-statement ->
                [0] Ни в одном
               *[other] В { $said-statement }
            } из { $said-statement-of } { $said-statement-of ->
                [one] текста
               *[other] текстов
            } заголовок и автор { $said-statement ->
                [0] не ставят
               *[other] ставят
            } на первое место разные слова
        }
        [reasons] То, что чаще всего { $side ->
            [binding] сближает
           *[dividing] разделяет
        }, { $said-statement-of ->
            [1] { $said-statement ->
                [0] не различается
               *[other] различается
            }
           *[other] { $said-statement ->
                [0] не различается ни в одном
               *[other] различается в { $said-statement }
            } из { $said-statement-of } { $said-statement-of ->
                [one] сравнения
               *[other] сравнений
            }
        }
       *[mix] { $named ->
            [yes] Тексты «{ $name-first }» и «{ $name-last }» называют разные причины
           *[no] Ни в одном сравнении двух текстов причины не различаются
        }
    }

survival-counted =
    { $survival-failed-count ->
        [0] { $survival-tested ->
            [1] Единственный проверенный вывод сохраняется
            [2] Оба проверенных вывода сохраняются
            [one] Все { WORDS($survival-tested) } проверенный вывод сохраняются
            [few] Все { WORDS($survival-tested) } проверенных вывода сохраняются
            [many] Все { WORDS($survival-tested) } проверенных выводов сохраняются
           *[other] Все { WORDS($survival-tested) } проверенного вывода сохраняются
        } не менее чем при { $survival-threshold } способов подсчёта.
       *[other] Неустойчивы, то есть сохраняются менее чем при { $survival-threshold } способов
            подсчёта: { $survival-failed }. Всего таких { $survival-failed-count } из
            { $survival-tested } { $survival-tested ->
            [one] проверенного вывода
           *[other] проверенных выводов
        }.
    }

survival =
    .title = При скольких способах подсчёта сохраняется каждый вывод
    .col-words = Вывод
    .col-held = Сохраняется при
    .col-tried = из
    .col-share = Доля
    .col-least = Реже всего при
    .col-option_share = Доля там
    .note =
        Неустойчивые выводы в сводку не входят. Различие сохраняется, если его p с поправкой на все
        сравнения при данном способе подсчёта ниже уровня проверки самого доклада; названное число
        сохраняется, если оно в точности то же.

# The choice with which a statement holds least often: what is chosen, and how.
least =
    { $choice ->
        [labels] названия
        [coding] кодирование
        [voice] голос
        [modality] модальность
        [function] функция
        [relevance] значимость
        [unit] единица
        [ambivalent] двойственные
       *[other] { $choice }
    }: { $option ->
        [all] все
        [own] сам автор
        [no-questions] без вопросов
        [assertions] только прямые утверждения
        [no-facts] без фактов
        [verdicts] вердикты
        [counted] учтённые
        [claims] утверждения
        [sentences] предложения
        [paragraphs] абзацы
        [left-out] не учтены
        [as-coded] как закодировано
        [as-counted] как подсчитано
        [final] итоговое
       *[other] { $option }
    }

# On the chart: choices, and options of choices, that need other words than in the data.
choices =
    .coding = коды
    .unit = единица
    .ambivalent = двойственные
    .voice = голос
    .modality = модальность
    .function = функция
    .relevance = значимость
    .coding-final = итоговые
    .unit-claims = утверждения
    .unit-sentences = предложения
    .unit-paragraphs = абзацы
    .ambivalent-left-out = не учтены
    .ambivalent-counted = учтены
    .voice-all = все
    .voice-own = сам автор
    .relevance-counted = основные
    .relevance-all = и фоновые
    .modality-all = все
    .modality-no-questions = без вопросов
    .modality-assertions = только прямые
    .function-all = все
    .function-verdicts = причины, вердикты
    .function-no-facts = без фактов
coder = кодировщик { $name }
measure =
    { $kind ->
        [balance] разница чистых балансов
        [voices] разница долей чужих голосов
        [turn] разница долей уступок
       *[other] чистый баланс
    }

curve =
    .title =
        { $short }: так при { $robust-statement-held } из { $robust-statement-tried }
        { $robust-statement-tried ->
            [one] способа
           *[other] способов
        } подсчёта
    .subtitle = Каждая точка — один способ подсчёта, по порядку; штрихи под ней — сделанный выбор
    .alt =
        Способы подсчёта (всего { $robust-statement-tried }), упорядоченные по величине ({ measure }), с
        интервалами; ниже — выбор, сделанный в каждом. Вывод доклада сохраняется при стольких из них:
        { $robust-statement-held }; в докладе эта величина: { $said-statement }.
    .note = { $kind ->
        [verdicts] Закрашенные точки: с тем знаком, который назван в докладе.
       *[other] Закрашенные точки: различие ясно и после поправки на все сравнения при данном способе подсчёта.
    }
    .filter = как выбрано в каждом способе подсчёта

nothing-left-out = ничего
failure = { $short } (исключено: { $without })

ladder =
    .title =
        Если убрать { $coders-count ->
            [0] один текст
           *[other] { $texts-count ->
                [1] одного кодировщика
               *[other] один текст или одного кодировщика
            }
        }, { $ladder-failed-count ->
            [0] ни один вывод не отпадает
            [1] отпадает один вывод
            [one] отпадает { $ladder-failed-count } вывод
            [few] отпадают { WORDS($ladder-failed-count) } вывода
            [many] отпадают { WORDS($ladder-failed-count) } выводов
           *[other] отпадает { $ladder-failed-count } вывода
        }
    .subtitle =
        Каждый вывод, когда ничего не убрано и когда по очереди убран каждый из { $texts-count }
        { $texts-count ->
            [one] текста
           *[other] текстов
        }{ $coders-count ->
            [0] { "" }
           *[other] { " " }и каждый из { $coders-count } { $coders-count ->
                [one] кодировщика
               *[other] кодировщиков
            }
        }
    .alt =
        Таблица: { $survival-tested } { $survival-tested ->
            [one] вывод
            [few] вывода
            [many] выводов
           *[other] вывода
        } в строках, в столбцах то, что убрано: по очереди каждый текст и каждый кодировщик
        (текстов: { $texts-count }, кодировщиков: { $coders-count }); закрашенная точка, если вывод
        сохраняется, крестик, если отпадает, тире, если этот текст назван в самом выводе. Случаев,
        когда вывод отпадает: { $ladder-failed-count }.
    .filter = как считает каждая глава

ladder-failed =
    { $ladder-failed-count ->
        [0] Ни один вывод не держится на одном-единственном тексте{ $coders-count ->
            [0] { "" }
           *[other] { " " }или одном кодировщике
        }.
       *[other] Отпадают: { $ladder-failed }.
    }

# What a name says, where a title’s word is used after all.
calls-it = называет это так: { $label }

against-counted =
    { $short }: так при { $robust-statement-held } из { $robust-statement-tried }
    { $robust-statement-tried ->
        [one] способа
       *[other] способов
    } подсчёта.{ $counted ->
        [yes] { " " }Против { $mentions ->
            [yes] упоминаний
           *[no] утверждений
        }: { $against-statement ->
            [0] нет
           *[other] { $against-statement }
        }.
       *[no] { "" }
    }

against =
    .title = Против вывода: { $short }
    .col-name = Текст
    .col-place = Место
    .col-anchor = Слова текста
    .col-gist = О чём речь

resolution-best =
    Для планирования: тексты такой длины должны различаться по чистому балансу на
    { $resolution-best } или больше (из двух возможных), чтобы проверка, вероятно, это обнаружила
    (тексты «{ $name-from }» и «{ $name-to }»). Ни один вердикт этого доклада не сравнивает
    различие с этим числом.

resolution =
    .title = Наименьшая разница чистых балансов, которая, вероятно, будет обнаружена
    .col-step = Сравнение
    .col-groups_from = Абзацев
    .col-groups_to = и
    .col-detectable = Вероятно, обнаружится от
    .note =
        Сведения для планирования. Абзацы с утверждениями, которые сближают или разделяют;
        обнаруживается в { $power } случаев, с поправкой на число сравнений. Тире: слишком мало
        абзацев.

named-pairs =
    .title = При скольких способах подсчёта два текста различаются
    .col-step = Сравнение
    .col-balance = Баланс различается при
    .col-balance_of = из
    .col-mix = Причины различаются при
    .col-mix_of = из
    .note =
        Различаются: p ниже уровня проверки самого доклада, с поправкой на все сравнения при данном
        способе подсчёта.

# What is counted, where each possible number is told.
counted =
    { $kind ->
        [balance] Сравнения, в которых баланс различается
        [mix] Сравнения, в которых причины различаются
       *[labels] Тексты, в которых заголовок и автор ставят на первое место разные слова
    }
distributions =
    .title = При скольких способах подсчёта выходит каждое число
    .col-what = Ровно столько
    .note = Именно это число, а не «не менее».

# What the report itself states, and how sure each of it is; a question where it is open.

sure-overturned = без кодировщика: { $coders }
sure-verdict-in =
    { $sure-verdict-short-doc_id }{ $dated ->
        [yes] { " " }({ $sure-verdict-year-doc_id })
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
        [yes] Открыто, приходят ли тексты к этим вердиктам: { $sequence }.
       *[no] { $distinct ->
            [yes] { $signed ->
                [yes] Каждый из { $sure-judged } авторских коллективов приходит к своему вердикту{ sure-ends }
               *[no] Каждый из { $sure-judged } текстов приходит к своему вердикту{ sure-ends }
            }
           *[no] { $sure-judged ->
                [one] { WORDS($sure-judged, case: "capital") } текст приходит
                [few] { WORDS($sure-judged, case: "capital") } текста приходят
                [many] { WORDS($sure-judged, case: "capital") } текстов приходят
               *[other] { WORDS($sure-judged, case: "capital") } текста приходят
            } к { $sure-verdicts ->
                [1] одному вердикту
                [one] { $sure-verdicts } вердикту
               *[other] { $sure-verdicts } вердиктам
            }: { $sequence }.
        }
    }
sure-ends =
    { $scaled ->
        [yes] ; самыми прочными отношения считает текст «{ $name-most }», наименее прочными — «{ $name-least }».
       *[no] : { $sequence }.
    }
sure-labels =
    { $asked ->
        [yes] Открыто, верно ли, что { $sure-statement-differ ->
            [0] ни в одном
           *[other] в { $sure-statement-differ }
        } из { $sure-statement-of } { $sure-statement-of ->
            [one] текста
           *[other] текстов
        } главное слово для отношений в заголовке { $sure-statement-differ ->
            [0] не расходится
           *[other] расходится
        } с главным словом в самом тексте.
       *[no] { $sure-statement-differ ->
            [0] Ни в одном
           *[other] В { $sure-statement-differ }
        } из { $sure-statement-of } { $sure-statement-of ->
            [one] текста
           *[other] текстов
        } главное слово для отношений в заголовке { $sure-statement-differ ->
            [0] не расходится
           *[other] расходится
        } с главным словом в самом тексте.
    }
sure-balance =
    { $asked ->
        [yes] Открыто, дальше или ближе друг к другу стороны в тексте «{ $name-last }», чем в
            тексте «{ $name-first }».
       *[no] В тексте «{ $name-last }» стороны { $below ->
            [yes] дальше друг от друга
           *[no] ближе друг к другу
        }, чем в тексте «{ $name-first }»: в голосе самого автора { $sure-statement-dividing ->
            [one] разделяет { $sure-statement-dividing } утверждение
            [few] разделяют { $sure-statement-dividing } утверждения
            [many] разделяют { $sure-statement-dividing } утверждений
           *[other] разделяют { $sure-statement-dividing } утверждения
        }, { $sure-statement-binding ->
            [one] сближает
           *[other] сближают
        } { $sure-statement-binding }.
    }
sure-verdicts =
    { $asked ->
        [yes] Открыто, спорит ли текст «{ $name-doc_id }» с собственным вердиктом: в голосе самого
            автора { $sure-statement-binding ->
            [one] сближает { $sure-statement-binding } утверждение
            [few] сближают { $sure-statement-binding } утверждения
            [many] сближают { $sure-statement-binding } утверждений
           *[other] сближают { $sure-statement-binding } утверждения
        }, { $sure-statement-dividing ->
            [one] разделяет
           *[other] разделяют
        } { $sure-statement-dividing }.
       *[no] Текст «{ $name-doc_id }» спорит с собственным вердиктом: в голосе самого автора
            { $sure-statement-binding ->
            [one] сближает { $sure-statement-binding } утверждение
            [few] сближают { $sure-statement-binding } утверждения
            [many] сближают { $sure-statement-binding } утверждений
           *[other] сближают { $sure-statement-binding } утверждения
        }, { $sure-statement-dividing ->
            [one] разделяет
           *[other] разделяют
        } { $sure-statement-dividing }.
    }
sure-mix =
    { $asked ->
        [yes] Открыто, разные ли причины называют тексты «{ $name-first }» и «{ $name-last }».
       *[no] Тексты «{ $name-first }» и «{ $name-last }» называют разные причины.
    }
sure-leads =
    { $asked ->
        [yes] Открыто, верно ли, что в тексте «{ $name-doc_id }» стороны чаще всего { $side ->
            [binding] сближает
           *[dividing] разделяет
        } причина «{ $reason }».
       *[no] В тексте «{ $name-doc_id }» стороны чаще всего { $side ->
            [binding] сближает
           *[dividing] разделяет
        } причина «{ $reason }».
    }
sure-turn =
    { $asked ->
        [yes] Открыто, чаще ли текст «{ $name-first }» делает уступку перед собственным доводом, чем
            «{ $name-last }».
       *[no] Текст «{ $name-first }» чаще делает уступку перед собственным доводом, чем
            «{ $name-last }»: { $share_first } его утверждений против { $share_last }.
    }
sure-voices =
    { $asked ->
        [yes] Открыто, чаще ли текст «{ $name-first }» говорит чужими голосами, чем «{ $name-last }».
       *[no] Текст «{ $name-first }» чаще говорит чужими голосами, чем «{ $name-last }»:
            { $share_first } его утверждений против { $share_last }.
    }
sure-context =
    { $asked ->
        [yes] Открыто, изменилась ли оценка у других авторов тогда же, когда появились эти тексты;
            других публикаций прочитано: { $context-n-neutral }.
       *[no] В периодах, которые начинаются с этих текстов, другие авторы оценивают отношения иначе;
            других публикаций прочитано: { $context-n-neutral }.
    }
how-firm =
    .title =
        Из { $sure-count } { $sure-count ->
            [one] вывода
           *[other] выводов
        } доклада твёрдо — { WORDS($sure-count-firm, zero: "ни один") }, скорее всего —
        { WORDS($sure-count-leaning, zero: "ни один") }, открыто —
        { WORDS($sure-count-open, zero: "ни один") }
    .note =
        Сохраняется: при стольких способах подсчёта знак или название те же; ясно: кроме того, p с
        поправкой там ниже 0,05. Проверка: вывода в том виде, как он дан в докладе, с поправкой
        (Холм) на { $sure-tested } { $sure-tested ->
            [one] проверку
            [few] проверки
            [many] проверок
           *[other] проверки
        }. Альфа: наименьшая среди использованных переменных.
    .col-said = Вывод
    .col-held = Сохраняется
    .col-ways = Из способов
    .col-clear = Ясно
    .col-overturned_by = Отпадает
    .col-p = p
    .col-p_holm = С поправкой
    .col-least_alpha = Альфа
    .col-word = Слово

# After a statement: in how many ways of counting it holds.
in-ways =
    Это верно при { $held } из { $tried } { $tried ->
        [one] способа
       *[other] способов
    } подсчёта.
page-all =
    { $page-tests ->
        [0] Ни один вывод здесь не опирается на статистическую проверку.
       *[other] Всё, что опирается на проверку, дано с общей поправкой на все проверки, стоящие за
            этой страницей; их { $page-tests }.
    }
page-left-out =
    Из { $page-made } { $page-made ->
        [one] вывода
       *[other] выводов
    } в главах здесь { $page-statements ->
        [0] не приведён ни один
        [one] приведён { WORDS($page-statements) }
       *[other] приведены { WORDS($page-statements) }
    }. Остальные не ясны при общей поправке на все проверки, стоящие за этой страницей, или не
    сохраняются при большинстве способов подсчёта.

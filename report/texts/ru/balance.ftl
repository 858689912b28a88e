# Russian. Machine translation, to be reviewed.
# What binds, what divides?

ways =
    .all = все голоса
    .own = сам автор
    .verdicts = причины и вердикты
    .no_facts = без голых фактов
# What is counted in all of the ways, below a chart of several.
ways-filter =
    { $core ->
        [yes] основные утверждения
       *[no] все утверждения
    }{ $voice ->
        [own] , голос самого автора
       *[all] { "" }
    }{ $questions ->
        [yes] , без вопросов
       *[no] { "" }
    }; способы названы на рисунке

net-balance =
    .title =
        { $net-known-count ->
            [0] Слишком мало абзацев, чтобы сказать, какая сторона весомее
           *[other] { $net-flips-count ->
                [0] { $net-ways ->
                    [1] Тексты, где сближающих утверждений больше, чем разделяющих:
                        { $net-binding-count } из { $net-known-count }
                   *[other] Что бы ни считать, { $net-known-count ->
                        [1] перевешивает одна и та же сторона
                       *[other] в каждом тексте перевешивает одна и та же сторона
                    }
                }
               *[other] { $texts-count ->
                    [1] Какая сторона перевешивает, зависит от того, что считать
                   *[other] В { $net-flips-count } { $net-flips-count ->
                        [one] тексте
                       *[other] текстах
                    } от того, что считать, зависит, какая сторона перевешивает
                }
            }
        }
    .subtitle =
        Чистый баланс { $claims-counted } { $core ->
            [yes] { $claims-counted ->
                [one] основного утверждения
               *[other] основных утверждений
            }
           *[no] { $claims-counted ->
                [one] утверждения
               *[other] утверждений
            }
        } из { $texts-count } { $texts-count ->
            [one] текста
           *[other] текстов
        }{ $net-ways ->
            [0] { "" }
            [1] { "" }
            [one] , { WORDS($net-ways) } способ подсчёта
            [few] , { WORDS($net-ways) } способа подсчёта
            [many] , { WORDS($net-ways) } способов подсчёта
           *[other] , { WORDS($net-ways) } способа подсчёта
        }{ $net-known-count ->
            [0] { "" }
           *[other] , интервалы { $level }
        }
    .alt =
        Точки с интервалами { $level } на шкале от «всё разделяет» до «всё сближает», строка на
        каждый текст, { WORDS($net-ways) } { $net-ways ->
            [one] способ
            [few] способа
            [many] способов
           *[other] способа
        } подсчёта; посчитано { $core ->
            [yes] основных утверждений
           *[no] утверждений
        }: { $claims-counted }.{ $net-ways ->
            [0] { "" }
            [1] { "" }
           *[other] { " " }Перевешивающая сторона зависит от способа подсчёта здесь: { $net-flips }.
        }
    .note =
        n: утверждения, которые сближают или разделяют. У текста из двух абзацев и короче интервала
        нет; если абзацев меньше восьми, интервал широк.
    .how =
        (сближающие − разделяющие) / (сближающие + разделяющие); интервал Уилсона при эффективном
        объёме: утверждения одного абзаца весят тем меньше, чем больше они похожи.

statement-leaning-doc_id =
    В тексте «{ $name-doc_id }» утверждения, которые { $binding ->
        [yes] сближают, уверенно перевешивают те, что разделяют
       *[no] разделяют, уверенно перевешивают те, что сближают
    }: чистый баланс { $net_valence-way-doc_id } (интервал { $level }:
    { INTERVAL($net_valence-way-doc_id) }).
statement-leaning =
    { $net-lean-of ->
        [1] Текст уверенно не склоняется ни к одной стороне: интервал его чистого баланса включает
            ноль. Баланс равен
       *[other] Ни один текст уверенно не склоняется к одной стороне: каждый интервал чистого
            баланса включает ноль. Дальше всех от нуля текст «{ $name-doc_id }»:
    } { $net_valence-way-doc_id } ({ INTERVAL($net_valence-way-doc_id) }).

no-verdict-against-count =
    Ни в одном тексте утверждения в голосе самого автора не говорят против вердикта.
statement-verdicts-place =
    Вердикт текста «{ $name-doc_id }» об отношениях: { LOWER($verdict-doc_id) }. Но в голосе самого
    автора { $verdict-binding-doc_id ->
        [one] стороны сближает { $verdict-binding-doc_id } утверждение
        [few] стороны сближают { $verdict-binding-doc_id } утверждения
        [many] стороны сближают { $verdict-binding-doc_id } утверждений
       *[other] стороны сближают { $verdict-binding-doc_id } утверждения
    }, а { $verdict-dividing-doc_id ->
        [one] разделяет
       *[other] разделяют
    } { $verdict-dividing-doc_id }.{ $known ->
        [yes] { " " }Чистый баланс { $net_valence-way-doc_id } (интервал { $level }:
            { INTERVAL($net_valence-way-doc_id) }).
       *[no] { "" }
    }

reasons =
    .title =
        { $texts ->
            [1] Что сближает и что разделяет в одном тексте
           *[other] { $driver-turning-count ->
                [0] Каждая причина от текста к тексту действует в одну и ту же сторону
                [1] Одна причина в одном тексте сближает, а в другом разделяет
                [one] { $driver-turning-count } причина в одном тексте сближает, а в другом разделяет
                [few] { $driver-turning-count } причины в одном тексте сближают, а в другом разделяют
                [many] { $driver-turning-count } причин в одном тексте сближают, а в другом разделяют
               *[other] { $driver-turning-count } причины в одном тексте сближают, а в другом разделяют
            }
        }
    .subtitle =
        Доля сближающих утверждений текста минус доля разделяющих, по причинам, в { $texts-count }
        { $texts-count ->
            [one] тексте
           *[other] текстах
        }
    .alt =
        По панели на текст (всего { $texts-count }), по строке на причину; точки справа, если
        утверждения с этой причиной сближают, слева, если разделяют. Причины, которые в разных
        текстах стоят на разных сторонах: { $driver-turning }.
    .note =
        Пустой знак: утверждений меньше { $few }; такие знаки за смену стороны не считаются. Смена
        стороны определяется по точкам: большинство интервалов включает ноль.
    .how =
        (сближающие − разделяющие) / все утверждения текста; интервалы { $level }: пределы Уилсона
        для обеих долей при эффективном объёме, объединённые (Zou 2007). Причин в списке:
        { $reasons }.

leads-in-text = в тексте «{ $name-doc_id }» — { $driver-top_side-doc_id }
no-leading-reasons = Среди сравниваемых текстов нет двух, в которых есть утверждения этого рода.
# Whether one reason surely leads, in the texts where it does.
leads-surely =
    { $driver-surely-side ->
        [some] Одна причина уверенно стоит впереди только здесь: { $driver-surely-side }.
       *[none] Ни в одном тексте одна причина не стоит уверенно впереди.
    }
statement-reasons-side =
    Причина, которая чаще всего { $side ->
        [binding] сближает
       *[dividing] разделяет
    } стороны, { $driver-change-side-of ->
        [1] { $driver-change-side ->
            [0] в обоих текстах одна и та же
           *[other] в двух текстах разная
        }
       *[other] { $driver-change-side ->
            [0] не меняется ни в одном
           *[other] меняется в { $driver-change-side }
        } из { $driver-change-side-of } { $driver-change-side-of ->
            [one] сравнения
           *[other] сравнений
        }
    }{ $listed ->
        [some] : { CLAUSES($listed) }
       *[none] { "" }
    }. Если раздать абзацы случайно, столько же выходит в { $driver-change-side-as_many }
    перестановок. { leads-surely }
reasons-at-chance =
    { $listed ->
        [some] Что чаще всего { $side ->
            [binding] сближает
           *[dividing] разделяет
        } стороны: { CLAUSES($listed) }. Эта причина
       *[none] Причина, которая чаще всего { $side ->
            [binding] сближает
           *[dividing] разделяет
        } стороны,
    } { $driver-change-side ->
        [0] от текста к тексту одна и та же.
       *[other] { $driver-change-side-of ->
            [1] в другом тексте другая
           *[other] меняется в { $driver-change-side } из { $driver-change-side-of }
                { $driver-change-side-of ->
                [one] сравнения
               *[other] сравнений
            }
        }. Это не больше, чем даёт случай: столько же выходит в { $driver-change-side-as_many } случайных перестановок.
    } { leads-surely }

reason-matrix =
    .title =
        { $texts ->
            [1] { $signed ->
                [yes] { $driver-used ->
                    [1] Одна причина
                    [one] { $driver-used } причина
                    [few] { $driver-used } причины
                    [many] { $driver-used } причин
                   *[other] { $driver-used } причины
                }
               *[no] { $driver-used ->
                    [1] Один фрейм
                    [one] { WORDS($driver-used, case: "capital") } фрейм
                    [few] { WORDS($driver-used, case: "capital") } фрейма
                    [many] { WORDS($driver-used, case: "capital") } фреймов
                   *[other] { $driver-used } фрейма
                }
            } в одном тексте
           *[other] { $driver-everywhere ->
                [none] { $signed ->
                    [yes] Ни одна причина не названа
                   *[no] Ни один фрейм не встречается
                } во всех текстах
               *[some] { $signed ->
                    [yes] Причины, которые называет каждый текст
                   *[no] Фреймы, которые есть в каждом тексте
                }: { $driver-everywhere }
            }
        }
    .subtitle =
        { $signed ->
            [yes] Число утверждений по причинам и текстам; оттенок: доля абзацев, где причина
                названа; ▲ сближает, ▽ разделяет
           *[no] Число утверждений по фреймам и текстам; оттенок: доля абзацев, где фрейм есть
        }
    .alt =
        Таблица: { $signed ->
            [yes] { $driver-used ->
                [one] { $driver-used } причина
                [few] { $driver-used } причины
                [many] { $driver-used } причин
               *[other] { $driver-used } причины
            }
           *[no] { $driver-used ->
                [one] { $driver-used } фрейм
                [few] { $driver-used } фрейма
                [many] { $driver-used } фреймов
               *[other] { $driver-used } фрейма
            }
        } в строках, { $texts-count } { $texts-count ->
            [one] текст
            [few] текста
            [many] текстов
           *[other] текста
        } в столбцах; в каждой ячейке число утверждений, оттенок показывает долю абзацев, где { $signed ->
            [yes] причина названа
           *[no] фрейм есть
        }. В каждом тексте: { $driver-everywhere }.

without-sides =
    { $lacking }
    .so = о том, что сближает и что разделяет, здесь ничего не говорится

unnamed =
    .first = первая сторона
    .second = вторая сторона
directions =
    .title =
        { $direction-first-texts ->
            [some] { CAPITAL($direction-first) } явно чаще действует на другую сторону, чем наоборот:
                { $direction-first-texts }{ $direction-second-texts ->
                [some] . { CAPITAL($direction-second) } явно чаще действует на другую сторону, чем
                    наоборот: { $direction-second-texts }
               *[none] { "" }
            }
           *[none] { $direction-second-texts ->
                [some] { CAPITAL($direction-second) } явно чаще действует на другую сторону, чем
                    наоборот: { $direction-second-texts }
               *[none] Ни в одном тексте одна сторона не действует явно чаще другой
            }
        }
    .subtitle =
        Утверждения о том, что одна сторона действует на другую, снабжает её, нуждается в ней или
        вредит ей; сторона указана в { $direction-one_sided } из них, текстов: { $texts-count }
    .alt =
        По строке на текст с тремя стрелками: { $direction-first } → { $direction-second }, взаимно и
        { $direction-second } → { $direction-first }; толщина показывает долю в утверждениях текста.
        Утверждений, где сказано, какая из сторон действует: { $direction-one_sided }; текстов:
        { $texts-count }. Явный перевес одной стороны: { $direction-first } — { $direction-first-texts };
        { $direction-second } — { $direction-second-texts }.
    .note = Взаимно: в обе стороны или отношения в целом. Ни то ни другое: советы другим, терминология, действия других.
    .how =
        Явно: интервал величины (в одну сторону − в другую) / обе не включает ноль; как для чистого
        баланса.

# Whose claims are meant, within a sentence.
of-whose-voice =
    { $squares-voice ->
        [in-its-author-s-own-voice] { " " }в голосе самого автора
        [in-any-voice] { " " }в любом голосе
       *[none] { "" }
    }
overview =
    .title =
        { $overview-names ->
            [0] Что, по словам каждого текста, сближает стороны и что их разделяет
            [1] Одно название пары во всех заголовках
            [one] { $overview-names } название одной и той же пары в заголовках
            [few] { WORDS($overview-names, case: "capital") } названия одной и той же пары в заголовках
            [many] { WORDS($overview-names, case: "capital") } названий одной и той же пары в заголовках
           *[other] { $overview-names } названия одной и той же пары в заголовках
        }
    .subtitle =
        { $named ->
            [yes] Как каждый текст называет пару ({ $pair }), и по квадрату на каждое
                утверждение{ of-whose-voice }, которое сближает или разделяет стороны
           *[no] По квадрату на каждое утверждение{ of-whose-voice }, которое сближает или разделяет
                стороны; пара: { $pair }
        }
    .alt =
        По строке на текст, в порядке дат: { $named ->
            [yes] название в заголовке, название в самом тексте и один
           *[no] один
        } квадрат на каждое утверждение{ of-whose-voice }; сближающих { $squares-binding }, разделяющих
        { $squares-dividing }, всего { $squares-n }; рядом чистый баланс и его интервал { $level }.
    .note =
        { $named ->
            [yes] Название в тексте: закрашено, если автор утверждает его сам, контуром, если только
                передаёт чужое. Чистый баланс: сближающие утверждения минус разделяющие, делённые на
                сумму тех и других. У текста, слишком короткого для сравнения, баланса нет.
           *[no] Чистый баланс: сближающие утверждения минус разделяющие, делённые на сумму тех и
                других. У текста, слишком короткого для сравнения, баланса нет.
        }
    .how = Интервалы Уилсона при эффективном объёме; ошибка кодирования в них не входит.

theatre-cell = { $binding } · { $dividing } · { $neither }
theatres-counted =
    Место называют { $theatres-claims } из { N($theatres-claims) } утверждений; мест всего
    { $theatres-places }. { $theatres-both ->
        [some] По счёту в одном тексте больше сближает, чем разделяет, а в другом наоборот, в таких
            местах: { $theatres-both }.
       *[none] Нет места, где в одном тексте больше сближает, чем разделяет, а в другом наоборот.
    }
theatres =
    .title = Места, которые называют тексты, и что там происходит
    .col-place = Место
    .note =
        В каждой ячейке: утверждения, которые сближают · разделяют · не делают ни того, ни другого.
        Числа малы; утверждение, где названы два места, считается в обоих.

outcomes =
    .title = К чему приходит каждый текст и насколько прочными он считает отношения
    .col-name = Текст
    .col-said = Вердикт
    .col-step = Прочность
    .col-shared = На той же ступени, но с другим вердиктом
    .note = Вердикт и прочность закодированы отдельно, по тексту в целом.
outcomes-counted =
    { $outcomes-verdicts ->
        [1] { WORDS($outcomes-verdicts, case: "capital") } вердикт
        [one] { WORDS($outcomes-verdicts, case: "capital") } разный вердикт
        [few] { WORDS($outcomes-verdicts, case: "capital") } разных вердикта
        [many] { WORDS($outcomes-verdicts, case: "capital") } разных вердиктов
       *[other] { WORDS($outcomes-verdicts, case: "capital") } разных вердикта
    } в { $outcomes-studies ->
        [1] одном исследовании
        [one] { $outcomes-studies } исследовании
       *[other] { $outcomes-studies } исследованиях
    }.{ $outcomes-sharing ->
        [some] { " " }На одной ступени прочности с текстом другого вердикта стоят:
            { $outcomes-sharing }. Насколько отношения прочны, ничего не говорит о том, насколько
            они близки.
       *[none] { "" }
    }

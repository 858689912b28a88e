# Russian. Machine translation, to be reviewed.
# Which frames, and when: shares and balance by period, with documents drawn for how sure they are.

need-one-code-a-claim =
    У некоторых утверждений этого корпуса сразу несколько фреймов, поэтому глава пропущена. Чтобы это
    изменить, запишите каждый фрейм отдельным утверждением.
need-frames-in-periods =
    Ни у одного из учитываемых утверждений нет и фрейма, и года, поэтому глава пропущена. Чтобы это
    изменить, укажите даты документов и проверьте, чьи утверждения учитываются.

# What is left beside the frames shown by name.
other-frames = прочие фреймы

statement-frames =
    { $frames-periods ->
        [1] В единственном периоде
       *[other] За все периоды
    } { $frames-first ->
        [some] чаще всего встречаются фреймы: { $frames-first }, у каждого
       *[other] чаще всего встречается фрейм: { $frames-first }, у него
    } { $frames-first-share } из { $frames-claims } { $frames-claims ->
        [one] утверждения
       *[other] утверждений
    }.

frames-by-period =
    .title =
        { $frames-first ->
            [some] { $frames-periods ->
                [1] Самые частые фреймы
               *[other] Самые частые фреймы за все периоды
            }
           *[other] { $frames-periods ->
                [1] Самый частый фрейм
               *[other] Самый частый фрейм за все периоды
            }
        }: { $frames-first }
    .subtitle =
        Доля утверждений каждого периода, в процентах; названо фреймов: { $frames-shown } из
        { $frames-all }; { $frames-claims } { $frames-claims ->
            [one] утверждение
            [few] утверждения
            [many] утверждений
           *[other] утверждения
        } из { $frames-documents } { $frames-documents ->
            [one] документа
           *[other] документов
        }
    .alt =
        Матрица: { $frames-shown } { $frames-shown ->
            [one] фрейм
            [few] фрейма
            [many] фреймов
           *[other] фрейма
        }{ $others ->
            [yes] { " " }и все прочие
           *[no] { "" }
        } на { $frames-periods } { $frames-periods ->
            [one] период
            [few] периода
            [many] периодов
           *[other] периода
        }; в каждой клетке доля утверждений периода в процентах, всего { $frames-claims }
        { $frames-claims ->
            [one] утверждение
            [few] утверждения
            [many] утверждений
           *[other] утверждения
        } из { $frames-documents } { $frames-documents ->
            [one] документа
           *[other] документов
        }. Чаще всего: { $frames-first }, { $frames-first-share }.
    .note =
        Пустая клетка: меньше половины процента. Первый и последний периоды могут быть охвачены
        частично.
    .how =
        Утверждения фрейма / закодированные утверждения периода. Подтверждения: все утверждения из
        случайно выбранных документов, по { $sample } { $sample ->
            [one] документу
           *[other] документов
        } на период, затравка { $seed }.

statement-frames-mover =
    Сильнее всего между периодами различается { $frames-mover }: доля от { $frames-mover-low } до
    { $frames-mover-high }.

frames-sure =
    .title =
        { $frames-periods ->
            [1] Насколько надёжны доли этого периода
           *[other] Сильнее всего между периодами различается { $frames-mover }
        }
    .subtitle =
        Доля утверждений каждого периода, с интервалами { $level }; прочие фреймы — серым
    .alt =
        Небольшие поля ({ $frames-shown } { $frames-shown ->
            [one] фрейм
            [few] фрейма
            [many] фреймов
           *[other] фрейма
        }, по полю на каждый): доля фрейма среди утверждений { $frames-periods ->
            [1] единственного периода
           *[other] каждого из периодов (всего { $frames-periods })
        } с интервалами { $level }, прочие — серым; { $frames-claims } { $frames-claims ->
            [one] утверждение
            [few] утверждения
            [many] утверждений
           *[other] утверждения
        } из { $frames-documents } { $frames-documents ->
            [one] документа
           *[other] документов
        }. Самый большой разброс: { $frames-mover }, от { $frames-mover-low } до
        { $frames-mover-high }.
    .how =
        Повторные выборки документов с пуассоновскими весами, всего { $draws }, затравка { $seed };
        процентильные интервалы.

net-by-period =
    .title =
        { $frames-periods ->
            [1] Баланс периода: { $net-low }
           *[other] Баланс по периодам: от { $net-low } до { $net-high }
        }
    .subtitle =
        Сближающие минус разделяющие утверждения, как доля тех и других; { $net-claims } { $net-claims ->
            [one] утверждение
            [few] утверждения
            [many] утверждений
           *[other] утверждения
        }, с интервалами { $level }
    .alt =
        По точке с интервалом { $level } на { $frames-periods ->
            [1] единственный период
           *[other] каждый период (всего { $frames-periods })
        }, на шкале от «только разделяет» до «только сближает»; всего { $net-claims } { $net-claims ->
            [one] утверждение
            [few] утверждения
            [many] утверждений
           *[other] утверждения
        }. Баланс от { $net-low } до { $net-high }.
    .how =
        (сближающие − разделяющие) / (сближающие + разделяющие); повторные выборки документов с
        пуассоновскими весами, всего { $draws }, затравка { $seed }.

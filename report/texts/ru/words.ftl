# Russian. Machine translation, to be reviewed.
# Do the words agree?

need-words-to-compare =
    В этом корпусе нет двух достаточно длинных текстов, нет названий отношений и нет ключевых слов,
    поэтому глава здесь пропущена. Чтобы это изменить, добавьте тексты, перечислите названия в
    labels.csv или дайте фреймам кодовой книги ключевые слова.

filter-files = все слова файлов
filter-body = слова основного текста
filter-long-bodies = слова основного текста, тексты от { $words } { $words ->
        [one] слова
       *[other] слов
    }
filter-both = { $claims }, с одной причиной, у которой есть ключевые слова; слова основного текста тех же текстов, от { $words } { $words ->
        [one] слова
       *[other] слов
    }
filter-places = { $claims }; названия отношений; тексты от { $words } { $words ->
        [one] слова
       *[other] слов
    } основного текста

# A word spoken of as a word.
quoted = «{ $word }»
# Among the reasons of a chart: the names that the texts give the relationship.
names-of-pair =
    { $named ->
        [yes] Названия отношений: { $pair }
       *[no] Названия отношений
    }

statement-lookalikes =
    Подсчёт по файлам ищет { WORDS($lookalikes-words) } { $lookalikes-words ->
        [one] самое частое слово
        [few] самых частых слова
        [many] самых частых слов
       *[other] самых частых слов
    }
    из названий отношений и находит их { $lookalikes-found } { $lookalikes-found ->
        [one] раз
        [few] раза
        [many] раз
       *[other] раз
    }; в
    { $lookalikes-asserted } из этих случаев автор сам утверждает название отношений.
lookalikes-other-hits =
    Остальные находки: вне основного текста — { $lookalikes-outside }, названия других отношений —
    { $lookalikes-other_pair }, не часть названия — { $lookalikes-no_label }, переданы, под вопросом,
    предположены или отрицаются — { $lookalikes-not_asserted }. Найдены, но ни разу не утверждаются:
    { $lookalikes-never }.

word-count-by-text =
    .title =
        { $lookalikes-found } { $lookalikes-found ->
            [one] находка
            [few] находки
            [many] находок
           *[other] находок
        } при подсчёте слов, верных из них — { $lookalikes-asserted }
    .col-name = Текст
    .col-found = Найдено
    .col-outside = Вне основного текста
    .col-other_pair = Другие отношения
    .col-no_label = Не название
    .col-not_asserted = Не утверждается
    .col-asserted = Утверждается
    .note =
        Утверждается: часть названия отношений, которое автор утверждает в основном тексте. Не название:
        не часть ни одного названия из списка.

word-count-by-word =
    .title = Сколько находок каждого слова — название, которое даёт отношениям сам автор
    .col-word = Слово
    .note = Утверждается из найденного; тире — слово не встречается.
asserted-of-found = { $asserted } из { $found }

words-apart =
    .title =
        Частые слова, которые отличают один текст: { $keyness-count } из { $keyness-candidates }
    .subtitle =
        Во сколько раз чаще слово стоит в одном тексте, чем в других, с интервалами { $level };
        { $words-count } { $words-count ->
            [one] слово
            [few] слова
            [many] слов
           *[other] слов
        }, { $words-texts } { $words-texts ->
            [one] текст
            [few] текста
            [many] текстов
           *[other] текстов
        }
    .alt =
        Строка на каждое слово, по текстам: во сколько раз чаще оно употреблено, чем в других, с
        интервалами { $level }; { $words-texts } { $words-texts ->
            [one] текст
            [few] текста
            [many] текстов
           *[other] текстов
        }, { $words-count }
        { $words-count ->
            [one] слово
            [few] слова
            [many] слов
           *[other] слов
        }. Интервал лежит выше нуля у { $keyness-count } из
        { $keyness-candidates } { $keyness-candidates ->
            [one] частого слова
           *[other] частых слов
        }.
    .note =
        Слова не меньше чем из { $min_groups } { $min_groups ->
            [one] абзаца
           *[other] абзацев
        } текста, не больше { $top } на каждый
        текст; артикли, местоимения, предлоги и другие служебные слова не учтены. { $whole ->
            [yes] { "" }
           *[no] Показано слов: { $most } — те, чьи интервалы дальше всего от 1; все есть в
                данных.{ " " }
        }Среди такого множества слов несколько выделяются случайно.
    .how =
        Логарифм отношения, к каждой стороне прибавлена половина употребления; его дисперсия по абзацам,
        не меньше дисперсии счёта, с распределением Стьюдента; рассеяние: DP Гриса.
words-apart-second-opinion =
    По взвешенному логарифму шансов ([@monroe-2008]), который сдерживает редкие слова (априори: все
    тексты вместе; дисперсия из двух слагаемых), { $keyness-both } из { N($keyness-both) } этих слов
    ведут в своём тексте тоже.

places =
    .title =
        Кучнее, чем при случайной расстановке: { $places-bunched-count ->
            [0] ни одного
           *[other] { WORDS($places-bunched-count) }
        } из { $places-tested } { $places-tested ->
            [one] проверенного случая
           *[other] проверенных случаев
        }
    .subtitle =
        { $places-what }: { $places-count } { $places-count ->
            [one] предложение
            [few] предложения
            [many] предложений
           *[other] предложений
        },
        { $words-texts } { $words-texts ->
            [one] текст
            [few] текста
            [many] текстов
           *[other] текстов
        }, от начала до конца
    .alt =
        Строка на каждый текст от начала до конца, блоками: { $places-what }; штрих на каждое
        предложение (предложений: { $places-count }, текстов: { $words-texts }), справа — DP Гриса.
        Проверено { $places-tested } { $places-tested ->
            [one] случай
            [few] случая
            [many] случаев
           *[other] случаев
        }; кучнее, чем при
        случайной расстановке: { $places-bunched }.
    .how =
        DP по абзацам, длина абзаца — число его предложений; для сравнения столько же
        предложений выбрано случайно, { $draws } { $draws ->
            [one] раз
            [few] раза
            [many] раз
           *[other] раз
        }, затравка { $seed }; p односторонний,
        с поправкой Холма по всем названиям и причинам во всех текстах, показаны они или нет.
# Where something is bunched: "trade in Text A".
what-in-text = { $what } ({ $text })
places-bunched = Собрано в немногих абзацах своего текста: { $places-bunched }.

in-context =
    .title = { $kwic-count } { $kwic-count ->
        [one] название
        [few] названия
        [many] названий
       *[other] названий
    } в контексте
    .col-code = Употребление
    .col-text = Текст
    .col-left = До
    .col-name = Название
    .col-right = После
in-context-hint =
    Названия в контексте, по восемь слов с каждой стороны, показаны там, где тексты под рукой: в папке
    «texts» корпуса или в папке, которую называет параметр «originals».

convergence =
    .title =
        Ключевые слова и утверждения: ранговое сходство от { $convergence-low } до
        { $convergence-high }
    .subtitle =
        Доля каждой причины (причин: { $convergence-reasons }) по утверждениям
        ({ $convergence-claims }) и по ключевым словам ({ $convergence-hits }); { $words-texts }
        { $words-texts ->
            [one] текст
            [few] текста
            [many] текстов
           *[other] текстов
        }
    .alt =
        По полю на каждый { $whole ->
            [yes] текст (текстов: { $words-texts })
           *[no] показанный текст (всего текстов: { $words-texts })
        }, по точке на каждую причину (причин: { $convergence-reasons }): слева направо — её доля в
        утверждениях ({ $convergence-claims }), снизу вверх — её доля в ключевых словах
        ({ $convergence-hits }); диагональ — равные доли. Ранговое сходство от { $convergence-low } до
        { $convergence-high }.
    .note =
        Точки без названия лежат у диагонали. У утверждений без определённой причины нет ключевых слов,
        они не учтены.{ $whole ->
            [yes] { "" }
           *[no] { " " }Показано текстов: { $most } — те, где утверждений больше всего; все есть в данных.
        }{ $words-left_out ->
            [some] { " " }Слишком коротки: { $words-left_out }.
           *[none] { "" }
        }
    .how =
        Ранговое сходство: коэффициент Спирмена по причинам, которые встречаются; интервалы в данных:
        каждый раз без одного абзаца (складной нож, распределение Стьюдента).
convergence-panel =
    { $claims } { $claims ->
        [one] утверждение
        [few] утверждения
        [many] утверждений
       *[other] утверждений
    }, { $words }
    { $words ->
        [one] ключевое слово
        [few] ключевых слова
        [many] ключевых слов
       *[other] ключевых слов
    }, ранговое сходство
    { $convergence-rho-doc_id }
statement-convergence =
    Если считать порознь утверждения и ключевые слова, причины одного текста встают в два порядка;
    их ранговое сходство — от { $convergence-low } до { $convergence-high }{ $others ->
        [yes] ; с ключевыми словами другого текста оно не больше { $convergence-others }.
       *[no] .
    }

keyword-gap =
    { $name-doc_id }: ключевые слова завышают причину «{ $convergence-over-doc_id }»
    ({ $convergence-over-words-doc_id } ключевых слов, { $convergence-over-claims-doc_id }
    утверждений{ $through ->
        [some] ; прежде всего словами: { $convergence-through-doc_id }
       *[none] { "" }
    }) и занижают причину «{ $convergence-under-doc_id }» ({ $convergence-under-words-doc_id } против
    { $convergence-under-claims-doc_id }).

keywords-astray =
    Ключевых слов — { $convergence-hits }; из них { $convergence-astray } стоят в абзацах, где нет
    утверждений с их причиной, чаще всего: { $convergence-astray-words }. Утверждений —
    { $convergence-claims }; из них { $convergence-unnamed } сделаны в абзацах без единого ключевого
    слова их причины. Чаще всего так не названа причина «{ $convergence-unnamed-reason }»
    ({ $convergence-unnamed-of } из { N($convergence-unnamed-of) } утверждений).

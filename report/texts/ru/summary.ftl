# Russian. Machine translation, to be reviewed.
# What shifts from text to text?

# The storyline: a column (or a row) a text.

storyline =
    .title =
        { $storyline-verdicts ->
            [0] { $valued ->
                [yes] Что, по словам каждого текста, сближает и что разделяет ({ $pair })
               *[no] { $framed ->
                    [yes] Причины, которые каждый текст называет чаще всего
                   *[no] Как каждый текст называет отношения
                }
            }
            [1] Одна пара, один вердикт{ verdict-sequence }
            [one] Одна пара, { WORDS($storyline-verdicts) } вердикт{ verdict-sequence }
            [few] Одна пара, { WORDS($storyline-verdicts) } вердикта{ verdict-sequence }
            [many] Одна пара, { WORDS($storyline-verdicts) } вердиктов{ verdict-sequence }
           *[other] Одна пара, { WORDS($storyline-verdicts) } вердикта{ verdict-sequence }
        }
    .deck =
        { $texts-count ->
            [1] Один текст
            [one] { WORDS($texts-count, case: "capital") } текст
            [few] { WORDS($texts-count, case: "capital") } текста
            [many] { WORDS($texts-count, case: "capital") } текстов
           *[other] { WORDS($texts-count, case: "capital") } текста
        }{ $storyline-authors ->
            [0] { "" }
            [1] { " " }одного авторского коллектива
            [one] { " " }{ WORDS($storyline-authors) } авторского коллектива
           *[other] { " " }{ WORDS($storyline-authors) } авторских коллективов
        }{ $valued ->
            [yes] { " " }о том, что сближает и что разделяет двоих: { $pair }.
           *[no] { " " }об отношениях двоих: { $pair }.
        }
    .note =
        { $told ->
            [yes] Галочки: вывод сохраняется при разных способах подсчёта; ничто пропущенное его не
                опрокидывает; его проверка явная; кодировщики согласны. Пунктир — там, где проверка
                невозможна.{ " " }
           *[no] { "" }
        }{ $machines ->
            [yes] Здесь считаются машинные коды, не проверенные человеком, поэтому ни один вывод не
                твёрже, чем «скорее всего».{ " " }
           *[no] { "" }
        }Причины с равным числом утверждений стоят рядом.{ $path ->
            [yes] { " " }Пунктирная линия ведёт взгляд: каждая точка — одно прочтение целого текста.
           *[no] { "" }
        }{ $hollow ->
            [yes] { " " }Не закрашено: текст слишком короток для сравнения, рядом есть другой тех же
                авторов; здесь он не считается.
           *[no] { "" }
        }{ $texts-count ->
            [1] { "" }
           *[other] { " " }У каждого текста свои авторы и свой жанр, поэтому разница между текстами —
                не только дело времени.
        }
    .how =
        Причины: по три на каждой стороне, у которых в тексте больше всего утверждений; утверждение,
        где причина не названа, не считается ни за одну. Столбцы в одном масштабе: утверждения с этой
        причиной из всех утверждений текста.{ $labelled ->
            [yes] { " " }Слова: из самого заголовка и самое точное слово для отношений из основного
                текста, по возможности собственное слово автора.
           *[no] { "" }
        }
verdict-sequence =
    { $sequence ->
        [some] : { $sequence }
       *[none] { "" }
    }
storyline-verdict-in = { $storyline-verdict-short-doc_id } { $storyline-year-doc_id }
storyline-heads =
    .called = Слово в заголовке
    .own = Собственное слово
    .own-note = самое точное из тех, что использует сам текст
    .verdict = Вердикт
    .verdict-note = насколько прочны отношения, по прочтению всего текста
    .binds = Что сближает
    .divides = Что разделяет
    .reasons = Главные причины
    .reasons-note = главные причины текста и во скольких его утверждениях стоит каждая
    .leads-note = яркий цвет: главная причина или несколько с равным числом утверждений
    .balance = Все причины
    .balance-note = утверждения каждой стороны
    .advice = Совет
    .advice-note = кому и с какой целью
storyline-about = { $storyline-by-doc_id }{ $dated ->
        [yes] { ", " }{ $storyline-year-doc_id }
       *[no] { "" }
    }
storyline-year = { $storyline-year-doc_id }
storyline-by = { $storyline-by-doc_id }
storyline-kinds = { $storyline-kinds-doc_id }
storyline-gap =
    { $storyline-gap-doc_id ->
        [one] { $storyline-gap-doc_id } год спустя
        [few] { $storyline-gap-doc_id } года спустя
        [many] { $storyline-gap-doc_id } лет спустя
       *[other] { $storyline-gap-doc_id } года спустя
    }
storyline-title =
    { $quoted ->
        [yes] «{ $storyline-title-doc_id }»
       *[no] { $storyline-title-doc_id }
    }
storyline-own = «{ $storyline-own-doc_id }»
storyline-own-beside = { $storyline-kind-doc_id }: «{ $storyline-own-doc_id }»
storyline-place =
    { $placed ->
        [yes] { $storyline-place-doc_id }
       *[no] { "" }
    }{ $asserted ->
        [no] { $placed ->
            [yes] { ", " }не утверждается
           *[no] не утверждается
        }
       *[yes] { "" }
    }
storyline-verdict = { $storyline-verdict-doc_id }
storyline-step = { $storyline-step-doc_id }
storyline-verdict-beside = { $storyline-kind-doc_id }: { $storyline-verdict-doc_id }
storyline-share =
    { $each ->
        [yes] по{ " " }
       *[no] { "" }
    }{ $storyline-reason-doc_id-side-slot } из { N($storyline-reason-doc_id-side-slot) }
storyline-bind =
    { $storyline-side-doc_id ->
        [one] { $storyline-side-doc_id } сближает
       *[other] { $storyline-side-doc_id } сближают
    }
storyline-divide =
    { $storyline-side-doc_id ->
        [one] { $storyline-side-doc_id } разделяет
       *[other] { $storyline-side-doc_id } разделяют
    }
storyline-advised = { $storyline-advised-doc_id }
storyline-aim =
    { $told ->
        [plain] { $storyline-aims-doc_id }
        [goal] цель — { $storyline-aims-doc_id }
       *[instrument] средство — { $storyline-aims-doc_id }
    }: { $each ->
        [yes] по{ " " }
       *[no] { "" }
    }{ $storyline-aimed-doc_id } из { N($storyline-aimed-doc_id) }

# Russian. Machine translation, to be reviewed.
# Can the codes be reproduced: agreement of coders on any number of claims.

filter = утверждения, закодированные несколькими кодировщиками до всякого обсуждения
coded-twice = утверждения, закодированные двумя кодировщиками или больше

no-coefficient =
    Ни у одного утверждения нет кодов двух кодировщиков, или у всех утверждений один и тот же код,
    поэтому измерить согласие нечем.

statement-agreement =
    Качество кодирования: { $agreement-all ->
        [1] альфа переменной «{ $agreement-worst }» равна { $agreement-worst-alpha } (интервал
            { $level } { INTERVAL($agreement-worst-alpha) })
       *[other] слабее всего согласие у переменной «{ $agreement-worst }» (альфа
            { $agreement-worst-alpha }, интервал { $level } { INTERVAL($agreement-worst-alpha) })
    }; { WORDS($coders-count) } { $coders-count ->
        [one] кодировщик
        [few] кодировщика
        [many] кодировщиков
       *[other] кодировщика
    }, { $agreement-claims } { $agreement-claims ->
        [one] утверждение
        [few] утверждения
        [many] утверждений
       *[other] утверждения
    }.

reproduced =
    .title =
        Переменные, на которые можно положиться: { $agreement-rely } из { $agreement-all }
    .subtitle =
        Альфа Криппендорфа с интервалами { $level }; { WORDS($coders-count) } { $coders-count ->
            [one] кодировщик
            [few] кодировщика
            [many] кодировщиков
           *[other] кодировщика
        }, { $agreement-claims } { $agreement-claims ->
            [one] утверждение
            [few] утверждения
            [many] утверждений
           *[other] утверждения
        }
    .alt =
        По строке на переменную с её альфой и интервалом { $level }; { $coders-count }
        { $coders-count ->
            [one] кодировщик
            [few] кодировщика
            [many] кодировщиков
           *[other] кодировщика
        }, { $agreement-claims } { $agreement-claims ->
            [one] утверждение
            [few] утверждения
            [many] утверждений
           *[other] утверждения
        }. Выше верхней отметки: { $agreement-rely } из { $agreement-all }. Слабее всего:
        { $agreement-worst }, { $agreement-worst-alpha }.
    .how =
        Альфа по сочетаниям кодов, которые получили утверждения; повторных выборок документов: { $draws },
        затравка { $seed }. При бросании монеты сохраняется и доля кодов каждого кодировщика, и то, кто
        что кодировал.
    .filter = { coded-twice }

taken-for =
    .title =
        { $parted ->
            [yes] Кодировщики чаще всего расходятся здесь: { $confusion-first } и { $confusion-second }
           *[no] Кодировщики никогда не дают одному утверждению разные фреймы
        }
    .subtitle =
        Из кодов, которые встретились с фреймом строки: сколько из ста были фреймом столбца;
        { WORDS($coders-count) } { $coders-count ->
            [one] кодировщик
            [few] кодировщика
            [many] кодировщиков
           *[other] кодировщика
        }, { $agreement-claims } { $agreement-claims ->
            [one] утверждение
            [few] утверждения
            [many] утверждений
           *[other] утверждения
        }
    .alt =
        Квадратная матрица: фреймы на фреймы, в процентах строки; на диагонали — согласие,
        { $coders-count } { $coders-count ->
            [one] кодировщик
            [few] кодировщика
            [many] кодировщиков
           *[other] кодировщика
        }, { $agreement-claims } { $agreement-claims ->
            [one] утверждение
            [few] утверждения
            [many] утверждений
           *[other] утверждения
        }.{ $parted ->
            [yes] { " " }Самое большое число вне диагонали: { $confusion-first } против
                { $confusion-second }.
           *[no] { "" }
        }
    .filter = { coded-twice }

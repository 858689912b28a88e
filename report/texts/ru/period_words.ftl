# Russian. Machine translation, to be reviewed.
# Which words mark which period: counts of words, without any coding.

filter = все слова из списков слов

period-words =
    .title =
        Слова, которые в одном из периодов чаще: надёжно — { $words-found } из { $words-candidates }
    .subtitle =
        Во сколько раз чаще слово стоит в одном из { $words-periods } { $words-periods ->
            [one] периода
           *[other] периодов
        }, чем в других, с интервалами { $level }; { $words-count } { $words-count ->
            [one] слово
            [few] слова
            [many] слов
           *[other] слова
        }
    .alt =
        По строке на слово; { $words-periods } { $words-periods ->
            [one] группа слов, по числу периодов
            [few] группы слов, по числу периодов
            [many] групп слов, по числу периодов
           *[other] группы слов, по числу периодов
        }: во сколько раз чаще слово стоит в своём периоде, чем в других, с интервалами { $level }; всего
        { $words-count } { $words-count ->
            [one] слово
            [few] слова
            [many] слов
           *[other] слова
        }. Более частых слов { $words-candidates }; интервал лежит выше нуля у { $words-found } из них.
    .note =
        Слова, которые встречаются не менее { $min_n } { $min_n ->
            [one] раза
           *[other] раз
        } и не менее чем в { $min_documents } { $min_documents ->
            [one] документе
           *[other] документах
        } периода, на каждый период не более { $top }. Среди столь многих слов несколько выделяются
        случайно.
    .how =
        Логарифм отношения, к каждой стороне добавлено по половине появления слова; интервалы по
        дисперсии, которую даёт каждому числу выбор документов.
    .filter = { filter }

statement-period-words =
    Слова, которые стоят в одном из { $words-periods } { $words-periods ->
        [one] периода
       *[other] периодов
    } чаще, чем в других: { $words-candidates }. Больше, чем объясняет выбор документов, это различие
    у { $words-found } из них.

no-word-marks =
    { $words-periods ->
        [0] Ни у одного документа со словами нет года, поэтому нет периодов для сравнения.
        [1] Все слова с годом стоят в одном периоде, поэтому сравнить его не с чем.
       *[other] { $words-candidates ->
            [0] Среди слов, которые встречаются не менее { $words-least } { $words-least ->
                [one] раза
               *[other] раз
            } и не менее чем в { $words-least-documents } { $words-least-documents ->
                [one] документе
               *[other] документах
            } периода, ни одно не стоит в одном из { $words-periods } { $words-periods ->
                [one] периода
               *[other] периодов
            } чаще, чем в других.
            [1] Одно слово стоит в одном из { $words-periods } { $words-periods ->
                [one] периода
               *[other] периодов
            } чаще, чем в других, но не больше, чем объясняет выбор документов.
           *[other] Слова, которые стоят в одном из { $words-periods } { $words-periods ->
                [one] периода
               *[other] периодов
            } чаще, чем в других: { $words-candidates }; ни у одного из них это различие не больше,
                чем объясняет выбор документов.
        }
    }

# Russian. Machine translation, to be reviewed.
# What does each text foresee, and which past does it argue from?

filter-dated = события с годом, который следует из текста

foreseen =
    .title =
        { $free ->
            [yes] Без условия — { WORDS($ahead-free) } из { WORDS($ahead-count) } { $ahead-count ->
                [one] прогноза
               *[other] прогнозов
            }
           *[no] { WORDS($ahead-count, case: "capital") } { $ahead-count ->
               [one] прогноз, и тот с условием
               [few] прогноза, все с условием
               [many] прогнозов, все с условием
              *[other] прогнозов, все с условием
           }
        }
    .subtitle =
        Куда, судя по { $ahead-texts ->
            [one] тексту
           *[other] текстам
        }, идут отношения; одна отметка — один прогноз (всего { $ahead-count })
    .alt =
        Строка на каждый текст, столбец на каждое направление. Отметок: { $ahead-count }; они показывают,
        насколько уверен автор и при каком условии. Без условия: { $ahead-free }.
    .note =
        То, что автор считает маловероятным, стоит в столбце того, чего, по его словам, не будет.
        { foreseen-undated } Сбылся ли прогноз, этот доклад не проверяет.
foreseen-undated =
    { $ahead-undated ->
        [0] Срок назван во всех прогнозах.
       *[other] Срок не назван в { WORDS($ahead-undated) } из { WORDS($ahead-count) } { $ahead-count ->
           [one] прогноза
          *[other] прогнозов
       }.
    }

called-up =
    .title =
        { $exact ->
            [yes] Самый ранний год в тексте: { $past-year-doc_id } ({ $name-doc_id })
           *[no] Прошлое, которое вспоминают тексты: { $past-shown } { $past-shown ->
               [one] событие
               [few] события
               [many] событий
              *[other] событий
           } с датой
        }
    .subtitle =
        Год каждого события с датой, которое называет текст; показано { $past-shown } из { $past-count }
        { $past-count ->
            [one] упоминания
           *[other] упоминаний
        }
    .alt =
        Линия лет для каждого текста; точки — события с датой (всего { $past-shown }), полосы — промежутки,
        черта — год самого текста.
    .note =
        Закрашено: текст приводит год; не закрашено: год следует из даты, которую он приводит. { $ranged }
past-range =
    Без точного года: { $past-range-doc_id } ({ $name-doc_id }), за { $past-range-low-doc_id }–{ $past-range-high-doc_id }
    { $past-range-high-doc_id ->
        [one] год
       *[other] лет
    } до текста.

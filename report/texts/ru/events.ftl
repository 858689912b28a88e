# Russian. Machine translation, to be reviewed.
# Which past, and which future?

filter-events = события, названные в самом тексте
filter-dated = события с годом, который следует из текста

reach-back =
    .title =
        { $exact ->
            [yes] { $texts-count ->
                [1] Текст «{ $name-doc_id }» уходит в прошлое по точному году на { $reach_back-max-doc_id }
               *[other] Дальше всех в прошлое по точному году уходит текст «{ $name-doc_id }»: на { $reach_back-max-doc_id }
            } { $reach_back-max-doc_id ->
                [one] год
                [few] года
                [many] лет
               *[other] года
            }
           *[no] Прошлое, к которому обращаются тексты: датированных событий { $events-shown }
        }
    .subtitle =
        Год каждого датированного события, названного в тексте, { $events-shown } из { $events-count }
        { $events-count ->
            [one] события
           *[other] событий
        }; черта: год самого текста
    .alt =
        По линии лет на текст: { $events-shown } { $events-shown ->
            [one] датированное событие
            [few] датированных события
            [many] датированных событий
           *[other] датированного события
        } точками, промежутки лет полосами, более ранние века за разрывом оси, и черта, которая
        показывает год самого текста. Событий без года: { $events-undated }.

reach-of-text =
    «{ $name-doc_id }»: событий с годом в тексте { N($reach_back-median-doc_id) }; половина из них не
    дальше от текста, чем на { $reach_back-median-doc_id } { $reach_back-median-doc_id ->
        [one] год
        [few] года
        [many] лет
       *[other] года
    }{ $exact ->
        [yes] , самый ранний точный год { $reach_back-max-doc_id ->
            [one] { $reach_back-max-doc_id } год назад
            [few] { $reach_back-max-doc_id } года назад
            [many] { $reach_back-max-doc_id } лет назад
           *[other] { $reach_back-max-doc_id } года назад
        }
       *[no] { "" }
    }.
reach-range =
    «{ $name-doc_id }», без точного года: { $events-range-doc_id }, лет назад: от
    { $events-range-low-doc_id } до { $events-range-high-doc_id }.

forecasts-counted =
    { $forecasts-count ->
        [one] { WORDS($forecasts-count, case: "capital") } прогноз
        [few] { WORDS($forecasts-count, case: "capital") } прогноза
        [many] { WORDS($forecasts-count, case: "capital") } прогнозов
       *[other] { WORDS($forecasts-count, case: "capital") } прогноза
    }; без указанного срока — { WORDS($forecasts-undated, zero: "ни один") }, без условия и без
    срока — { WORDS($forecasts-open, zero: "ни один") }.
forecasts =
    .title = Чего ожидают авторы
    .col-name = Текст
    .col-gist = Ожидание, нашими словами
    .col-forecast = Направление
    .col-forecast_condition = Условие
    .col-forecast_certainty = Уверенность

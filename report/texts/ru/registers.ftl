# Russian. Machine translation, to be reviewed.
# What does each register hold?

filter = все строки

settled =
    .title =
        { $registers-entries } { $registers-entries ->
            [one] запись
            [few] записи
            [many] записей
           *[other] записи
        } в журнале расхождений, из них ниже приведено { $registers-open }
    .col-decided_by = Как решено
    .col-reason = Причина
    .col-n = Записей

no-disagreements = Расхождений для этого корпуса не записано.

open-passages =
    .title =
        { WORDS($registers-passages, case: "capital", zero: "ни одного") } { $registers-passages ->
            [0] случая, который можно прочесть
            [one] случай, который можно прочесть
            [few] случая, которые можно прочесть
            [many] случаев, которые можно прочесть
           *[other] случая, которые можно прочесть
        } не одним способом
    .col-place = Место
    .col-codes = Данные коды и окончательный код
    .col-note = Что оставляет вопрос открытым
    .note = В скобках: записи журнала о тексте и кодировщики, которые дали код.

label-register =
    .title =
        { $registers-labels ->
            [0] Ни одного упоминания
            [1] Одно упоминание
            [one] { WORDS($registers-labels, case: "capital") } упоминание
            [few] { WORDS($registers-labels, case: "capital") } упоминания
            [many] { WORDS($registers-labels, case: "capital") } упоминаний
           *[other] { WORDS($registers-labels, case: "capital") } упоминания
        } названий отношений
    .col-names = Название
    .col-label = Семейство
    .col-pair = О ком
    .col-polarity = Полярность
    .col-voice = Голос
    .col-stance = Позиция
    .note = В скобках: упоминания в тексте и места.

no-labels = Названия в этом корпусе не кодировались.

event-register =
    .title =
        { $registers-events ->
            [0] Ни одного упоминания
            [1] Одно упоминание
            [one] { WORDS($registers-events, case: "capital") } упоминание
            [few] { WORDS($registers-events, case: "capital") } упоминания
            [many] { WORDS($registers-events, case: "capital") } упоминаний
           *[other] { WORDS($registers-events, case: "capital") } упоминания
        } событий
    .col-name = Текст
    .col-basis = Откуда год
    .col-n = Упоминаний
    .col-names = События, с годом и местом

no-events = События в этом корпусе не кодировались.

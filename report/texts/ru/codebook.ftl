# Russian. Machine translation, to be reviewed.
# How was it coded?

filter = кодовая книга

which-codebook =
    { $given ->
        [yes] Кодовая книга: { $codebook-title }, версия { $codebook-version }; { $codebook-variables }
            { $codebook-variables ->
                [one] закодированная переменная
                [few] закодированные переменные
                [many] закодированных переменных
               *[other] закодированной переменной
            } и { $codebook-codes } { $codebook-codes ->
                [one] код
                [few] кода
                [many] кодов
               *[other] кода
            }. Её контрольная сумма начинается с { $codebook-digest } и меняется с каждым словом книги.
       *[no] К этому корпусу не приложена кодовая книга, и всё, что здесь есть, собрано из его таблиц:
            { $codebook-variables } { $codebook-variables ->
                [one] переменная
                [few] переменные
                [many] переменных
               *[other] переменной
            } и { $codebook-codes } { $codebook-codes ->
                [one] код
                [few] кода
                [many] кодов
               *[other] кода
            }.
    }

levels =
    .title = Единицы
    .col-level = Единица
    .col-text = Что это

# A variable, the layer it belongs to, and what coders asked.
layer =
    { $layer ->
        [claims] утверждения
        [labels] названия
        [events] события
        [documents] документы
       *[other] { $layer }
    }
asked =
    { $label } ({ layer }).{ $asks ->
        [yes] { " " }{ $question }
       *[no] { "" }
    }

codes =
    .title = { $codebook-asked-number }
    .col-code = Код
    .col-meaning = Значение
    .note = { $note }

further-questions =
    .title = Другие вопросы: { layer }
    .col-label = Переменная
    .col-text = Вопрос и коды

rule = { $title }: { $text }

rules =
    .title =
        { WORDS($codebook-rules, case: "capital") } { $codebook-rules ->
            [one] правило
            [few] правила
            [many] правил
           *[other] правила
        } кодовой книги
    .col-id = Правило
    .col-text = Что оно требует

no-rules = В кодовой книге нет правил, общих для нескольких переменных.

changes-counted =
    В журнале изменений { WORDS($codebook-changes) } { $codebook-changes ->
        [one] запись
        [few] записи
        [many] записей
       *[other] записи
    }; строк итогового кодирования, которых они касаются: { $codebook-changed }.

changes =
    .title = Журнал изменений кодовой книги
    .col-version = Версия
    .col-date = Дата
    .col-rule = Правило
    .col-text = Изменение
    .col-rows = Строки

no-changes = Изменения не записаны.

# What is said of a variable or code besides the words of the codebook itself.
explained =
    .level =
        Коды { $level ->
            [ordinal] порядковые
           *[interval] интервальные
        }.
    .several = Можно дать несколько кодов.
    .where = Кодируется там, где переменная «{ $variable }» { $any ->
        [yes] закодирована
       *[no] имеет код: { $codes }
    }.
    .either = { $one } или { $other }
    .in = Входит: { $text }
    .out = Не входит: { $text }
    .boundary = Граница: { $text }
    .example = Пример: «{ $example }»{ $placed ->
        [yes] { " " }({ $place })
       *[no] { "" }
    }.
    .as = Как у переменной «{ $variable }»{ $other ->
        [yes] { " " }({ layer })
       *[no] { "" }
    }.
    .codes = Коды:
    .in-words = Словами

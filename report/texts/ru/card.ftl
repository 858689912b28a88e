# Russian. Machine translation, to be reviewed.
# What was analysed: the data card.

filter = все документы

sources =
    .title =
        { WORDS($card-texts, case: "capital") } { $card-texts ->
            [one] текст
            [few] текста
            [many] текстов
           *[other] текста
        }
    .col-name = Текст
    .col-title = Заголовок
    .col-author = Автор
    .col-outlet = Издание
    .col-genre = Жанр
    .col-voice_chain = Чьи это слова
    .note =
        { $chain ->
            [yes] Чьи это слова: написал ли прочитанное сам автор или записал кто-то другой.
           *[no] { "" }
        }

copies =
    .title =
        Когда они вышли{ $words ->
            [yes] { $copy ->
                [yes] , какой они длины и какая копия прочитана
               *[no] { " " }и какой они длины
            }
           *[no] { $copy ->
                [yes] { " " }и какая копия прочитана
               *[no] { "" }
            }
        }
    .col-name = Текст
    .col-published = Вышел
    .col-published_basis = Основание
    .col-words = Слова
    .col-sentences = Предложения
    .col-para_groups = Абзацы
    .col-copy = Копия
    .note =
        { $words ->
            [yes] Слова, предложения и абзацы основного текста.{ $copy ->
                [yes] { " " }
               *[no] { "" }
            }
           *[no] { "" }
        }{ $copy ->
            [yes] Копия: начало контрольной суммы SHA-256 сохранённого файла; у кого есть та же копия,
                тот может проверить каждую строку.
           *[no] { "" }
        }

publication-dates =
    { $card-inferred-number-name }: дата выхода не раньше { $card-inferred-number-date_low } и не позже
    { $card-inferred-number-date_high }{ $known ->
        [yes] { " " }— { $card-inferred-number-published_note }
       *[no] { "" }
    }.

exclusions =
    .title =
        { $card-blocks-out ->
            [0] Все части файлов — связный текст
           *[other] Части файлов, которые не являются связным текстом: { $card-blocks-out } из
                { $card-blocks }
        }
    .col-kind = Вид
    .col-blocks = Части
    .col-words = Слова
    .col-rule = Что с этим сделано

data-statement =
    .title = Описание данных
    .col-heading = Раздел
    .col-text = Описание

no-data-statement =
    К этому корпусу не приложено описание данных; его место — в README.md рядом с таблицами, под
    заголовком Data statement.

coders =
    .title = Кто кодировал
    .col-coder = Кодировщик
    .col-kind = Вид
    .col-description = Как
    .col-codebook_version = Кодовая книга

held =
    В корпусе: { $rows }{ $card-coders ->
        [0] { "" }
        [1] { "" }
       *[other] ; его кодировали { WORDS($card-coders) } { $card-coders ->
            [one] кодировщик
            [few] кодировщика
            [many] кодировщиков
           *[other] кодировщика
        }, у всех вместе { $card-rows-coders } { $card-rows-coders ->
            [one] утверждение
            [few] утверждения
            [many] утверждений
           *[other] утверждения
        }
    }.

held-rows =
    { $card-rows-table } { $table ->
        [documents] { $card-rows-table ->
            [one] текст
            [few] текста
            [many] текстов
           *[other] текста
        }
        [blocks] { $card-rows-table ->
            [one] часть файлов
            [few] части файлов
            [many] частей файлов
           *[other] части файлов
        }
        [units] { $card-rows-table ->
            [one] предложение
            [few] предложения
            [many] предложений
           *[other] предложения
        }
        [claims] { $card-rows-table ->
            [one] утверждение
            [few] утверждения
            [many] утверждений
           *[other] утверждения
        }
        [labels] { $card-rows-table ->
            [one] упоминание названий отношений
            [few] упоминания названий отношений
            [many] упоминаний названий отношений
           *[other] упоминания названий отношений
        }
        [events] { $card-rows-table ->
            [one] упоминание событий
            [few] упоминания событий
            [many] упоминаний событий
           *[other] упоминания событий
        }
        [tokens] { $card-rows-table ->
            [one] счёт слова
            [few] счёта слов
            [many] счётов слов
           *[other] счёта слов
        }
        [adjudication] { $card-rows-table ->
            [one] решённое разногласие
            [few] решённых разногласия
            [many] решённых разногласий
           *[other] решённого разногласия
        }
       *[context] { $card-rows-table ->
            [one] публикация контекста
            [few] публикации контекста
            [many] публикаций контекста
           *[other] публикации контекста
        }
    }

absent-of = { $variable } ({ $layer ->
        [claims] утверждения
        [documents] документы
        [paragraphs] абзацы
       *[other] { $layer }
    })
absent = Описано в кодовой книге, но не закодировано: { $card-absent }.

rights =
    .title = Права на тексты
    .col-name = Текст
    .col-rights = Права

no-rights = Корпус не сообщает, каковы права на его тексты.

# Russian. Machine translation, to be reviewed.
# Which frames stand together, in a sentence and in a document.

statement-together =
    Больше одного фрейма — в { $together-share } из { $together-sentences } { $together-sentences ->
        [one] предложения
       *[other] предложений
    } с фреймом; чаще всего { $tied ->
        [yes] стоят вместе сразу несколько пар фреймов, каждая
       *[no] вместе стоят { $together-first } и { $together-second }:
    } в { $together-both } { $together-both ->
        [one] предложении
       *[other] предложениях
    }.

together =
    .title =
        { $tied ->
            [yes] У нескольких пар фреймов поровну общих предложений
           *[no] Больше всего общих предложений: { $together-first } и { $together-second }
        }
    .subtitle =
        Из предложений с фреймом строки: сколько из ста содержат и фрейм столбца;
        { $together-shown } { $together-shown ->
            [one] фрейм
            [few] фрейма
            [many] фреймов
           *[other] фрейма
        }, { $together-sentences } { $together-sentences ->
            [one] предложение
            [few] предложения
            [many] предложений
           *[other] предложения
        }
    .alt =
        Квадратная матрица: { $together-shown } { $together-shown ->
            [one] фрейм
            [few] фрейма
            [many] фреймов
           *[other] фрейма
        } на столько же; сколько из ста предложений с фреймом строки содержат и фрейм столбца, всего
        { $together-sentences } { $together-sentences ->
            [one] предложение
            [few] предложения
            [many] предложений
           *[other] предложения
        }. Больше всего общих предложений: { $tied ->
            [yes] поровну у нескольких пар
           *[no] { $together-first } и { $together-second }
        }, { $together-both }.

pairs =
    .title = Фреймы, у которых больше всего общих предложений
    .col-one = Фрейм
    .col-other = и
    .col-both = Предложения
    .col-expected = Ожидается
    .col-lift = Во сколько раз
    .note =
        Ожидается: если бы каждый фрейм находил себе соседей по тому, как часто они стоят с любым
        другим. Во сколько раз: предложения / ожидается.

statement-documents =
    { $documents-widest ->
        [some] В наибольшем числе документов есть фреймы: { $documents-widest }; каждый
       *[other] В наибольшем числе документов есть фрейм: { $documents-widest }; он
    } стоит в { $documents-widest-share } из { $documents-framed } { $documents-framed ->
        [one] документа
       *[other] документов
    } с фреймом.

frames-by-document =
    .title =
        { $documents-widest ->
            [some] Фреймы
           *[other] Фрейм
        } { $documents-framed ->
            [1] единственного документа
           *[other] наибольшего числа документов
        }: { $documents-widest }
    .col-label = Фрейм
    .col-units = Документы
    .col-share = Доля
    .col-leads = Впереди
    .col-lead = Впереди там, где есть
    .col-claims = Утверждения
    .note = Впереди: документы, в которых ни у одного другого фрейма нет столько же утверждений.

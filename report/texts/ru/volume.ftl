# Russian. Machine translation, to be reviewed.
# How much is there, and when: documents and claims by period.

# What was counted, under a number that no filter of claims stands behind.
all-documents = все документы

statement-volume =
    В корпусе { $volume-documents } { $volume-documents ->
        [one] документ
        [few] документа
        [many] документов
       *[other] документа
    } и { $volume-all_claims } { $volume-all_claims ->
        [one] утверждение
        [few] утверждения
        [many] утверждений
       *[other] утверждения
    }; в этом докладе { $volume-claims ->
        [one] учтено { $volume-claims } утверждение
        [few] учтены { $volume-claims } утверждения
        [many] учтено { $volume-claims } утверждений
       *[other] учтено { $volume-claims } утверждения
    }.

undated =
    Без года, а значит, ни в одном периоде: { $volume-undated-documents }
    { $volume-undated-documents ->
        [one] документ
        [few] документа
        [many] документов
       *[other] документа
    } и { $volume-undated-claims } { $volume-undated-claims ->
        [one] утверждение
        [few] утверждения
        [many] утверждений
       *[other] утверждения
    }.

fullest-and-emptiest =
    { $volume-periods ->
        [1] Все утверждения с годом в одном периоде: { $volume-fullest }
       *[other] { $even ->
            [yes] Утверждений поровну в каждом из { $volume-periods } { $volume-periods ->
                [one] периода
               *[other] периодов
            }
           *[no] Больше всего утверждений: { $volume-fullest }, меньше всего: { $volume-emptiest }
        }
    }

volume =
    .title = { fullest-and-emptiest }
    .col-name = Период
    .col-documents = Документов
    .col-claims = Утверждений
    .col-each = Утверждений на документ

spread =
    .title = { fullest-and-emptiest }
    .subtitle =
        Какая доля { $volume-documents } { $volume-documents ->
            [one] документа
           *[other] документов
        } и { $volume-claims } { $volume-claims ->
            [one] учтённого утверждения
           *[other] учтённых утверждений
        } приходится на каждый из { $volume-periods } { $volume-periods ->
            [one] периода
           *[other] периодов
        }
    .alt =
        Две линии по { $volume-periods } { $volume-periods ->
            [one] периоду
           *[other] периодам
        } на оси с настоящими датами: какая доля { $volume-documents } { $volume-documents ->
            [one] документа
           *[other] документов
        } и { $volume-claims } { $volume-claims ->
            [one] утверждения
           *[other] утверждений
        } приходится на каждый. { $even ->
            [yes] Утверждений всюду поровну.
           *[no] Больше всего: { $volume-fullest }; меньше всего: { $volume-emptiest }.
        }
# The two lines of the chart.
spread-lines =
    .documents = документы
    .claims = утверждения

# Persian. Machine translation, to be reviewed.
# How much is there, and when: documents and claims by period.

# What was counted, under a number that no filter of claims stands behind.
all-documents = همهٔ سندها

statement-volume =
    پیکره { $volume-documents } سند با { $volume-all_claims } ادعا دارد؛ { $volume-claims } ادعا از آن‌ها در
    این گزارش شمرده شده است.

undated =
    بدون سال، و از این رو در هیچ دوره‌ای نیست: { $volume-undated-documents } سند و
    { $volume-undated-claims } ادعا.

fullest-and-emptiest =
    { $volume-periods ->
        [1] همهٔ ادعاهای سال‌دار در این دوره است: { $volume-fullest }
       *[other] { $even ->
            [yes] شمار ادعاها در هر { $volume-periods } دوره یکسان است
           *[no] بیشترین ادعاها در { $volume-fullest }، کمترین در { $volume-emptiest }
        }
    }

volume =
    .title = { fullest-and-emptiest }
    .col-name = دوره
    .col-documents = سندها
    .col-claims = ادعاها
    .col-each = ادعا در هر سند

spread =
    .title = { fullest-and-emptiest }
    .subtitle =
        سهم هر یک از { $volume-periods } دوره از { $volume-documents } سند و از { $volume-claims } ادعای
        شمرده‌شده
    .alt =
        دو خط بر { $volume-periods } دوره، روی محور واقعی زمان: سهمی از { $volume-documents } سند و از
        { $volume-claims } ادعا که در هر دوره است. { $even ->
            [yes] شمار ادعاها در همهٔ دوره‌ها یکسان است.
           *[no] بیشترین در { $volume-fullest }؛ کمترین در { $volume-emptiest }.
        }
# The two lines of the chart.
spread-lines =
    .documents = سندها
    .claims = ادعاها

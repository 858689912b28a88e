# Russian. Machine translation, to be reviewed.
# What the page and the PDF say around the chapters. The chapters' own sentences stand in the
# catalogues of the chapters.

# Parts of the report, in the contents.
part-summary = Резюме
part-report = Доклад
part-method = Метод
part-annex = Результаты полностью
part-findings = Результаты
part-checks = Проверки
part-appendix = Дополнения
annex = Приложение
where-all-stands = Где что находится
annex-lead =
    Для тех, кто хочет проверить: всё, на чём держится доклад, под теми же номерами. Глава
    раскрывается, когда её выбирают или когда в неё ведёт ссылка.
not-here = Чего нет в этом докладе
not-here-line = Чего недостаёт корпусу
not-here-lead = Главы, которым в этом корпусе нечего показать, и чем их можно наполнить.
sources = Источники
sources-line = Тексты и методы

# How chapters, figures and tables are named, above them and where something refers to them.
summary = Резюме
chapter = Глава { $number }
appendix = Дополнение { $number }
figure = Рисунок { $number }
table = Таблица { $number }
figure-in-view = Рисунок { $number }, { $view }
figure-title = Рисунок { $number }: { $title }
table-of-words = Таблица
table-title = Таблица { $number }: { $title }
data-of-figure = Данные рисунка { $number }
# In place of the number of the summary, before the number of a figure.
summary-number = Р
# A chart that goes on, on the next page.
continued = { $figure }, продолжение
continued-alt = { $figure }, продолжение: остальная часть графика.

# The files of a report, and what one says of another.
title-brief = { $title }: краткая версия
title-annex = { $title }: приложение
title-slides = { $title }: слайды
kind-brief = Краткая версия
kind-annex = Приложение
annex-of-report = Приложение к докладу
of-report = Из доклада
in-annex = { $what } (в приложении)
in-report = { $what } (в докладе)
annex-holds = В приложении (annex.pdf): { $chapters }.
source-line = { $exhibit }, доклад «{ $report }»; подтверждения — в файле report.html.
numbers-in-file = Данные: { $file }.
elsewhere-report =
    Это доклад. Приложение к нему — в файле annex.pdf, всё вместе — в файле report.html; номера
    рисунков и таблиц во всех файлах одни и те же.
elsewhere-brief =
    Это краткая версия. Доклад — в файле report.pdf, приложение к нему — в annex.pdf, всё вместе — в
    report.html; номера рисунков и таблиц во всех файлах одни и те же.
elsewhere-annex =
    Это приложение. Доклад — в файле report.pdf, всё вместе — в файле report.html; номера рисунков и
    таблиц во всех файлах одни и те же.

# The head of the page
skip = Перейти к докладу
data-as-of = Данные на { $day }
contents-and-view = Содержание и вид
contents = Содержание
close = Закрыть
link-to-chapter = Ссылка на эту главу
link-to-section = Ссылка на этот раздел

# Whose words count: the switch, and the views.
whose-words = Чьи слова учтены
view-all = Все голоса
view-own = Голос самого автора
shown = Показано:

# Around figures and tables
tentative = Предварительно
tentative-why = По одной из показанных здесь переменных кодировщики согласны меньше, чем требуется
in-words = Словами
data = Данные
download = Скачать CSV
how-computed = Как рассчитано
numbers-not-listed = Построено в блокноте этой главы; числа здесь не приведены.
formula = Формула
filter-line = Отбор: { $filter }.
behind-it =
    За этим: { $count } { $count ->
        [one] утверждение
        [few] утверждения
        [many] утверждений
       *[other] утверждений
    }; полный список: { $chapter }.

# Claims
evidence = Подтверждения
claims = Утверждения
claim = Утверждение
text = Текст
phrase = Фраза
what-is-claimed = Что утверждается
codes = Коды
claims-lead = За каждым утверждением — ссылка на его место, фразу и коды в списке утверждений.
claims-of-text = { $text }: { $link }
all-listed =
    { $count ->
        [one] { $count } утверждение списком
        [few] все { $count } утверждения списком
        [many] все { $count } утверждений списком
       *[other] все { $count } утверждений списком
    }
claims-counted = { $text } ({ $count }):
claim-in-list = { $claim },
claim-at = { $claim }, { $place }
quoted = «{ $phrase }»
codebook = Кодовая книга

# What stands where something is not shown
missing-part = часть, которой в этом издании нет
nothing-to-show = В этом корпусе нет ничего, что могла бы показать эта глава, поэтому она пропущена.
withheld = График не показан: у утверждений по переменной «{ $role }» согласие кодировщиков слишком мало (альфа { $alpha }).

# A finding, where its number is pointed at
finding-interval = интервал от { $low } до { $high }
finding-n = n = { $n }

# Sources
the-texts = Тексты
the-methods = Методы
further-reading = Что ещё почитать

# What a report of another corpus is called, where the corpus does not say it
about-pair = Фрейминг отношений в текстах: { $pair }
about-corpus = Фреймы в текстах корпуса: { $corpus }

# The last lines
built-with = Собрано не с теми параметрами, что в блокнотах: { $values }.
made-with = Сделано программой Frameline { $version }.
fingerprint = Отпечаток данных { $digest }.
results-file = Если навести указатель на число в тексте, видно, какой это результат; все они — в файле results.json.

# Panels: what a dot or the place of a point says to those who hear the page
panel-point = { $column }, { $step }:
panel-binding = сближает
panel-dividing = разделяет
panel-neither = ни то ни другое

# Words by which a headline asks.
asking-words = ли открыто открыт открыта открыты

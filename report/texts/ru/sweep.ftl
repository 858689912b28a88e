# Russian. Machine translation, to be reviewed.
# The index page of a sweep: many reports side by side.

sweep = Серия докладов
skip = Перейти к докладам
reports-compared =
    { $reports } { $reports ->
        [one] доклад
        [few] доклада
        [many] докладов
       *[other] доклада
    }, не удалось: { $failed }; результаты остальных: различаются { $differing }, совпадают { $same }

# The list of the reports
reports = Доклады
report = Доклад
built-from = С чем собран
outcome = Что получилось
files = Файлы
own-values = собственные значения доклада
failed = не удалось
built = собран
stepped-aside = пропущены главы: { $chapters }
as-tables = Результаты всех докладов в виде таблиц: { $csv }, { $json }.

# Findings side by side
finding = Результат
in-every-report = Во всех докладах
not-there = нет
interval-low-high = от { $low } до { $high }
n-cases = n = { $n }
the-same = то же самое
marked-beyond = (вне интервала первого доклада)
marked-differs = (отличается)
statements-differ = Выводы, которые различаются
statements-lead =
    Что доклады говорят в заголовках, если это не то, что говорит первый из собранных докладов:
    { $first }.
findings-differ = Результаты, которые различаются
findings-lead =
    Самые большие различия стоят первыми. Выделено то, что не совпадает с первым докладом
    ({ $first }); { $mark } — то, что лежит вне интервала, найденного в нём. Под каждым значением:
    его интервал и число случаев.
in-this-way = вот так
findings-same = Результаты, которые совпадают
all-of-them = Все: { $count }

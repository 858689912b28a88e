# Russian. Machine translation, to be reviewed.
# Were these the field’s labels?

# The cuts of the sample.
cuts =
    .all = все публикации
    .relevant = публикации по теме
    .main = по теме и найдены нейтральным запросом

context-sample =
    В выборке { $context-n-all } { $context-n-all ->
        [one] публикация
        [few] публикации
        [many] публикаций
       *[other] публикации
    } с датой, с { $context-first } по { $context-last } год; из страны { $context-country } —
    { $context-country-share }. По теме из них { $context-n-relevant }, а нейтральным запросом найдено
    { $context-n-neutral }. Последний срез — главный.

context-readings =
    .title =
        { $context-years_both_readings ->
            [0] Ни в одном году
            [one] В { $context-years_both_readings } году
           *[other] В { $context-years_both_readings } годах
        } из { $context-years_counted } другие читали отношения и так и так
    .subtitle =
        Публикации по периодам и по тому, как прочитаны отношения; в главном срезе публикаций:
        { $context-n-neutral }; доля с интервалом Уилсона { $level }
    .alt =
        Точки для публикаций (всего { $context-n-neutral }) по периодам, которые начинаются с годов
        выхода текстов, и по тому, как прочитаны отношения: сближающее, смешанное или разделяющее, с
        числами. Лет, в которых публикаций достаточно: { $context-years_counted }; оба противоположных
        прочтения встречаются в { $context-years_both_readings } из них.

context-tests =
    .title = Различаются ли прочтения по периодам сильнее, чем у перемешанных публикаций?
    .col-name = Публикации
    .col-n = n
    .col-statistic = Статистика
    .col-range = Перемешаны
    .col-p = p
context-tests-shuffled =
    Если перемешать публикации между периодами, столь же большие различия возникают с p
    { $context-periods-p-main } в главном срезе и p { $context-periods-p-all } среди всех публикаций.

statement-context =
    Другие авторы читают отношения и так и так в { $context-years_both_readings } из
    { $context-years_counted } лет, в которых публикаций достаточно{ $alike ->
        [yes] , а прочтения по периодам, которые начинаются с этих текстов, различаются не больше, чем у
            перемешанных публикаций (p { $context-periods-p-main }): не показано, что порядок текстов
            повторяет порядок экспертной среды.
       *[no] ; прочтения по периодам, которые начинаются с этих текстов, различаются больше, чем у
            перемешанных публикаций (p { $context-periods-p-main }).
    }

context-slant =
    .title = Прочтение повторяет формулировку запроса
    .col-query_slant = Формулировка запроса
slant-commonest = { $slant }: { $reading }, { $k } из { $n }
context-slant-commonest =
    Самое частое прочтение по формулировке запроса: { $context-slants }. Только нейтральный срез можно
    считать чем-то большим, чем эхо вопроса.

context-families =
    .title = Семьи названий в публикациях главного среза, по периодам
    .col-family = Семья
    .note = В одной публикации может быть несколько семей.
context-first =
    .title = Первое появление каждой семьи названий в выборке
    .col-family = Семья
    .col-published = Дата
    .col-outlet = Издание
    .col-n = Публикации
    .note = Первое в этой выборке, а не в экспертной среде.

context-authors-counted =
    Авторов, у которых есть публикации за несколько лет: { WORDS($context-authors) }; из них читали
    отношения по-разному: { WORDS($context-authors-change, zero: "ни один") }.
context-authors =
    .title = Авторы, которые в разные годы читали отношения по-разному
    .col-author = Автор
    .col-published = Дата
    .col-label = Название
    .col-direction = Прочтение

context-agreement =
    Второй прогон языковой модели, которая не видела первого, заново прочитал публикации (всего
    { N($context-alpha-direction) }): прочтение совпало в { $context-exact-direction } (если бы бросали
    монету, совпало бы в { $context-exact-direction-tossed }), альфа { $context-alpha-direction }
    (номинальная) и { $context-alpha-direction-ordinal } (порядковая). Семьи названий совпадают реже
    ({ $context-overlap-families }): таблицы семей предварительные.

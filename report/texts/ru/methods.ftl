# Russian. Machine translation, to be reviewed.
# How was it computed?

filter-published = опубликованные значения

derived =
    .title = Значения, вычисленные из кодов по кодовой книге
    .col-value = Значение
    .col-text = Как

settings-of-chance =
    Повторных выборок: { $methods-draws }, затравка { $methods-seed }. Интервалы охватывают
    { $level }; чтобы интервал был, в тексте { $methods-groups ->
        [one] нужен
       *[other] нужно
    } хотя бы { WORDS($methods-groups) } { $methods-groups ->
        [one] абзац
        [few] абзаца
        [many] абзацев
       *[other] абзаца
    }. Малым считается p ниже { $methods-p }.
settings-of-agreement =
    Альфа: на переменной можно строить сравнения, если нижний конец её интервала не меньше
    { $methods-rely }; начиная с { $methods-floor } они лишь предварительны. При планировании различие
    считается найденным, если его показывают { $methods-power } случаев.

published-values-none =
    Опубликованных значений в этом корпусе нет; они есть в тестах программы.
published-values-reproduced =
    Воспроизведено { $reference-reproduced } из { $reference-cases } значений; опубликованных
    примеров, из которых они взяты: { $reference-examples }.
published-values =
    .title = Опубликованные значения и наши, если последний знак иной
    .col-measure = Мера
    .col-values = Опубликовано (у нас)
    .col-sources = Источники
    .note = С точностью до знаков, напечатанных в источнике, но не больше четырёх. { $notes }
case-note = { $case }: { $note }

program = { $name } { $version }
made-with = С помощью каких программ посчитана эта глава: { $made-with }.

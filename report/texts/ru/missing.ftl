# Russian. Machine translation, to be reviewed.
# What a corpus lacks, in the line of a chapter that steps aside: what is missing, and what would
# supply it (.todo). The names of things are in the genitive: they stand after "нет".

stepping-aside = В этом корпусе { $things }, поэтому { $so }. Чтобы это изменить, { $steps }.
so-chapter = глава пропущена
so-chapters = главы об этом пропущены
nothing-of = нет { $thing }
both = { $first } и { $second }

# Tables
table-claims = утверждений
    .todo = закодируйте утверждения в claims.csv
table-labels = названий отношений
    .todo = перечислите их в labels.csv
table-events = событий
    .todo = перечислите в events.csv события, которые вспоминают тексты
table-tokens = подсчёта слов
    .todo = посчитайте слова командой frameline rebuild --texts FOLDER
table-coders = второго кодировщика
    .todo = дайте кому-нибудь ещё закодировать те же предложения
table-codings = кодов отдельных кодировщиков
    .todo = сохраните коды каждого кодировщика
table-units = списка предложений
    .todo = перечислите предложения в units.csv
table-claims-unit-id = привязки утверждений к предложениям
    .todo = назовите предложение каждого утверждения в столбце unit_id файла claims.csv
table-blocks = списка частей файлов
    .todo = перечислите их в blocks.csv
table-texts = исходных текстов
    .todo = положите их в папку texts
table-context = выборки того, что писали другие
    .todo = перечислите другие публикации на ту же тему в context/context.csv
table-adjudication = решённых разногласий
    .todo = решите их командой frameline adjudicate
other-table = таблицы { $layer }
    .todo = добавьте таблицу { $layer }

# Roles of variables. What would supply one is followed by its place.
in-role = { $todo } (роль { $role }, таблица { $layer }, файл codebook.toml)
role-claims-frame = фреймов
    .todo = закодируйте, какую причину или тему называет каждое утверждение
role-claims-valence = направления утверждений
    .todo = закодируйте, сближает каждое утверждение или разделяет, и дайте этим кодам знак
role-claims-voice = голосов
    .todo = закодируйте, кому принадлежит каждое утверждение
role-claims-function = функций утверждений
    .todo = закодируйте, для чего служит каждое утверждение, в том числе совет
role-claims-addressee = адресатов советов
    .todo = закодируйте, кому дан каждый совет
role-labels-label = семей названий
    .todo = закодируйте семью каждого названия
role-labels-place = мест названий
    .todo = закодируйте, где стоит каждое название: в заголовке или в основном тексте
role-labels-polarity = полярности названий
    .todo = закодируйте, утверждается каждое название или отрицается
role-events-year = годов событий
    .todo = укажите годы событий
other-role-of-claims = кодов для роли «{ $word }»
    .todo = закодируйте роль «{ $word }»
other-role = роли «{ $word }» в таблице { $layer }
    .todo = закодируйте роль «{ $word }»
# Valence is coded, but no code says which way it points.
unsigned = знаков у кодов направления
    .todo =
        дайте каждому из этих кодов знак: плюс один, где утверждение сближает, минус один, где оно
        разделяет, ноль, где оно делает и то и другое

# Russian. Machine translation, to be reviewed.
# Who should do what?

need-advice =
    Ни один текст этого корпуса не даёт советов, поэтому глава пропущена. Чтобы она появилась,
    отметьте код советов (advice = true) в codebook.toml или закодируйте утверждения с советами.

advised =
    { $advice-texts ->
        [1] Советы даёт { WORDS($advice-texts) } текст, рекомендаций в нём: { $advice-count }.
        [one] Советы даёт { WORDS($advice-texts) } текст, рекомендаций всего { $advice-count }, из
            них { $advice-count-doc_id } в тексте «{ $name-doc_id }».
        [few] Советы дают { WORDS($advice-texts) } текста, рекомендаций всего { $advice-count }, из
            них { $advice-count-doc_id } в тексте «{ $name-doc_id }».
        [many] Советы дают { WORDS($advice-texts) } текстов, рекомендаций всего { $advice-count }, из
            них { $advice-count-doc_id } в тексте «{ $name-doc_id }».
       *[other] Советы дают { WORDS($advice-texts) } текста, рекомендаций всего { $advice-count }, из
            них { $advice-count-doc_id } в тексте «{ $name-doc_id }».
    }{ $advice-none ->
        [some] { " " }Без советов: { $advice-none }.
       *[none] { "" }
    }

addressees =
    .title = К кому обращается каждый текст
    .col-name = Текст
    .col-who = Адресат
    .col-n = Рекомендаций

strategy =
    .title =
        Рекомендации, которые призывают к давлению: { $advice-pressure } из { $advice-count }
    .subtitle = Точка — одна рекомендация; закрашена: прямая, наполовину: с оговоркой, пустая: подразумевается
    .alt =
        Точки на шкале от принуждения до поощрения, по строке на текст с советами: { $advice-count }
        { $advice-count ->
            [one] рекомендация
            [few] рекомендации
            [many] рекомендаций
           *[other] рекомендации
        }, на стороне давления { $advice-pressure }, только подразумевается { $advice-implicit }.

levers-elsewhere =
    Из { $levers-all } { $levers-all ->
        [one] рекомендации
       *[other] рекомендаций
    } на причину из списка кодовой книги опираются { $levers-named }; среди них таких, где сам текст
    нигде не говорит, что эта причина разделяет стороны: { $levers-elsewhere }.
levers =
    .title = На что опирается совет и как, по словам текста, действует эта причина
    .col-name = Текст
    .col-reason = Причина
    .col-advice = Советов с ней
    .col-dividing = Утверждений: разделяет
    .col-binding = Утверждений: сближает

advice-register =
    .title =
        { $advice-count ->
            [1] Одна рекомендация
            [one] { $advice-count } рекомендация
            [few] { $advice-count } рекомендации
            [many] { $advice-count } рекомендаций
           *[other] { $advice-count } рекомендации
        }
    .col-name = Текст
    .col-addressee = Кому
    .col-gist = Что советуют
    .col-instrument = Средство
    .col-goal = Цель
    .col-explicitness = Как сказано

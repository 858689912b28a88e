# Russian. Machine translation, to be reviewed.
# How do they argue, and what do they advise?

need-advice =
    Ни один текст этого корпуса не даёт советов. Чтобы это изменить, отметьте код советов
    (advice = true) в codebook.toml или закодируйте утверждения с советами.

arcs-in-short =
    .title =
        { $conceding ->
            [yes] { $several ->
                [yes] Самая большая доля уступок — в тексте «{ $name-doc_id }»:
                    { $course-conceded-doc_id } утверждений
               *[no] Уступки в тексте «{ $name-doc_id }»: { $course-conceded-doc_id } утверждений
            }
           *[no] { $course-claims ->
                [one] Как меняется баланс на протяжении { $course-claims } утверждения
               *[other] Как меняется баланс на протяжении { $course-claims } утверждений
            }
        }
    .subtitle =
        Сближающие минус разделяющие утверждения к этому месту, в процентах утверждений каждого текста
        (всего { $course-claims })
    .alt =
        { WORDS($course-texts, case: "capital") } { $course-texts ->
            [1] поле
            [one] поле, по одному на текст
            [few] поля, по одному на текст
            [many] полей, по одному на текст
           *[other] поля, по одному на текст
        }: ступенчатая линия идёт вверх с каждым сближающим утверждением и вниз с каждым разделяющим, от
        первого до последнего (всего { $course-claims }); отрезки с уступками затенены.
    .note =
        Затенено: уступки, то есть то, что автор признаёт перед собственным доводом.{ $turning ->
            [yes] { " " }Поворот: отсюда текст идёт к своему концу.
           *[no] { "" }
        } { $heard }
others-heard =
    { $any ->
        [yes] { $apart ->
            [yes] Чужим голосам принадлежит { $course-others-doc_id } утверждений в тексте
                «{ $name-most }» и { $fewest } в тексте «{ $name-least }».
           *[no] Чужим голосам принадлежит { $course-others-doc_id } утверждений в каждом тексте.
        }
       *[no] Каждое утверждение сделано голосом самого автора.
    }

pressure =
    .title =
        Рекомендации, которые призывают к давлению:
        { WORDS($course-pressure, zero: "ни одной") } из { WORDS($course-advice) }
    .subtitle = Точка — одна рекомендация; по текстам и адресатам
    .alt =
        Точки на шкале от принуждения до поощрения, по строке на текст и адресата; на стороне давления
        { $course-pressure } из { $course-advice } { $course-advice ->
            [one] рекомендации
           *[other] рекомендаций
        }.
    .note =
        Закрашено: сказано прямо; наполовину: с оговоркой; пусто: подразумевается.{ $used ->
            [yes] { " " }Совет опирается на причины { $course-named } { $course-named ->
                [one] раз
                [few] раза
                [many] раз
               *[other] раза
            }; на те, которые, по словам самого текста, разделяют стороны, — { $course-on_rifts }.
           *[no] { "" }
        }
advice-in-full =
    .title =
        Рекомендации нашими словами: { WORDS($course-told) } из { WORDS($course-every) }
    .col-name = Текст
    .col-to = Кому
    .col-gist = Что сделать
    .col-place = Место
    .note = Советуют авторы, а не этот доклад.

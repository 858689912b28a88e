# Russian. Machine translation, to be reviewed.
# The words that charts write: axes, keys, heads of columns.

# How far the codes of a variable can be relied on.
status-rely = надёжно
status-tentative = предварительно
status-weak = слабо
status-no-agreement = нет согласия
status-no-variation = нет различий
status-not-measured = не измерено
alpha = альфа
units = единицы
alike-and-tossed = совпало / наугад
coin-tossers = те же кодировщики, если бы бросали монету
claims-shared = без утверждений, которых нет у кого-то из кодировщиков
commonest-code = самый частый код

# Arcs
how-to-read = Как читать
arc-up = вверх: сближающее утверждение
arc-down = вниз: разделяющее утверждение
arc-other = утверждение чужим голосом
arc-conceded = отрезок с уступками
arc-band = между линиями кодировщиков

turns-at = поворот на { $share }
share-conceded = уступки: { $share }

# Forecasts
forecast-free = без названного условия
times = { $count } × { $what }
forecast-conditional = при условии, названном рядом

# Who acts on whom
arrows-foot = толщина и %: доля утверждений текста; в скобках: утверждения
neither = ни то ни другое

# Mirror bars
mirror-divides = разделяет
mirror-binds = сближает
mirror-foot = процент утверждений текста; яркий цвет: самая частая причина этого текста на этой стороне

# Parts of a file
block-body = основной текст
block-headings = заголовки и подзаголовки
block-quotes = врезки с цитатами
block-other = всё остальное
share-body = основной текст: { $share }
characters = знаков: { $count }
start-of-file = начало файла

# Chips
chip-questioned = { $text }?
chip-negated = не { $text }

# Where names stand
track-titles = заголовки
track-text = текст

other-codes = другие коды: { $count }


# Two ways of counting
share-of-claims = доля утверждений
share-of-keywords = доля ключевых слов
claims-say-more = больше по утверждениям
keywords-say-more = больше по ключевым словам

words-count = слов: { $count }
start-of-text = начало текста
start = начало
end-of-text = конец
dispersion-scale = DP: { $low } — распределено ровно, { $high } — всё в одном месте

# Balances
too-short = слишком короткий
all-binding = только сближает
all-dividing = только разделяет
binding-ahead = сближает →
dividing-ahead = ← разделяет
binding = сближающие
dividing = разделяющие
ambivalent = двойственные
net-balance = чистый баланс
about-whose = о чьих
choices = решения
in-the-title = в заголовке
asserted-in-the-text = утверждается в тексте
asserted-by-the-author = утверждает автор
not-asserted = не утверждается
reported = с чужих слов
supposed = предположение
asked = вопрос
so = так
dates-to-scale = даты в масштабе

# Differences
from = от
to = к
claims = утверждения
points = пункты
interval-head = интервал
range = от { $low } до { $high }
dumbbells-foot = жирно: явное среди всех сравнений · серым: не явное и само по себе · два кольца: мало утверждений
more-in-the-data = ещё { $count } в данных
others = прочие

ladder-head = со всеми, затем без каждого →
does-not-apply = –  не относится

times-chance = расстояние причин: { $one } — столько в среднем даёт случай
by-chance = случайно
observed = найдено (не закрашено: в пределах случайного)
neighbours-alike = соседние похожи
too-short-to-test = слишком короткий для проверки

one-mark = { $pieces ->
    [one] одна отметка: одна публикация
   *[other] одна отметка — публикаций: { $pieces }
}
share-of-period = доля в периоде, интервал

times-as-often = во сколько раз чаще
here-others = здесь : прочие

printed-year = год напечатан
inferred-from-the-text = выведен из текста
year-of-the-text = год текста

# Ways of counting
estimate = оценка
holds-in = верно в { $holds } из { $all } способов подсчёта
ways-counted = способов подсчёта: { $all }
not-worked-out = не удалось рассчитать: { $count }
fails = не выполняется
holds = выполняется
as-reported = как в докладе: { $value }
tally = { $count } из { $all }

# Voices
voices-key = выше: чужой голос · ниже: голос самого автора
dividing-lower = разделяющие (ниже)
others-share = чужих { $share } из { $count }
first-claim = первое утверждение
last-claim = последнее утверждение

# Advice
coerce = принуждать
pressure = давить
neutral = нейтрально
accommodate = идти навстречу
reward = поощрять

# Groups of many documents
more-than-others = чаще, чем все прочие
less-than-others = реже
strength-firm = твёрдо
strength-leaning = скорее всего

# Corrected shares
machine-share = по машинным кодам
corrected-share = исправленная доля, с интервалом

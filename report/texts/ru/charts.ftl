# The words that charts write: axes, keys, heads of columns.

# How far the codes of a variable can be relied on.
status-rely = rely
status-tentative = tentative
status-weak = weak
status-no-agreement = no agreement
status-no-variation = no variation
status-not-measured = not measured
alpha = alpha
units = units
alike-and-tossed = alike / tossed
coin-tossers = the same coders tossing coins
claims-shared = without claims that a coder lacks
commonest-code = commonest code

# Arcs
how-to-read = How to read
arc-up = up: a binding claim
arc-down = down: a dividing claim
arc-other = claim in another’s voice
arc-conceded = conceded stretch
arc-band = between the coders’ lines

turns-at = turns at { $share }
share-conceded = { $share } conceded

# Forecasts
forecast-free = on no stated condition
times = { $count } × { $what }
forecast-conditional = on the condition named beside it

# Who acts on whom
arrows-foot = thickness and %: share of the text’s claims; in brackets: claims
neither = neither

# Mirror bars
mirror-divides = divides
mirror-binds = binds
mirror-foot = per cent of a text’s claims; strong colour: the commonest reason of that text on that side

# Parts of a file
block-body = body
block-headings = headings and titles
block-quotes = pull quotes
block-other = everything else
share-body = { $share } body
characters = { $count } characters
start-of-file = start of file

# Chips
chip-questioned = { $text }?
chip-negated = not { $text }

# Where names stand
track-titles = titles
track-text = text

other-codes = { $count } other codes


# Two ways of counting
share-of-claims = share of claims
share-of-keywords = share of keywords
claims-say-more = claims say more
keywords-say-more = keywords say more

words-count = { $count } words
start-of-text = start of text
start = start
end-of-text = end
dispersion-scale = DP: { $low } evenly spread, { $high } in one place

# Balances
too-short = too short
all-binding = all binding
all-dividing = all dividing
binding-ahead = binding →
dividing-ahead = ← dividing
binding = binding
dividing = dividing
ambivalent = ambivalent
net-balance = net balance
about-whose = about whose
choices = choices
in-the-title = in the title
asserted-in-the-text = asserted in the text
asserted-by-the-author = asserted by the author
not-asserted = not asserted
reported = reported
supposed = supposed
asked = asked
so = so
dates-to-scale = dates, to scale

# Differences
from = from
to = to
claims = claims
points = points
interval-head = interval
range = { $low } to { $high }
dumbbells-foot = bold: clear among all compared · grey: not clear even singly · ring and ring: few claims
more-in-the-data = { $count } more in the data
others = others

ladder-head = with all, then without each →
does-not-apply = –  does not apply

times-chance = distance of the reasons: { $one } is what chance gives on average
by-chance = by chance
observed = observed (open: not clear of chance)
neighbours-alike = neighbours alike
too-short-to-test = too short to test

one-mark = { $pieces ->
    [one] one mark: one piece
   *[other] one mark: { $pieces } pieces
}
share-of-period = share of the period, interval

times-as-often = times as often
here-others = here : others

printed-year = printed year
inferred-from-the-text = inferred from the text
year-of-the-text = year of the text

# Ways of counting
estimate = estimate
holds-in = holds in { $holds } of { $all } specifications
ways-counted = { $all } specifications
not-worked-out = { $count } could not be worked out
fails = fails
holds = holds
as-reported = as reported { $value }
tally = { $count } of { $all }

# Voices
voices-key = upper: others’ voice · lower: author’s own
dividing-lower = dividing (lower)
others-share = { $share } of { $count } others’
first-claim = first claim
last-claim = last claim

# Advice
coerce = coerce
pressure = pressure
neutral = neutral
accommodate = accommodate
reward = reward

# Groups of many documents
more-than-others = more often than all others
less-than-others = less often
strength-firm = firm
strength-leaning = leaning

# Corrected shares
machine-share = as the machine has it
corrected-share = corrected, with interval

"""Wilson limits, Student's t and the two intervals, once more: by bisection, from definitions.

Wilson 1927: the limits are the shares p0 whose score test of the observed share just reaches z.
Newcombe 1998, method 10, for differences.
"""

import math

from .counting import correlation, effective, total


def normal_tail(z):
    """Chance of a standard normal value above z."""
    return math.erfc(z / math.sqrt(2)) / 2


def solve(function, low, high):
    """Where a falling function crosses 0."""
    for _ in range(200):
        middle = (low + high) / 2
        if function(middle) > 0:
            low = middle
        else:
            high = middle
    return (low + high) / 2


def normal_quantile(tail):
    """The value above which this much of the normal distribution lies."""
    return solve(lambda z: normal_tail(z) - tail, 0.0, 40.0)


def student_quantile(tail, df):
    """The same for Student's t, by Simpson's rule over its density."""
    constant = math.exp(math.lgamma((df + 1) / 2) - math.lgamma(df / 2)) / math.sqrt(df * math.pi)

    def density(x):
        return constant * (1 + x * x / df) ** (-(df + 1) / 2)

    def above(t, pieces=2000):
        width = t / pieces
        inner = sum((4 if i % 2 else 2) * density(i * width) for i in range(1, pieces))
        return 0.5 - (density(0.0) + inner + density(t)) * width / 3

    low, high = 0.0, 100.0
    for _ in range(50):
        middle = (low + high) / 2
        if above(middle) > tail:
            low = middle
        else:
            high = middle
    return (low + high) / 2


def wilson(p, n, z):
    """The shares that a score test at z does not tell from p."""

    def inside(p0):
        return z * math.sqrt(p0 * (1 - p0) / n) - abs(p - p0)

    low = 0.0 if p == 0 else solve(lambda x: -inside(x), 0.0, p)
    high = 1.0 if p == 1 else solve(inside, p, 1.0)
    return low, high


def share_interval(text, code, usual):
    """Limits of one code's share in one text."""
    claims = sum(total(p) for p in text)
    sums = [sum(p[c] for p in text) for c in range(len(text[0]))]
    commonest = sums.index(max(sums))
    held = sum(1 for p in text for c in range(len(p)) if p[c] > 0 and c != commonest)
    weight = max(0.0, (held - 1) / (held + 9))
    icc = weight * correlation([text]) + (1 - weight) * usual
    z = normal_quantile(0.025)
    t = student_quantile(0.025, 2 * (len(text) - 1))
    n = max(1.0, effective(text, icc) * (z / t) ** 2)
    return wilson(sums[code] / claims, n, z)


def difference(first, second, code):
    """Difference of one code's share in two texts (second minus first), limits and p."""
    pair = correlation([first, second])
    shares, sizes = [], []
    for text in (first, second):
        weight = (len(text) - 1) / (len(text) + 9)
        own = correlation([text])
        icc = max(own, weight * own + (1 - weight) * pair)
        sizes.append(effective(text, icc))
        shares.append(sum(p[code] for p in text) / sum(total(p) for p in text))
    d = shares[1] - shares[0]

    def limits(z):
        (l1, u1), (l2, u2) = (wilson(p, n, z) for p, n in zip(shares, sizes, strict=True))
        return (
            d - math.sqrt((shares[1] - l2) ** 2 + (u1 - shares[0]) ** 2),
            d + math.sqrt((u2 - shares[1]) ** 2 + (shares[0] - l1) ** 2),
        )

    touching = solve(lambda z: limits(z)[0] if d > 0 else -limits(z)[1], 0.0, 40.0)
    return d, *limits(normal_quantile(0.025)), 2 * normal_tail(touching)

"""Correlation within paragraphs and effective sizes, once more: plain loops, from the formulas.

A paragraph is a list: the claims of each code. Nothing here comes from the package; see Donner &
Klar 2000, chapter 1, and Ridout, Demetrio & Firth 1999.
"""


def total(paragraph):
    """Claims of a paragraph (each with one code)."""
    return sum(paragraph)


def squares(text):
    """Squares between and within paragraphs, over all codes, claim by claim."""
    claims = sum(total(p) for p in text)
    between = within = 0.0
    for code in range(len(text[0])):
        mean = sum(p[code] for p in text) / claims
        for p in text:
            own = p[code] / total(p)
            for number in range(total(p)):
                value = 1.0 if number < p[code] else 0.0
                between += (own - mean) ** 2
                within += (value - own) ** 2
    return between, within


def correlation(texts):
    """Intra-cluster correlation, pooled within the texts; 0 to 1."""
    between = within = df_between = df_within = scale = 0.0
    for text in texts:
        b, w = squares(text)
        claims = sum(total(p) for p in text)
        between += b
        within += w
        df_between += len(text) - 1
        df_within += claims - len(text)
        scale += claims - sum(total(p) ** 2 for p in text) / claims
    if df_between == 0 or df_within == 0:
        return 0.0
    msb, msw, m0 = between / df_between, within / df_within, scale / df_between
    if msb + (m0 - 1) * msw <= 0:
        return 0.0
    return min(1.0, max(0.0, (msb - msw) / (msb + (m0 - 1) * msw)))


def effective(text, icc):
    """Claims divided by the design effect, from the covariance of every two claims."""
    owner = [g for g, p in enumerate(text) for _ in range(total(p))]
    n = len(owner)
    variance = 0.0
    for i in range(n):
        for j in range(n):
            variance += 1.0 if i == j else icc if owner[i] == owner[j] else 0.0
    return n / max(1.0, variance / n)

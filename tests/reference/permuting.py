"""The test of two mixes and the deal of leaders, once more: one deal at a time, in plain loops."""

from itertools import combinations, permutations

from .counting import correlation, total


def statistic(first, second, icc):
    """Squared difference of two weighted mixes over its estimated variance."""
    texts = (first, second)
    codes = range(len(first[0]))

    def weight(p):
        return total(p) / (1 + icc * (total(p) - 1))

    both = sum(weight(p) for text in texts for p in text)
    apart = spread = 0.0
    for k in codes:
        overall = sum(weight(p) * p[k] / total(p) for text in texts for p in text) / both
        if overall == 0:
            continue
        means = []
        for text in texts:
            whole = sum(weight(p) for p in text)
            mean = sum(weight(p) * p[k] / total(p) for p in text) / whole
            squares = sum((weight(p) * (p[k] / total(p) - mean)) ** 2 for p in text)
            spread += len(text) / (len(text) - 1) * squares / whole**2 / overall
            means.append(mean)
        apart += (means[0] - means[1]) ** 2 / overall
    if spread < 1e-13:
        return 0.0 if apart < 1e-13 else float("inf")
    return apart / spread


def mix_p(first, second):
    """Share of all permutations whose statistic is at least that of the texts; and it."""
    icc = correlation([first, second])
    pool = [*first, *second]
    real = statistic(first, second, icc)
    found = count = 0
    for chosen in combinations(range(len(pool)), len(first)):
        one = [pool[g] for g in chosen]
        other = [pool[g] for g in range(len(pool)) if g not in chosen]
        found += statistic(one, other, icc) >= real * (1 - 1e-9)
        count += 1
    return real, found / count


def leading(text):
    """The codes that most claims of a text have, ties included."""
    sums = [sum(p[k] for p in text) for k in range(len(text[0]))]
    return {k for k, value in enumerate(sums) if value == max(sums) > 0}


def apart(texts, pairs):
    """Comparisons whose texts have no leading code in common."""
    leaders = [leading(text) for text in texts]
    return sum(1 for a, b in pairs if leaders[a] and leaders[b] and not leaders[a] & leaders[b])


def chance_apart(texts, pairs):
    """Share of all orders of the paragraphs that give at least as many such comparisons."""
    pool = [p for text in texts for p in text]
    real = apart(texts, pairs)
    found = count = 0
    for order in permutations(pool):
        rest, dealt = list(order), []
        for text in texts:
            dealt.append(rest[: len(text)])
            rest = rest[len(text) :]
        found += apart(dealt, pairs) >= real
        count += 1
    return found / count

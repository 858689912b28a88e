"""How sure a statement is, in one word: the only place where firm, leaning and open are decided.

Statements about a few texts get four ticks:

==========  ==================================================================================
ways        the statement holds in at least 95 (in part: 80) per cent of the ways of counting
left out    leaving out no text and no coder overturns it
test        its interval or calibrated test is clear after Holm over the family of the summary
            (in part: clear before the correction only)
coders      the coders agree on every variable that it uses
==========  ==================================================================================

A tick that cannot exist (no test of a verdict read from the whole text, no second coder) is
dotted and left out of the count.

*firm*: every tick that can exist is passed, and there are at least three of them. *leaning*: at
least 80 per cent of the ways, and at least one other tick. *open*: less. A statement that rests on
machine codes without a human check of a sample is at most leaning.

Statements about groups of very many documents have no ways of counting; `strength_of_groups` has
their rule.

Source: design of the report, "Strength words, by rule"; the correction is Holm's.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass, field

import pandas as pd

from frameline.measures.families import one_family
from frameline.measures.shift import ALPHA
from frameline.measures.verdicts import NO_AGREEMENT, NO_VARIATION, RELY

FIRM, LEANING, OPEN = "firm", "leaning", "open"
WORDS = (FIRM, LEANING, OPEN)

PASSED, PART, FAILED, DOTTED = "passed", "in part", "failed", "dotted"
"""What a tick can be; dotted: it cannot exist for this statement."""

WAYS, LEFT_OUT, TEST, CODERS = "ways", "left_out", "test", "coders"
TICKS = (WAYS, LEFT_OUT, TEST, CODERS)

MOST_WAYS, MANY_WAYS = 0.95, 0.80
"""Shares of the ways of counting in which a statement has to hold, for a tick and in part."""

LEAST_TICKS = 3
"""A firm statement has at least so many ticks."""

MACHINE = "machine codes without a human check"
FEW_TICKS = "fewer than three tests are possible"
NO_WAYS = "holds in too few ways of counting"
NOT_TRIED = "not tried in other ways of counting"
NOTHING_ELSE = "nothing but the ways of counting speaks for it"
"""Why a statement is not firmer than it is."""


@dataclass(frozen=True)
class Support:
    """What speaks for one statement.

    Attributes
    ----------
    statement : str
        Its name, as in the finding ``statement.<name>``.
    holds, ways : int, optional
        In how many ways of counting it holds, and in how many it could be tried; 0 ways: none.
    overturned_by : tuple of str, optional
        The texts and coders without which it falls; None where nothing could be left out.
    p : float
        Of its calibrated test; NaN where there is none. An interval that is the inverse of a test
        has the p of that test.
    alphas : mapping of variable to alpha
        Agreement on the variables that it uses, NaN where it cannot be measured. A share of texts
        that all coders read alike can stand here too (1 where they read all alike).
    machine_only : bool
        The codes are those of machines, and no human has checked a sample.
    importance : int
        The place of the statement in the report, the most important first.
    """

    statement: str
    holds: int = 0
    ways: int = 0
    overturned_by: tuple[str, ...] | None = None
    p: float = math.nan
    alphas: dict[str, float] = field(default_factory=dict)
    machine_only: bool = False
    importance: int = 0

    def __post_init__(self) -> None:
        if not 0 <= self.holds <= self.ways:
            raise ValueError(f"{self.statement}: holds in {self.holds} of {self.ways} ways")


def ways_tick(support: Support) -> str:
    """Tick the ways of counting.

    Examples
    --------
    >>> [ways_tick(Support("s", holds, 100)) for holds in (95, 94, 80, 79)]
    ['passed', 'in part', 'in part', 'failed']
    >>> ways_tick(Support("s"))
    'dotted'
    """
    if not support.ways:
        return DOTTED
    share = support.holds / support.ways
    return PASSED if share >= MOST_WAYS else PART if share >= MANY_WAYS else FAILED


def left_out_tick(support: Support) -> str:
    """Tick what could be left out.

    Examples
    --------
    >>> [left_out_tick(Support("s", overturned_by=by)) for by in (None, (), ("coder a",))]
    ['dotted', 'passed', 'failed']
    """
    if support.overturned_by is None:
        return DOTTED
    return FAILED if support.overturned_by else PASSED


def clear_tick(p: float, p_holm: float, *, alpha: float = ALPHA) -> str:
    """Tick the test: clear after the correction, clear only before it, or not clear.

    Examples
    --------
    >>> [clear_tick(*pair) for pair in ((0.001, 0.01), (0.04, 0.2), (0.3, 0.9))]
    ['passed', 'in part', 'failed']
    >>> clear_tick(float("nan"), float("nan"))
    'dotted'
    """
    if math.isnan(p):
        return DOTTED
    return PASSED if p_holm < alpha else PART if p < alpha else FAILED


def coders_tick(support: Support, *, rely: float = RELY) -> str:
    """Tick the agreement of the coders on every variable used.

    Examples
    --------
    >>> [coders_tick(Support("s", alphas=alphas)) for alphas in (
    ...     {"side": 0.97}, {"side": 0.97, "reason": 0.7}, {"side": float("nan")}, {})]
    ['passed', 'failed', 'dotted', 'dotted']
    """
    known = [alpha for alpha in support.alphas.values() if not math.isnan(alpha)]
    if not known or len(known) < len(support.alphas):
        return DOTTED if not known else FAILED
    return PASSED if min(known) >= rely else FAILED


def word(ticks: Iterable[str], *, machine_only: bool = False) -> tuple[str, str]:
    """Say how sure a statement with these ticks is, and why it is not surer.

    Parameters
    ----------
    ticks : four str
        In the order of `TICKS`.
    machine_only : bool
        As in `Support`.

    Returns
    -------
    (str, str)
        The word, and the reason ("" for a firm statement).

    Examples
    --------
    >>> word(["passed", "passed", "dotted", "passed"])
    ('firm', '')
    >>> word(["passed", "passed", "dotted", "passed"], machine_only=True)
    ('leaning', 'machine codes without a human check')
    >>> word(["in part", "failed", "in part", "passed"])[0], word(["failed", "passed"] * 2)[0]
    ('leaning', 'open')
    """
    ways, *others = ticks
    possible = [tick for tick in (ways, *others) if tick != DOTTED]
    missing = [name for name, tick in zip(TICKS, (ways, *others), strict=True)
               if tick not in (PASSED, DOTTED)]  # fmt: skip
    firm = not missing and len(possible) >= LEAST_TICKS
    if firm and not machine_only:
        return FIRM, ""
    if firm:
        return LEANING, MACHINE
    if ways not in (PASSED, PART):
        return OPEN, NOT_TRIED if ways == DOTTED else NO_WAYS
    if PASSED not in others:
        return OPEN, NOTHING_ELSE
    return LEANING, ", ".join(missing) if missing else FEW_TICKS


def strength(supports: Iterable[Support], *, alpha: float = ALPHA) -> pd.DataFrame:
    """Say of each statement of the summary how sure it is.

    Question: which of these statements are firm, which lean, which are open?

    Parameters
    ----------
    supports : iterable of Support
        All statements of the summary: its tests are one family, corrected together.
    alpha : float

    Returns
    -------
    DataFrame, one row per statement, by importance and then strength
        [statement, word, because, ways, left_out, test, coders, share, p, p_holm, least_alpha,
        overturned_by, machine_only]: the word; why it is not surer; the four ticks; the share of
        the ways, the p before and after the correction, the least alpha, what overturns it.

    Examples
    --------
    >>> table = strength([Support("a", 288, 288, (), 0.001, {"side": 0.97}),
    ...                   Support("b", 100, 288, (), 0.04, {"side": 0.97}, importance=1)])
    >>> table[["statement", "word", "test"]].to_numpy().tolist()
    [['a', 'firm', 'passed'], ['b', 'open', 'passed']]
    """
    told = list(supports)
    family = one_family(
        pd.DataFrame({"statement": [s.statement for s in told], "table": "summary",
                      "p": pd.Series([s.p for s in told], dtype=float)}), alpha=alpha
    )  # fmt: skip
    rows = []
    for support, p_holm in zip(told, family["p_holm"], strict=True):
        tested = clear_tick(support.p, float(p_holm), alpha=alpha)
        ticks = (ways_tick(support), left_out_tick(support), tested, coders_tick(support))
        said, because = word(ticks, machine_only=support.machine_only)
        rows.append(_row(support, said, because, ticks, float(p_holm)))
    table = pd.DataFrame(rows, columns=["importance", *_COLUMNS])
    place = table["word"].map({name: rank for rank, name in enumerate(WORDS)})
    order = table.assign(place=place).sort_values(["importance", "place"], kind="stable").index
    return table.loc[order, list(_COLUMNS)].reset_index(drop=True)


_COLUMNS = ("statement", "word", "because", *TICKS, "share", "p", "p_holm", "least_alpha",
            "overturned_by", "machine_only")  # fmt: skip


def _row(support: Support, said: str, because: str, ticks: tuple[str, ...], p_holm: float) -> tuple:
    share = support.holds / support.ways if support.ways else math.nan
    known = [alpha for alpha in support.alphas.values() if not math.isnan(alpha)]
    return (support.importance, support.statement, said, because, *ticks, share, support.p, p_holm,
            min(known, default=math.nan), "; ".join(support.overturned_by or ()),
            support.machine_only)  # fmt: skip


@dataclass(frozen=True)
class GroupSupport:
    """What speaks for a statement about a group or a period of many documents.

    Attributes
    ----------
    statement : str
    p_holm, p_fdr : float
        The permutation of documents, after Holm and after Benjamini-Hochberg over all comparisons
        of its exhibit.
    interval_clear : bool
        The interval over documents and coders is clear of the value stated against.
    same_direction : bool
        All coders who read enough point the same way.
    verdict : str
        What `frameline.measures.verdicts.verdict` says of the code.
    machine_only : bool
        As in `Support`.
    """

    statement: str
    p_holm: float
    p_fdr: float
    interval_clear: bool
    same_direction: bool
    verdict: str = ""
    machine_only: bool = False


def strength_of_groups(supports: Iterable[GroupSupport], *, alpha: float = ALPHA) -> pd.DataFrame:
    """Say of statements about groups or periods of many documents how sure they are.

    Question: which differences between groups are firm, which lean, which are open?

    Parameters
    ----------
    supports : iterable of GroupSupport
    alpha : float

    Returns
    -------
    DataFrame, one row per statement
        [statement, word, because]: firm where the test is clear after Holm, the interval clear and
        all coders point the same way; leaning with Benjamini-Hochberg in place of Holm; open
        otherwise, and for every code without agreement or variation.

    Examples
    --------
    >>> found = strength_of_groups([GroupSupport("a", 0.01, 0.01, True, True),
    ...                             GroupSupport("b", 0.2, 0.04, True, True),
    ...                             GroupSupport("c", 0.01, 0.01, True, False)])
    >>> found["word"].tolist()
    ['firm', 'leaning', 'open']
    """
    rows = [(support.statement, *_group_word(support, alpha)) for support in supports]
    return pd.DataFrame(rows, columns=["statement", "word", "because"])


def _group_word(support: GroupSupport, alpha: float) -> tuple[str, str]:
    if support.verdict in (NO_AGREEMENT, NO_VARIATION):
        return OPEN, support.verdict
    if not support.same_direction:
        return OPEN, "coders point different ways"
    if not support.interval_clear:
        return OPEN, "interval not clear"
    if not support.p_fdr < alpha:
        return OPEN, "test not clear"
    if not support.p_holm < alpha:
        return LEANING, "clear only before the stricter correction"
    return (LEANING, MACHINE) if support.machine_only else (FIRM, "")

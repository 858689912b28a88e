"""Which statements survive other texts and other choices.

Sources: Simonsohn, Simmons & Nelson 2020, Nature Human Behaviour 4:1208-1214 (specification
curve); design paper OUTLINE chapter 10.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from itertools import product
from typing import Any

import numpy as np
import pandas as pd

SURVIVES = 0.8
"""A statement that holds in a smaller share of specifications does not reach the summary."""

HOLDS, FAILS, NOT_APPLICABLE = "holds", "fails", "n.a."

SAME_SIGN, EXCLUDES_ZERO = "same sign", "excludes 0"

Result = Any
"""What a statistic gives: a number, (estimate, low, high), a row with these names, or None."""

Rule = str | Callable[[float, float, float], bool]


def _estimate(result: Result, name: str) -> tuple[float, float, float]:
    """Read estimate and interval from whatever a statistic gave; NaN where there is none."""
    if result is None:
        return math.nan, math.nan, math.nan
    if isinstance(result, pd.DataFrame):
        if len(result) != 1:
            raise ValueError(f"a statistic must give one row, not {len(result)}")
        result = result.iloc[0]
    if isinstance(result, Mapping | pd.Series):
        values = [result[name], result.get("low", math.nan), result.get("high", math.nan)]
    elif isinstance(result, tuple | list):
        values = list(result)
    else:
        values = [result, math.nan, math.nan]
    if len(values) != 3:
        raise ValueError("a statistic must give a number or (estimate, low, high)")
    numbers = [math.nan if pd.isna(value) else float(value) for value in values]
    return numbers[0], numbers[1], numbers[2]


def _judge(rule: Rule, reference: float, estimate: float, low: float, high: float) -> bool | None:
    """Say whether a result holds by a rule; None where there is no result."""
    if math.isnan(estimate) or (isinstance(rule, str) and math.isnan(reference)):
        return None
    if callable(rule):
        return bool(rule(estimate, low, high))
    same = (estimate > 0) - (estimate < 0) == (reference > 0) - (reference < 0)
    if rule == SAME_SIGN:
        return same
    if rule == EXCLUDES_ZERO:
        return same and (low > 0 or high < 0)
    raise ValueError(f"rule must be {SAME_SIGN!r}, {EXCLUDES_ZERO!r} or a function, not {rule!r}")


def _with_holds(
    table: pd.DataFrame, results: Sequence[tuple[float, float, float]], rule: Rule, reference: float
) -> pd.DataFrame:
    """Add estimates, intervals and the judgement to a table of cases."""
    table["estimate"], table["low"], table["high"] = (
        [result[i] for result in results] for i in range(3)
    )
    holds = [_judge(rule, reference, *result) for result in results]
    table["holds"] = pd.Series(holds, index=table.index, dtype="boolean")
    return table


def leave_one_out(
    statistic: Callable[[pd.DataFrame], Result],
    claims: pd.DataFrame,
    *,
    by: str = "doc_id",
    estimate: str = "estimate",
    holds: Rule = SAME_SIGN,
) -> pd.DataFrame:
    """Work a statistic out again without each text (or coder, outlet, ...).

    Question: does the statement hang on a single text?

    Parameters
    ----------
    statistic : function of a claims table
        Gives a number (or truth value), (estimate, low, high), a row or one-row table with these
        names, or None where it does not apply.
    claims : DataFrame
    by : str
        Column whose values are left out, one at a time.
    estimate : str
        Name of the estimate when the statistic gives a row (e.g. "diff", "net").
    holds : "same sign", "excludes 0" or function of (estimate, low, high)
        Same sign as with all claims; same sign and interval without 0; or a rule of one's own.

    Returns
    -------
    DataFrame
        [left_out, n, estimate, low, high, holds]: first row with everything (left_out ""), then
        one per value in order of appearance. n counts claims; holds is boolean, <NA> where the
        statistic does not apply.

    Examples
    --------
    >>> table = pd.DataFrame({"doc_id": ["a", "a", "b"], "sign": [1.0, 1.0, -1.0]})
    >>> leave_one_out(lambda rows: rows["sign"].sum(), table)["holds"].tolist()
    [True, False, True]
    """
    names = ["", *claims[by].drop_duplicates()]
    kept = [claims if not name else claims[claims[by] != name] for name in names]
    results = [_estimate(statistic(part), estimate) for part in kept]
    table = pd.DataFrame({"left_out": names, "n": [len(part) for part in kept]})
    return _with_holds(table, results, holds, results[0][0])


def ladder(
    statements: Mapping[str, Callable[[pd.DataFrame], bool | None]],
    claims: pd.DataFrame,
    *,
    by: str = "doc_id",
) -> pd.DataFrame:
    """Check each statement without each text.

    Question: which statements survive the loss of which text?

    Parameters
    ----------
    statements : mapping statement -> function of a claims table
        True, False, or None where the statement does not apply.
    claims : DataFrame
    by : str

    Returns
    -------
    DataFrame, one row per statement
        [statement, all, one column per value of ``by``]: "holds", "fails" or "n.a.".

    Examples
    --------
    >>> table = pd.DataFrame({"doc_id": ["a", "a", "b"], "sign": [1.0, 1.0, -1.0]})
    >>> ladder({"more binding": lambda rows: rows["sign"].sum() > 0}, table).values.tolist()
    [['more binding', 'holds', 'fails', 'holds']]
    """
    words = {True: HOLDS, False: FAILS, None: NOT_APPLICABLE}
    names = list(claims[by].drop_duplicates())
    parts = [claims, *(claims[claims[by] != name] for name in names)]
    rows = []
    for statement, check in statements.items():
        answers = [check(part) for part in parts]
        rows.append(
            (statement, *(words[None if pd.isna(a) else bool(a)] for a in answers))  # type: ignore[arg-type]
        )
    return pd.DataFrame(rows, columns=["statement", "all", *names])


def specifications(
    choices: Mapping[str, Sequence[Any]],
    select: Callable[[dict[str, Any]], pd.DataFrame],
    statistic: Callable[[pd.DataFrame, dict[str, Any]], Result],
    *,
    estimate: str = "estimate",
    holds: Rule = SAME_SIGN,
) -> pd.DataFrame:
    """Work a statistic out under every combination of choices.

    Question: does the statement depend on how we chose to count?

    Parameters
    ----------
    choices : mapping name -> options
        The first option of each makes the reference specification.
    select : function of a specification (dict name -> option)
        Gives the claims; called once for each specification.
    statistic : function of claims and specification
        As in `leave_one_out`; None where a specification cannot be worked out.
    estimate : str
        Name of the estimate when the statistic gives a row.
    holds : "same sign", "excludes 0" or function of (estimate, low, high)
        Measured against the reference specification.

    Returns
    -------
    DataFrame, one row per specification, the reference first
        [one column per choice, n, estimate, low, high, holds]; holds is boolean, <NA> where the
        statistic does not apply.

    Notes
    -----
    Simonsohn, Simmons & Nelson 2020. The curve is descriptive: specifications share their data,
    and their number is no number of tests.

    Examples
    --------
    >>> table = pd.DataFrame({"own": [True, True, False], "sign": [1.0, -1.0, -1.0]})
    >>> curve = specifications(
    ...     {"voice": ["all", "own"]},
    ...     lambda spec: table if spec["voice"] == "all" else table[table["own"]],
    ...     lambda claims, spec: claims["sign"].sum(),
    ... )
    >>> curve[["voice", "n", "estimate", "holds"]].values.tolist()
    [['all', 3, -1.0, True], ['own', 2, 0.0, False]]
    """
    names = list(choices)
    grid = [dict(zip(names, options, strict=True)) for options in product(*choices.values())]
    results, sizes = [], []
    for spec in grid:
        claims = select(spec)
        sizes.append(len(claims))
        results.append(_estimate(statistic(claims, spec), estimate))
    # As objects: a column that mixes, say, True and "all" keeps each option as it is.
    table = pd.DataFrame(
        {name: pd.Series([spec[name] for spec in grid], dtype=object) for name in names}
    )
    table["n"] = sizes
    return _with_holds(table, results, holds, results[0][0] if results else math.nan)


def share_holding(table: pd.DataFrame, *, by: str | None = None) -> pd.DataFrame:
    """Count the cases in which a statement holds.

    Question: in how many of the tried specifications does the statement hold?

    Parameters
    ----------
    table : DataFrame
        With the column holds, as `specifications` and `leave_one_out` give it.
    by : str, optional
        One row per value of this column (one choice, say), to see which choice matters.

    Returns
    -------
    DataFrame
        [by, held, tried, share, survives]: tried leaves out the cases that do not apply; share is
        NaN when none does; survives says whether share is at least `SURVIVES`.

    Examples
    --------
    >>> table = pd.DataFrame({"holds": pd.array([True, True, False, None], dtype="boolean")})
    >>> share_holding(table).round(3).to_dict("records")
    [{'held': 2, 'tried': 3, 'share': 0.667, 'survives': False}]
    """
    answers = table["holds"].astype("boolean")
    known, holds = answers.notna().to_numpy(), answers.fillna(False).to_numpy(dtype=bool)
    place, names = (
        (np.zeros(len(table), dtype=int), [""])
        if by is None
        else pd.factorize(table[by], use_na_sentinel=False)
    )
    rows = []
    for number, name in enumerate(names):
        part = known & (place == number)
        held, tried = int(holds[part].sum()), int(part.sum())
        share = held / tried if tried else math.nan
        rows.append((name, held, tried, share, share >= SURVIVES))
    result = pd.DataFrame(rows, columns=[by or "", "held", "tried", "share", "survives"])
    return result if by else result.drop(columns="")

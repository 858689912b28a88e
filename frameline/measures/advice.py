"""What a text foresees and what it recommends: registers and counts.

Forecasts are listed with their condition and horizon and never scored as right or wrong;
strategy is shown per recommendation and never averaged over texts.

Source: CODEBOOK sections 4.8 and 4.10; design paper OUTLINE chapters 06 and 07. The strategy
scale follows the operational code (George 1969) and VICS, simplified.
"""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from frameline.measures.prevalence import cells, codes_of, incidence
from frameline.measures.resampling import as_list, claim_signs

NOT_NAMED = "none"
"""Shown where a forecast has no condition."""

UNSPECIFIED = "unspecified"
"""Shown where a forecast has no horizon."""

_CONTEXT = ["claim_id", "doc_id", "unit_id", "para_group", "frame", "voice", "own", "gist"]
_FORECAST = ["forecast", "forecast_condition", "forecast_horizon", "forecast_certainty"]
_ADVICE = ["addressee", "instrument", "goal", "explicitness", "strategy"]


def _register(claims: pd.DataFrame, chosen: pd.Series, columns: Sequence[str]) -> pd.DataFrame:
    """Keep the chosen claims with their context and these columns, blank where missing."""
    there = [column for column in _CONTEXT if column in claims]
    table = claims.loc[chosen.to_numpy(dtype=bool), there].reset_index(drop=True)
    for column in columns:
        values = claims[column] if column in claims else pd.Series("", index=claims.index)
        table[column] = values[chosen].fillna("").astype(str).to_numpy(dtype=object)
    return table


def forecast_register(claims: pd.DataFrame) -> pd.DataFrame:
    """List what the texts foresee, under which condition and by when.

    Question: what future does each text expect, and how far does it commit itself?

    Parameters
    ----------
    claims : DataFrame, one row per claim
        forecast (blank: no forecast), and where present forecast_condition, forecast_horizon,
        forecast_certainty.

    Returns
    -------
    DataFrame, one row per forecast, in reading order
        Columns of context that the claims have (claim_id, doc_id, unit_id, para_group, frame,
        voice, own, gist), then forecast, forecast_condition, forecast_horizon,
        forecast_certainty; a blank condition is "none", a blank horizon "unspecified". conditional
        and dated (bool) say whether a condition and a horizon are given.

    Examples
    --------
    >>> table = pd.DataFrame({
    ...     "claim_id": ["c1", "c2"], "doc_id": ["t", "t"], "forecast": ["", "looser"],
    ...     "forecast_condition": ["", "third-party"], "forecast_horizon": ["", ""],
    ... })
    >>> row = forecast_register(table).iloc[0]
    >>> row["claim_id"], row["forecast_horizon"], bool(row["conditional"]), bool(row["dated"])
    ('c2', 'unspecified', True, False)
    """
    chosen = claims["forecast"].fillna("").astype(str) != ""
    table = _register(claims, chosen, _FORECAST)
    table["forecast_condition"] = table["forecast_condition"].replace("", NOT_NAMED)
    table["forecast_horizon"] = table["forecast_horizon"].replace("", UNSPECIFIED)
    table["conditional"] = table["forecast_condition"] != NOT_NAMED
    table["dated"] = table["forecast_horizon"] != UNSPECIFIED
    return table


def forecast_counts(register: pd.DataFrame) -> pd.DataFrame:
    """Count forecasts without condition or horizon, by text.

    Question: how many forecasts could a reader ever check?

    Parameters
    ----------
    register : DataFrame
        What `forecast_register` gives.

    Returns
    -------
    DataFrame, one row per text with forecasts
        [doc_id, n, no_condition, no_horizon, neither]

    Examples
    --------
    >>> table = pd.DataFrame({"doc_id": ["t", "t"], "conditional": [True, False],
    ...                       "dated": [False, False]})
    >>> forecast_counts(table).values.tolist()
    [['t', 2, 1, 2, 1]]
    """
    open_ended = pd.DataFrame(
        {
            "doc_id": register["doc_id"],
            "n": 1,
            "no_condition": (~register["conditional"].astype(bool)).astype(int),
            "no_horizon": (~register["dated"].astype(bool)).astype(int),
        }
    )
    open_ended["neither"] = open_ended["no_condition"] * open_ended["no_horizon"]
    return open_ended.groupby("doc_id", sort=False).sum().reset_index()


def advice_register(claims: pd.DataFrame) -> pd.DataFrame:
    """List the recommendations: to whom, with what, to what end.

    Question: who should do what, according to each text?

    Parameters
    ----------
    claims : DataFrame, one row per claim
        advice (bool), and where present addressee, instrument, goal, explicitness, strategy.

    Returns
    -------
    DataFrame, one row per recommendation, in reading order
        Context as in `forecast_register`, then addressee, instrument, goal, explicitness (codes)
        and strategy (Int64, -2 coerce to 2 reward, <NA> when not coded).

    Examples
    --------
    >>> table = pd.DataFrame({
    ...     "claim_id": ["c1", "c2"], "doc_id": ["t", "t"], "advice": [False, True],
    ...     "addressee": ["", "WEST"], "strategy": ["", "-1"],
    ... })
    >>> advice_register(table)[["claim_id", "addressee", "strategy"]].values.tolist()
    [['c2', 'WEST', -1]]
    """
    table = _register(claims, claims["advice"].astype(bool), _ADVICE)
    numbers = pd.to_numeric(table["strategy"].replace("", None), errors="raise")
    table["strategy"] = numbers.astype("Int64")
    return table


def register_counts(register: pd.DataFrame, by: str | Sequence[str]) -> pd.DataFrame:
    """Count the rows of a register by one or more of its columns.

    Question: how many recommendations (or forecasts) go to each addressee, tool, end, condition?

    Parameters
    ----------
    register : DataFrame
        What `forecast_register` or `advice_register` gives.
    by : str or list of str
        For instance ``["doc_id", "addressee"]`` or ``["addressee", "instrument"]``.

    Returns
    -------
    DataFrame
        [by..., n], cells with at least one row, in order of first appearance.

    Examples
    --------
    >>> table = pd.DataFrame({"doc_id": ["t", "t"], "addressee": ["WEST", "WEST"]})
    >>> register_counts(table, ["doc_id", "addressee"]).values.tolist()
    [['t', 'WEST', 2]]
    """
    keys = as_list(by)
    rows = [(*key, len(place)) for key, place in cells(register, keys)]
    return pd.DataFrame(rows, columns=[*keys, "n"])


def strategy_by_document(register: pd.DataFrame) -> pd.DataFrame:
    """Count recommendations by text, strategy and explicitness.

    Question: does each text advise pressure or accommodation, and does it say so openly?

    Parameters
    ----------
    register : DataFrame
        What `advice_register` gives.

    Returns
    -------
    DataFrame
        [doc_id, strategy, explicitness, n], strategies from -2 to 2 within each text. Counts, not
        means: a mean would set pressure off against accommodation.

    Examples
    --------
    >>> table = pd.DataFrame({
    ...     "doc_id": ["t"] * 3, "explicitness": ["explicit", "implicit", "explicit"],
    ...     "strategy": pd.array([1, -1, 1], dtype="Int64"),
    ... })
    >>> strategy_by_document(table).values.tolist()
    [['t', -1, 'implicit', 1], ['t', 1, 'explicit', 2]]
    """
    counts = register_counts(register, ["doc_id", "strategy", "explicitness"])
    counts["strategy"] = counts["strategy"].astype("Int64")
    rank = pd.Series(pd.factorize(counts["doc_id"])[0], index=counts.index)
    order = counts.assign(rank=rank).sort_values(["rank", "strategy"], kind="stable").index
    return counts.loc[order].reset_index(drop=True)


def lever_vs_diagnosis(claims: pd.DataFrame, *, of: str = "frame") -> pd.DataFrame:
    """Set the reasons that a text says divide the two against those its advice would use.

    Question: does the advice pull the levers that the text's own diagnosis points to?

    Parameters
    ----------
    claims : DataFrame, one row per claim
        doc_id, sign, advice (bool), the column ``of``.
    of : str
        Column of codes; ``;`` separates several.

    Returns
    -------
    DataFrame
        [doc_id, code, dividing, binding, advice]: claims of the text that say the reason divides
        or binds, and recommendations that use it; texts without advice are left out, as are codes
        that have none of the three.

    Examples
    --------
    >>> table = pd.DataFrame({
    ...     "doc_id": ["t"] * 3, "frame": ["REG", "REG", "SAN"], "advice": [False, False, True],
    ...     "sign": pd.array([-1, -1, None], dtype="Float64"),
    ... })
    >>> lever_vs_diagnosis(table).values.tolist()
    [['t', 'REG', 2, 0, 0], ['t', 'SAN', 0, 0, 1]]
    """
    rows = []
    shown = codes_of(claims[of])
    for (doc_id,), place in cells(claims, ["doc_id"]):
        text = claims.iloc[place]
        advised = text["advice"].to_numpy(dtype=bool)
        if not advised.any():
            continue
        has, _ = incidence(text[of].to_numpy(dtype=object), shown)
        signs = claim_signs(text)
        for code, name in enumerate(shown):
            with_code = has[:, code] > 0
            counts = [int((with_code & mark).sum()) for mark in (signs == -1, signs == 1, advised)]
            if any(counts):
                rows.append((doc_id, name, *counts))
    return pd.DataFrame(rows, columns=["doc_id", "code", "dividing", "binding", "advice"])

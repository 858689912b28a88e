"""What a text foresees, in short: one forecast for each pair of direction and condition."""

from __future__ import annotations

from collections.abc import Collection

import pandas as pd

from frameline.measures.advice import forecast_register
from frameline.measures.prevalence import cells
from frameline.measures.selection.gists import SHOWN, Preference, in_order

MOST = 4
"""At most so many forecasts of a text are shown."""

DETAILS = ("forecast", "forecast_condition", "forecast_horizon", "forecast_certainty")


def outlook(
    claims: pd.DataFrame,
    preference: Preference | None = None,
    *,
    by: str = "doc_id",
    unlikely: Collection[str] = (),
    most: int = MOST,
    used: Collection[str] = (),
) -> pd.DataFrame:
    """Choose the forecasts that are shown of each text.

    Question: what does each text foresee, and under which condition?

    Parameters
    ----------
    claims : DataFrame, one row per claim
        As for `frameline.measures.advice.forecast_register`, in reading order.
    preference : Preference, optional
        Which of several forecasts of one pair is shown.
    by : str
    unlikely : collection of codes
        Certainties that say it will not come: such a forecast has no direction of its own.
    most : int
    used : collection of claim ids
        Claims that stand elsewhere in the same column.

    Returns
    -------
    DataFrame, in reading order
        [by, claim_id, gist, anchor, unit_id, forecast, forecast_condition, forecast_horizon,
        forecast_certainty, expected, of]: one for each pair of direction and condition, then the
        rest, ``most`` at most; expected: not called unlikely; of: all forecasts of the text.

    Examples
    --------
    >>> table = pd.DataFrame({"doc_id": "t", "claim_id": list("abc"), "gist": "Ties grow.",
    ...                       "forecast": ["closer", "closer", "looser"]})
    >>> outlook(table, most=2)["claim_id"].tolist(), outlook(table)["of"].tolist()
    (['a', 'c'], [3, 3, 3])
    """
    claims = claims if "forecast" in claims else claims.assign(forecast="")
    foreseen = claims[(claims["forecast"].fillna("").astype(str) != "").to_numpy()]
    details = forecast_register(foreseen)
    table = foreseen.reset_index(drop=True).assign(**{name: details[name] for name in DETAILS})
    table = table.assign(place=range(len(table)))
    parts = []
    for _, place in cells(table, [by]):
        part = table.iloc[place]
        best = in_order(part[~part["claim_id"].isin(list(used)).to_numpy()], preference)
        again = best.duplicated(["forecast", "forecast_condition"]).to_numpy()
        queue = pd.concat([best[~again], best[again]]).head(most)
        parts.append(queue.sort_values("place").assign(of=len(part)))
    chosen = pd.concat(parts, ignore_index=True) if parts else table.assign(of=0)
    chosen["expected"] = ~chosen["forecast_certainty"].isin(list(unlikely))
    return chosen.reindex(columns=[by, *SHOWN, *DETAILS, "expected", "of"])

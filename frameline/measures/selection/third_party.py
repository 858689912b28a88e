"""Which part a third party plays for the pair in each text: one reason on several sides.

The same state may be the common adversary that binds the two, a pull that draws one of them away
or sets them at odds, a power that a text says does not count, the addressee of advice, and the
hand that is to drive the two apart.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping

import numpy as np
import pandas as pd

from frameline.measures.prevalence import cells, incidence
from frameline.measures.selection.gists import SHOWN, Preference, in_order, of_others, shown
from frameline.measures.selection.roles import BOND, DENIED, DIVIDER, LEVER, uses

ADVERSARY, PUSH, PULL, POWERLESS, ADVISED, WEDGE = (
    "adversary", "push", "pull", "powerless", "advised", "wedge",
)  # fmt: skip
PARTS = (ADVERSARY, PUSH, PULL, POWERLESS, ADVISED, WEDGE)
"""Parts: common foe; what it does drives the two together; what it does, or how to take it, draws
them apart; it is said not to count; it is advised; it is advised to divide the two."""


def third_party(
    claims: pd.DataFrame,
    preference: Preference | None = None,
    *,
    foe: Collection[str] = (),
    third: Collection[str] = (),
    addressees: Collection[str] = (),
    divide: Collection[str] = (),
    denied: Collection[str] = (),
    of: str = "frame",
    by: str = "doc_id",
) -> pd.DataFrame:
    """Count the parts that a third party plays in each text.

    Question: what is the third party to the pair: foe, push, pull, the hand that is to divide them?

    Parameters
    ----------
    claims : DataFrame, one row per claim
        The columns ``of`` and ``by``, sign; mechanism, advice, addressee, goal, own where coded.
    preference : Preference, optional
    foe, third : collections of codes
        Reasons about a common foe; reasons about what third parties do.
    addressees, divide : collections of codes
        Addressees that are this third party; aims that are to divide the two.
    denied : collection of codes
        Mechanisms that say a reason does not work.
    of, by : str

    Returns
    -------
    DataFrame
        [by, part, n, claim_id, gist, anchor, unit_id]: parts with a claim, in the order of `PARTS`.
        "wedge" is a part of "advised", so that the two do not add up.

    Examples
    --------
    >>> table = pd.DataFrame({"doc_id": "t", "frame": ["foe", "them", "them"], "gist": "G.",
    ...     "claim_id": list("abc"), "sign": pd.array([1, -1, 1], dtype="Float64")})
    >>> third_party(table, foe=["foe"], third=["them"])[["part", "n"]].to_numpy().tolist()
    [['adversary', 1], ['push', 1], ['pull', 1]]
    """
    use = uses(claims, denied=denied)
    marks = _marks(claims, use, {"foe": foe, "third": third}, of)
    advised = (use == LEVER).to_numpy()
    if "addressee" in claims:
        advised = advised & claims["addressee"].isin(list(addressees)).to_numpy()
    marks[ADVISED] = advised
    aims = claims["goal"].isin(list(divide)).to_numpy() if "goal" in claims else False
    marks[WEDGE] = advised & aims
    rows = []
    for (text,), place in cells(claims, [by]):
        for part in PARTS:
            kept = place[marks[part][place]]
            if len(kept):
                told = claims.iloc[kept]
                told = told.assign(others=of_others(told))
                best = in_order(told, preference, first=["others"])
                rows.append({by: text, "part": part, "n": len(kept), **shown(best)})
    return pd.DataFrame(rows, columns=[by, "part", "n", *SHOWN])


def _marks(
    claims: pd.DataFrame, use: pd.Series, codes: Mapping[str, Collection[str]], of: str
) -> dict[str, np.ndarray]:
    """Which claims play the parts that are told by reason and use."""
    has = {
        name: incidence(claims[of].to_numpy(dtype=object), list(listed))[0].any(axis=1)
        for name, listed in codes.items()
    }
    rules = {ADVERSARY: ("foe", BOND), PUSH: ("third", BOND), PULL: ("third", DIVIDER),
             POWERLESS: ("third", DENIED)}  # fmt: skip
    return {part: has[name] & (use == used).to_numpy() for part, (name, used) in rules.items()}

"""What the claims of a text do: Entman's functions of a frame.

To frame is to define a problem, to interpret its cause, to judge, and to recommend a remedy; what
only records does none of them.

Source: Entman 1993, Journal of Communication 43(4):51-58.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping

import pandas as pd

from frameline.measures.prevalence import cells

PROBLEM, CAUSE, JUDGEMENT, REMEDY, RECORD = "problem", "cause", "judgement", "remedy", "record"
FUNCTIONS = (PROBLEM, CAUSE, JUDGEMENT, REMEDY)
"""The four functions of a frame, in Entman's order."""

#: How codebooks word the functions, as beginnings of words of a code's label.
WORDS: Mapping[str, tuple[str, ...]] = {
    PROBLEM: ("problem",),
    CAUSE: ("caus",),
    JUDGEMENT: ("moral", "evaluat", "judg", "valuat"),
    REMEDY: ("treatment", "remed", "recommend", "advice", "solution"),
    RECORD: ("descript", "record", "fact"),
}


def functions_of_codes(
    labels: Mapping[str, str],
    *,
    advice: Collection[str] = (),
    facts: Collection[str] = (),
) -> dict[str, str]:
    """Find which code of a codebook has which function, by flag or by the words of its label.

    Parameters
    ----------
    labels : mapping of code to label
    advice, facts : collection of codes
        Codes that are flagged as advice and as bare facts: known without their words.

    Returns
    -------
    dict function -> code
        "problem", "cause", "judgement", "remedy", "record", as far as there is a code; the first
        code of each.

    Examples
    --------
    >>> functions_of_codes({"PD": "Problem definition", "CI": "Causal interpretation", "X": "Act"},
    ...                    advice=["X"])
    {'problem': 'PD', 'cause': 'CI', 'remedy': 'X'}
    """
    flagged = {**dict.fromkeys(advice, REMEDY), **dict.fromkeys(facts, RECORD)}
    found: dict[str, str] = {}
    for code, label in labels.items():
        words = label.lower().split()
        spoken = (name for name, heads in WORDS.items()
                  if any(word.startswith(heads) for word in words))  # fmt: skip
        name = flagged.get(code) or next(spoken, "")
        if name:
            found.setdefault(name, code)
    order = (*FUNCTIONS, RECORD)
    return {name: found[name] for name in order if name in found}


def best_first(functions: Mapping[str, str]) -> list[str]:
    """Order the codes of functions as gists are chosen: a cause says more than a record.

    Examples
    --------
    >>> best_first({"problem": "PD", "cause": "CI", "record": "DS"})
    ['CI', 'PD', 'DS']
    """
    order = (CAUSE, PROBLEM, JUDGEMENT, REMEDY, RECORD)
    return [functions[name] for name in order if name in functions]


def functions_by_text(
    claims: pd.DataFrame, functions: Mapping[str, str], *, by: str = "doc_id"
) -> pd.DataFrame:
    """Count the functions of the claims of each text.

    Question: does each text define, explain, judge, advise, or only record?

    Parameters
    ----------
    claims : DataFrame, one row per claim
        function, the column ``by``.
    functions : mapping of function to code
        As `functions_of_codes` gives it.
    by : str

    Returns
    -------
    DataFrame, one row per text
        [by, problem, cause, judgement, remedy, record, other, n]: as far as there is a code; other:
        claims with no listed code, so that each row sums to its n.

    Examples
    --------
    >>> table = pd.DataFrame({"doc_id": "t", "function": ["what", "why", "why", ""]})
    >>> functions_by_text(table, {"problem": "what", "cause": "why"}).to_numpy().tolist()
    [['t', 1, 2, 1, 4]]
    """
    rows = []
    for (text,), place in cells(claims, [by]):
        codes = claims["function"].iloc[place].fillna("").astype(str)
        counts = [int((codes == code).sum()) for code in functions.values()]
        rows.append((text, *counts, len(place) - sum(counts), len(place)))
    return pd.DataFrame(rows, columns=[by, *functions, "other", "n"])

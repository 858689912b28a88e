"""Statements put to the test: every way of counting, each text and each coder left out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import product

import numpy as np
import pandas as pd

from frameline.measures.families import distribution
from frameline.measures.labels import label_use, title_and_body
from frameline.measures.robustness import FAILS, HOLDS, NOT_APPLICABLE, share_holding
from frameline.measures.statements.case import Case
from frameline.measures.statements.foremost import Turn, Voices
from frameline.measures.statements.kind import Kind, Statement
from frameline.measures.statements.labels import Labels
from frameline.measures.statements.leads import Leads
from frameline.measures.statements.leaning import Leaning
from frameline.measures.statements.material import (
    CODED,
    COUNTED,
    FILTERS,
    IN,
    OUT,
    UNITS,
    Material,
)
from frameline.measures.statements.pairs import Balance, Mix, Pairs
from frameline.measures.statements.reasons import Reasons
from frameline.measures.statements.verdicts import Verdicts

KINDS: Mapping[str, Kind] = {
    kind.name: kind
    for kind in (
        Labels(), Verdicts(), Leaning(), Balance(), Reasons(), Mix(), Voices(), Turn(),
    )
}  # fmt: skip
"""The kinds of statements, in the order of the report."""

ALL_KINDS: Mapping[str, Kind] = {**KINDS, Leads.name: Leads()}
"""Those, and the kinds that only the report itself states."""

PAIRS: Mapping[str, Pairs] = {n: kind for n, kind in KINDS.items() if isinstance(kind, Pairs)}
"""Those about pairs of texts."""


def options(material: Material, kind: str) -> dict[str, list[str]]:
    """List the choices that make a difference for a kind of statement, the reported ones first.

    Parameters
    ----------
    material : Material
    kind : str
        A key of `KINDS`.

    Returns
    -------
    dict choice -> options
        Without options that keep the same claims, or count the same things, as an earlier one in
        every coding (a corpus without questions, say), and without choices left with one option.
    """
    found: dict[str, list[str]] = {}
    for name in ALL_KINDS[kind].choices:
        offered, same = _offered(material, ALL_KINDS[kind], name)
        kept = [option for i, option in enumerate(offered) if same[i] not in same[:i]]
        if len(kept) > 1:
            found[name] = kept
    return found


def _offered(material: Material, kind: Kind, name: str) -> tuple[Sequence[str], list]:
    """The options of a choice, and what each comes to: equal entries count the same."""
    readings = list(material.readings.values())
    if name in FILTERS:
        first = kind.reported(material).get(name)
        offered = sorted(FILTERS[name], key=lambda option: first not in (None, option))
        return offered, [
            [r.kept[name, option][kind.matters(r)].tobytes() for r in readings]
            for option in offered
        ]
    if name == "unit":
        return UNITS, [[len(r.units[option].doc) for r in readings] for option in UNITS]
    if name == "ambivalent":
        there = [bool(r.marks["sides"][:, 2].any()) for r in readings]
        return (OUT, IN), [[option == IN and some for some in there] for option in (OUT, IN)]
    if name == "coding":
        known = material.readings.items()
        codings = [c for c, r in known if not isinstance(kind, Labels) or r.differ]
        return codings, [[coding] for coding in codings]
    return (CODED, COUNTED), [[CODED], [COUNTED]]


def reported_case(material: Material, kind: str, texts: tuple[str, ...] = ()) -> Case:
    """The way of counting of the chapters, with all texts or those given."""
    return Case(material, ALL_KINDS[kind].reported(material), texts or material.texts)


def cases(material: Material, kind: str) -> list[Case]:
    """Every way of counting that makes a difference for a kind, the reported one first.

    Parameters
    ----------
    material : Material
    kind : str

    Returns
    -------
    list of Case
    """
    choices = options(material, kind)
    fixed = ALL_KINDS[kind].reported(material)
    return [
        Case(material, {**fixed, **dict(zip(choices, levels, strict=True))}, material.texts)
        for levels in product(*choices.values())
    ]


def find_statements(
    material: Material, made: Mapping[str, Sequence[str]] | None = None
) -> list[Statement]:
    """Work out which statements are to be tested, and what exactly they state.

    Parameters
    ----------
    material : Material
    made : mapping statement -> texts, optional
        The statements that chapters made, with the texts that each names in order: then these are
        tested and no others. Without it the statements are found as the chapters find them.

    Returns
    -------
    list of Statement
        In the order of `KINDS`; those that the corpus has something for.
    """
    found: list[Statement] = []
    for name, kind in KINDS.items():
        case = reported_case(material, name)
        if not made:
            found += kind.find(case)
            continue
        known = {s: tuple(texts) for s, texts in made.items() if s.partition(".")[0] == name}
        found += [
            kind.named(statement, texts, case)
            for statement, texts in known.items()
            if set(texts) <= set(material.texts)
        ]
    return found


def specify(statement: Statement, material: Material) -> pd.DataFrame:
    """Work a statement out under every combination of the choices that make sense for it.

    Question: does the statement depend on how we chose to count?

    Parameters
    ----------
    statement : Statement
    material : Material

    Returns
    -------
    DataFrame, one row per specification, the reported one first
        [one column per choice, n, estimate, low, high, holds]: n counts the claims selected (for
        labels the texts with both labels); holds is boolean, <NA> where there is no estimate.
    """
    kind, ways = ALL_KINDS[statement.kind], cases(material, statement.kind)
    choices = list(options(material, statement.kind))
    rows = []
    for case, found in zip(ways, kind.estimates(statement, ways), strict=True):
        n = found.of if isinstance(kind, Labels) else int(case.rows.sum())
        rows.append(
            (*(case.spec[choice] for choice in choices), n, found.value, found.low, found.high,
             kind.holds(statement, found))
        )  # fmt: skip
    table = pd.DataFrame(rows, columns=[*choices, "n", "estimate", "low", "high", "holds"])
    table = table.astype({"n": int, "estimate": float, "low": float, "high": float})
    table["holds"] = pd.Series(list(table["holds"]), index=table.index, dtype="boolean")
    return table


MEASURED = ("n", "estimate", "low", "high", "holds")
"""The columns of what `specify` gives that are no choices."""


def survival(curves: Mapping[str, pd.DataFrame]) -> pd.DataFrame:
    """Count in how many specifications each statement holds, and where it holds least.

    Parameters
    ----------
    curves : mapping statement -> what `specify` gives

    Returns
    -------
    DataFrame, one row per statement that has any estimate
        [statement, held, tried, share, survives, choice, option, option_share]: the option under
        which it holds least often ("" and 1 where it always holds).

    Examples
    --------
    >>> curve = pd.DataFrame({"voice": ["all", "own"], "n": 3, "estimate": [0.2, -0.1],
    ...                       "holds": pd.array([True, False], dtype="boolean")})
    >>> survival({"balance": curve})[["held", "tried", "choice", "option"]].values.tolist()
    [[1, 2, 'voice', 'own']]
    """
    rows = []
    for name, curve in curves.items():
        whole = share_holding(curve).iloc[0]
        if not whole["tried"]:
            continue
        weakest = ("", "", 1.0)
        for choice in [c for c in curve.columns if c not in MEASURED]:
            for option in share_holding(curve, by=choice).to_dict("records"):
                if option["tried"] and option["share"] < weakest[2]:
                    weakest = (choice, str(option[choice]), float(option["share"]))
        rows.append(
            (name, int(whole["held"]), int(whole["tried"]), float(whole["share"]),
             bool(whole["survives"]), *weakest)
        )  # fmt: skip
    columns = [
        "statement", "held", "tried", "share", "survives", "choice", "option", "option_share",
    ]  # fmt: skip
    return pd.DataFrame(rows, columns=columns)


def pair_ways(material: Material, kind: str) -> pd.DataFrame:
    """Say in how many ways of counting each named pair of texts differs.

    Question: is it these two texts that differ, however the claims are counted?

    Parameters
    ----------
    material : Material
    kind : str
        A key of `PAIRS`.

    Returns
    -------
    DataFrame, one row per comparison of the report
        [from, to, true, ways]: ways in which the pair differs (corrected over the comparisons of
        the way), and ways in which it was tested.
    """
    p = _p_values(material, kind)
    pairs = material.pairs(material.texts)
    table = pd.DataFrame(pairs, columns=["from", "to"])
    table["true"], table["ways"] = (p < 0.05).sum(axis=0), (~np.isnan(p)).sum(axis=0)
    return table


def pair_counts(material: Material, kind: str) -> pd.DataFrame:
    """Say in how many ways of counting exactly none, one, ... of the pairs differ.

    Question: is "two of four" a property of the texts, or of how they were counted?

    Parameters
    ----------
    material : Material
    kind : str
        A key of `PAIRS`.

    Returns
    -------
    DataFrame
        As `frameline.measures.families.distribution` gives it.
    """
    p = _p_values(material, kind)
    tested = ~np.isnan(p)
    counts = np.where(tested.any(axis=1), (p < 0.05).sum(axis=1), np.nan)
    return distribution(counts, of=int(tested.any(axis=0).sum()))


def _p_values(material: Material, kind: str) -> np.ndarray:
    ways = cases(material, kind)
    told = PAIRS[kind].told(ways)
    p = np.array([[one.p for one in row] for row in told], dtype=float)
    return p.reshape(len(ways), len(material.pairs(material.texts)))


def leave_out(statements: Sequence[Statement], material: Material) -> pd.DataFrame:
    """Check each statement without each text, and without each coder.

    Question: which statements survive the loss of which text, and of which coder?

    Parameters
    ----------
    statements : sequence of Statement
    material : Material

    Returns
    -------
    DataFrame, one row per statement
        [statement, all, one column per text id, one column "coder <name>" per coder]: "holds",
        "fails" or "n.a." (the statement names the text or counts texts, or nothing is left to
        compare). Without a coder the statement has to hold with the own codings of each other
        coder, which were never adjudicated; these columns need two coders.
    """
    rows = []
    for statement in statements:
        row = {"statement": statement.name, "all": _without_text(statement, material, "")}
        row |= {text: _without_text(statement, material, text) for text in material.texts}
        if len(material.coders) > 1:
            row |= {f"coder {c}": _without_coder(statement, material, c) for c in material.coders}
        rows.append(row)
    return pd.DataFrame(rows)


_WORDS = {True: HOLDS, False: FAILS, None: NOT_APPLICABLE}


def _holds(statement: Statement, case: Case) -> bool | None:
    kind = ALL_KINDS[statement.kind]
    return kind.holds(statement, kind.estimates(statement, [case])[0])


def _without_text(statement: Statement, material: Material, text: str) -> str:
    if text in statement.texts or (text and ALL_KINDS[statement.kind].counts):
        return NOT_APPLICABLE
    texts = tuple(other for other in material.texts if other != text)
    return _WORDS[_holds(statement, reported_case(material, statement.kind, texts))]


def _without_coder(statement: Statement, material: Material, coder: str) -> str:
    reported = ALL_KINDS[statement.kind].reported(material)
    others = [
        _holds(statement, Case(material, {**reported, "coding": other}, material.texts))
        for other in material.coders
        if other != coder
    ]
    known = [answer for answer in others if answer is not None]
    return _WORDS[all(known) if known else None]


def against(
    statement: Statement,
    claims: pd.DataFrame,
    *,
    pairs: Sequence[tuple[str, str]] = (),
    order: Sequence[str] = (),
) -> list[str]:
    """List the claims that speak against a statement, the author's own main points first.

    Question: what would someone quote who doubts the statement?

    Parameters
    ----------
    statement : Statement
    claims : DataFrame, one row per claim in reading order
        claim_id, doc_id, sign, own, conceded, verdict, frame; argument where coded.
    pairs : list of (from, to)
        The comparisons.
    order : sequence of str
        Codes of the argument role in the codebook's order, which begins with the author's own
        point.

    Returns
    -------
    list of claim ids
        As each kind has it (none for a statement that no claim can speak against, such as that
        nothing differs). Sorted: author's own voice first, then role in the argument, then
        reasons and verdicts before other functions, then reading order.

    Examples
    --------
    >>> claims = pd.DataFrame({"claim_id": ["x", "y", "z"], "doc_id": ["a", "a", "b"],
    ...     "sign": [-1.0, 1.0, -1.0], "own": True, "verdict": True, "conceded": False})
    >>> against(Statement("balance.a.b", ("a", "b"), -0.5), claims)
    ['x']
    """
    chosen = ALL_KINDS[statement.kind].against(statement, claims, pairs)
    if chosen is None:
        return []
    rank = {code: place for place, code in enumerate(order)}
    found = claims[chosen]
    role = found.get("argument", pd.Series("", index=found.index))
    keys = [~found["verdict"], role.map(lambda code: rank.get(code, len(rank))), ~found["own"]]
    place = np.lexsort([key.to_numpy(dtype=float) for key in keys])
    return found["claim_id"].iloc[place].tolist()


def against_labels(labels: pd.DataFrame, documents: pd.DataFrame) -> pd.DataFrame:
    """List the mentions in the body that do use a word of the title.

    Question: where does an author assert what the title says?

    Parameters
    ----------
    labels, documents : DataFrame
        As in `frameline.measures.labels.title_and_body`.

    Returns
    -------
    DataFrame
        The rows of ``labels`` that the author asserts in the body and whose label the title has
        too, in the order given.
    """
    called = title_and_body(labels, documents)
    title = {
        doc: set(families.split(";"))
        for doc, families in zip(called["doc_id"], called["title_labels"], strict=True)
    }
    counts = labels["countable"].isin([True, "yes"]) & (label_use(labels) == "asserted")
    shared = np.array([
        label in title.get(doc, ())
        for doc, label in zip(labels["doc_id"], labels["label"], strict=True)
    ], dtype=bool)  # fmt: skip
    return labels[counts & shared].reset_index(drop=True)

"""Do our measures give the values that others have published?

One list of published cases (input, expected value, tolerance, source) is recomputed with the
public functions of the measures. The methods chapter prints the table; the tests hold it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import numpy as np
import pandas as pd

from frameline.measures import coefficients as agree
from frameline.measures import dispersion as spread
from frameline.measures import keyness as key
from frameline.measures import unitising

Input = Mapping[str, Any]
Compute = Callable[[Input], Any]

FIGURES = ("observed", "expected", "alpha")


def reference_table(values: Sequence[Mapping[str, Any]]) -> pd.DataFrame:
    """Recompute every published case: what was expected, what do we get?

    Parameters
    ----------
    values : sequence of cases
        Each a mapping with id, source, input, expected (a number, or several), tol.

    Returns
    -------
    DataFrame, one row per expected number: id, source, measure, expected, obtained, tol, ok
        (|obtained - expected| <= tol), note (which variant was chosen, or how the published
        value is to be read; "" for most). A case that no measure serves is not ok.

    Examples
    --------
    >>> case = {"id": "Cohen1960-p45", "source": "Cohen 1960", "tol": 0.0005, "expected": 0.492,
    ...         "input": {"table": [[88, 14, 18], [10, 40, 10], [2, 6, 12]]}}
    >>> reference_table([case])[["measure", "ok"]].values.tolist()
    [["Cohen's kappa", True]]
    """
    rows = []
    for case in values:
        names, compute = CASES.get(case["id"], (("no measure for this case",), _nothing))
        wanted = np.atleast_1d(np.asarray(case["expected"], dtype=float))
        obtained = np.atleast_1d(np.asarray(compute(case["input"]), dtype=float))
        if len(names) != len(wanted) or len(obtained) != len(wanted):
            obtained = np.full(len(wanted), np.nan)
            names = tuple(names[0] for _ in wanted)
        for measure, expected, value in zip(names, wanted, obtained, strict=True):
            rows.append(
                {
                    "id": case["id"],
                    "source": case["source"],
                    "measure": measure,
                    "expected": float(expected),
                    "obtained": float(value),
                    "tol": float(case["tol"]),
                    "ok": bool(abs(value - expected) <= case["tol"]),
                    "note": NOTES.get(case["id"], ""),
                }
            )
    columns = ["id", "source", "measure", "expected", "obtained", "tol", "ok", "note"]
    return pd.DataFrame(rows, columns=columns)


def _nothing(_: Input) -> float:
    return float("nan")


# ---------------------------------------------------------------- reading the inputs


def _alpha(case: Input) -> float:
    """Codes as coders x units, or as units x coders in one string ("1 1 . 2|0 0 . 0")."""
    if "units_x_coders" in case:
        units = [row.split() for row in case["units_x_coders"].split("|")]
        codes = [[None if cell == "." else cell for cell in row] for row in units]
    else:
        codes = [list(unit) for unit in zip(*case["coders_x_units"], strict=True)]
    return agree.alpha(pd.DataFrame(codes, dtype=object), case.get("level", "nominal"))


def _table(measure: Callable[[Any], float]) -> Compute:
    return lambda case: measure(case["table"])


def _counts(measure: Callable[[Any], float]) -> Compute:
    return lambda case: measure(agree.table_counts(case["table"]))


def _two_codes(case: Input) -> list[list[int]]:
    return [[case["n11"], case["n10"]], [case["n01"], case["n00"]]]


def _diagnoses(case: Input) -> float:
    return agree.fleiss_kappa(agree.value_counts([list(unit) for unit in case["units"]]))


def _sets(case: Input) -> float:
    pairs = [[";".join(one), ";".join(two)] for one, two in case["pairs"]]
    return agree.alpha_sets(pairs, "masi-product", blanks=True)


def _alpha_u(case: Input) -> tuple[float, ...]:
    begin, end = case["continuum"]
    units = case["units_start_len"]
    table = unitising.unitising_table(units, start=begin, length=end - begin).set_index("code")
    overall = unitising.alpha_unitising(units, start=begin, length=end - begin)
    code = table.to_dict("index")
    return overall, *(code["c"][name] for name in FIGURES), code["k"]["alpha"]


def _alpha_u_negative(case: Input) -> tuple[float, ...]:
    begin, end = case["continuum"]
    units = {"x": [case["coder0"], case["coder1"]]}
    table = unitising.unitising_table(units, start=begin, length=end - begin)
    return tuple(float(table[name].iloc[0]) for name in FIGURES)


def _two_corpora(measure: Callable[..., float]) -> Compute:
    return lambda case: measure(case["f1"], case["n1"], case["f2"], case["n2"])


def _simple_maths(case: Input) -> float:
    first, second = case["o11"] + case["o21"], case["o12"] + case["o22"]
    return key.simple_maths(case["o11"], first, case["o12"], second)


def _letters(case: Input) -> tuple[float, ...]:
    parts = [part.split() for part in case["parts"]]
    freqs, sizes = [part.count(case["word"]) for part in parts], [len(part) for part in parts]
    return (
        spread.deviation_of_proportions(freqs, sizes),
        spread.deviation_of_proportions(freqs, sizes, norm=True),
        spread.juilland_d(freqs, sizes),
        spread.rosengren_s(freqs, sizes),
        spread.kl_divergence(freqs, sizes),
    )


def _unequal_parts(case: Input) -> tuple[float, ...]:
    freqs, sizes = case["subfreq"], case["partsize"]
    return (
        spread.relative_range(freqs),
        spread.juilland_d(freqs, sizes),
        spread.carroll_d2(freqs, sizes),
        spread.rosengren_s(freqs, sizes),
        1.0 - spread.deviation_of_proportions(freqs, sizes),
        spread.distributional_evenness(freqs, sizes),
    )


def _association(measure: Callable[..., float]) -> Compute:
    return lambda case: measure(case["o11"], case["f1"], case["f2"], case["N"])


# ---------------------------------------------------------------- which measure for which case

_ALPHA = {
    "K2011-C-nominal": "nominal",
    "K2011-C-ordinal": "ordinal",
    "K2011-C-interval": "interval",
    "K2011-C-ratio": "ratio",
    "wiki-3x15-nominal": "nominal",
    "wiki-3x15-interval": "interval",
    "K1980-p133": "nominal",
    "K1980-p139-nominal": "nominal",
    "K1980-p139-interval": "interval",
    "K1980-p139-ratio": "ratio",
    "K2004-12unit": "nominal",
    "HayesKrippendorff2007-ordinal": "ordinal",
}
_GWET = ("paradox", "Cohen-p37", "Cohen-p45", "likert4", "likert5")
_LETTERS = ("DP", "DPnorm", "Juilland's D", "Rosengren's S", "Kullback-Leibler divergence")

CASES: dict[str, tuple[tuple[str, ...], Compute]] = {
    **{case: ((f"Krippendorff's alpha, {level}",), _alpha) for case, level in _ALPHA.items()},
    **{f"Gwet-{case}-AC1": (("Gwet's AC1",), _counts(agree.ac1)) for case in _GWET},
    **{f"Gries-toy-{word}": (_LETTERS, _letters) for word in "biqx"},
    "Fleiss1971": (("Fleiss' kappa",), _diagnoses),
    "Fleiss-wikipedia": (("Fleiss' kappa",), lambda case: agree.fleiss_kappa(case["counts"])),
    "Cohen1960-p45": (("Cohen's kappa",), _table(agree.kappa)),
    "A&P2008-p558-S": (("Bennett's S",), _table(agree.s_score)),
    "A&P2008-p558-pi": (("Scott's pi",), _table(agree.scott_pi)),
    "A&P2008-p558-kappa": (("Cohen's kappa",), _table(agree.kappa)),
    "A&P2008-p568-S": (("Bennett's S",), _table(agree.s_score)),
    "A&P2008-p568-pi": (("Scott's pi",), _table(agree.scott_pi)),
    "A&P2008-p568-kappa": (("Cohen's kappa",), _table(agree.kappa)),
    "A&P2008-p568-alpha": (
        ("Krippendorff's alpha, nominal",),
        _counts(agree.alpha_from_counts),
    ),
    "A&P2008-p568-weighted-kappa": (
        ("Weighted kappa",),
        lambda case: agree.kappa(case["table"], case["dist"]),
    ),
    "CCF-Cult_2_SUB-alpha": (
        ("Krippendorff's alpha, nominal",),
        lambda case: agree.alpha_from_counts(agree.table_counts(_two_codes(case))),
    ),
    "CCF-Cult_2_SUB-kappa": (
        ("Cohen's kappa",),
        lambda case: agree.kappa(_two_codes(case)),
    ),
    "MASI-alpha": (("Krippendorff's alpha, sets (MASI product)",), _sets),
    "alphaU-K2004": (
        (
            "Alpha for unitising",
            "Observed disagreement, code c",
            "Expected disagreement, code c",
            "Alpha for unitising, code c",
            "Alpha for unitising, code k",
        ),
        _alpha_u,
    ),
    "alphaU-neg": (
        ("Observed disagreement", "Expected disagreement", "Alpha for unitising"),
        _alpha_u_negative,
    ),
    "G2-Dunning": (("Log-likelihood G2",), _table(key.g2)),
    "quanteda-chi2-yates": (("Chi-square, Yates",), _table(key.chi_square)),
    "quanteda-G2": (("Log-likelihood G2",), _table(key.g2)),
    "quanteda-G2-williams": (
        ("Log-likelihood G2, Williams",),
        lambda case: key.g2(case["table"], williams=True),
    ),
    "pctDIFF": (("%DIFF",), _two_corpora(key.percent_difference)),
    "odds-ratio": (("Odds ratio",), _two_corpora(key.odds_ratio)),
    "simple-maths": (("Simple maths",), _simple_maths),
    "Hofland-Johansson-diff": (
        ("Difference coefficient",),
        lambda case: key.difference_coefficient(case["f1"], case["n"], case["f2"], case["n"]),
    ),
    "t-new-companies": (("t score",), _association(key.t_score)),
    "PMI-doctor": (
        ("Pointwise mutual information",),
        _association(key.pointwise_mutual_information),
    ),
    "deltaP": (
        ("Delta P, second given first", "Delta P, first given second"),
        lambda case: key.delta_p(case["o11"], case["o12"], case["o21"], case["o22"]),
    ),
    "Dice": (("Dice coefficient",), lambda case: key.dice(case["o11"], case["f1"], case["f2"])),
    "Carroll-D2": (("Carroll's D2",), lambda case: spread.carroll_d2(case["freqs"])),
    "Juilland-D": (("Juilland's D",), lambda case: spread.juilland_d(case["freqs"])),
    "Rosengren-S": (("Rosengren's S",), lambda case: spread.rosengren_s(case["freqs"])),
    "Lyne-D3": (("Lyne's D3",), lambda case: spread.lyne_d3(case["freqs"])),
    "DPnorm": (
        ("DPnorm",),
        lambda case: spread.deviation_of_proportions(case["freqs"], norm=True),
    ),
    "Lyne-ALLEMAND": (
        (
            "Relative range",
            "Juilland's D",
            "Carroll's D2",
            "Rosengren's S",
            "1 - DP",
            "Distributional evenness DA",
        ),
        _unequal_parts,
    ),
}

_RAW = (
    "The study's table prints 0.989, the raw agreement, because one coder never used the code;"
    " expected here is the correct value."
)
_AC1 = "Gwet's own chance term; with 1/q instead the same name has been printed for Bennett's S."
_TOY = "Five lines of letters of unequal length as the parts of a corpus."

NOTES: dict[str, str] = {
    "CCF-Cult_2_SUB-alpha": _RAW,
    "CCF-Cult_2_SUB-kappa": _RAW,
    **{f"Gwet-{case}-AC1": _AC1 for case in _GWET},
    **{f"Gries-toy-{word}": _TOY for word in "biqx"},
    "MASI-alpha": (
        "Published for the product of Jaccard and nesting distance; this report uses Passonneau's"
        " 2006 form, 1 - J * M, which gives a slightly larger alpha here."
    ),
    "A&P2008-p568-alpha": "Printed as 0.80; without the small-sample term it would equal pi.",
    "alphaU-K2004": "The printed overall value comes from rounded disagreements.",
    "K1980-p133": "Two values only: every level of measurement gives the same alpha.",
    "simple-maths": "Frequencies per million, 1 added to both.",
    "DPnorm": "1 - DP is reported under the name DP by some; here 0 is an even spread.",
    "Lyne-ALLEMAND": (
        "The source also gives 0.4665 as DKL: that is 1 / (1 + Kullback-Leibler divergence)."
    ),
    "odds-ratio": "Odds against all other words of the corpus, not a ratio of frequencies.",
    "Hofland-Johansson-diff": "Frequencies of two corpora of a million words each.",
}

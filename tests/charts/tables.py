"""A table for every chart, of any size and with any names: what the tests of all charts draw."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import pandas as pd
from matplotlib.figure import Figure

from frameline.charts import (
    alpha_forest,
    arcs,
    arrows,
    block_bars,
    code_matrix,
    confusion,
    convergence,
    corrected_shares,
    date_strip,
    disagreement_map,
    dispersion_ribbon,
    diverging_dots,
    dot_intervals,
    dumbbells,
    label_timeline,
    ladder,
    mirror_bars,
    null_histogram,
    period_dots,
    ratio_forest,
    reach_back,
    slopes,
    specification_curve,
    strategy_dots,
    unit_squares,
    voice_strip,
)
from frameline.charts.canvas import canvas, panels


@dataclass(frozen=True)
class Size:
    """How many documents and codes, what they are called, when they appeared and how they vary.

    `vary` is "mixed", "equal", "zero", or "missing" (the first value is not known).
    """

    docs: int = 4
    codes: int = 6
    doc: str = "Text {}"
    code: str = "code {}"
    days: int = 2000
    vary: str = "mixed"

    @property
    def names(self) -> list[str]:
        return [self.doc.format(i + 1) for i in range(self.docs)]

    @property
    def labels(self) -> list[str]:
        return [self.code.format(i + 1) for i in range(self.codes)]

    @property
    def dates(self) -> list[pd.Timestamp]:
        return [
            pd.Timestamp(1821, 3, 1) + pd.Timedelta(days=self.days * i) for i in range(self.docs)
        ]

    def share(self, i: int) -> float:
        """The i-th number between 0 and 1."""
        if self.vary == "zero":
            return 0.0
        if self.vary == "missing" and i == 0:
            return np.nan
        return 0.4 if self.vary == "equal" else (i * 37 % 91) / 100

    def count(self, i: int) -> int:
        """The i-th number of claims."""
        return 0 if self.vary == "zero" else 7 if self.vary == "equal" else 3 + i * 13 % 17

    def grid(self, make: Callable[[str, str, int], dict]) -> pd.DataFrame:
        """One row per document and code."""
        rows = [
            {"name": name, "code": code} | make(name, code, i * self.codes + j)
            for i, name in enumerate(self.names)
            for j, code in enumerate(self.labels)
        ]
        return pd.DataFrame(rows)


def _sheet(module, name: str, table: pd.DataFrame, **options) -> Figure:
    """Draw a chart that says how high it has to be."""
    fig, ax = canvas(getattr(module, f"{name}_height")(table))
    getattr(module, name)(ax, table, **options)
    return fig


def _interval(s: Size, i: int) -> dict:
    value = s.share(i)
    return {"low": value * 0.5, "high": min(value * 1.4, 1.0)}


def draw_alpha_forest(s: Size) -> Figure:
    status = ("rely", "tentative", "weak")
    rows = [
        {"label": c, "alpha": s.share(i), **_interval(s, i), "n_units": 267,
         "status": status[i % 3], "modal": c, "modal_share": s.share(i + 1)}
        for i, c in enumerate(s.labels)
    ]  # fmt: skip
    return _sheet(alpha_forest, "alpha_forest", pd.DataFrame(rows))


def draw_arcs(s: Size) -> Figure:
    rows = []
    for d, name in enumerate(s.names):
        signs = [0 if s.vary == "zero" else 1 if s.vary == "equal" else (-1) ** (i * d // 3)
                 for i in range(9)]  # fmt: skip
        for i, running in enumerate(np.cumsum(signs)):
            rows.append((f"d{d}", name, 100 * (i + 1) / 9, int(running), i % 3 > 0, i < 3))
    columns = ["doc_id", "name", "position", "running", "own", "conceded"]
    table = pd.DataFrame(rows, columns=columns)
    turns = table.loc[table.groupby("doc_id")["running"].idxmax()].assign(kind="peak")
    band = table[["doc_id", "position"]].assign(low=table["running"] - 1, high=table["running"] + 1)
    fig, axes = panels(s.docs + 1, cols=3, height=2.0)
    arcs.arcs(axes, table, turns=turns, envelope=band)
    return fig


def draw_arrows(s: Size) -> Figure:
    rows = [
        {"name": name, "A>B": s.count(i), "B>A": s.count(i + 3), "mutual": s.count(i + 5), "na": 2}
        for i, name in enumerate(s.names)
    ]
    actors = (s.labels[0], s.labels[-1])
    return _sheet(arrows, "arrows", pd.DataFrame(rows), actors=actors)


def draw_block_bars(s: Size) -> Figure:
    kinds = ("title", "body", "body", "pullquote", "meta")
    rows = [
        {"name": name, "kind": kind, "chars": 100 + 90 * s.count(i + j)}
        for i, name in enumerate(s.names)
        for j, kind in enumerate(kinds)
    ]
    return _sheet(block_bars, "block_bars", pd.DataFrame(rows))


def draw_code_matrix(s: Size) -> Figure:
    table = s.grid(lambda n, c, i: {"n": s.count(i), "share": s.share(i), "binding": i % 4,
                                    "dividing": i % 3})  # fmt: skip
    groups = {code: f"Group {i // 4}" for i, code in enumerate(s.labels)}
    fig, ax = canvas(code_matrix.code_matrix_height(table, groups))
    code_matrix.code_matrix(ax, table, groups=groups)
    return fig


def draw_confusion(s: Size) -> Figure:
    size = s.codes
    counts = np.array([[s.count(i * 7 + j) for j in range(size)] for i in range(size)])
    counts = counts + np.diag(np.full(size, 184))
    return _sheet(confusion, "confusion", pd.DataFrame(counts, s.labels, s.labels))


def draw_convergence(s: Size) -> Figure:
    def share(i: int) -> float:
        return 0.3 if s.vary == "equal" else (i * 7 % 31) / 60 + 0.01

    table = s.grid(lambda n, c, i: {"x": share(i), "y": share(i + 2)}).assign(subtitle="9 claims")
    return _sheet(convergence, "convergence", table)


def draw_date_strip(s: Size) -> Figure:
    table = pd.DataFrame({"name": s.names, "date": s.dates, "genre": s.labels[0]})
    table["words"] = pd.array([100 + 50 * s.count(i) for i in range(s.docs)], dtype="Int64")
    if s.vary == "missing":
        table.loc[0, "words"] = pd.NA
    return _sheet(date_strip, "date_strip", table)


def draw_disagreement_map(s: Size) -> Figure:
    rows = [
        {"name": name, "position": 50.0 if s.vary == "equal" else (i * 17 + k * 29) % 101,
         "reason": ("oversight", "rule", "ambiguity")[k % 3]}
        for i, name in enumerate(s.names) for k in range(12)
    ]  # fmt: skip
    return _sheet(disagreement_map, "disagreement_map", pd.DataFrame(rows))


def draw_dispersion_ribbon(s: Size) -> Figure:
    def place(i: int, k: int) -> float:
        known = not (s.vary == "zero" or (s.vary == "missing" and i == 0))
        return (50.0 if s.vary == "equal" else (i * 17 + k * 29) % 101) if known else np.nan

    parts = [s.grid(lambda n, c, i, k=k: {"position": place(i, k), "dp": s.share(i)})
             for k in range(4)]  # fmt: skip
    return _sheet(dispersion_ribbon, "dispersion_ribbon", pd.concat(parts, ignore_index=True))


def draw_diverging_dots(s: Size) -> Figure:
    table = s.grid(lambda n, c, i: {"balance": s.share(i) * (-1) ** i, "k": 1 + i % 5, "n": 46,
                                    **_interval(s, i)})  # fmt: skip
    return _sheet(diverging_dots, "diverging_dots", table)


def draw_dot_intervals(s: Size) -> Figure:
    few = Size(s.docs, min(s.codes, 4), s.doc, s.code, s.days, s.vary)
    table = few.grid(lambda n, c, i: {"value": s.share(i), "n": s.count(i), **_interval(s, i)})
    return _sheet(dot_intervals, "dot_intervals", table.rename(columns={"code": "series"}))


def draw_dumbbells(s: Size) -> Figure:
    rows = []
    for i in range(max(s.docs - 1, 1)):
        pair = {"name_from": s.names[i], "name_to": s.names[min(i + 1, s.docs - 1)]}
        for j, code in enumerate(s.labels):
            start, stop = s.share(i + j), s.share(i + j + 3)
            rows.append(pair | {
                "code": code, "share_from": start, "share_to": stop, "diff": stop - start,
                "low": stop - start - 0.1, "high": stop - start + 0.1, "k_from": s.count(j),
                "k_to": s.count(j + 1), "verdict": ("clearly more", "no clear difference")[j % 2],
            })  # fmt: skip
    return _sheet(dumbbells, "dumbbells", pd.DataFrame(rows))


def draw_label_timeline(s: Size) -> Figure:
    uses = ("asserted", "reported", "questioned", "negated", "hypothetical")
    rows = []
    for i, (name, date) in enumerate(zip(s.names, s.dates, strict=True)):
        for j, code in enumerate(s.labels):
            use = "asserted" if s.vary == "equal" else uses[(i + j) % 5]
            place = "title" if j % 4 == 0 else "body"
            rows.append((name, date, code, place, use, use))
    columns = ["name", "date", "label", "place", "use", "polarity"]
    return _sheet(label_timeline, "label_timeline", pd.DataFrame(rows, columns=columns))


def draw_ladder(s: Size) -> Figure:
    states = ("holds", "holds", "fails", "n.a.")
    rows = [
        {"statement": f"{code} holds for a reason that is told in a few more words here"}
        | {name: states[0 if s.vary == "equal" else (i + j) % 4]
           for j, name in enumerate(s.names)}
        for i, code in enumerate(s.labels)
    ]  # fmt: skip
    return _sheet(ladder, "ladder", pd.DataFrame(rows))


def draw_mirror_bars(s: Size) -> Figure:
    rows = [
        {"name": name, "code": code, "side": side, "share": s.share(i + j + k) / 4,
         "leads": j == k}
        for i, name in enumerate(s.names) for j, code in enumerate(s.labels)
        for k, side in enumerate(("binding", "dividing"))
    ]  # fmt: skip
    message = (s.names[0], s.labels[0], "binding", "farthest from the last, a few words long")
    brackets = [(s.labels[-1], s.names[0], s.names[-1])]
    return _sheet(mirror_bars, "mirror_bars", pd.DataFrame(rows), message=message,
                  brackets=brackets)  # fmt: skip


def draw_null_histogram(s: Size) -> Figure:
    rows, draws = [], []
    for i in range(s.docs):
        value = 4 * s.share(i)
        rows.append({
            "name_from": s.names[i], "name_to": s.names[i - 1], "statistic": value,
            "p_holm": np.nan if np.isnan(value) else value / 9, "sceptical_p": 0.2,
        })  # fmt: skip
        draws.append([] if np.isnan(value) else np.linspace(value / 4, value * 0.9, 50))
    return _sheet(null_histogram, "null_histogram", pd.DataFrame(rows), draws=draws)


def draw_period_dots(s: Size) -> Figure:
    rows = [
        {"period": name, "direction": way, "k": s.count(i), "n": 40, "share": s.share(i),
         **_interval(s, i)}
        for i, name in enumerate(s.names) for way in ("binding", "mixed", "dividing")
    ]  # fmt: skip
    return _sheet(period_dots, "period_dots", pd.DataFrame(rows))


def draw_ratio_forest(s: Size) -> Figure:
    table = s.grid(lambda n, c, i: {"log_ratio": 5 * s.share(i), "low": 2 * s.share(i),
                                    "high": 6 * s.share(i), "n_target": s.count(i),
                                    "n_reference": i, "dp": s.share(i)})  # fmt: skip
    return _sheet(ratio_forest, "ratio_forest", table.rename(columns={"code": "token"}))


def draw_reach_back(s: Size) -> Figure:
    rows = []
    for i, (name, date) in enumerate(zip(s.names, s.dates, strict=True)):
        for j, code in enumerate(s.labels):
            year = date.year - (0 if s.vary in ("zero", "equal") else j * 7)
            rows.append((name, code, date.year, year - i % 3, year, year,
                         "printed" if j % 2 else "inferred"))  # fmt: skip
    columns = ["name_doc", "name", "published", "year_low", "year_mid", "year_high", "basis"]
    return _sheet(reach_back, "reach_back", pd.DataFrame(rows, columns=columns))


def draw_slopes(s: Size) -> Figure:
    rows = []
    for j, code in enumerate(s.labels):
        for k, side in enumerate(("binding", "dividing")):
            for i, date in enumerate(s.dates):
                at = i + j * 3 + k
                rows.append((code, side, date, s.share(at), *_interval(s, at).values()))
    table = pd.DataFrame(rows, columns=["group", "side", "x", "value", "low", "high"])
    fig, axes = panels(s.codes, cols=3, height=2.1)
    slopes.slopes(axes, table, high=1.0)
    return fig


def draw_corrected_shares(s: Size) -> Figure:
    rows = [
        {"name": name, "code": code, "machine": s.share(i + 2 * k), "share": s.share(i + k),
         "low": max(s.share(i + k) - 0.1, 0), "high": min(s.share(i + k) + 0.1, 1),
         "n": 30 + s.count(i)}
        for i, name in enumerate(s.names[:5]) for k, code in enumerate(s.labels)
    ]  # fmt: skip
    return _sheet(corrected_shares, "corrected_shares", pd.DataFrame(rows))


def draw_slopes_together(s: Size) -> Figure:
    rows = [(code, date, s.share(i + 3 * j)) for j, code in enumerate(s.labels)
            for i, date in enumerate(s.dates)]  # fmt: skip
    fig, ax = canvas(max(3.0, 0.17 * s.codes + 0.8))
    slopes.slopes(ax, pd.DataFrame(rows, columns=["group", "x", "value"]), focus=s.labels[:1],
                  high=1.0)  # fmt: skip
    return fig


def draw_specification_curve(s: Size) -> Figure:
    rows = [
        {"estimate": s.share(i + k) - 0.3, "holds": (i + k) % 3 > 0, "unit": name, "codes": code}
        for i, name in enumerate(s.names)
        for k, code in enumerate(s.labels)
    ]
    table = pd.DataFrame(rows)
    return _sheet(specification_curve, "specification_curve",
                  table.fillna({"estimate": 0.0} if len(table) == 1 else {}))  # fmt: skip


def draw_strategy_dots(s: Size) -> Figure:
    rows = [
        {"name": name, "strategy": step, "explicitness": kind, "n": s.count(i + step + 2)}
        for i, name in enumerate(s.names) for step in range(-2, 3)
        for kind in ("explicit", "hedged", "implicit")
    ]  # fmt: skip
    return _sheet(strategy_dots, "strategy_dots", pd.DataFrame(rows))


def draw_unit_squares(s: Size) -> Figure:
    rows = [
        {"name": name, "year": date.year, "title_label": s.labels[0], "body_label": s.labels[-1],
         "body_use": "asserted" if i % 2 else "negated", "vantage": "third party",
         "binding": s.count(i), "dividing": s.count(i + 1), "ambivalent": s.count(i) // 5,
         "net": s.share(i), **_interval(s, i)}
        for i, (name, date) in enumerate(zip(s.names, s.dates, strict=True))
    ]  # fmt: skip
    return _sheet(unit_squares, "unit_squares", pd.DataFrame(rows))


def draw_voice_strip(s: Size) -> Figure:
    rows = [
        {"name": name, "own": k % 3 > 0, "sign": (1, -1, 0, None)[0 if s.vary == "equal" else
                                                                 (i + k) % 4]}
        for i, name in enumerate(s.names) for k in range(10 + i)
    ]  # fmt: skip
    return _sheet(voice_strip, "voice_strip", pd.DataFrame(rows))


PREFIX = "draw_"
#: Every chart by name.
CHARTS: dict[str, Callable[[Size], Figure]] = {
    name.removeprefix(PREFIX): function
    for name, function in list(globals().items())
    if name.startswith(PREFIX)
}

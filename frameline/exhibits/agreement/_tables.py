"""What the exhibits of this chapter share: what coders gave each layer, and how far they agree."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from frameline.corpus.codebook import Variable
from frameline.corpus.final_codes import PEOPLE
from frameline.corpus.readings import CLAIMS, ONE_CODE, SETS
from frameline.exhibits.study import Study, agreement_key, once
from frameline.measures.coded_rows import coded_variables, units_with_examples
from frameline.measures.designs import (
    AS_SET,
    PRESENT,
    UNITS,
    WITH_ABSENCE,
    Settings,
    agreement_by_design,
)
from frameline.measures.verdicts import NO_VARIATION, RELIABLE

#: What a variable is judged by, where it was counted in several ways: the stricter one.
JUDGED = (UNITS, WITH_ABSENCE, AS_SET["masi"])
_KEYS = {"claims": "claim_id", "labels": "label_id", "events": "event_id", "documents": "doc_id"}


@dataclass(frozen=True)
class Layer:
    """The rows of all coders of one layer, and how they were coded.

    `rows` has claim_id (which rows are one), unit_id, doc_id, para_group, coder; `read` says who
    read which unit.
    """

    name: str
    rows: pd.DataFrame
    design: str
    read: pd.DataFrame

    @property
    def groups(self) -> pd.DataFrame:
        """The paragraph, text and unit of each row (of each unit, where none is matched)."""
        key = "claim_id" if self.design == CLAIMS else "unit_id"
        known = self.rows.drop_duplicates(key).set_index(key, drop=False)
        return known[["para_group", "doc_id", "unit_id"]]


def count_coders(texts: Study) -> None:
    """Add how many coded, what they are, and on how many sentences."""
    f, kinds = texts.findings, texts.coders["kind"] if len(texts.coders) else pd.Series(dtype=str)
    f.add("coders.count", len(texts.codings), unit="count")
    f.add("coders.machine", int((kinds == "machine").sum()), unit="count")
    f.add("coders.human", int(kinds.isin(PEOPLE).sum()), unit="count")
    f.add("units.count", len(texts.units) or len(texts.documents), unit="count")


@once
def layers(texts: Study) -> list[Layer]:
    """The layers that two coders or more have coded."""
    given = {"claims": texts.codings, "labels": texts.label_codings,
             "events": texts.event_codings, "documents": texts.document_codings}  # fmt: skip
    return [_layer(texts, name, tables) for name, tables in given.items() if len(tables) > 1]


def _layer(texts: Study, name: str, tables: dict[str, pd.DataFrame]) -> Layer:
    """One layer; its rows under the names that `Layer` has."""
    rows = pd.concat([t.assign(coder=c) for c, t in tables.items()], ignore_index=True)
    rows = rows.assign(claim_id=rows[_KEYS[name]])
    whole = name == "documents" or (name == "claims" and not len(texts.units))
    if whole:
        rows = rows.assign(unit_id=rows["doc_id"], para_group=rows["doc_id"])
    elif name != "claims":
        place = rows["block_id"] if name == "labels" else rows["para_id"]
        rows = rows.assign(para_group=rows["doc_id"] + "." + place)
    design = ONE_CODE if name == "documents" else texts.design if name == "claims" else CLAIMS
    if name == "claims" and not whole:
        read = texts.claims_per_unit().reset_index(names="unit_id")
        read = read.melt("unit_id", var_name="coder", value_name="claims").dropna()
    else:
        known = rows[["doc_id", "unit_id"]].drop_duplicates()
        seen = {c: texts.coverage.get(c, frozenset()) | set(t["doc_id"]) for c, t in tables.items()}
        read = pd.concat(
            [known.loc[known["doc_id"].isin(docs), ["unit_id"]].assign(coder=coder)
             for coder, docs in seen.items()]
        )  # fmt: skip
    found = set(zip(rows["unit_id"], rows["coder"], strict=True))
    if design == ONE_CODE and name == "claims" and not whole and len(read) > len(found):
        design = CLAIMS  # what a coder has not found in a sentence that this coder read counts
    return Layer(name, rows, design, read)


@once
def variables(texts: Study) -> dict[str, Variable]:
    """Every variable that any coder answered with codes, by the key of its agreement."""
    found: dict[str, Variable] = {}
    for layer in layers(texts):
        mine = [v for v in texts.codebook.layer(layer.name) if v.codes or v.level == "interval"]
        coded = coded_variables(layer.rows, {v.name: v.role for v in mine})["variable"]
        for variable in mine:
            if variable.name in set(coded):
                found[agreement_key(layer.name, variable.role, variable.name)] = variable
    return found


@once
def every_count(texts: Study) -> pd.DataFrame:
    """Agreement on each variable, counted in every way that its design allows."""
    keys = {(v.layer, v.name): key for key, v in variables(texts).items()}
    parts = [_measured(texts, layer, keys) for layer in layers(texts)]
    table = pd.concat([part for part in parts if len(part)], ignore_index=True)
    known = variables(texts)
    table["label"] = [known[key].label for key in table["variable"]]
    table["role"] = [known[key].role for key in table["variable"]]
    table["code_label"] = [
        known[key].labels.get(code, code)
        for key, code in zip(table["variable"], table["code"], strict=True)
    ]
    return table


def _measured(texts: Study, layer: Layer, keys: dict[tuple[str, str], str]) -> pd.DataFrame:
    """The rows of one layer, with the keys of its variables."""
    mine = {v.name: v for v in texts.codebook.layer(layer.name) if (layer.name, v.name) in keys}
    if not mine:
        return pd.DataFrame()
    table = agreement_by_design(
        layer.rows, list(mine),
        Settings(seed=texts.seed, draws=texts.draws, tosses=texts.draws, groups=layer.groups,
                 examples=_examples(texts, layer)),
        design=layer.design, read=layer.read,
        levels={n: "set" if v.multiple else _level(v) for n, v in mine.items()},
        orders={n: v.order for n, v in mine.items() if v.level == "ordinal" and v.codes},
        categories={n: len(v.codes) for n, v in mine.items() if v.codes},
    )  # fmt: skip
    table["variable"] = [keys[layer.name, name] for name in table["variable"]]
    return table.assign(layer=layer.name)


def _level(variable: Variable) -> str:
    return variable.level if variable.level in ("ordinal", "interval") else "nominal"


def _examples(texts: Study, layer: Layer) -> set[str]:
    """The sentences that hold an example of the codebook, where claims were coded."""
    if layer.name != "claims" or not len(texts.units):
        return set()
    codes = [c for v in texts.codebook.layer("claims") for c in v.codes if c.example]
    given = pd.DataFrame(
        [(c.example, c.example_place) for c in codes], columns=["example", "example_place"]
    )
    return units_with_examples(given, texts.units, layer.rows[["unit_id", "anchor"]])


@once
def judged(texts: Study) -> pd.DataFrame:
    """One row a variable: by the way of counting that it is judged by, the other beside it.

    Columns besides those of `agreement_by_design`: shared, alpha over the claims that coders
    share, where claims were matched.
    """
    table = every_count(texts)
    found = table[table["counting"].isin(JUDGED)].reset_index(drop=True)
    matched = table[table["counting"] == "matched claims"].set_index("variable")["alpha"]
    found["shared"] = found["variable"].map(matched)
    return found


@once
def code_rows(texts: Study) -> pd.DataFrame:
    """One row a code where several have no places: given or not."""
    table = every_count(texts)
    return table[table["counting"] == PRESENT].reset_index(drop=True)


def printed(table: pd.DataFrame) -> pd.DataFrame:
    """The same without the coefficients that say nothing: of variables without variation."""
    hidden = ["alpha", "low", "high", "p_below", "shared", "alpha_without_examples", "twin_low",
              "twin_high", "twin"]  # fmt: skip
    names = [name for name in hidden if name in table.columns]
    table = table.copy()
    table.loc[table["verdict"] == NO_VARIATION, names] = float("nan")
    return table


def reliable(table: pd.DataFrame) -> int:
    """How many variables can be relied on."""
    return int((table["verdict"] == RELIABLE).sum())


@once
def codes_given(texts: Study) -> dict[str, pd.DataFrame]:
    """What each coder gave each matched claim, by role of the variable; none for sets."""
    if texts.design == SETS:
        return {}
    roles = [v.role for v in variables(texts).values() if v.layer == "claims" and v.role]
    return {role: texts.aligned(role) for role in roles}


def units_and_groups(texts: Study) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The layer of claims as units: who read which, and what is drawn together."""
    layer = next(one for one in layers(texts) if one.name == "claims")
    if len(texts.units):
        return layer.read, texts.units.set_index("unit_id")[["para_group", "doc_id"]]
    homes = layer.rows.drop_duplicates("unit_id").set_index("unit_id")
    return layer.read, homes[["para_group", "doc_id"]]


@once
def settled(texts: Study) -> pd.DataFrame:
    """The disagreements that were settled case by case, with the sentence of each."""
    log = texts.adjudication
    log = log[~log["decided_by"].str.startswith("codebook")]
    sentence = log["doc_id"] + "." + log["para_id"] + ".s" + log["sentence"]
    found: pd.DataFrame = log.assign(name=log["doc_id"].map(texts.names), unit_id=sentence)
    return found

"""What the exhibits of this chapter share: the codes that coders gave, as patterns, and alpha."""

from __future__ import annotations

from typing import Any

import pandas as pd

from frameline.corpus.codebook import Variable
from frameline.exhibits.study import Study, once
from frameline.measures.large.document_agreement import (
    alpha_of_documents,
    patterns_by_document,
    twin_of_codings,
)
from frameline.measures.large.patterns import patterns
from frameline.measures.large.tallies import counted_by


@once
def given(texts: Study) -> Any:
    """What each coder gave each claim."""
    return texts.codes_given()


@once
def variables(texts: Study) -> dict[str, Variable]:
    """The variables of claims for which coders gave one code each, by role."""
    listed = {v.role: v for v in texts.codebook.layer("claims") if v.role and v.codes}
    return {
        role: variable
        for role, variable in listed.items()
        if not variable.multiple and texts.has(f"codings.{role}")
    }


@once
def patterns_of(texts: Study, role: str) -> pd.DataFrame:
    """Which codes of a variable one claim got, and how many claims got just these."""
    return patterns(given(texts), variables(texts)[role].order, code=role, unit="claim_id")


@once
def coefficients(texts: Study) -> pd.DataFrame:
    """Agreement on each variable, the surest first; without those of one code only."""
    roles, rows, placed = variables(texts), [], texts.codes_placed()
    coders = counted_by(given(texts), "coder")["coder"].tolist()
    for role, variable in roles.items():
        at = {"code": role, "unit": "claim_id"}
        level = "ordinal" if variable.level == "ordinal" else "nominal"
        tossed = twin_of_codings(
            given(texts), variable.order, coders, **at, level=level, seed=texts.seed
        )
        found = alpha_of_documents(
            patterns_by_document(placed, variable.order, **at), level=level, draws=texts.draws,
            seed=texts.seed, tossed=tossed,
        )  # fmt: skip
        modal = variable.shorts.get(found["modal_code"], "")
        rows.append({"variable": role, "label": variable.label, "modal": modal} | found)
    columns = ["variable", "label", "modal", "alpha", "low", "n_units", "verdict"]
    table = pd.DataFrame(rows, columns=None if rows else columns).dropna(subset=["alpha"])
    table["status"] = table["verdict"]
    return table.sort_values("alpha", ascending=False)


def add_coders(texts: Study) -> None:
    """Add how many coded, how many codes they gave, and on how many claims they met."""
    f, coders = texts.findings, counted_by(given(texts), "coder")
    f.add("coders.count", len(coders), unit="count")
    f.add("coders.codes", int(coders["n"].sum()), unit="count")
    table = coefficients(texts)
    if len(table):
        f.add("agreement.claims", int(table["n_units"].max()), unit="count")

"""What the exhibits of this chapter share: the variables, what each coder gave, the settlements."""

from __future__ import annotations

import pandas as pd

from frameline.corpus.codebook import Variable
from frameline.exhibits.study import Study, once
from frameline.measures.agreement import agreement_table


def count_coders(texts: Study) -> None:
    """Add how many coded, what they are, and on how many sentences."""
    f, kinds = texts.findings, texts.coders["kind"] if len(texts.coders) else pd.Series(dtype=str)
    f.add("coders.count", len(texts.codings), unit="count")
    f.add("coders.machine", int((kinds == "machine").sum()), unit="count")
    f.add("coders.human", int((kinds == "human").sum()), unit="count")
    f.add("units.count", len(texts.units), unit="count")


@once
def variables(texts: Study) -> dict[str, Variable]:
    """The variables that the report uses and coders answered with codes, by role."""
    claims = {v.role: v for v in texts.codebook.layer("claims") if v.role and v.codes}
    labels = ("label", "polarity") if texts.label_codings else ()
    return {
        **{role: v for role, v in claims.items() if texts.has(f"claims.{role}")},
        **{r: texts.codebook.role(r, "labels") for r in labels if texts.has(f"labels.{r}")},
    }


@once
def codes_given(texts: Study) -> dict[str, pd.DataFrame]:
    """What each coder gave each claim, or each mention, by role."""
    return {role: texts.aligned(role, v.layer) for role, v in variables(texts).items()}


@once
def paragraphs(texts: Study) -> pd.DataFrame:
    """The paragraph and the text of each claim: what is drawn together."""
    homes: pd.DataFrame = texts.homes()[["para_group", "doc_id"]]
    return homes


@once
def coefficients(texts: Study) -> pd.DataFrame:
    """Agreement on each variable; without a coefficient where only one code was given."""
    roles = variables(texts)
    table = agreement_table(
        codes_given(texts), groups=paragraphs(texts), draws=texts.draws, seed=texts.seed,
        levels={role: "set" if v.multiple else v.level for role, v in roles.items()},
        orders={role: v.order for role, v in roles.items() if v.level == "ordinal"},
        categories={role: len(v.codes) for role, v in roles.items()},
    )  # fmt: skip
    table["label"] = [roles[role].label for role in table["variable"]]
    given = zip(table["variable"], table["modal_code"], strict=True)
    table["modal"] = [roles[role].labels.get(code, code) for role, code in given]
    return table


@once
def settled(texts: Study) -> pd.DataFrame:
    """The disagreements that were settled case by case, with the sentence of each."""
    log = texts.adjudication
    log = log[~log["decided_by"].str.startswith("codebook")]
    sentence = log["doc_id"] + "." + log["para_id"] + ".s" + log["sentence"]
    found: pd.DataFrame = log.assign(name=log["doc_id"].map(texts.names), unit_id=sentence)
    return found

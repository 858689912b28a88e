"""What the exhibits of this chapter share: the variables, and which of them get a table."""

from __future__ import annotations

import pandas as pd

from frameline.exhibits.study import Study, once
from frameline.exhibits.tabling import Terms
from frameline.measures.registers import Explain, code_rows, variable_rows

#: Variables that always get a table: their codes are explained wherever the report uses them.
EXPLAINED = ("relevance", "frame", "valence")


@once
def explain(texts: Study) -> Explain:
    """Words what is said of a variable or code besides the words of the codebook."""
    return texts.parts_of(
        "explained", "level", "variable", "any", "codes", "one", "other", "text", "example",
        "place", "placed", "layer",
    )  # fmt: skip


@once
def codes(texts: Study) -> pd.DataFrame:
    """The codes of all variables, with what each takes in and leaves out."""
    return code_rows(texts.codebook.variables, explain(texts))


@once
def explained(texts: Study) -> dict[tuple[str, str], Terms]:
    """By layer and name of a variable, which words of the report its table explains."""
    found = {role: texts.codebook.role(role) for role in EXPLAINED}
    return {
        (variable.layer, variable.name): Terms("words", "definition", running=role != "frame")
        for role, variable in found.items()
        if variable
    }


@once
def asked(texts: Study, table_from: int) -> pd.DataFrame:
    """What is asked, and which questions have answers so long that they get a table."""
    about = variable_rows(texts.codebook.variables, explain(texts))
    given = zip(about["layer"], about["name"], about["size"], strict=True)
    own = [
        ((layer, name) in explained(texts) and size > 0) or size >= max(1, table_from)
        for layer, name, size in given
    ]
    return about.assign(own=own).astype({"own": bool})

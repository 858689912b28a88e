"""What the exhibits of this chapter share: the columns of the storyline, and their advice."""

from __future__ import annotations

import pandas as pd

from frameline.exhibits.study import Study, once
from frameline.exhibits.summary import _storyline as story
from frameline.measures.advice import advice_register


@once
def claims(texts: Study) -> pd.DataFrame:
    """The claims that count, by the column of the storyline that they stand in."""
    return story.claims_of(texts).assign(doc_id=lambda table: table["column"])


@once
def names(texts: Study) -> dict[str, str]:
    """What each column is called: its year and authors."""
    return {row["doc_id"]: " ".join(filter(None, (str(row["year"] or ""), row["authors"])))
            for row in story.rows_of(texts)}  # fmt: skip


@once
def short_names(texts: Study) -> dict[str, str]:
    """The year of each column; its name where two are of one year, or one of none."""
    rows = story.rows_of(texts)
    years = {row["doc_id"]: str(row["year"]) for row in rows if row["year"]}
    return years if len(set(years.values())) == len(rows) else names(texts)


@once
def recommendations(texts: Study) -> pd.DataFrame:
    """Every claim that advises, by column."""
    return advice_register(claims(texts))

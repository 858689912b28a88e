"""What the exhibits of this chapter share: columns and their names, reasons by side, tests."""

from __future__ import annotations

from typing import Any

import pandas as pd

from frameline.exhibits.study import Study, once
from frameline.exhibits.summary import _storyline as story
from frameline.measures.selection.apart import reasons_apart, reasons_by_side, side_changes
from frameline.measures.steps import steps
from frameline.record.finding import Finding


@once
def reasons(texts: Study) -> dict[str, str]:
    """The short words of the reasons, in the order of the codebook."""
    role = texts.codebook.role("frame")
    return dict(role.shorts) if role else {}


@once
def unspecific(texts: Study) -> list[str]:
    """The codes that name no reason."""
    role = texts.codebook.role("frame")
    return role.flagged("unspecific") if role else []


def rules(texts: Study) -> dict[str, Any]:
    """What every measure of reasons is told of the codebook."""
    return {"unspecific": unspecific(texts), "order": list(reasons(texts))}


@once
def counted(texts: Study) -> pd.DataFrame:
    """The columns that make a claim here, in order: those of the storyline."""
    columns = story.columns(texts)
    there = set(story.claims_of(texts)["column"])
    return columns[columns["doc_id"].isin(there)].reset_index(drop=True)


@once
def called(texts: Study) -> dict[str, str]:
    """What a sentence calls each column: its year where each has another, else its name."""
    columns = story.columns(texts)
    years = [year for year in columns["year"] if year]
    if len(set(years)) == len(columns):
        return {str(row.doc_id): str(row.year) for row in columns.itertuples()}
    return {str(doc): texts.names[doc] for doc in columns["doc_id"]}


@once
def headed(texts: Study) -> dict[str, str]:
    """What heads each column of a chart: author and year, or its name where two were the same."""
    names = {str(row["doc_id"]): f"{row['authors']} {row['year']}" if row["year"]
             else str(row["authors"]) for row in story.rows_of(texts)}  # fmt: skip
    same = pd.Series(names).duplicated(keep=False).to_dict()
    return {doc: texts.names[doc] if same[doc] else name for doc, name in names.items()}


@once
def by_side(texts: Study) -> pd.DataFrame:
    """Every reason of every column on every side."""
    return reasons_by_side(story.claims_of(texts), by="column", **rules(texts))


@once
def apart(texts: Study) -> pd.DataFrame:
    """How far the columns are apart on each reason, the farthest first."""
    return reasons_apart(by_side(texts), by="column")


@once
def clear(texts: Study) -> pd.DataFrame:
    """The test of each reason on each side between the columns that are compared."""
    documents = texts.documents
    kept = documents[documents["doc_id"].isin(list(counted(texts)["doc_id"]))]
    pairs = steps(kept)
    if not pairs:
        return pd.DataFrame(columns=["from", "to", "code", "side", "p", "p_holm", "verdict"])
    skip = unspecific(texts)
    return side_changes(story.claims_of(texts), pairs, by="column", unspecific=skip)


def told(texts: Study, what: str, said: str | list[str]) -> Finding:
    """Words that may hold a number, such as the year of a text, as a finding."""
    at, unit = {"what": what}, "text" if isinstance(said, str) else "list"
    texts.findings.add("reasons.told.{what}", said, unit=unit, at=at, filter="")
    return texts.findings.look_up("reasons-told-what", at)


def tally(texts: Study, what: str, count: Any, *, filter: str | None = None) -> Finding:
    """A number of claims of this chapter as a finding."""
    at = {"what": what}
    texts.findings.add("reasons.tally.{what}", count, unit="count", at=at, filter=filter)
    return texts.findings.look_up("reasons-tally-what", at)

"""Which dates of publication are not known to the day?"""

from __future__ import annotations

from frameline.exhibits.card._tables import documents
from frameline.exhibits.registry import Blocks, shows
from frameline.exhibits.study import Study


@shows()
def publication_dates(texts: Study) -> Blocks:
    """Which dates of publication are not known to the day?"""
    f, table, said = texts.findings, documents(texts), []
    inferred = (table["published_basis"] == "inferred") | table["published"].str.contains("/")
    for number, row in enumerate(table[inferred].to_dict("records")):
        at = {"number": number}
        low, high = (row[end].date().isoformat() for end in ("date_low", "date_high"))
        f.add("card.inferred.{number}.name", row["name"], unit="text", at=at)
        f.add("card.inferred.{number}.published_note", row["published_note"], unit="text", at=at)
        f.add("card.inferred.{number}.date_low", low, unit="text", at=at)
        f.add("card.inferred.{number}.date_high", high, unit="text", at=at)
        said.append(texts.say("publication-dates", at=at, known=bool(row["published_note"])))
    return said

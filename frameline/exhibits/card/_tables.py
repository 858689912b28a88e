"""What the exhibits of this chapter share: the texts, and how their sizes are written."""

from __future__ import annotations

import pandas as pd

from frameline.exhibits.study import Study, once

#: Columns that count something.
COUNTED = dict.fromkeys(("words", "chars", "sentences", "para_groups", "blocks"), "count")
#: Of a digest of a file, as many characters as tell copies apart.
COPY = 12


@once
def documents(texts: Study) -> pd.DataFrame:
    """The texts, with the beginning of the digest of the copy that was read."""
    table: pd.DataFrame = texts.documents
    return table.assign(copy=table["sha256"].str[:COPY])


def columns_of(widths: dict[str, float]) -> dict[str, str]:
    """These columns as `filled_columns` asks for them; their headings stand in the catalogue."""
    return dict.fromkeys(widths, "")

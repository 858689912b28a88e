"""What else is asked, in few words?"""

from __future__ import annotations

from frameline.exhibits.codebook._tables import asked, codes, explain
from frameline.exhibits.registry import Blocks, shows
from frameline.exhibits.study import Study
from frameline.measures.registers import brief_rows

WIDTHS: dict[str, float] = {"label": 1, "text": 16}


@shows()
def further_questions(texts: Study, table_from: int = 850) -> Blocks:
    """What else is asked, in few words?"""
    about = asked(texts, table_from)
    return [
        texts.table(f"variables-{layer}", brief_rows(short, codes(texts), explain(texts)), WIDTHS,
                    widths=WIDTHS, message="further-questions", layer=str(layer))
        for layer, short in about[~about["own"]].groupby("layer", sort=False)
    ]  # fmt: skip

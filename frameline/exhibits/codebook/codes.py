"""What is asked, and which codes answer it?"""

from __future__ import annotations

from frameline.exhibits.codebook._tables import asked, explained
from frameline.exhibits.codebook._tables import codes as all_codes
from frameline.exhibits.registry import Blocks, shows
from frameline.exhibits.study import Study

WIDTHS: dict[str, float] = {"code": 1, "meaning": 16}


@shows()
def codes(texts: Study, table_from: int = 850) -> Blocks:
    """What is asked, and which codes answer it?"""
    about, every, shown = asked(texts, table_from), all_codes(texts), []
    for number, row in enumerate(about[about["own"]].to_dict("records"), start=1):
        layer, name, at = row["layer"], row["name"], {"number": number}
        question = texts.word("asked", label=row["label"], layer=layer, question=row["question"],
                              asks=bool(row["question"]))  # fmt: skip
        texts.findings.add("codebook.asked.{number}", question, unit="text", at=at)
        own = every[(every["layer"] == layer) & (every["name"] == name)]
        shown.append(texts.table(
            f"codes-{number}", own, ["code", "meaning"], widths=WIDTHS, at=at, message="codes",
            note=row["note"], terms=explained(texts).get((layer, name)),
        ))  # fmt: skip
    return shown

"""Makes a corpus with hostile texts in every text field, out of the invented river corpus.

Run as a script to look at one: ``python tests/security/corpus.py FOLDER``.
"""

import csv
import itertools
import json
import re
import shutil
import sys
import tomllib
from pathlib import Path

HERE = Path(__file__).parent
RIVER = HERE.parent / "corpora" / "river"
STRINGS = tomllib.loads((HERE / "strings.toml").read_text(encoding="utf-8"))
#: A file with a NUL byte is refused as damaged before anything reads it.
TEXTS = [text for group in STRINGS.values() for text in group if "\0" not in text]
#: What stands in charts: a character without a glyph would fail the build, with a message.
_UNDRAWN = re.compile(
    r"[\x00-\x1f\x7f-\x9f\u00ad\u0301\u05d0-\u05ea\u200b\u2028-\u202e\u2066\ufeff＝]"
)
DRAWN = [text for text in TEXTS if not _UNDRAWN.search(text) and len(text) < 60]
EVENTS = """event_id,doc_id,para_id,sentence,unit_id,name,year,precision,year_basis,note
"""
FIELDS = {
    "claims.csv": ("anchor", "gist", "note"),
    "documents.csv": ("name", "title", "author", "outlet"),
    "labels.csv": ("literal",),
    "coders/coders.csv": ("description",),
    "events.csv": ("name", "note"),
}
_CODEBOOK = re.compile(r'^(title|text|label|short|question|definition|a|b) = (".*")$', re.MULTILINE)


def make(folder):
    """Write the corpus; give every text that went into it, by field."""
    shutil.copytree(RIVER, folder)
    _add_events(folder)
    used = {}
    for file, columns in FIELDS.items():
        used |= _spoil(folder / file, columns, file)
    endless = itertools.cycle(DRAWN)
    taken = used["codebook.toml"] = []

    def spoilt(found):
        taken.append(next(endless))
        return f"{found[1]} = {json.dumps(json.loads(found[2]) + ' ' + taken[-1])}"

    path = folder / "codebook.toml"
    path.write_text(_CODEBOOK.sub(spoilt, path.read_text(encoding="utf-8")), encoding="utf-8")
    return used


def _add_events(folder):
    """An events table, which the river corpus lacks: one for every fourth unit."""
    with (folder / "units.csv").open(encoding="utf-8", newline="") as file:
        units = list(csv.DictReader(file))
    lines = [
        f"{u['unit_id']}.e1,{u['doc_id']},{u['para_id']},{u['sentence']},{u['unit_id']},event {i},"
        f"{1900 + i},year,named,"
        for i, u in enumerate(units[::4])
    ]
    (folder / "events.csv").write_text(EVENTS + "\n".join(lines) + "\n", encoding="utf-8")


def _spoil(path, columns, name):
    """Deal the texts out over the rows: all of them in each column that is not drawn."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    used = {}
    for column in columns:
        drawn = (name, column) in {
            ("documents.csv", "name"), ("labels.csv", "literal"), ("events.csv", "name"),
        }  # fmt: skip
        texts = DRAWN if drawn else TEXTS
        # A name has to fit a chart and an anchor has at most eight words; in other fields stand
        # as many texts as it takes to show all.
        single = drawn or column == "anchor"
        step = 1 if single else -(-len(texts) // len(rows))
        for place, row in enumerate(rows):
            part = texts[place * 7 % len(texts) :][:1] if single else texts[place * step :][:step]
            row[column] = " ".join(filter(None, (row[column] if drawn else "", " | ".join(part))))
            used.setdefault(f"{name}:{column}", []).extend(part)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, rows[0].keys(), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
    return used


if __name__ == "__main__":
    make(Path(sys.argv[1]))

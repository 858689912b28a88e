"""What should be known of this corpus before its numbers are used?"""

from __future__ import annotations

import re
from pathlib import Path

import pandas as pd

from frameline.corpus.doubts import doubt_corpus, named_so
from frameline.corpus.statements import read_about
from frameline.exhibits.registry import Blocks, shows
from frameline.exhibits.study import Study

#: Notes that are printed, and characters of what the corpus says of itself.
MOST, LONGEST = 12, 700
_HEADING = re.compile(r"^#+\s+(.+)$", re.MULTILINE)


@shows("documents")
def corpus_notes(texts: Study) -> Blocks:
    """What should be known of this corpus before its numbers are used?"""
    doubts = named_so(doubt_corpus(texts.path).to_dict("records"))
    found = [*texts.notes, *doubts]
    f = texts.findings
    f.add("notes.count", len(found), unit="count")
    f.add("notes.shown", min(len(found), MOST), unit="count")
    rows = pd.DataFrame({"note": found[:MOST]})
    about = chosen_so(Path(texts.path))
    told = pd.DataFrame({"note": [about]})
    return [
        texts.table("how-chosen", told, ["note"], wide=True) if about else None,
        texts.table("corpus-notes", rows, ["note"], wide=True, cut=len(found) > MOST)
        if found else None,
    ]  # fmt: skip


def chosen_so(path: Path) -> str:
    """What a corpus says in about.md of how its texts were chosen: the section on that, else all.

    In one line, shortened at the end of a word.
    """
    text = read_about(path)
    parts = _HEADING.split(text)
    sections = dict(zip(parts[1::2], parts[2::2], strict=True))
    named = [body for head, body in sections.items() if re.search(r"chos|select|sampl", head, re.I)]
    plain = " ".join((named[0] if named else _HEADING.sub("", text)).split())
    return plain if len(plain) <= LONGEST else plain[:LONGEST].rsplit(" ", 1)[0] + " …"

"""brat: what it cannot hold, and a project written as it."""

from __future__ import annotations

import re
from pathlib import Path

from frameline.exchange.files.naming import file_names
from frameline.exchange.files.saving import save_folder
from frameline.exchange.formats.brat.lines import (
    PLAIN,
    TYPE,
    YES,
)
from frameline.exchange.formats.brat.names import CONFIGURATION
from frameline.exchange.model import losses
from frameline.exchange.model.gather import all_annotations, variables_seen
from frameline.exchange.model.losses import lost
from frameline.exchange.model.offsets import covered
from frameline.exchange.model.project import (
    Coding,
    Left,
    Project,
)
from frameline.exchange.model.writing import texts_of

# --- writing ----------------------------------------------------------------------------------


def cannot_hold(project: Project) -> list[Left]:
    """What of a project brat would lose."""
    annotations = list(all_annotations(project.codings))
    words = {c for a in annotations for codes in a.values.values() for c in codes}
    words |= {name for a in annotations for name in a.values}
    names = [d.id for d in project.documents]
    coders = list(dict.fromkeys(c.coder for c in project.codings))
    renamed = [n for some in (names, coders) for n, name in file_names(some).items() if n != name]
    changed = [a.quote for a in annotations if a.quote != _line(a.quote)]
    return [
        *losses.losses(project, losses.layers, losses.ids, losses.units),
        *lost("annotations of the whole document", "brat marks text only",
              (not a.spans for a in annotations)),
        *lost("names and codes with blanks", "they are written with _", [w for w in words
              if w != _word(w)]),
        *lost("names of documents and coders", "they become names of files", renamed),
        *lost("quotes over line ends", "they are written with blanks", changed),
        *lost("notes over several lines", "they are written as one",
              ("\n" in a.note for a in annotations)),
        *lost("facts of documents", "brat has texts only", (d.facts for d in project.documents)),
    ]  # fmt: skip


def write(project: Project, out: Path) -> list[Path]:
    """Write a folder with a folder for each coder, and an annotation.conf above them.

    Raises
    ------
    ExchangeError
        For a document without text.
    """
    texts = texts_of(project, out.name)
    documents = file_names(texts)
    coders = file_names(dict.fromkeys(coding.coder for coding in project.codings))
    files = {CONFIGURATION: _configuration(project).encode("utf-8")}
    worked = {coding.document for coding in project.codings}
    for coding in project.codings:
        base = f"{coders[coding.coder]}/{documents[coding.document]}"
        files[f"{base}.txt"] = texts[coding.document].encode("utf-8")
        files[f"{base}.ann"] = _ann(coding, texts[coding.document]).encode("utf-8")
    for name in texts:
        if name not in worked:
            files[f"{documents[name]}.txt"] = texts[name].encode("utf-8")
    return save_folder(out, files)


def _ann(coding: Coding, text: str) -> str:
    lines = []
    attributes = 0
    marked = (a for a in coding.annotations if a.spans)
    for number, said in enumerate(marked, start=1):
        types = said.values.get(TYPE, ())
        kind = _word(types[0]) if len(types) == 1 else PLAIN
        places = ";".join(f"{span.start} {span.end}" for span in said.spans)
        quote = said.quote or covered(text, said.spans)
        lines.append(f"T{number}\t{kind} {places}\t{_line(quote)}")
        for name, codes in said.values.items():
            for code in codes if name != TYPE or len(codes) > 1 else ():
                attributes += 1
                lines.append(f"A{attributes}\t{_word(name)} T{number} {_word(code)}")
        if said.note:
            lines.append(f"#{number}\tAnnotatorNotes T{number}\t{_line(said.note)}")
    return "".join(line + "\n" for line in lines)


def _configuration(project: Project) -> str:
    variables = variables_seen(project.codings, {v.name: v for v in project.variables})
    types = [_word(c.code) for v in variables if v.name == TYPE for c in v.codes]
    lines = ["[entities]", *dict.fromkeys([*types, PLAIN]), "[relations]", "[events]"]
    lines.append("[attributes]")
    for variable in variables:
        values = "|".join(_word(code.code) for code in variable.codes) or YES
        if variable.name != TYPE or variable.several:
            lines.append(f"{_word(variable.name)} Arg:<ENTITY>, Value:{values}")
    return "\n".join(lines) + "\n"


def _word(name: str) -> str:
    return re.sub(r"\s", "_", name)


def _line(text: str) -> str:
    return re.sub(r"[\r\n]", " ", text)

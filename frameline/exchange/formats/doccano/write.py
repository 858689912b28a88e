"""doccano: what it cannot hold, and a project written as it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from frameline.exchange.files.naming import file_names
from frameline.exchange.files.saving import save, save_folder
from frameline.exchange.formats.doccano.names import LABEL, NOBODY, TAKEN
from frameline.exchange.model.columns import meaning
from frameline.exchange.model.losses import LABELS_ONLY, losses, lost, quotes
from frameline.exchange.model.offsets import Ruler
from frameline.exchange.model.project import Coding, Document, Left, Project
from frameline.exchange.model.writing import cover, json_line, labels, texts_of, variable_names

# --- writing ----------------------------------------------------------------------------------


def cannot_hold(project: Project) -> list[Left]:
    """What of a project doccano would lose."""
    coders = dict.fromkeys(c.coder for c in project.codings)
    renamed = [c for c, name in file_names(coders).items() if c != name or c == NOBODY]
    whole = [c for c in project.codings if sum(not a.spans for a in c.annotations) > 1]
    return [
        *losses(project, *LABELS_ONLY, quotes),
        *lost("names of variables", "codes are written as they are, or as variable: code where "
              "there are several variables", set(variable_names(project)) - {LABEL}),
        *lost("names of coders", "they become names of files", renamed),
        *lost("codings with several annotations of the whole text", "doccano joins them", whole),
    ]  # fmt: skip


def write(project: Project, out: Path) -> list[Path]:
    """Write a file of one coder, or a folder with a file for each coder.

    Places are written in ``project.offsets``, or in UTF-16 units, as doccano's pages count.

    Raises
    ------
    ExchangeError
        For a document without text.
    """
    texts_of(project, out.name)
    only = len(variable_names(project)) < 2
    names = file_names(dict.fromkeys(coding.coder for coding in project.codings))
    codings = {(c.document, c.coder): c for c in project.codings}
    files: dict[str, list[str]] = {f"{name}.jsonl": [] for name in names.values()}
    unit = project.offsets or "utf-16"
    for number, document in enumerate(project.documents, start=1):
        worked = [coder for coder in names if (document.id, coder) in codings]
        for coder in worked:
            example = _written(document, number, codings[document.id, coder], only, unit)
            files[f"{names[coder]}.jsonl"].append(json_line(example))
        if not worked:
            example = _written(document, number, Coding(document.id, ""), only, unit)
            files.setdefault(f"{NOBODY}.jsonl", []).append(json_line(example))
    data = {name: "".join(lines).encode("utf-8") for name, lines in files.items()}
    if len(data) == 1 and out.suffix == ".jsonl":
        return [save(out, next(iter(data.values())))]
    return save_folder(out, data)


def _written(
    document: Document, number: int, coding: Coding, only: bool, unit: str
) -> dict[str, Any]:
    ruler = Ruler(document.text or "", unit)
    spans = [
        [ruler.from_code_points(span.start), ruler.from_code_points(span.end), label]
        for said in coding.annotations
        if (span := cover(said))
        for label in labels(said, only)
    ]
    whole = [label for a in coding.annotations if not a.spans for label in labels(a, only)]
    facts = {f"document.{n}" if n in TAKEN or meaning(n) == "document" else n: v
             for n, v in document.facts.items()}  # fmt: skip
    example = {"id": number, "text": document.text, "document": document.id, **facts}
    return {**example, "label": spans, **({"cats": whole} if whole else {})}

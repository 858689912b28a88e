"""A project on its way into a corpus, and what has happened to it so far."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from frameline.exchange.model.project import Annotation, Left, Project


@dataclass
class Fitted:
    """A project under the names of a corpus, with what was changed and what was left out."""

    project: Project
    notes: list[str] = field(default_factory=list)
    left: list[Left] = field(default_factory=list)
    new_codes: dict[tuple[str, str], list[str]] = field(default_factory=dict)


def with_annotations(project: Project, change: Mapping[int, Annotation | None]) -> Project:
    """The project with annotations replaced (None: left out), by their number in all."""
    number, codings = -1, []
    for coding in project.codings:
        kept = []
        for annotation in coding.annotations:
            number += 1
            new = change.get(number, annotation)
            if new is not None:
                kept.append(new)
        codings.append(replace(coding, annotations=tuple(kept)))
    return replace(project, codings=tuple(codings))

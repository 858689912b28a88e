"""A chapter's claims in each voice, so that what it counts can be shown as a `Switch`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import pandas as pd

from frameline.corpus.filter import Filter
from frameline.corpus.protocol import Corpus
from frameline.record.findings import Findings
from frameline.record.view import VIEWS


@dataclass(frozen=True, eq=False)
class Voice:
    """The claims of one view, and where its findings go.

    Attributes
    ----------
    view : str
        The key of the view, for `Switch`.
    where : Filter
        Which claims count.
    claims : DataFrame
        The claims, as `Corpus.select` gives them.
    f : Findings
        The chapter's own for the first view; for a further one those of `Findings.view`.
    filter : str
        The filter in words.
    """

    view: str
    where: Filter
    claims: pd.DataFrame
    f: Findings
    filter: str

    @cached_property
    def ids(self) -> dict[str, list[str]]:
        """The ids of the claims of each text."""
        held = self.claims.groupby("doc_id")["claim_id"]
        return {str(doc_id): list(ids) for doc_id, ids in held}


def in_each_voice(
    texts: Corpus, f: Findings, voice: str = "all", *, first: str = "all"
) -> list[Voice]:
    """Whom to count: all voices, and the author's own alone?

    Parameters
    ----------
    texts : Corpus
        The corpus of the chapter.
    f : Findings
        The findings of the chapter; those of the first view keep their keys.
    voice : str
        The parameter of the chapter: another value than ``all`` leaves one view.
    first : str
        The view that the PDF shows.

    Returns
    -------
    list of Voice
        The views that have claims; one only where the corpus does not say whose voice it is.
        Ask for them after the findings that do not depend on the view (see `Findings.view`).
    """
    views: Sequence[str] = sorted(VIEWS, key=lambda view: view != first)
    if voice != "all" or not texts.has("claims.voice"):
        views = [voice if voice != "all" else first]
    found: list[Voice] = []
    for view in views:
        where = Filter(voice=view)
        claims = texts.select(where)
        said = texts.describe(where)
        if not found:
            found.append(Voice(view, where, claims, f, said))
        elif len(claims):
            found.append(Voice(view, where, claims, f.view(view, said), said))
    return found

"""What is wrong with a corpus: every fault at once, each with its file, row and remedy."""

from __future__ import annotations

from frameline.tables import Fault, RawCorpus


def find_faults(raw: RawCorpus) -> list[Fault]:
    """Every fault of a raw corpus, in the order of the files."""
    return list(raw.faults)

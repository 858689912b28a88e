"""Which codebook was used?"""

from __future__ import annotations

from frameline.exhibits.registry import Blocks, shows
from frameline.exhibits.study import Study

#: Of the digest of a codebook, as many characters as tell two apart.
FINGERPRINT = 16


@shows()
def which_codebook(texts: Study) -> Blocks:
    """Which codebook was used?"""
    f, codebook = texts.findings, texts.codebook
    sizes = [len(variable.codes) for variable in codebook.variables]
    f.add("codebook.title", codebook.title or "none", unit="name")
    f.add("codebook.version", codebook.version or "none", unit="name")
    f.add("codebook.digest", codebook.digest[:FINGERPRINT], unit="name")
    f.add("codebook.variables", sum(size > 0 for size in sizes), unit="count")
    f.add("codebook.codes", sum(sizes), unit="count")
    return texts.say("which-codebook", given=bool(codebook.version))

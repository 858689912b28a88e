"""With what was it made?"""

from __future__ import annotations

import platform
from importlib.metadata import version

from frameline.exhibits.registry import Blocks, shows
from frameline.exhibits.study import Study

PACKAGES = ["frameline", "pandas", "numpy", "matplotlib", "papermill", "nbconvert", "mistune",
            "typst"]  # fmt: skip


@shows()
def made_with(texts: Study) -> Blocks:
    """With what was it made?"""
    programs = {"Python": platform.python_version(), **{name: version(name) for name in PACKAGES}}
    said = [texts.word("program", name=name, version=held) for name, held in programs.items()]
    f = texts.findings.under(texts.word("filter-published"))
    f.add("made.with", said, unit="list")
    return texts.say("made-with")

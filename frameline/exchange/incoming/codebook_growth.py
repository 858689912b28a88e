"""New codes into a codebook file that a person has written or corrected: everything else stays."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import replace

from frameline.corpus.codebook import Code, Codebook, make_codebook
from frameline.exchange.files.error import ExchangeError
from frameline.exchange.incoming.codebook_draft import toml_text


def with_codes(
    text: str, codebook: Codebook, new: Mapping[tuple[str, str], Sequence[str]]
) -> tuple[str, Codebook]:
    """The text of a codebook with further codes after those of their variables.

    Parameters
    ----------
    text : str
        The file, comments and all.
    codebook : Codebook
        What it says.
    new : mapping of (layer, variable) to codes
        Codes that these variables have not.

    Returns
    -------
    tuple
        The new text and what it says.

    Raises
    ------
    ExchangeError
        When the file is laid out so that codes cannot be put in line by line.
    """
    lines = text.rstrip("\n").split("\n")
    places = [n for n, line in enumerate(lines) if line.strip() == "[[variables]]"]
    for number in reversed(range(len(codebook.variables))):
        variable = codebook.variables[number]
        codes = new.get((variable.layer, variable.name), ())
        if codes and len(places) == len(codebook.variables):
            at = _end(lines, places[number])
            entries = [line for code in codes for line in _entry(code)]
            lines[at:at] = entries
    grown = "\n".join(lines) + "\n"
    expected = replace(
        codebook,
        variables=tuple(
            replace(
                v, codes=(*v.codes, *(Code(c, label=c) for c in new.get((v.layer, v.name), ())))
            )
            for v in codebook.variables
        ),
    )
    try:
        found = make_codebook(tomllib.loads(grown))
    except tomllib.TOMLDecodeError:
        found = codebook
    if found != expected:
        codes = ", ".join(code for codes in new.values() for code in codes)
        todo = f"add the codes by hand: {codes}"
        raise ExchangeError("codebook.toml", "", "another layout than [[variables]]", "", todo)
    return grown, found


def _end(lines: Sequence[str], start: int) -> int:
    """After which line the entry of a variable ends: before the comments of the next section."""
    end = start + 1
    while end < len(lines):
        line = lines[end].strip()
        if line.startswith("[") and line != "[[variables.codes]]":
            break
        end += 1
    while end > start + 1 and (not lines[end - 1].strip() or lines[end - 1].startswith("#")):
        end -= 1
    return end


def _entry(code: str) -> list[str]:
    return ["", "[[variables.codes]]", f"code = {toml_text(code)}", f"label = {toml_text(code)}"]

"""What the makers of a corpus state about themselves: the table ``[statements]`` of about.toml.

Funding, conflicts, a pilot, expectations: no table of codes can hold them, and no program can know
them. What is blank was not recorded; what begins with ``not done`` was not done, and says so.
"""

from __future__ import annotations

import tomllib
from pathlib import Path

#: What can be stated, in the order in which it is asked for.
STATEMENTS = (
    "question", "expectations", "theory", "prior_work", "selection", "not_selected", "searches",
    "pilot", "training", "form", "validation", "contamination", "blindness", "stability",
    "criterion", "adequacy", "position", "funding", "conflicts", "contributions", "ethics",
    "registration", "identifier",
)  # fmt: skip
NOT_DONE = "not done"
#: What holds of the texts of a corpus only, in sentences: the page beside about.toml.
ABOUT = "about.md"


def read_about(folder: Path) -> str:
    """The page on which a corpus tells of its texts; blank where there is none."""
    file = folder / ABOUT
    return file.read_text(encoding="utf-8") if file.is_file() else ""


def read_statements(folder: Path) -> dict[str, str]:
    """What a corpus states about how it was made.

    Question: what have the makers of these data said that the data cannot say?

    Parameters
    ----------
    folder
        The corpus folder; a corpus that is no folder, or has no about.toml, states nothing.

    Returns
    -------
    dict
        Each name of `STATEMENTS` to the words, blank where nothing was recorded.

    Raises
    ------
    ValueError
        Where about.toml cannot be read, or states what nobody asks for.
    """
    file = folder / "about.toml"
    if not file.is_file():
        return dict.fromkeys(STATEMENTS, "")
    try:
        stated = tomllib.loads(file.read_text(encoding="utf-8")).get("statements", {})
    except tomllib.TOMLDecodeError as error:
        raise ValueError(f"{file.name} is no TOML: {error}") from error
    unknown = sorted(set(stated) - set(STATEMENTS))
    if unknown:
        raise ValueError(
            f"{file.name}, [statements]: found {unknown[0]!r}; allowed: {', '.join(STATEMENTS)}"
        )
    return {name: " ".join(str(stated.get(name, "")).split()) for name in STATEMENTS}


def was_done(stated: str) -> bool | None:
    """Whether what is stated was done; None where nothing was recorded.

    >>> was_done("ten documents, two rounds"), was_done("Not done: no time"), was_done(" ")
    (True, False, None)
    """
    words = stated.strip()
    return None if not words else not words.lower().startswith(NOT_DONE)

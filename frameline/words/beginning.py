"""Begin another language: catalogues with the English text, message by message, to translate."""

from __future__ import annotations

from pathlib import Path

from frameline.disk.place import locked, write
from frameline.words.cells import CELLS, as_message, to_translate
from frameline.words.language import texts_folder

_HEAD = """\
# The prose of the notebooks, a message for each Markdown cell, and the words of report.toml.
# Markdown as in the notebooks; line ends count here.
"""


class LanguageError(ValueError):
    """A language that cannot be begun."""


def new_language(lang: str, folder: Path | None = None, project: Path | None = None) -> list[Path]:
    """Write the catalogues of a language that has none, with the English text in them.

    Parameters
    ----------
    lang : str
        Two or three letters, as in CLDR: ``fa``, ``ru``.
    folder : path, optional
        Where the folder of the language goes; beside English when not given.
    project : path, optional
        The folder with ``notebooks`` and ``report``.

    Returns
    -------
    list of Path
        The files written.

    Raises
    ------
    LanguageError
        No name of a language, or there are catalogues of it already.
    """
    english = texts_folder() / "en"
    project = project or english.parents[2]
    target = (folder or english.parent) / lang
    if not (lang.isascii() and lang.isalpha() and lang.islower() and len(lang) in (2, 3)):
        raise LanguageError(f'language "{lang}"; allowed: two or three small letters, such as fa')
    if target.exists():
        raise LanguageError(f"{target} is there already; what it lacks, frameline lint names")
    texts = {path.stem: path.read_text(encoding="utf-8") for path in sorted(english.glob("*.ftl"))}
    cells = to_translate(project / "notebooks", project / "report")
    texts[CELLS] = "\n".join([_HEAD, *(as_message(name, text) for name, text in cells.items())])
    target.parent.mkdir(parents=True, exist_ok=True)
    with locked(target) as place, place.staged() as staging:
        for name, text in texts.items():
            write(staging / f"{name}.ftl", text.encode("utf-8"))
        place.swap(staging)
    return [target / f"{name}.ftl" for name in texts]

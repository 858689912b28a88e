"""What the formats of INCEpTION and WebAnno share: folders, layers and names of features."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from frameline.exchange.files.error import ExchangeError
from frameline.exchange.files.members import Member
from frameline.exchange.files.naming import file_names, name_of_file
from frameline.exchange.model.gather import Gatherer
from frameline.exchange.model.project import Options, Project

#: The user whose file is the text before anybody worked on it.
NOBODY = "INITIAL_CAS"
#: Features that are a coder's comment and no code.
NOTES = ("note", "comment")
#: Package of the types Frameline writes: their layers keep their names.
_PACKAGE = "frameline."
_IDENTIFIER = re.compile(r"[A-Za-z_]\w*", re.ASCII)
_RESERVED = {"begin", "end", "sofa", "id", "self", "type", *NOTES}


class Who(NamedTuple):
    """Which document a file is about, and whose work it is (NOBODY's: the bare text)."""

    document: str
    coder: str


def who(
    files: Sequence[tuple[Member, str]],
    options: Options,
    found: Gatherer,
    said: Sequence[Who | None] = (),
) -> list[Who]:
    """Whose annotations of which document does each file hold?

    An export has a folder for each document and in it a file for each user. A file on its own is
    a document, coded by whom the file names, else the person importing, else the file's name.

    Parameters
    ----------
    files : sequence of (Member, text)
    options : Options
    found : Gatherer
        Notes who is called after a file.
    said : sequence of Who or None, optional
        What each file says itself.

    Raises
    ------
    ExchangeError
        If two files are the same person's work on the same document.
    """
    groups: dict[tuple[str, ...], list[int]] = {}
    for number, (member, _) in enumerate(files):
        groups.setdefault(member.path or ("", member.folder), []).append(number)
    # A name in several folders is a user's: a document is in one.
    stems = Counter(files[numbers[0]][0].stem for numbers in groups.values())
    whose: dict[int, Who] = {}
    for numbers in groups.values():
        texts = {files[number][1] for number in numbers}
        first = files[numbers[0]][0]
        nested = len(first.path) > 1 and (not options.coder or stems[first.stem] > 1)
        users = len(texts) == 1 and (len(numbers) > 1 or nested)
        for number in numbers:
            member = files[number][0]
            if users:
                whose[number] = Who(member.folder, member.stem)
            else:
                itself = said[number] if said else None
                whose[number] = _alone(member, options, found, itself)
    _check_once([(files[number][0], whose[number]) for number in range(len(files))])
    return [whose[number] for number in range(len(files))]


def _alone(member: Member, options: Options, found: Gatherer, said: Who | None) -> Who:
    if member.stem == NOBODY:
        return Who(member.folder, NOBODY)
    document = said.document if said and said.document else name_of_file(member.file)
    return Who(document, (said.coder if said else "") or found.unnamed(member.file, options))


def _check_once(found: Iterable[tuple[Member, Who]]) -> None:
    seen: dict[Who, str] = {}
    for member, one in found:
        if one in seen and one.coder != NOBODY:
            raise ExchangeError(
                member.name,
                "",
                f"a second file of coder {one.coder!r} on document {one.document!r}",
                f"one; the first is {seen[one]}",
                "import them apart",
            )
        seen[one] = member.name


def layer_names(types: Iterable[str]) -> dict[str, str]:
    """Which layer of the corpus is each type of annotation?

    Examples
    --------
    >>> layer_names(["custom.Frame"])
    {'custom.Frame': 'claims'}
    >>> layer_names(["custom.Frame", "a.NamedEntity"])
    {'custom.Frame': 'Frame', 'a.NamedEntity': 'NamedEntity'}
    >>> layer_names(["frameline.actors"])
    {'frameline.actors': 'actors'}
    """
    wanted = list(dict.fromkeys(types))
    short = {name: name.rpartition(".")[2] for name in wanted}
    foreign = [name for name in wanted if not name.startswith(_PACKAGE)]
    if len(wanted) == len(foreign) == 1:
        return {wanted[0]: "claims"}
    twice = {s for s in short.values() if sum(short[name] == s for name in foreign) > 1}
    return {name: name if name in foreign and s in twice else s for name, s in short.items()}


def type_name(layer: str, out: str, within: str = "") -> str:
    """The name of the type that a layer is written as."""
    return _PACKAGE + within + identifier(layer, "layer", out)


def features(project: Project, out: str) -> dict[str, list[str]]:
    """The variables each layer uses, checked to be names of features."""
    found: dict[str, list[str]] = {}
    for coding in project.codings:
        for annotation in coding.annotations:
            known = found.setdefault(annotation.layer, [])
            known += [name for name in annotation.values if name not in known]
    for names in found.values():
        for name in names:
            identifier(name, "variable", out)
    return found


def identifier(name: str, what: str, out: str) -> str:
    """The name, if the format can hold it; an ExchangeError if not."""
    if not _IDENTIFIER.fullmatch(name) or (what == "variable" and name in _RESERVED):
        raise ExchangeError(
            out,
            f"{what} {name!r}",
            "a name the format cannot hold",
            "letters a to z, digits and _, not beginning with a digit, and none of "
            + ", ".join(sorted(_RESERVED)),
            "rename it in the codebook",
        )
    return name


def paths_of(project: Project, suffix: str) -> dict[tuple[str, str], str]:
    """The path of the file of each coding, and of each document nobody worked on."""
    folders = file_names(document.id for document in project.documents)
    coders: Mapping[str, str] = file_names(dict.fromkeys(c.coder for c in project.codings))
    found = {(c.document, c.coder): f"{folders[c.document]}/{coders[c.coder]}{suffix}"
             for c in project.codings}  # fmt: skip
    worked = {coding.document for coding in project.codings}
    for document in project.documents:
        if document.id not in worked:
            found[document.id, NOBODY] = f"{folders[document.id]}/{NOBODY}{suffix}"
    return found

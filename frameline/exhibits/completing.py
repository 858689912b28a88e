"""Completion in a notebook: names of exhibits, codes, roles, documents and coders within quotes."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from frameline.corpus.codebook import ROLES
from frameline.exhibits.registry import names_of_exhibits
from frameline.exhibits.study import Study
from frameline.record.view import VIEWS

#: What is being written: a call with its first text, or a name with a text or a list of them.
_FIRST = re.compile(r"(\w+)\(\s*[\"']([^\"']*)$")
_NAMED = re.compile(r"(\w+)\s*=\s*\[?\s*(?:[\"'][^\"']*[\"']\s*,\s*)*[\"']([^\"']*)$")
_NEEDS = ("require", "has", "meets")


def candidates(line: str, studies: list[Study]) -> list[str]:
    """What could stand where the line ends, in order.

    Parameters
    ----------
    line : str
        The line up to the cursor.
    studies : list of Study
        Those that the notebook has made.

    Examples
    --------
    >>> candidates('exhibit("dumb', [])
    ['dumbbells']
    >>> candidates('texts.codebook.role("val', [])
    ['valence']
    """
    for pattern, known in ((_NAMED, _of_name), (_FIRST, _of_call)):
        found = pattern.search(line)
        if found is not None:
            name, begun = found.groups()
            names = dict.fromkeys(known(name, studies))
            return [one for one in names if one.casefold().startswith(begun.casefold())]
    return []


def _of_call(name: str, studies: list[Study]) -> Iterator[str]:
    if name in ("exhibit", "code"):
        yield from names_of_exhibits()
    elif name in ("role", "present", "aligned"):
        yield from ROLES["claims"]
    elif name in _NEEDS:
        yield from ("labels", "events", "coders", "texts", "comparisons")
        yield from (f"claims.{role}" for role in ROLES["claims"])
    elif name == "find_code":
        for study in studies:
            for variable in study.codebook.variables:
                yield from variable.order


def _of_name(name: str, studies: list[Study]) -> Iterator[str]:
    if name == "voice":
        yield from VIEWS
    for study in studies:
        if name in ("document", "drop", "doc_id"):
            yield from map(str, study.corpus.names)
        elif name in ("coder", "coding"):
            yield from ("final", *study.corpus.coder_names)
        elif name in ROLES["claims"] and (variable := study.codebook.role(name)):
            yield from variable.order


def matcher(shell: Any) -> Callable[[Any], Mapping[str, Any]]:
    """What IPython asks while someone writes in a cell of this shell."""
    from IPython.core.completer import SimpleCompletion, context_matcher

    @context_matcher()
    def frameline_names(context: Any) -> Mapping[str, Any]:
        studies = [value for value in shell.user_ns.values() if isinstance(value, Study)]
        found = candidates(context.text_until_cursor, studies)
        shown = [SimpleCompletion(text=name, type="frameline") for name in found]
        return {"completions": shown, "suppress": bool(shown), "ordered": True}

    found: Callable[[Any], Mapping[str, Any]] = frameline_names
    return found


def offer(shell: Any) -> None:
    """Complete names in this shell from now on."""
    completer = getattr(shell, "Completer", None)
    if completer is not None:
        completer.custom_matchers.append(matcher(shell))

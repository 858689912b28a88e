"""Taguette: what its reader of projects and its codebook share."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from frameline.exchange.model.project import Code

#: The only variable Taguette knows.
TAG = "tag"


def with_parents(codes: Mapping[str, Code]) -> dict[str, Code]:
    """The codes by name, without parents that are no codes themselves.

    >>> with_parents({"a.b": Code("a.b", parent="a")})["a.b"].parent
    ''
    """
    return {
        name: code if code.parent in codes else replace(code, parent="")
        for name, code in codes.items()
    }

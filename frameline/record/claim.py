"""One coded claim, as far as a reader may see it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, fields
from typing import Any

from frameline.record.mime import EVIDENCE_MIME
from frameline.record.shape import Shape, expect
from frameline.words.formats import is_missing

__all__ = ["EVIDENCE_MIME", "Claim", "claims_record", "read_claims"]


@dataclass(frozen=True)
class Claim:
    """One coded claim, as far as a reader may see it.

    Parameters
    ----------
    claim_id : str
    name, place : str
        The text it stands in, and where there.
    codes : str
        Its codes in words.
    anchor : str
        A phrase of the text, of a few words.
    gist : str
        What is claimed, in the coder's words.
    lang : str
        The language of the phrase.
    link : str
        An address where the place can be read; whoever makes a link of it looks at it first.
    """

    claim_id: str
    name: str = ""
    place: str = ""
    codes: str = ""
    anchor: str = ""
    gist: str = ""
    lang: str = ""
    link: str = ""

    @property
    def where(self) -> str:
        """The place in the text, unless the id says it already."""
        said = self.place.replace(" ", ".") in self.claim_id
        return "" if said else self.place

    @classmethod
    def of_row(cls, row: Mapping[str, Any]) -> Claim:
        """The claim of a row of a table; other columns are left out, missing values empty.

        >>> Claim.of_row({"claim_id": "a.c1", "place": 4, "gist": None, "seed": 1})
        Claim(claim_id='a.c1', name='', place='4', codes='', anchor='', gist='', lang='', link='')
        """
        known = {field.name: row.get(field.name) for field in fields(cls)}
        return cls(**{
            name: "" if is_missing(value) or value != value else str(value)
            for name, value in known.items()
        })  # fmt: skip

    def record(self) -> dict[str, str]:
        """The claim as JSON."""
        return asdict(self)

    @classmethod
    def from_record(cls, data: Any) -> Claim:
        """Read what `record` wrote.

        Raises
        ------
        RecordError
            The data have another shape, or no id.
        """
        shape = Shape(data, "a claim", ("claim_id",))
        expect(bool(shape.text("claim_id")), "an id of a claim")
        return cls(**{field.name: shape.text(field.name) for field in fields(cls)})


def claims_record(claims: Iterable[Claim]) -> dict[str, Any]:
    """A list of claims as JSON."""
    return {"claims": [claim.record() for claim in claims]}


def read_claims(data: Any) -> list[Claim]:
    """Read what `claims_record` wrote.

    Raises
    ------
    RecordError
        The data have another shape.
    """
    shape = Shape(data, "evidence", ("claims",))
    return [Claim.from_record(row) for row in shape.entries("claims")]

"""Looking claims up: by document, code, voice, coder or year, with phrase, gist and place."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any, ClassVar

import pandas as pd

from frameline.corpus.codebook import ROLES
from frameline.corpus.fault import hint, listed
from frameline.corpus.filter import FINAL, unknown_coding
from frameline.corpus.showing import table_html
from frameline.corpus.texts import texts_at_hand
from frameline.measures.kwic import MOST, keyword_in_context

if TYPE_CHECKING:
    from frameline.exhibits.study import Study

#: Rows that a notebook shows at once.
SHOWN = 200
#: What claims are looked up by besides their codes.
BESIDES = ("document", "year", "coder", "containing")
COLUMNS = {"claim_id": "claim", "name": "document", "place": "place", "codes": "codes",
           "anchor": "phrase", "gist": "gist"}  # fmt: skip


class Rows(pd.DataFrame):
    """A table of words: a notebook shows it with words flush left, and not cut."""

    @property
    def _constructor(self) -> Any:
        return Rows

    def _repr_html_(self) -> str:
        rows = self.head(SHOWN).itertuples(index=False, name=None)
        more = len(self) - SHOWN
        rest = f"<p>and {more:,} more: narrow the search, or .head()</p>" if more > 0 else ""
        return table_html([str(name) for name in self.columns], rows) + rest


class Claims(pd.DataFrame):
    """The claims that count, as a table; called, it looks claims up.

    Answers: which claims say this, and where?

    Examples
    --------
    >>> texts.claims(frame="sanctions", valence="D")  # doctest: +SKIP
    >>> texts.claims(document="abedin-2015-article", containing="oil")  # doctest: +SKIP
    """

    _metadata: ClassVar[list[str]] = ["_study"]

    @classmethod
    def of(cls, table: pd.DataFrame, study: Study) -> Claims:
        """The claims of a study."""
        made = cls(table)
        made.attrs = dict(table.attrs)  # the signs of codes that no claim has
        object.__setattr__(made, "_study", study)
        return made

    @property
    def _constructor(self) -> Any:
        # What is computed from the claims is a table like any other.
        return pd.DataFrame

    def __call__(self, **wanted: Any) -> Rows:
        """Claims with these codes, in these documents.

        Parameters
        ----------
        document : str or list of str, optional
            Ids or names of documents.
        year : int or list of int, optional
            Years of publication.
        coder : str, optional
            Whose codes are looked at; the final ones when not given.
        containing : str, optional
            Words in the gist or the phrase, in any case.
        **codes
            A role of the codebook, and a code, its label or a list of them:
            ``frame="sanctions"``, ``valence=["B", "A"]``, ``voice="own"``.

        Returns
        -------
        DataFrame [claim, document, place, codes, phrase, gist]
            One row a claim, in reading order; none where no claim has these codes.

        Raises
        ------
        ValueError
            A role, code, document, coder or year that there is none of, with the nearest.
        """
        return find_claims(self._study, **wanted)


def find_claims(
    texts: Study, *, document: Any = None, year: Any = None, coder: str = "",
    containing: str = "", **codes: Any,
) -> Rows:  # fmt: skip
    """What `Claims` gives when called."""
    rows: pd.DataFrame = texts.claims
    if coder:
        fault = unknown_coding(coder, texts.corpus.coder_names)
        if fault:
            raise ValueError(fault)
        rows = texts.layer("claims", coding=coder) if coder != FINAL else rows
    kept = pd.Series(True, index=rows.index)
    for role, names in codes.items():
        kept &= _coded(texts, rows, role, _list(names))
    if document is not None:
        kept &= rows["doc_id"].isin([find_document(texts, name) for name in _list(document)])
    if year is not None:
        kept &= rows["doc_id"].isin(_published(texts, _list(year)))
    if containing:
        said = rows["gist"].str.cat(rows["anchor"], sep=" ").str.casefold()
        kept &= said.str.contains(containing.casefold(), regex=False)
    found = texts.evidence(rows.loc[kept, "claim_id"])
    return Rows(found[list(COLUMNS)].rename(columns=COLUMNS))


def find_document(texts: Study, name: str) -> str:
    """The id of a document, by its id or its name.

    Raises
    ------
    ValueError
        There is none; the message has the nearest.
    """
    names = {str(shown).casefold(): str(doc_id) for doc_id, shown in texts.corpus.names.items()}
    ids = list(names.values())
    if name in ids:
        return name
    if str(name).casefold() in names:
        return names[str(name).casefold()]
    near = hint(str(name), ids) or hint(str(name), names)
    raise ValueError(f"no document {name!r}{near}; there are {listed(ids)}")


def find_words(texts: Study, word: str, *, document: Any = None, most: int = MOST) -> Rows:
    """A word in its context: ``texts.kwic("alliance")``.

    In what company does a word stand? Where the source texts are at hand, in these; else in the
    phrases of the claims. A line holds few words and at most half of its sentence
    (`frameline.measures.kwic`).

    Parameters
    ----------
    word : str
        A word or a few, in any case.
    document : str or list of str, optional
        Ids or names of documents.
    most : int
        Words of a line, at most 8.

    Returns
    -------
    DataFrame [document, place, left, word, right]

    Raises
    ------
    ValueError
        No word, more than 8 words a line, or an unknown document.
    """
    if not word.strip():
        raise ValueError("no word to look for")
    if not 2 <= most <= MOST:
        raise ValueError(f"most is {most}; allowed: 2 to {MOST} words, for texts are their owners'")
    chosen = [find_document(texts, name) for name in _list(document or list(texts.corpus.names))]
    sources = texts_at_hand(texts.path / "texts", texts.documents)
    if any(doc in sources for doc in chosen):
        return _in_texts(texts, word, chosen, sources, most)
    claims = texts.claims[texts.claims["doc_id"].isin(chosen)]
    rows = []
    for claim in claims.drop_duplicates("anchor").itertuples():
        start = claim.anchor.casefold().find(word.casefold())
        if start >= 0:
            end = start + len(word)
            rows.append((texts.corpus.names[claim.doc_id], claim.unit_id, claim.anchor[:start],
                         claim.anchor[start:end], claim.anchor[end:]))  # fmt: skip
    return Rows(rows, columns=["document", "place", "left", "word", "right"])


def _in_texts(
    texts: Study, word: str, chosen: Sequence[str], sources: dict[str, str], most: int
) -> Rows:
    """Lines of the source texts."""
    units = texts.units[texts.units["doc_id"].isin(chosen)]
    found = []
    for unit in units.itertuples():
        text = sources.get(unit.doc_id, "")[unit.start : unit.end]
        at = text.casefold().find(word.casefold())
        if at >= 0:
            start = unit.start + at
            found.append([unit.doc_id, unit.unit_id, "", start, start + len(word)])
    columns = ["doc_id", "unit_id", "code", "start", "end"]
    lines = keyword_in_context(pd.DataFrame(found, columns=columns), units, sources, most=most)
    shown = lines.assign(document=lines["doc_id"].map(texts.corpus.names), place=lines["unit_id"])
    return Rows(shown.rename(columns={"name": "word"})[["document", "place", "left", "word",
                                                        "right"]])  # fmt: skip


def _coded(texts: Study, rows: pd.DataFrame, role: str, names: Iterable[str]) -> pd.Series:
    """Which claims have one of these codes."""
    there = [name for name in ROLES["claims"] if name in rows.columns]
    variable = texts.codebook.role(role) if role in ROLES["claims"] else None
    if variable is None or role not in rows.columns:
        known = [*there, *BESIDES]
        raise ValueError(f"claims have no {role!r}{hint(role, known)}; they have {listed(known)}")
    if role == "voice":
        # As everywhere: ``own`` are the codes of the author's own words, ``all`` are all.
        views = {"own": variable.flagged("own"), "all": variable.order}
        names = [code for name in names for code in views.get(name, [name])]
    wanted = {variable.find_code(str(name)) for name in names}
    if not variable.multiple:
        return rows[role].isin(wanted)
    return rows[role].map(lambda held: bool(wanted & {code.strip() for code in held.split(";")}))


def _published(texts: Study, years: Sequence[Any]) -> list[str]:
    """The documents of some years."""
    table = texts.documents
    there = sorted({int(year) for year in table["year"].dropna()})
    unknown = [year for year in years if year not in there]
    if unknown:
        raise ValueError(f"no document of {unknown[0]}; there are {listed(list(map(str, there)))}")
    return list(table.loc[table["year"].isin(years), "doc_id"])


def _list(given: Any) -> list[Any]:
    return list(given) if isinstance(given, (list, tuple, set, frozenset)) else [given]

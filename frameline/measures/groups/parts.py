"""What is counted for groups: the part of each document that belongs to a group.

Where a group is a column of the documents, a part is a document. Where it is a column of the
claims (a speaker's party), a part holds the claims of one group in one document.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

import numpy as np
import numpy.typing as npt
import pandas as pd

from frameline.measures.large.philox import document_keys
from frameline.measures.resampling import Floats

#: A coder is redrawn who read at least so large a share of the documents; so many must be there.
LEAST_READ, LEAST_CODERS = 0.2, 3
#: Cells of coders x parts x codes that are held at once for drawing coders.
MOST_CELLS = 20_000_000


@dataclass(frozen=True)
class Parts:
    """Counts of codes in parts of documents.

    Attributes
    ----------
    groups, codes, coders : list of str
    group : array, parts
        Place of each part in `groups`.
    documents : array, parts
        Ids; a document may have several parts.
    k, n : arrays, parts x codes and parts
        What has a code, and what could have it: claims, or one document.
    weight : array, parts
    coded, coded_n, read : arrays, coders x parts (x codes)
        The same as each coder has it, and whether the coder read the document.
    """

    groups: list[str]
    codes: list[str]
    group: npt.NDArray[np.int64]
    documents: npt.NDArray[np.object_]
    k: Floats
    n: Floats
    weight: Floats
    coders: list[str] = field(default_factory=list)
    coded: Floats = field(default_factory=lambda: np.zeros((0, 0, 0)))
    coded_n: Floats = field(default_factory=lambda: np.zeros((0, 0)))
    read: Floats = field(default_factory=lambda: np.zeros((0, 0)))

    @property
    def sizes(self) -> npt.NDArray[np.int64]:
        """How many documents each group has."""
        return np.bincount(self.group, minlength=len(self.groups))

    @property
    def keys(self) -> npt.NDArray[np.uint64]:
        """A number for each document, the same in all its parts."""
        return document_keys(self.documents)

    def among(self, groups: Sequence[str], rest: str = "") -> Parts:
        """The parts of some groups, in this order; all others as one group where it has a name."""
        place = {name: number for number, name in enumerate(groups)}
        last = len(groups) if rest and set(self.groups) > set(groups) else -1
        new = np.array([place.get(name, last) for name in self.groups], dtype=np.int64)[self.group]
        kept = new >= 0
        found = replace(
            self, groups=[*groups, rest] if last >= 0 else list(groups), group=new[kept],
            documents=self.documents[kept], k=self.k[kept], n=self.n[kept],
            weight=self.weight[kept],
        )  # fmt: skip
        if not self.coders:
            return found
        coded, coded_n, read = self.coded[:, kept], self.coded_n[:, kept], self.read[:, kept]
        return replace(found, coded=coded, coded_n=coded_n, read=read)

    def weighted(self) -> tuple[Floats, Floats]:
        """What has each code, and what could have it, times the weight of the document."""
        return self.k * self.weight[:, None], self.n * self.weight


def count_parts(
    blocks: Iterable[pd.DataFrame], codes: Sequence[str], groups: Sequence[str] = ()
) -> Parts:
    """Lay out counts of claims as parts of documents.

    Parameters
    ----------
    blocks : tables [doc_id, group, code, n], and weight where documents have one
        A row for each document, group and code; a document may be spread over blocks. Rows with a
        code that is not in `codes`, and those without a group, do not count.
    codes, groups : sequences of str
        In the order wanted; groups by name where none are given.

    Returns
    -------
    Parts

    Examples
    --------
    >>> rows = pd.DataFrame({"doc_id": ["a", "a", "b"], "group": ["x", "x", "y"],
    ...                      "code": ["A", "B", "A"], "n": [1, 3, 2]})
    >>> parts = count_parts([rows], ["A", "B"])
    >>> parts.k.tolist(), parts.n.tolist()
    ([[1.0, 3.0], [2.0, 0.0]], [4.0, 2.0])
    """
    rows = pd.concat([*blocks, pd.DataFrame(columns=["doc_id", "group", "code", "n"])])
    rows = rows[rows["code"].isin(codes) & (rows["group"].fillna("") != "")]
    there = set(rows["group"])
    names = [name for name in groups if name in there] or sorted(there)
    rows = rows[rows["group"].isin(names)]
    keys = pd.MultiIndex.from_frame(rows[["doc_id", "group"]])
    part, found = pd.factorize(keys, sort=True)
    k = np.zeros((len(found), len(codes)))
    column = pd.Index(codes).get_indexer(pd.Index(rows["code"]))
    np.add.at(k, (part, column), rows["n"].to_numpy(dtype=float))
    weight = np.ones(len(found))
    if "weight" in rows:
        weight[part] = rows["weight"].to_numpy(dtype=float)
    place = pd.Index(names).get_indexer(found.get_level_values(1))
    documents = found.get_level_values(0).to_numpy(dtype=object)
    return Parts(names, list(codes), place.astype(np.int64), documents, k, k.sum(axis=1), weight)


def with_coders(parts: Parts, rows: pd.DataFrame, read: pd.DataFrame) -> Parts:
    """Add what each coder counts in the same parts.

    Parameters
    ----------
    parts : Parts
    rows : DataFrame [coder, doc_id, group, code, n]
    read : DataFrame [coder, doc_id]
        Who read what; a document read without a code is read all the same.

    Returns
    -------
    Parts
        Without coders where they are too many to be held.
    """
    coders = sorted(set(read["coder"]))
    shape = (len(coders), len(parts.group), len(parts.codes))
    if not len(coders) or np.prod(shape, dtype=float) > MOST_CELLS:
        return parts
    names = np.array(parts.groups, dtype=object)[parts.group]
    index = pd.MultiIndex.from_arrays([parts.documents, names])
    coded, known = np.zeros(shape), rows[rows["code"].isin(parts.codes)]
    part = index.get_indexer(pd.MultiIndex.from_frame(known[["doc_id", "group"]]))
    place = (
        pd.Index(coders).get_indexer(pd.Index(known["coder"])),
        part,
        pd.Index(parts.codes).get_indexer(pd.Index(known["code"])),
    )
    there = part >= 0
    n = known["n"].to_numpy(dtype=float)
    np.add.at(coded, tuple(axis[there] for axis in place), n[there])
    pairs = set(zip(read["coder"], read["doc_id"], strict=True))
    seen = np.array([[(c, d) in pairs for d in parts.documents] for c in coders], dtype=float)
    return replace(parts, coders=coders, coded=coded, coded_n=coded.sum(axis=2), read=seen)


def mean_of_coders(parts: Parts) -> Parts:
    """The parts with the mean of their coders in the place of the final codes.

    Question: which share of the documents has a code, where several codes may stand in one?

    Parameters
    ----------
    parts : Parts
        From `with_coders`, with counts of 0 and 1.

    Returns
    -------
    Parts
        k is the mean of the coders who read the document (0, 0.5, 1 with two), n is 1: a tie stays
        a half and is decided by nobody. Documents that nobody read are left out.
    """
    yes = np.minimum(parts.coded, 1)
    readers = parts.read.sum(axis=0)
    kept = readers > 0
    k = (yes * parts.read[:, :, None]).sum(axis=0)[kept] / readers[kept, None]
    return replace(
        parts, group=parts.group[kept], documents=parts.documents[kept], k=k,
        n=np.ones(int(kept.sum())), weight=parts.weight[kept], coded=yes[:, kept],
        coded_n=parts.read[:, kept], read=parts.read[:, kept],
    )  # fmt: skip


def mean_claims(parts: Parts) -> Parts:
    """The parts with the mean of their coders' claims in the place of the final ones."""
    readers = parts.read.sum(axis=0)
    kept = readers > 0
    over = np.where(kept, readers, 1)
    k = (parts.coded * parts.read[:, :, None]).sum(axis=0) / over[:, None]
    return replace(parts, k=k, n=k.sum(axis=1))

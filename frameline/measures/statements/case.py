"""One way of counting to work out: the claims, the texts and comparisons, how to count."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt
import pandas as pd

from frameline.measures.clusters import Clusters
from frameline.measures.resampling import Floats, sum_by
from frameline.measures.statements.material import FINAL, IN, OUT, UNITS, Material, Reading

SIDES = ("binding", "dividing")


@dataclass(frozen=True, eq=False)
class Case:
    """One way of counting.

    Attributes
    ----------
    material : Material
    spec : mapping choice -> option
    texts : tuple of str
        The texts that are compared: all, or all but one.
    """

    material: Material
    spec: Mapping[str, str]
    texts: tuple[str, ...]

    @property
    def reading(self) -> Reading:
        """The coding that is counted."""
        return self.material.readings[self.spec.get("coding", FINAL)]

    @cached_property
    def rows(self) -> npt.NDArray[np.bool_]:
        """The claims that are counted."""
        return self.reading.rows(self.spec)

    @property
    def pairs(self) -> list[tuple[str, str]]:
        """The comparisons."""
        return self.material.pairs(self.texts)

    @property
    def unit(self) -> str:
        """What is counted: claims, sentences or paragraphs."""
        return self.spec.get("unit", UNITS[0])

    @cached_property
    def key(self) -> tuple:
        """What tells this way of counting these texts from others."""
        return (self.texts, tuple(sorted(self.spec.items())))

    def by_text(self, mark: str) -> dict[str, Floats]:
        """Sums of a mark for each text; a text without anything to count has zeros."""
        present = self.reading.present(self.rows, self.unit, mark)
        order = self.material.texts
        sums = sum_by(self.reading.units[self.unit].doc, present, len(order))
        return {text: sums[place] for place, text in enumerate(order) if text in self.texts}

    def clusters(self, mark: str) -> dict[str, Clusters]:
        """Count a mark by paragraph, in reading order, in each text.

        Parameters
        ----------
        mark : str
            "frame": the codes are numbers, as text; "frame binding" and "frame dividing": the
            same, counted on one side only; "sides": "binding" and "dividing", ambivalent claims
            half of each where the specification counts them; "other", "conceded": "yes" and "no".

        Returns
        -------
        dict doc_id -> Clusters
            Every text of the case, also those without a claim in this way.
        """
        key = (mark, self.key[1])
        memo = self.material.memo
        if key not in memo:
            memo[key] = self._clusters(mark)
        return {text: memo[key][text] for text in self.texts}

    def _clusters(self, mark: str) -> dict[str, Clusters]:
        # A code on one side is kept under the name of the side.
        stored = mark.removeprefix("frame ")
        present = self.reading.present(self.rows, self.unit, stored)
        things, (hits, codes) = self.reading.units[self.unit], self._hits(mark, present)
        sizes = present[:, -1] if mark != "sides" else hits.sum(axis=1)
        table, found = np.column_stack([hits, sizes]), {}
        for place, text in enumerate(self.material.texts):
            rows = things.doc == place
            group = pd.factorize(things.group[rows])[0].astype(np.int64)
            sums = sum_by(group, table[rows], int(group.max()) + 1 if group.size else 0)
            kept = sums[:, -1] > 0
            found[text] = Clusters(sums[kept, :-1], sums[kept, -1], codes)
        return found

    def _hits(self, mark: str, present: Floats) -> tuple[Floats, tuple[str, ...]]:
        if mark.startswith("frame"):
            return present[:, :-1], tuple(str(code) for code in range(present.shape[1] - 1))
        if mark == "sides":
            half = present[:, [2]] / 2 if self.spec.get("ambivalent", OUT) == IN else 0.0
            return present[:, :2] + half, SIDES
        return np.column_stack([present[:, 0], present[:, -1] - present[:, 0]]), ("yes", "no")

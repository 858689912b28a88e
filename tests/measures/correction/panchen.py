"""What a machine and people said of the petitions of a public set, as counts.

Source: the R package dsl (1,412 petitions, 500 of them coded by people too). Counts only, in the
order of the file where the order matters.
"""

import numpy as np

from frameline.measures.correction.cell import cell_of

#: Documents, those the machine says yes of, and the gold ones by (machine, gold).
TOTAL, YES = 1412, 344
TABLE = {(0, 0): 332, (0, 1): 48, (1, 0): 50, (1, 1): 70}
#: The same for petitions that were not sent on, and that were.
GROUPS = {
    0: (822, 267, {(0, 0): 167, (0, 1): 21, (1, 0): 42, (1, 1): 49}),
    1: (590, 77, {(0, 0): 165, (0, 1): 27, (1, 0): 8, (1, 1): 21}),
}


def cell(total=TOTAL, yes=YES, table=None, **given):
    """A cell with these counts, gold documents first."""
    table = TABLE if table is None else table
    machine = np.concatenate([np.full(n, f) for (f, _), n in table.items()]).astype(float)
    gold = np.concatenate([np.full(n, y) for (_, y), n in table.items()]).astype(float)
    more = yes - int(machine.sum())
    rest = np.r_[np.ones(more), np.zeros(total - len(machine) - more)]
    return cell_of(np.r_[machine, rest], range(len(gold)), gold, **given)

"""Headline statements as tests: which hold under other choices, without each text, each coder?

A statement is what a chapter says first. Each kind is a class that finds it, estimates it in a way
of counting, says whether it holds there, and names the claims that speak against it:

==========  ===============================================  ===================================
kind        estimate                                         holds
==========  ===============================================  ===================================
labels      texts whose leading labels in title and body     where they are exactly as large a
            differ                                           share of the texts with both
verdicts    net balance of the text, turned round where a    with the sign stated
            coding gives it the opposite verdict
leaning     net balance of a named text                      where its interval leaves 0 out;
                                                             "none" where none does
balance     difference of the net balances of a named pair   where its p, corrected over the
                                                             comparisons, is below .05; "none"
                                                             where no pair's is
reasons     comparisons in which no reason that leads on a   as labels
            side in one text does so in the other
mix         divergence of the reasons of a named pair        as balance, by the test of mixes
voices      share of other voices in the first text, minus   where its p, corrected over the
            that in the second                               other texts, is below .05
turn        the same with claims that the author concedes    as voices
==========  ===============================================  ===================================

"One of four differs" is a count over comparisons and no statement: pairs are named, and counts are
told exactly (`pair_counts`). Texts too short to compare are listed by the chapters and never
compared: they are no "other text" here. A count over texts is not judged with one left out.

Source: Simonsohn, Simmons & Nelson 2020, Nature Human Behaviour 4:1208-1214 (specification curve).
"""

from frameline.measures.statements.case import Case
from frameline.measures.statements.kind import Estimate, Kind, Statement
from frameline.measures.statements.material import (
    FILTERS,
    FINAL,
    UNITS,
    Material,
    Reading,
    gather,
)
from frameline.measures.statements.testing import (
    KINDS,
    PAIRS,
    against,
    against_labels,
    cases,
    find_statements,
    leave_out,
    options,
    pair_counts,
    pair_ways,
    reported_case,
    specify,
    survival,
)

__all__ = [
    "FILTERS", "FINAL", "KINDS", "PAIRS", "UNITS", "Case", "Estimate", "Kind", "Material",
    "Reading", "Statement", "against", "against_labels", "cases", "find_statements", "gather",
    "leave_out", "options", "pair_counts", "pair_ways", "reported_case", "specify", "survival",
]  # fmt: skip

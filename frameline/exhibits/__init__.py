"""The chapter layer: one function an exhibit, a corpus and choices in, a piece of report out.

    texts = study("steps", "data", voice="own")
    exhibit("step-tests", texts)

An exhibit works in a notebook, in a script, in a sweep and in another project: it computes its
measure, draws its chart, registers its findings and says its sentences, all of which stand in
``report/texts``. `listing` says which exhibits there are and what each needs.
"""

from frameline.exhibits.cells import watch
from frameline.exhibits.completing import offer
from frameline.exhibits.registry import code, exhibit, listing
from frameline.exhibits.study import study

# In a notebook: which cell runs, and which one a name that is not there would come from.
watch(offer=offer)

__all__ = ["code", "exhibit", "listing", "study"]

"""Who coded the texts?"""

from __future__ import annotations

from frameline.exhibits.agreement._tables import count_coders
from frameline.exhibits.registry import Blocks, shows
from frameline.exhibits.study import Study


@shows("several-coders")
def who_coded(texts: Study) -> Blocks:
    """Who coded the texts?"""
    count_coders(texts)
    f = texts.findings
    coders, machines, people = (
        f[key].value for key in ("coders.count", "coders.machine", "coders.human")
    )
    alike = {machines: "machines", people: "people"}.get(coders, "no")
    others = machines + people < coders
    return [
        texts.say("who-coded", alike=alike, others=others),
        texts.say("machines-alike") if machines else None,
    ]

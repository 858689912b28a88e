"""Who can read these files?"""

from __future__ import annotations

from frameline.exhibits.registry import Blocks, shows
from frameline.exhibits.study import Study


@shows()
def access(texts: Study) -> Blocks:
    """Who can read these files?"""
    return [texts.say("access-page", style="text"), texts.say("access-print", style="text")]

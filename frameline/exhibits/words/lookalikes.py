"""What would a word count have got wrong?"""

from __future__ import annotations

from frameline.exhibits.registry import Blocks, shows
from frameline.exhibits.study import Study
from frameline.exhibits.words._tables import by_word, count_look_alikes, quoted


@shows("tokens", "blocks")
def lookalikes(texts: Study, min_mentions: int = 3) -> Blocks:
    """What would a word count have got wrong?"""
    counted = texts.word("filter-files")
    f, words = texts.findings.under(counted), by_word(texts, min_mentions)
    count_look_alikes(texts, min_mentions)
    never = words.index[words["asserted"] == 0]
    f.add("lookalikes.never", quoted(texts, never), unit="list")
    if not len(words):
        return None
    return [texts.state("lookalikes", filter=counted), texts.say("lookalikes-other-hits")]

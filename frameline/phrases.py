"""Parts of sentences that depend on a number: one text or several, one comparison or more.

Each function gives a template for `Findings.say`; the numbers themselves stay findings.
"""

from __future__ import annotations

from collections.abc import Iterable


def who_coded(coders: int, machines: int, people: int) -> str:
    """How many coded, and what they are as far as the corpus says.

    Findings: coders.count, coders.machine, coders.human.

    >>> who_coded(2, 0, 0)
    '{coders.count:Words|coder|coders} coded the texts independently.'
    >>> who_coded(2, 2, 0)
    '{coders.count:Words|coder|coders} coded the texts independently; both are machines.'
    """
    line = "{coders.count:Words|coder|coders} coded the texts independently"
    all_of_them = "both" if coders == 2 else "all of them"
    if coders == machines:
        return f"{line}; {all_of_them} are machines."
    if coders == people:
        return f"{line}; {all_of_them} are people."
    kinds = []
    if machines:
        kinds.append("{coders.machine:words|is a machine|are machines}")
    if people:
        kinds.append("{coders.human:words|is a person|are people}")
    if machines + people < coders and kinds:
        kinds.append("of the others the kind is not known")
    return f"{line}; {', '.join(kinds)}." if kinds else f"{line}."


def machines_only(coders: int, machines: int) -> str:
    """What to add to a statement about agreement where no person coded; else nothing.

    Findings: coders.count.

    >>> machines_only(2, 2), machines_only(2, 0), machines_only(2, 1)
    ('; both coders were machines', '', '')
    """
    if coders < 2 or machines < coders:
        return ""
    return "; both coders were machines" if coders == 2 else (
        "; all {coders.count:words|coder|coders} were machines"
    )  # fmt: skip


def kinds_of_coders(machines: int, people: int) -> str:
    """Machines and people, naming no kind that there is none of.

    Findings: limits.machines, limits.people.

    >>> kinds_of_coders(0, 2)
    '{limits.people:words|person|people}'
    """
    parts = [
        template
        for count, template in (
            (machines, "{limits.machines:words|machine|machines}"),
            (people, "{limits.people:words|person|people}"),
        )
        if count
    ]
    return " and ".join(parts)


def mix_differs(beyond: int, of: int) -> str:
    """In how many comparisons the mix of reasons differs by more than chance gives.

    Findings: steps.mix.beyond, steps.count.

    >>> print(mix_differs(0, 1).partition(" than ")[0])
    From one text to the other the mix of reasons differs by no more
    """
    split = "a random split of the paragraphs would give"
    if of == 1:
        more = "more" if beyond else "no more"
        return f"From one text to the other the mix of reasons differs by {more} than {split}."
    counted = "{steps.mix.beyond:none} of {steps.count:words|comparison|comparisons}"
    return f"From text to text the mix of reasons differs by more than {split} in {counted}."


def balance_differs(clear: int, of: int) -> str:
    """In how many comparisons the net balance differs clearly.

    Findings: steps.net.clear, steps.count.

    >>> balance_differs(1, 1)
    'The balance of binding and dividing claims differs clearly.'
    """
    balance = "The balance of binding and dividing claims"
    if of == 1:
        return f"{balance} {'differs clearly' if clear else 'does not differ clearly'}."
    counted = "{steps.net.clear:none} of {steps.count:words|comparison|comparisons}"
    return f"{balance} differs clearly in {counted}."


def largest_difference(smallest_known: bool) -> str:
    """The largest difference in net balance beside the smallest that such texts can show.

    Findings: steps.net.largest, steps.net.reach, steps.net.smallest; FROM and TO stand for ids.

    >>> largest_difference(False).partition("; ")[2]
    'between texts so short no difference could be shown.'
    """
    line = (
        "From {name.FROM} to {name.TO} it differs by {steps.net.largest} "
        "({level} interval {steps.net.largest:ci})"
    )
    if not smallest_known:
        return f"{line}; between texts so short no difference could be shown."
    resolve = "{steps.net.reach} than two such texts can resolve ({steps.net.smallest})"
    return f"{line}, {resolve}."


def heavier_side(texts: int, ways: int, known: int, turned: int) -> str:
    """Which side is heavier, and whether that depends on what is counted.

    Parameters
    ----------
    texts, ways : int
        Texts, and ways of counting.
    known, turned : int
        Texts long enough for an interval, and those among them whose balance turns.

    Findings: net.flips.count, net.binding.count, net.known.count.

    >>> heavier_side(1, 1, 0, 0), heavier_side(1, 4, 1, 0)
    ('Too few paragraphs to say which side is heavier', 'Whatever is counted, one side is heavier')
    """
    if not known:
        return "Too few paragraphs to say which side is heavier"
    if turned:
        which = "which side is heavier depends on what is counted"
        return f"In {{net.flips.count:words|text|texts}}, {which}" if texts > 1 else (
            which.capitalize()
        )  # fmt: skip
    if ways > 1:
        same = "the same side is heavier in each text" if known > 1 else "one side is heavier"
        return f"Whatever is counted, {same}"
    return "Texts in which more claims bind than divide: {net.binding.count} of {net.known.count}"


def other_voices(texts: int, share: float) -> str:
    """How much of a text is said by others than its author.

    Findings: share_other_voice.ID; ID stands for the text with the largest share.

    >>> other_voices(3, 0.0)
    'No text makes a claim in another voice than its author’s own.'
    """
    if not share:
        none = "No text makes a claim" if texts > 1 else "The text makes no claim"
        return f"{none} in another voice than its author’s own."
    most = ", more than in any other text long enough to compare" if texts > 1 else ""
    made = "Other voices make {share_other_voice.ID} of the {share_other_voice.ID:n} claims"
    interval = "({level} interval {share_other_voice.ID:ci})"
    return f"{made} in {{name.ID}}{most} {interval}."


def given_everywhere(texts: int, everywhere: int, noun: str = "reason") -> str:
    """Which reasons every text gives.

    Findings: driver.everywhere, driver.used.

    >>> given_everywhere(1, 3), given_everywhere(2, 0)
    ('{driver.used:Words|reason|reasons} in one text', 'No reason is given by every text')
    """
    if texts == 1:
        return f"{{driver.used:Words|{noun}|{noun}s}} in one text"
    if not everywhere:
        return f"No {noun} is given by every text"
    return f"{noun.capitalize()}s that every text gives: {{driver.everywhere}}"


def words_differ(differ: int, of: int) -> str:
    """In how many texts title and author lead with different words.

    Findings: labels.differ, labels.texts.

    >>> words_differ(2, 4)[:50]
    'In {labels.differ:none} of {labels.texts:words|tex'
    """
    leading, own = "leading word for the relationship in the title", "the author’s own sentences"
    if of == 1:
        return f"The {leading} {'differs from' if differ else 'is'} the one that {own} settle on."
    counted = "{labels.differ:none} of {labels.texts:words|text|texts}"
    return f"In {counted} the {leading} differs from the one that {own} settle on."


def resolved(reached: int, of: int) -> str:
    """In how many comparisons the difference found is one that the texts can resolve.

    Findings: resolution.reached, resolution.pairs.

    >>> resolved(0, 1)
    'The difference found does not come up to what these texts can resolve.'
    """
    if of == 1:
        comes = "comes" if reached else "does not come"
        return f"The difference found {comes} up to what these texts can resolve."
    counted = "{resolution.reached:none} of {resolution.pairs:words|comparison|comparisons}"
    return f"The differences found come up to what their texts can resolve in {counted}."


def movement(gains: Iterable[str], losses: Iterable[str]) -> str:
    """Which reasons a text has more of than the one before it, and which it has less of.

    Findings: KEY.gains, KEY.losses; KEY stands for the step.

    >>> movement(["trade"], []), movement([], [])
    ('more of {KEY.gains}', 'no single reason stands out')
    """
    gained, lost = bool(list(gains)), bool(list(losses))
    parts = ["more of {KEY.gains}"] * gained + ["less of {KEY.losses}"] * lost
    return "; ".join(parts) or "no single reason stands out"


def counted_in_short(kind: str, said: int, of: int) -> str:
    """A statement that counts texts or comparisons, in few words.

    Parameters
    ----------
    kind : str
        "labels", "reasons" or "mix".
    said, of : int
        How many, of how many.

    Findings: said.NAME, said.NAME.of; NAME stands for the statement, DOES for its verb.

    >>> counted_in_short("mix", 0, 1), counted_in_short("labels", 1, 1)
    ('Reasons do not differ beyond chance', 'Title and author lead with different words')
    """
    one = {
        "labels": (
            "Title and author lead with different words",
            "Title and author lead with one word",
        ),
        "reasons": ("What most often DOES differs", "What most often DOES does not differ"),
        "mix": ("Reasons differ beyond chance", "Reasons do not differ beyond chance"),
    }[kind]
    if of == 1:
        return one[0] if said else one[1]
    thing = "text|texts" if kind == "labels" else "comparison|comparisons"
    return f"{one[0]} in {{said.NAME:none}} of {{said.NAME.of:words|{thing}}}"


def left_out(coders: int, failures: int, texts: int) -> str:
    """What leaving out a text or a coder overturns.

    Findings: ladder.failed.count.

    >>> left_out(0, 0, 2)
    'Leaving out one text overturns no statement'
    """
    what = "one text" if not coders else "one text or coder" if texts > 1 else "one coder"
    if not failures:
        return f"Leaving out {what} overturns no statement"
    return f"Leaving out {what} overturns {{ladder.failed.count:words|statement|statements}}"


def reasons_turn(texts: int, turning: int) -> str:
    """Which reasons bind in one text and divide in another.

    Findings: driver.turning.count.

    >>> reasons_turn(2, 1)
    '{driver.turning.count:Words} reason binds in one text and divides in another'
    """
    if texts == 1:
        return "What binds and what divides in one text"
    if not turning:
        return "Each reason keeps its direction from text to text"
    does = "reason binds in one text and divides" if turning == 1 else (
        "reasons bind in one text and divide"
    )  # fmt: skip
    return f"{{driver.turning.count:Words}} {does} in another"


def other_reason(other: int, of: int) -> str:
    """Whether what most often binds, or divides, is another reason in the next text.

    Findings: driver.change.WAY, driver.change.WAY.of; WAY is the side, DOES its verb.

    >>> other_reason(1, 1)
    'What most often DOES the two is another reason'
    """
    line = "What most often DOES the two is"
    if of == 1:
        return f"{line} {'another' if other else 'the same'} reason"
    counted = "{driver.change.WAY:none} of {driver.change.WAY.of:words|comparison|comparisons}"
    return f"{line} another reason in {counted}"


def advised(given: int, without: int) -> str:
    """How many texts advise, how much, and which do not.

    Findings: advice.texts, advice.count, advice.count.ID, advice.none; ID is the text that
    advises most.

    >>> advised(1, 0)
    '{advice.texts:Words} text gives advice: {advice.count:|recommendation|recommendations}.'
    """
    texts = "{advice.texts:Words} " + ("text gives" if given == 1 else "texts give") + " advice"
    count = "{advice.count:|recommendation|recommendations}"
    most = f", {count} in all, {{advice.count.ID}} of them in {{name.ID}}." if given > 1 else (
        f": {count}."
    )  # fmt: skip
    return texts + most + (" Without advice: {advice.none}." if without else "")

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

"""What guides ask for, and how the data answer: one line an item.

The guides: K Krippendorff, N Neuendorf, L Lacy and others, M Matthes and Kohring, J the reporting
standards for qualitative research, T the guidelines for openness, B data statements, G the guides
for studies coded by language models, A the laws on accessibility.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Literal

from frameline.corpus.statements import read_statements, was_done
from frameline.exhibits.study import Study, once

Answer = Literal["yes", "partly", "no", "blank", "does-not-apply"]
Rule = Callable[[Study], Answer]


@dataclass(frozen=True)
class Item:
    """One thing that guides ask for.

    Attributes
    ----------
    key : str
        Its words are the part of this name of the message ``self-check-items``.
    guides : str
        Letters of the guides that ask for it.
    rule : callable
        What the data answer.
    place : str
        Where the report says it: a part of ``self-check-places``; blank where a statement is it.
    stated : str
        The statement that is printed in its place.
    """

    key: str
    guides: str
    rule: Rule
    place: str = ""
    stated: str = ""


@once
def stated(texts: Study) -> dict[str, str]:
    """What the makers of the corpus state about themselves."""
    return read_statements(texts.path)


def _said(name: str, texts: Study) -> Answer:
    done = was_done(stated(texts)[name])
    return "blank" if done is None else "yes" if done else "no"


def _found(*starts: str) -> Rule:
    """Yes where each of these was found by a chapter of this build."""

    def rule(texts: Study) -> Answer:
        known = [bool(texts.findings.known(start)) for start in starts]
        return "yes" if all(known) else "partly" if any(known) else "no"

    return rule


def _has(*needs: str) -> Rule:
    """Yes where the corpus has all of these."""

    def rule(texts: Study) -> Answer:
        held = [texts.has(need) for need in needs]
        return "yes" if all(held) else "partly" if any(held) else "no"

    return rule


def _columns(table: str, *names: str) -> Rule:
    """Yes where each row of a table fills these columns, partly where some cells are filled."""

    def rule(texts: Study) -> Answer:
        rows = texts.coders if table == "coders" else texts.documents
        cells = [
            str(cell).strip() not in ("", "<NA>", "nan", "None")
            for name in names if name in rows for cell in rows[name]
        ]  # fmt: skip
        whole = bool(cells) and all(cells) and all(name in rows for name in names)
        return "yes" if whole else "partly" if any(cells) else "blank"

    return rule


def _rules(start: str) -> Rule:
    """Yes where the codebook has rules or limits whose ids begin so."""

    def rule(texts: Study) -> Answer:
        return "yes" if any(one.id.startswith(start) for one in texts.codebook.rules) else "no"

    return rule


def _examples(texts: Study) -> Answer:
    codes = [code for v in texts.codebook.variables for code in v.codes]
    held = [bool(code.definition) for code in codes]
    return "yes" if held and all(held) else "partly" if any(held) else "no"


def _examples_apart(texts: Study) -> Answer:
    """Whether agreement is also given without the sentences that the codebook quotes."""
    quoted = any(c.example_place for v in texts.codebook.layer("claims") for c in v.codes)
    return _found("alpha.")(texts) if quoted else "does-not-apply"


def _machines(rule: Rule, texts: Study) -> Answer:
    """An item that is asked of machine coders only."""
    kinds = set(texts.coders["kind"]) if "kind" in texts.coders else set()
    return rule(texts) if "machine" in kinds else "does-not-apply"


def _people(rule: Rule, texts: Study) -> Answer:
    """An item that is asked of human coders only; of all where no kind is given."""
    kinds = set(texts.coders["kind"]) if "kind" in texts.coders else set()
    return "does-not-apply" if kinds == {"machine"} else rule(texts)


def _always(texts: Study) -> Answer:
    """What every report of this program has."""
    return "yes"


def _several(texts: Study) -> Answer:
    return "yes" if len(texts.coders) > 1 else "no" if len(texts.coders) else "blank"


def _history(texts: Study) -> Answer:
    return "yes" if texts.codebook.changes else "no"


def _by_statement(key: str, guides: str) -> Item:
    return Item(key, guides, partial(_said, key), stated=key)


def _of_machines(key: str, guides: str, rule: Rule, place: str = "", stated: str = "") -> Item:
    return Item(key, guides, partial(_machines, rule), place, stated)


MODEL = ("model", "version", "access", "date", "settings")
ITEMS = (
    _by_statement("question", "KNJ"),
    _by_statement("expectations", "NJT"),
    _by_statement("theory", "KMJ"),
    _by_statement("prior_work", "J"),
    _by_statement("selection", "KL"),
    _by_statement("not_selected", "LB"),
    _by_statement("searches", "L"),
    Item("versions", "BT", _columns("documents", "published", "sha256"), "card"),
    Item("rights", "TB", _columns("documents", "rights"), "card"),
    Item("unitising", "K", _found("alpha.claims_per_unit"), "agreement"),
    _by_statement("blindness", "KL"),
    Item("codebook", "KNL", _examples, "codebook"),
    Item("history", "K", _history, "codebook"),
    _by_statement("pilot", "NL"),
    Item("coders", "KNLJG", _several, "agreement"),
    Item("training", "NLJ", partial(_people, partial(_said, "training")), stated="training"),
    _of_machines("model", "G", _columns("coders", *MODEL), "method"),
    _of_machines("form", "G", partial(_said, "form"), stated="form"),
    _of_machines("validation", "G", partial(_said, "validation"), stated="validation"),
    _of_machines("contamination", "G", partial(_said, "contamination"), stated="contamination"),
    Item("sample", "LN", _found("units.count"), "agreement"),
    Item("coefficient", "KL", _found("alpha."), "agreement"),
    Item("intervals_of_agreement", "L", _found("alpha."), "agreement"),
    Item("simple_agreement", "L", _found("alike."), "agreement"),
    Item("skew", "L", _found("alike."), "agreement"),
    Item("below_floor", "K", _found("verdict."), "agreement"),
    Item("by_code", "K", _found("confusion."), "agreement"),
    Item("without_examples", "K", _examples_apart, "agreement"),
    _by_statement("stability", "N"),
    Item("disagreements", "K", _has("adjudication"), "codebook"),
    _by_statement("criterion", "KM"),
    Item("convergence", "KM", _found("convergence."), "words"),
    Item("elements", "M", _found("portrait."), "portraits"),
    Item("unit_of_inference", "KL", _found("methods."), "methods"),
    Item("multiplicity", "", _found("steps.mix"), "steps"),
    Item("effects", "T", _found("net_valence."), "reasons"),
    Item("robustness", "", _found("statement."), "robustness"),
    Item("negative_cases", "J", _found("statement."), "robustness"),
    Item("rivals", "J", _rules("L"), "limits"),
    _by_statement("adequacy", "J"),
    Item("resolution", "J", _found("longer."), "limits"),
    _by_statement("position", "J"),
    _by_statement("funding", "JT"),
    _by_statement("conflicts", "JT"),
    _by_statement("contributions", "JT"),
    _by_statement("ethics", "JB"),
    _by_statement("identifier", "T"),
    Item("citing", "T", _always, "method"),
    Item("environment", "T", _found("made.with"), "methods"),
    _by_statement("registration", "T"),
    Item("summaries", "J", _columns("documents", "thesis"), "portraits"),
    Item("accessibility", "A", _always, "method"),
)  # fmt: skip

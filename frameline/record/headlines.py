"""Whether a headline keeps the rules: what it may say, checked against the figure under it.

A headline (1) cites a finding that changes with the data, (2) counts what its noun says, (3) has
what it counts highlighted in the chart, (4) has the n of the chart and of the sentences beside it,
(5) has no term of method and nothing that the design cannot support, (6) holds in both voices or
says where not, and (7) is no longer than a line. Besides, it (8) says nothing more surely than it
is, (9) prints the value of the finding it cites, and (10) names only what the exhibit shows.
Nothing here knows how a figure is made: the build hands over the title, the findings, the marks,
and gets a list of what is wrong.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from frameline.record.finding import Finding
from frameline.record.prose import Prose
from frameline.record.shape import is_number
from frameline.words.formats import format_value
from frameline.words.refused import JARGON, UNSUPPORTED, first_refused

LONGEST = 90
"""Characters of a headline."""

NEAR = 3
"""A noun that is counted stands among so many words behind its number."""

CITES, COUNTS, MARKS, SAME_N, PLAIN, VOICES, LENGTH, STRENGTH, VALUE, SHOWN = (
    "cites no finding", "counts something else", "marks something else", "another n",
    "refused word", "voices differ", "too long", "surer than it is", "another number",
    "not in the exhibit",
)  # fmt: skip
"""The rules, by what is wrong where one is broken."""


@dataclass(frozen=True)
class Violation:
    """A rule that a headline breaks, and by what."""

    rule: str
    text: str

    def __str__(self) -> str:
        return f"{self.rule}: {self.text}"


@dataclass(frozen=True)
class Counted:
    """What a finding counts.

    Attributes
    ----------
    nouns : tuple of str
        The nouns that it may be told with ("verdict", "verdicts"); none: any.
    things : tuple of str
        What was counted, one for each mark or row; things that are the same count once.
    """

    nouns: tuple[str, ...]
    things: tuple[str, ...]


@dataclass(frozen=True)
class Headline:
    """A title with all that its rules look at.

    Attributes
    ----------
    title : Prose
    findings : mapping of key to Finding
        Those of the figure and of the sentences beside it.
    constant : frozenset of str
        Keys of findings that do not change with the data (settings).
    counted : mapping of key to Counted
        What the counts among the findings count.
    highlighted : frozenset of str, optional
        Evidence ids of the highlighted marks of the chart; None where a chart highlights nothing
        and no finding of the title has evidence to show.
    chart_n : int, optional
        What the chart was drawn from.
    beside : tuple of Prose
        Sentences beside the chart.
    explained : frozenset of str
        Keys of findings whose other n the figure explains in place.
    voices : mapping of voice to bool
        Whether the title holds in each voice.
    where_words : tuple of str
        Words by which a title says in which voice it holds.
    open : frozenset of str
        Keys of findings on which only open statements rest.
    asking : tuple of str
        Words by which a title asks.
    spelled : mapping of str to number
        Numbers that are written as words.
    shown : tuple of str, optional
        The words and ids of the exhibit apart from its title; None where that is not known.
    """

    title: Prose
    findings: Mapping[str, Finding]
    constant: frozenset[str] = frozenset()
    counted: Mapping[str, Counted] = field(default_factory=dict)
    highlighted: frozenset[str] | None = None
    chart_n: int | None = None
    beside: tuple[Prose, ...] = ()
    explained: frozenset[str] = frozenset()
    voices: Mapping[str, bool] = field(default_factory=dict)
    where_words: tuple[str, ...] = ()
    open: frozenset[str] = frozenset()
    asking: tuple[str, ...] = ()
    spelled: Mapping[str, float] = field(default_factory=dict)
    shown: tuple[str, ...] | None = None

    def cited(self, *sentences: Prose) -> list[Finding]:
        """The findings that the title (or these sentences) cites, each once, as far as known."""
        keys = dict.fromkeys(key for said in sentences or (self.title,) for key in said.keys)
        return [self.findings[key] for key in keys if key in self.findings]


def cites_a_finding(headline: Headline) -> list[Violation]:
    """Refuse a title without a finding that changes with the data, or with an unknown one.

    Examples
    --------
    >>> from frameline.record.prose import Segment
    >>> said = Prose((Segment("All is well"),), "title")
    >>> [str(v) for v in cites_a_finding(Headline(said, {}))]
    ['cites no finding: All is well']
    """
    unknown = [key for key in headline.title.keys if key not in headline.findings]
    if unknown:
        return [Violation(CITES, f"no finding {key}") for key in unknown]
    if any(finding.key not in headline.constant for finding in headline.cited()):
        return []
    return [Violation(CITES, str(headline.title))]


def counts_what_it_says(headline: Headline) -> list[Violation]:
    """Refuse a count that is told with another noun, or that is not the number of things.

    Examples
    --------
    >>> from frameline.record.prose import Segment
    >>> said = Prose((Segment("Five", "rows"), Segment(" ways to say it")), "title")
    >>> counted = {"rows": Counted(("text", "texts"), ("a", "b"))}
    >>> rows = Finding("rows", 5, "count")
    >>> [v.text for v in counts_what_it_says(Headline(said, {"rows": rows}, counted=counted))]
    ['"Five ways to say" counts text or texts', 'rows is 5, and 2 different things were counted']
    """
    found = []
    segments = headline.title.segments
    for place, segment in enumerate(segments):
        counted = headline.counted.get(segment.key) if segment.key else None
        if counted is None:
            continue
        behind = "".join(later.text for later in segments[place + 1 :]).split()[:NEAR]
        nouns = {noun.casefold() for noun in counted.nouns}
        own = re.findall(r"\w+", segment.text)[1:]  # "3 texts" where the noun is in the finding
        heard = {word.strip(".,:;!?\u201d\u2019\"'").casefold() for word in [*own, *behind]}
        if nouns and not nouns & heard:
            said = f'"{" ".join([segment.text, *behind])}"'
            found.append(Violation(COUNTS, f"{said} counts {' or '.join(counted.nouns)}"))
        finding = headline.findings.get(segment.key)
        distinct = len(set(counted.things))
        if finding is not None and finding.value != distinct:
            text = f"{finding.key} is {finding.text}, and {distinct} different things were counted"
            found.append(Violation(COUNTS, text))
    return found


def marks_what_it_counts(headline: Headline, *, most: int = 3) -> list[Violation]:
    """Refuse a chart that highlights other claims than those behind the title.

    Examples
    --------
    >>> from frameline.record.prose import Segment
    >>> said = Prose((Segment("2", "arms"), Segment(" claims bind")), "title")
    >>> arms = Finding("arms", 2, "count", evidence=("c1", "c2"))
    >>> headline = Headline(said, {"arms": arms}, highlighted=frozenset({"c1", "c3"}))
    >>> [v.text for v in marks_what_it_counts(headline)]
    ['not highlighted: c2', 'highlighted without being counted: c3']
    """
    behind = {claim for finding in headline.cited() for claim in finding.evidence}
    if headline.highlighted is None:
        return [Violation(MARKS, "the chart highlights nothing")] if behind else []
    found = []
    for words, ids in (
        ("not highlighted", behind - headline.highlighted),
        ("highlighted without being counted", headline.highlighted - behind),
    ):
        if ids:
            more = f" and {len(ids) - most} more" if len(ids) > most else ""
            found.append(Violation(MARKS, f"{words}: {', '.join(sorted(ids)[:most])}{more}"))
    return found


def has_one_n(headline: Headline) -> list[Violation]:
    """Refuse an n of title or sentence that is not the chart's, unless the figure explains it.

    Examples
    --------
    >>> from frameline.record.prose import Segment
    >>> said = Prose((Segment("74 years", "reach"), Segment(" back")), "title")
    >>> reach = Finding("reach", 74, "number", n=3)
    >>> [v.text for v in has_one_n(Headline(said, {"reach": reach}, chart_n=4))]
    ['reach has n 3, the chart 4']
    """
    if headline.chart_n is None:
        return []
    return [
        Violation(SAME_N, f"{finding.key} has n {finding.n}, the chart {headline.chart_n}")
        for finding in headline.cited(headline.title, *headline.beside)
        if is_number(finding.n)
        and finding.n != headline.chart_n
        and finding.key not in headline.explained
    ]


def is_plain(headline: Headline) -> list[Violation]:
    """Refuse terms of method and words that the design cannot support.

    Examples
    --------
    >>> from frameline.record.prose import Segment
    >>> said = Prose((Segment("Alpha rose"),), "title")
    >>> [v.text for v in is_plain(Headline(said, {}))]
    ['"Alpha" is a term of method', '"rose" is more than the design can tell']
    """
    text = str(headline.title)
    kinds = ((JARGON, "is a term of method"), (UNSUPPORTED, "is more than the design can tell"))
    words = [(first_refused(text, kind), why) for kind, why in kinds]
    return [Violation(PLAIN, f'"{word}" {why}') for word, why in words if word]


def holds_in_all_voices(headline: Headline) -> list[Violation]:
    """Refuse a title that holds in one voice only and does not say which.

    Examples
    --------
    >>> from frameline.record.prose import Segment
    >>> said = Prose((Segment("More binds than divides"),), "title")
    >>> headline = Headline(said, {}, voices={"own": True, "all": False}, where_words=("own",))
    >>> [v.text for v in holds_in_all_voices(headline)]
    ['does not hold in: all']
    """
    fails = [voice for voice, holds in headline.voices.items() if not holds]
    if not fails:
        return []
    if len(fails) == len(headline.voices):
        return [Violation(VOICES, "holds in no voice")]
    words = "|".join(re.escape(word) for word in headline.where_words)
    said = bool(words) and re.search(rf"\b(?:{words})\b", str(headline.title), re.IGNORECASE)
    return [] if said else [Violation(VOICES, f"does not hold in: {', '.join(fails)}")]


def fits(headline: Headline, *, longest: int = LONGEST) -> list[Violation]:
    """Refuse a title that is too long.

    Examples
    --------
    >>> from frameline.record.prose import Segment
    >>> [v.text for v in fits(Headline(Prose((Segment("x" * 91),), "title"), {}))]
    ['91 characters, 90 at most']
    """
    size = len(str(headline.title))
    return [Violation(LENGTH, f"{size} characters, {longest} at most")] if size > longest else []


def is_no_surer(headline: Headline) -> list[Violation]:
    """Refuse a title that states what only an open statement says, unless it asks.

    Examples
    --------
    >>> from frameline.record.prose import Segment
    >>> said = Prose((Segment("Arms bind most: "), Segment("13", "arms")), "title")
    >>> headline = Headline(said, {}, open=frozenset({"arms"}), asking=("whether",))
    >>> [v.text for v in is_no_surer(headline)]
    ['arms is open, and the title does not ask']
    """
    words = "|".join(re.escape(word) for word in headline.asking)
    text = str(headline.title)
    if "?" in text or (words and re.search(rf"\b(?:{words})\b", text, re.IGNORECASE)):
        return []
    keys = [key for key in dict.fromkeys(headline.title.keys) if key in headline.open]
    return [Violation(STRENGTH, f"{key} is open, and the title does not ask") for key in keys]


def has_the_value(headline: Headline) -> list[Violation]:
    """Refuse a number that is not that of the finding which it cites.

    Examples
    --------
    >>> from frameline.record.prose import Segment
    >>> said = Prose((Segment("47%", "share"), Segment(" conceded")), "title")
    >>> [v.text for v in has_the_value(Headline(said, {"share": Finding("share", 0.46, "share")}))]
    ['"47%" is not share, which is 46%']
    """
    found = []
    for segment in headline.title.segments:
        finding = headline.findings.get(segment.key) if segment.key else None
        if finding is None:
            continue
        told = headline.spelled.get(segment.text.strip().casefold())
        wrong = told is not None and is_number(finding.value) and told != abs(finding.value)
        if wrong or not _digits(segment.text) <= _digits_of(finding):
            text = f'"{segment.text}" is not {finding.key}, which is {finding.text}'
            found.append(Violation(VALUE, text))
    return found


def _digits(text: str) -> set[str]:
    """The numbers of a text in plain digits, without signs and separators."""
    runs = re.findall(r"\d+(?:[.,\u066b\u202f]\d+)*", text)
    return {"".join(str(unicodedata.digit(c)) for c in run if c.isdigit()) for run in runs}


def _digits_of(finding: Finding) -> set[str]:
    """The numbers that may be printed of a finding: value, interval, n."""
    parts = [value for value in (finding.low, finding.high) if value is not None]
    told = [finding.text, *(format_value(part, finding.unit) for part in parts)]
    return set().union(*map(_digits, [*told, str(finding.n or "")]))


def names_what_is_shown(headline: Headline) -> list[Violation]:
    """Refuse a name (of a code or a text) that the exhibit does not show.

    Examples
    --------
    >>> from frameline.record.prose import Segment
    >>> said = Prose((Segment("Arms", "first"), Segment(" come first")), "title")
    >>> first = Finding("first", "Arms", "name", evidence=("c1",))
    >>> [v.text for v in names_what_is_shown(Headline(said, {"first": first}, shown=("trade",)))]
    ['Arms']
    """
    if headline.shown is None:
        return []
    words = "\n".join(headline.shown).casefold()
    found = []
    for finding in headline.cited():
        text = finding.key.removeprefix(NAME)
        if finding.unit not in NAMED or not (text != finding.key or finding.evidence):
            continue
        values = finding.value if isinstance(finding.value, (list, tuple)) else [finding.value]
        lost = [str(value) for value in values if str(value).casefold() not in words]
        if lost and not (text != finding.key and text.casefold() in words):
            found.append(Violation(SHOWN, ", ".join(lost)))
    return found


NAME = "name."
"""What the key of the name of a text begins with; the rest is the id of the text."""

NAMED = ("name", "text", "list")
"""Units of findings that are words."""

RULES: Sequence[Callable[[Headline], list[Violation]]] = (
    cites_a_finding,
    counts_what_it_says,
    marks_what_it_counts,
    has_one_n,
    is_plain,
    holds_in_all_voices,
    fits,
    is_no_surer,
    has_the_value,
    names_what_is_shown,
)


def violations(
    headline: Headline, rules: Iterable[Callable[[Headline], list[Violation]]] = RULES
) -> list[Violation]:
    """Check a headline against all rules.

    Parameters
    ----------
    headline : Headline
    rules : iterable of functions of a headline

    Returns
    -------
    list of Violation
        In the order of the rules; empty where all are kept.

    Examples
    --------
    >>> from frameline.record.prose import Segment
    >>> said = Prose((Segment("Four", "verdicts"), Segment(" verdicts on one pair")), "title")
    >>> verdicts = Finding("verdicts", 4, "count", n=5)
    >>> counted = {"verdicts": Counted(("verdict", "verdicts"), tuple("abcdd"))}
    >>> violations(Headline(said, {"verdicts": verdicts}, counted=counted, chart_n=5))
    []
    """
    return [found for rule in rules for found in rule(headline)]

"""A corpus and the choices under which a chapter reads it: what every exhibit is given."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, replace
from functools import cached_property, partial, wraps
from pathlib import Path
from typing import Any, TypeVar

import numpy as np
import pandas as pd

from frameline.corpus import Corpus, Filter, StepAside, read_corpus
from frameline.corpus.codebook import ROLES
from frameline.corpus.fault import hint
from frameline.corpus.filter import unknown_documents
from frameline.corpus.showing import corpus_html, safe
from frameline.exhibits.cells import check_parameters, running, watch
from frameline.exhibits.checking import unchecked
from frameline.exhibits.drawing import draw
from frameline.exhibits.findings import Findings, key_of, variable_of
from frameline.exhibits.needs import find_missing, lacking
from frameline.exhibits.retrieval import Claims, Rows, find_words
from frameline.exhibits.tabling import Terms, tabulate
from frameline.measures.kwic import MOST
from frameline.record.colophon import Colophon
from frameline.record.figure import Figure
from frameline.record.finding import Finding
from frameline.record.findings import LEVEL, read_findings
from frameline.record.panel import Band, Panel
from frameline.record.prose import Prose, Segment
from frameline.record.table import Table
from frameline.record.view import VIEWS
from frameline.words.catalogue import Messages, Shown
from frameline.words.catalogue import Segment as Piece
from frameline.words.formats import localised
from frameline.words.language import language_folder, speak
from frameline.words.phrases import Phrases

Result = TypeVar("Result")
ENGLISH = "en"
#: Claims that stand behind a figure one by one; of more, so many are drawn with their documents.
MOST_CLAIMS, SAMPLED = 1000, 200


def _characters(corpus: Corpus) -> set[str]:
    """The characters of names, labels, gists and codes: all that charts may show of a corpus.

    The names of a corpus that an engine counts may be too many to read.
    """
    found = set(str(asdict(corpus.codebook)))
    if isinstance(corpus.documents, pd.DataFrame):
        found.update(*corpus.names.values())
    for table in (corpus.documents, corpus.claims):
        if isinstance(table, pd.DataFrame):
            for name in table.select_dtypes(exclude="number"):
                found.update(*table[name].dropna().astype(str))
    return found


def study(
    chapter: str,
    corpus: str | Path | Corpus,
    *,
    voice: str = "all",
    coding: str = "final",
    drop: Sequence[str] = (),
    draws: int = 2000,
    seed: int = 2001,
    lang: str = "en",
    where: Filter | None = None,
    results: str | Path | None = None,
    engine: str = "auto",
) -> Study:
    """Read a corpus for the exhibits of a chapter.

    Parameters
    ----------
    chapter : str
        Whose messages are used: a file of ``report/texts``, and the folder of its exhibits.
    corpus : path or Corpus
        Corpus folder or table; or a folder of Parquet files, which an engine counts.
    voice : str
        Whose claims count: ``all``, or the author's ``own``. Exhibits that can show both are
        switched between them on the page while it is ``all``.
    coding : str
        ``final``, or the name of a coder whose codes take the place of the final ones.
    drop : sequence of str
        Documents left out.
    draws, seed : int
        Bootstrap and permutation draws, and the seed of each of them.
    lang : str
        Language of the words.
    where : Filter, optional
        Which claims count apart from `voice`; core claims without questions when not given.
    results : path, optional
        ``results.json`` with the findings of other chapters, for a chapter that reads these.
    engine : str
        What counts Parquet files, see `frameline.corpus.read_corpus`.

    Returns
    -------
    Study

    Raises
    ------
    ParameterError
        In a notebook: a parameter that its cell of parameters does not allow.
    ValueError
        A chapter, voice, coding or document that there is none of; the message has the nearest.
    CorpusError
        The corpus has faults.
    """
    watch()
    check_parameters()
    check_chapter(chapter)
    if not isinstance(corpus, Corpus):
        corpus = read_corpus(corpus, drop=drop, coding=coding, engine=engine)
    from frameline.charts import use_fonts_for  # sets up charts: not before they are drawn

    use_fonts_for(_characters(corpus))
    chosen = replace(where or Filter(), voice=voice)
    findings = Findings(chapter, Names(corpus), corpus.describe(chosen, lang))
    texts = Study(corpus, chapter, chosen, findings, draws, seed, lang)
    if "filter" in texts.messages:
        texts.filter, findings.filter = "", texts.word("filter")
    if results is not None:
        findings.know(read_findings(results))
    return texts


def check_chapter(chapter: str) -> None:
    """Refuse a chapter that has no messages."""
    there = sorted(file.stem for file in language_folder(ENGLISH).glob("*.ftl"))
    if chapter not in there:
        known = [name for name in there if (Path(__file__).parent / name).is_dir()]
        raise ValueError(
            f"no chapter {chapter!r}{hint(chapter, there)}; there are {', '.join(known)}"
        )


class Study:
    """A corpus, the choices under which it is read, and the findings made so far.

    Attributes
    ----------
    corpus : Corpus
        Everything it can do can also be asked of the study: ``texts.has("labels")``.
    where : Filter
        Which claims count here.
    claims : DataFrame, or LazyFrame of narwhals
        The claims that count, as `Corpus.select` gives them: in memory, or where an engine counts.
    filter : str
        These in words, under figures and tables; empty in a chapter whose catalogue has a message
        ``filter``, which then is the filter of its findings.
    findings : Findings
        Where exhibits put their numbers.
    base : Study
        The study of the chapter, where this one is of a single view.
    view, suffix : str
        The voice of such a view, and what the keys of its findings end with.
    """

    def __init__(
        self, corpus: Corpus, chapter: str, where: Filter, findings: Findings,
        draws: int, seed: int, lang: str, base: Study | None = None, view: str = "",
        suffix: str = "",
    ):  # fmt: skip
        self.corpus, self.chapter, self.where, self.findings = corpus, chapter, where, findings
        self.draws, self.seed, self.lang = draws, seed, lang
        speak(lang)
        self.base, self.view, self.suffix = base or self, view, suffix
        self.messages = Messages(chapter, lang)
        self.filter = self.describe(where)
        #: Tables that several exhibits share, see `once`.
        self.memo: dict[Any, Any] = {}
        #: A chart or table of the analyst's own, in place of the next one that is made.
        self.instead: Any = None
        self._views: dict[str, Study] = {}
        #: By the cell that shows them, for one that runs again shows others.
        self._shown: dict[str, set[str]] = {}
        self._sampled: dict[str, list[pd.DataFrame]] = {}
        watch(self)

    def forget(self, cell: str) -> None:
        """Drop what a cell showed, for it runs again."""
        self._shown.pop(cell, None)
        self._sampled.pop(cell, None)

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_") or name == "corpus":
            raise AttributeError(name)
        return getattr(self.corpus, name)

    def __repr__(self) -> str:
        return f"Study({self.chapter!r}, {self.corpus!r}, {self.filter})"

    # What counts ------------------------------------------------------------------------------

    @property
    def claims(self) -> Any:
        """The claims that count; not to be changed.

        In memory a table with a column for each role; called, it looks claims up, with phrase,
        gist and place: ``texts.claims(frame="sanctions")``, see `frameline.exhibits.retrieval`.
        """
        if "claims" not in self.memo:
            found = self.corpus.select(self.where)
            self.memo["claims"] = Claims.of(found, self) if self.in_memory else found
        return self.memo["claims"]

    def kwic(self, word: str, *, document: Any = None, most: int = MOST) -> Rows:
        """A word in its context; see `frameline.exhibits.retrieval.find_words`."""
        return find_words(self, word, document=document, most=most)

    def _repr_html_(self) -> str:
        """What Jupyter shows: the corpus, and which claims count here."""
        said = self.filter or self.findings.filter
        return f"<p>{safe(self.chapter)}: {safe(said)}</p>{corpus_html(self.corpus)}"

    @property
    def in_memory(self) -> bool:
        """Whether the claims are a table in memory; else an engine counts them where they lie."""
        return isinstance(self.corpus.documents, pd.DataFrame)

    @property
    def claim_ids(self) -> Iterable[str]:
        """The ids of the claims behind what is shown: those that count, of very many a sample.

        None where an engine counts. A sample holds all claims of documents drawn at random.
        """
        if not self.in_memory:
            return ()
        if len(self.claims) <= MOST_CLAIMS:
            ids: Iterable[str] = self.claims["claim_id"]
            return ids
        if "sample" not in self.memo:
            self.memo["sample"] = _sample(self.claims, self.seed)
        sample: Iterable[str] = self.memo["sample"]
        return sample

    def claims_of(self, doc_ids: Iterable[Any]) -> list[str]:
        """The ids of the claims of some documents, which the end of the chapter shows.

        The evidence of what an engine counts: the claims of a few documents drawn at random.
        """
        doc_ids = list(doc_ids)
        if self.in_memory and (fault := unknown_documents(doc_ids, list(self.corpus.names))):
            raise ValueError(fault)
        rows = self.corpus.evidence_of(doc_ids, self.where)
        self.base._sampled.setdefault(running(), []).append(rows)
        return [str(claim) for claim in rows["claim_id"]]

    @property
    def ids(self) -> dict[str, list[str]]:
        """The ids of the claims of each text."""
        held = self.claims.groupby("doc_id")["claim_id"]
        return {str(doc_id): list(ids) for doc_id, ids in held}

    @property
    def shown(self) -> list[str]:
        """The ids of the claims behind the figures, tables and statements made so far, in order."""
        ids = set().union(*self.base._shown.values())
        counted = [str(claim) for claim in self.base.claim_ids if claim in ids]
        return [*counted, *sorted(ids.difference(counted))]

    def require(self, *needs: str, **given: Any) -> None:
        """Step aside, naming what is missing, unless all of these are there.

        See `frameline.exhibits.needs.NEEDS`; ``a or b`` asks for one of several. A need that
        turns on a choice of the chapter is given it: ``min_words=300``.
        """
        missing = find_missing(self, needs, **given)
        if missing:
            raise StepAside(lacking(self, missing))

    def meets(self, *needs: str) -> bool:
        """Whether all of these are there."""
        return not find_missing(self, needs)

    def in_views(self, home: str = "all") -> list[Study]:
        """One study for each voice that can be shown, the one shown first in front.

        Parameters
        ----------
        home : str
            The voice whose findings have keys without a suffix, whichever is shown first; those
            of the other end with its name. A narrowed ``voice`` leaves one view, without suffix.
        """
        if home not in VIEWS:
            raise ValueError(f"no voice {home!r}{hint(home, VIEWS)}; there are {', '.join(VIEWS)}")
        chosen = self.where.voice
        names = sorted(VIEWS, key=lambda view: view != home)
        if chosen != "all":
            names = [chosen]
        elif not self.corpus.has("claims.voice"):
            names = [home]
        found = [self._in_view(name, "" if name == names[0] else f".{name}") for name in names]
        return [one for one in found if one is found[0] or one._counts_any()]

    def _counts_any(self) -> bool:
        first = self.claims.head(1)
        return any(len(block) > 0 for block in self.corpus.in_blocks(first))

    def in_all_voices(self) -> Study:
        """The study with every voice counted, whichever is chosen.

        For what compares the voices with each other: counting one alone would leave nothing to
        compare. Its findings have keys without a suffix.
        """
        return self._in_view("all", "")

    def _in_view(self, view: str, suffix: str) -> Study:
        key = f"{view}{suffix}"
        if key not in self._views:
            where = replace(self.where, voice=view)
            findings = self.findings.view(view, suffix, self.describe(where))
            self._views[key] = Study(
                self.corpus, self.chapter, where, findings, self.draws, self.seed, self.lang,
                base=self.base, view=view, suffix=suffix,
            )  # fmt: skip
        return self._views[key]

    # What is said -----------------------------------------------------------------------------

    def say(
        self, message: str, *, at: Mapping[Any, Any] | None = None, part: str = "",
        style: str = "takeaway", **values: Any,
    ) -> Prose:  # fmt: skip
        """A sentence of the catalogue with the values of findings filled in.

        Parameters
        ----------
        message : str
            Id of the message in the chapter's catalogue.
        at : mapping, optional
            What the sentence is about: fills in the places of keys (``doc_id``, ``from``, ...).
        part : str
            A part of the message instead of its value.
        style : str
            How the sentence is set: ``takeaway``, ``statement``, ``verdict``, ``title``.
        **values
            What the message chooses by (bool, or a word), or shows as a setting or a name. A
            sentence, or a list of them, is shown with its numbers; a finding as if the message
            named it: one of two places of the same kind.
        """
        segments = self.messages.format(message, self._values(at, values), part)
        return Prose(tuple(Segment(s.text, s.key) for s in segments), style)

    def word(self, message: str, *, at: Mapping[Any, Any] | None = None, **values: Any) -> str:
        """A word or phrase for a chart or a cell, as plain text.

        A message whose name begins with ``filter`` is a filter: findings keep it in English.
        """
        text = str(self.say(message, at=at, **values))
        if self.lang != ENGLISH and message.startswith("filter"):
            segments = Messages(self.chapter).format(message, self._values(at, values))
            self.findings.english[text] = "".join(piece.text for piece in segments)
        return text

    def describe(self, where: Filter | None = None) -> str:
        """A filter in words, that of the study when not given; findings keep it in English."""
        where = where or self.where
        text = self.corpus.describe(where, self.lang)
        if self.lang != ENGLISH:
            self.findings.english[text] = self.corpus.describe(where)
        return text

    def words(self, message: str) -> dict[str, str]:
        """All parts of a message: what a chart writes on its axes and marks."""
        return {
            part.replace("-", "_"): str(self.say(message, part=part))
            for part in self.messages.attributes(message)
        }

    def parts_of(self, message: str, *values: str) -> Callable[..., str]:
        """The parts of a message for a measure that puts text together.

        Parameters
        ----------
        message : str
            Id of the message.
        *values : str
            The names of the values that the measure gives; the check of words reads them.

        Returns
        -------
        function
            ``part("example", example="…")`` gives the part ``.example`` as plain text.
        """
        return partial(Phrases(self.chapter, self.lang).part, message)

    def state(
        self, name: str, *, evidence: Iterable[str] = (), at: Mapping[Any, Any] | None = None,
        filter: str | None = None, **values: Any,
    ) -> Prose:  # fmt: skip
        """A headline statement: the message ``statement-<name>``.

        The name may have places: ``reasons.{side}`` is the message ``statement-reasons-side``.
        It becomes a finding of its own, ``statement.<name>``, so that the robustness chapter can
        test it and the summary can quote it. In a further view it is only shown.
        """
        message = f"statement-{variable_of(name)}"
        prose = self.say(message, at=at, style="statement", **values)
        key = f"statement.{key_of(name, at)}"
        if self.suffix:
            return prose
        found = Finding(
            key, str(prose), "text", evidence=self._behind(evidence), segments=prose.segments,
            filter=self.findings.in_english(filter),
        )  # fmt: skip
        self.findings.keep(found)
        return prose

    def quotable(self) -> list[Finding]:
        """The statements of other chapters; none where they name texts that this corpus lacks."""
        made, f = self.findings.known("statement."), self.findings
        keys = {piece.key for found in made for piece in found.segments}
        return made if all(key in f for key in keys if key.startswith("name.")) else []

    def quote(self, key: str, style: str = "takeaway") -> Prose:
        """A statement made in this or another chapter, with its numbers."""
        return Prose(self.findings[key].segments, style)

    def _values(
        self, at: Mapping[Any, Any] | None, values: Mapping[str, Any]
    ) -> Callable[[str], Shown]:
        """What the names in a message stand for: values given, settings, else findings."""
        settings = {"level": Shown(localised(LEVEL, self.lang), "text"),
                    "draws": Shown(self.draws, "count"), "seed": Shown(self.seed, "year"),
                    "voice": Shown(self.where.voice, "text")}  # fmt: skip

        def look_up(name: str) -> Shown:
            if name in values:
                return _given(values[name])
            if name in settings:
                return settings[name]
            return _value_of(self.findings.look_up(name, at))

        return look_up

    # What is shown ----------------------------------------------------------------------------

    def figure(
        self, key: str, fig: Any, table: pd.DataFrame, *, evidence: Iterable[str] | None = None,
        uses: Sequence[str] = (), at: Mapping[Any, Any] | None = None, source: str | None = None,
        filter: str | None = None, message: str = "", **values: Any,
    ) -> Figure:  # fmt: skip
        """A chart with the words of the message ``key``: title, subtitle, alt, note, how, filter.

        Parameters
        ----------
        key : str
            Key of the figure and id of its message.
        fig : matplotlib.figure.Figure
            The bare chart.
        table : DataFrame
            The numbers drawn.
        evidence : iterable of str, optional
            Ids of the claims behind the marks; `claim_ids` when not given.
        uses : sequence of str
            Roles of the coded variables shown; those that the corpus lacks are left out. Those of
            other layers than claims with their layer: ``labels.label``.
        filter : str, optional
            In place of the part ``.filter``; without either that of the study.
        message : str
            Id of the message, where several figures share one.
        at, **values
            As for `say`.
        """
        fig, self.instead = (fig if self.instead is None else self.instead), None
        said = self._parts(message or key, at, values)
        return draw(
            fig, key=key, table=table, title=said["title"],
            subtitle=self._unchecked(said["subtitle"], uses),
            alt=said["alt"], note=str(said.get("note", "")), how=str(said.get("how", "")),
            evidence=self._behind(self.claim_ids if evidence is None else evidence),
            uses=self._used(uses), filter=self._filter(said, filter),
            source=self.corpus.source if source is None else source,
        )  # fmt: skip

    def table(
        self, key: str, data: pd.DataFrame, columns: Iterable[str], *,
        units: Mapping[str, str] | None = None, widths: Mapping[str, float] | None = None,
        evidence: Iterable[str] = (), wide: bool = False, terms: Terms | None = None,
        at: Mapping[Any, Any] | None = None, filter: str | None = None,
        heads: Mapping[str, str] | None = None, message: str = "", **values: Any,
    ) -> Table:  # fmt: skip
        """A table with the words of the message ``key``: title, note, filter, ``col-<column>``.

        Parameters
        ----------
        key : str
            Key of the table and id of its message.
        data : DataFrame
            One row a line.
        columns : iterable of str
            Columns shown, in order; the heading of ``p_holm`` is the part ``col-p_holm``.
        heads : mapping, optional
            Headings that come from the corpus: the names of coders, texts or codes.
        units, widths, evidence, wide, terms
            As for `frameline.exhibits.tabling.tabulate`.
        filter, message
            As for `figure`.
        """
        said, heads = self._parts(message or key, at, values), heads or {}
        named = {c: heads[c] if c in heads else str(said[f"col-{c}"]) for c in columns}
        return tabulate(
            data, key=key, title=said["title"], columns=named, units=units, widths=widths,
            note=str(said.get("note", "")), filter=self._filter(said, filter),
            evidence=self._behind(evidence), wide=wide, terms=terms,
        )  # fmt: skip

    def panel(
        self, key: str, bands: Iterable[Band | None], *, layout: str = "flow",
        beside: bool = False, turns: bool = False, above: int = 0,
        evidence: Iterable[str] | None = None, uses: Sequence[str] = (),
        at: Mapping[Any, Any] | None = None, filter: str | None = None, message: str = "",
        **values: Any,
    ) -> Panel | None:  # fmt: skip
        """A designed page with the words of the message ``key``.

        Parameters
        ----------
        key : str
            Key of the panel and id of its message: title, deck, note, how, filter, and short, by
            which the contents name it.
        bands : iterable of Band
            See `frameline.exhibits.panelling`; those that are missing leave no hole, and a panel
            without a band is none.
        layout, beside, turns, above
            See `frameline.record.panel.Panel`.
        evidence, uses, filter, message
            As for `figure`.
        at, **values
            As for `say`.
        """
        found = tuple(band for band in bands if band is not None)
        if not found:
            return None
        said = self._parts(message or key, at, values)
        counted = self.claim_ids if evidence is None else evidence
        return Panel(
            key, said["title"], said.get("deck", Prose((), "deck")), found,
            note=str(said.get("note", "")), how=str(said.get("how", "")),
            shortened=self.word("panel-shortened"), short=str(said.get("short", "")),
            filter=self._filter(said, filter), uses=tuple(self._used(uses)),
            evidence=tuple(sorted(set(self._behind(counted)))),
            layout=layout, beside=beside, turns=turns, above=above,
        )  # fmt: skip

    def _behind(self, evidence: Iterable[str]) -> tuple[str, ...]:
        """The ids of the claims behind something shown, kept in mind for the end."""
        ids = tuple(map(str, evidence))
        self.base._shown.setdefault(running(), set()).update(ids)
        return ids

    def _unchecked(self, subtitle: Prose, uses: Sequence[str]) -> Prose:
        """The subtitle of a chart of codes; says so where a machine made them unchecked."""
        if not self._used(uses) or not unchecked(self):
            return subtitle
        said = Segment(self.word("machine-codes-unchecked"))
        return replace(subtitle, segments=(*subtitle.segments, said))

    def _used(self, uses: Sequence[str]) -> list[str]:
        """The roles shown that the corpus has; of other layers, those that several coded."""
        layered = [use.split(".") for use in uses if "." in use]
        coded = {"labels": "label_codings", "events": "event_codings",
                 "documents": "document_codings"}  # fmt: skip
        return [
            *self.corpus.present(*(use for use in uses if "." not in use)),
            *(
                agreement_key(layer, role)
                for layer, role in layered
                if getattr(self.corpus, coded[layer])
            ),
        ]

    def _parts(
        self, message: str, at: Mapping[Any, Any] | None, values: Mapping[str, Any]
    ) -> dict[str, Prose]:
        """All parts of a message of a figure or table."""
        return {
            part: self.say(message, at=at, part=part, style=_STYLES.get(part, part), **values)
            for part in self.messages.attributes(message)
        }

    def _filter(self, said: Mapping[str, Prose], given: str | None) -> str:
        """Which claims a figure or table counts, in words."""
        if given is not None:
            return given
        return str(said["filter"]) if "filter" in said else self.filter

    def colophon(self, evidence: Iterable[str] | None = None) -> Colophon:
        """The end of a chapter: its findings, and the claims behind its marks."""
        if self.in_memory:
            ids = self.claim_ids if evidence is None else evidence
            return Colophon(self.findings, self.corpus.evidence(ids))
        sampled = [rows for made in self._sampled.values() for rows in made]
        rows = pd.concat(sampled) if sampled else pd.DataFrame(columns=["claim_id"])
        return Colophon(self.findings, rows.drop_duplicates("claim_id"))  # type: ignore[arg-type]


class Names(Mapping[str, str]):
    """Id of each document to its name, read when a message first asks for one.

    A corpus of Parquet files may have millions.
    """

    def __init__(self, corpus: Corpus):
        self._corpus = corpus

    @cached_property
    def _held(self) -> dict[str, str]:
        return {str(doc_id): name for doc_id, name in self._corpus.names.items()}

    def __getitem__(self, doc_id: str) -> str:
        return self._held[doc_id]

    def __iter__(self) -> Iterator[str]:
        return iter(self._held)

    def __len__(self) -> int:
        return len(self._held)


def agreement_key(layer: str, role: str, name: str = "") -> str:
    """What the agreement on a variable is called in keys: its role, else its name.

    Of other layers, and without a role, the layer stands before what could be taken for a role of
    claims.

    >>> agreement_key("claims", "frame"), agreement_key("labels", "label")
    ('frame', 'label')
    >>> agreement_key("labels", "voice"), agreement_key("claims", "", "frame")
    ('labels.voice', 'claims.frame')
    """
    plain = role or name
    if layer == "claims" and role:
        return plain
    return f"{layer}.{plain}" if plain in ROLES["claims"] else plain


def _sample(claims: pd.DataFrame, seed: int) -> list[str]:
    """The claims of documents drawn at random, up to `SAMPLED` claims."""
    sizes = claims.groupby("doc_id").size().sample(frac=1, random_state=seed)
    kept = sizes.index[(sizes.cumsum() <= SAMPLED) | (np.arange(len(sizes)) == 0)]
    return claims.loc[claims["doc_id"].isin(kept), "claim_id"].head(SAMPLED).tolist()


_STYLES = {"title": "title", "subtitle": "takeaway", "alt": "takeaway"}


def once(function: Callable[..., Result]) -> Callable[..., Result]:
    """A table that several exhibits share: computed once for each study and view.

    What it adds to the findings belongs to every exhibit that asks for it.
    """

    @wraps(function)
    def shared(texts: Study, *given: Any) -> Result:
        key = (function.__module__, function.__qualname__, given)
        if key in texts.memo:
            found, made = texts.memo[key]
            texts.findings.add_again(made)
        else:
            before = len(texts.findings.log)
            found = function(texts, *given)
            texts.memo[key] = found, texts.findings.since(before)
        result: Result = found
        return result

    return shared


def _value_of(found: Finding) -> Shown:
    return Shown(found.value, found.unit, found.key, found.low, found.high, found.n)


def _given(value: Any) -> Shown:
    if isinstance(value, Shown):
        return value
    if isinstance(value, Finding):
        return _value_of(value)
    if isinstance(value, (bool, str)):
        return Shown(value, "text")
    if isinstance(value, Prose):
        return Shown(str(value), "text", said=(_pieces(value),))
    if isinstance(value, (list, tuple)):
        prose = all(isinstance(one, Prose) for one in value)
        return Shown(value, "list", said=tuple(map(_pieces, value)) if prose else ())
    return Shown(value, "count" if float(value).is_integer() else "number")


def _pieces(prose: Prose) -> tuple[Piece, ...]:
    return tuple(Piece(part.text, part.key) for part in prose.segments)

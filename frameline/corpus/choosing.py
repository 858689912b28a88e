"""Choices applied to a corpus, in memory or where an engine counts: the same in both."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import reduce
from typing import Any

import narwhals as nw

from frameline.corpus.choices import CODER, PERIOD, ChoiceError, Choices
from frameline.corpus.codebook import Code, Codebook, Variable
from frameline.corpus.conditions import (
    YEAR,
    Comparison,
    Condition,
    check_columns,
    check_values,
    comparisons,
    parse_condition,
)
from frameline.corpus.fault import hint, listed

#: Columns of documents that a reader adds.
_COMPUTED = ("date_low", "date_high", "date", "order")


def apply_choices(corpus: Any, choices: Choices) -> Any:
    """A corpus under the choices of a report.

    Parameters
    ----------
    corpus
        As read.
    choices
        What was chosen.

    Returns
    -------
    corpus of the same kind, with `choices`

    Raises
    ------
    ChoiceError, ConditionError
        When a choice names what the corpus does not have, with what is alike.
    """
    if not choices.any:
        return corpus
    if choices.merge:
        corpus = _merged(corpus, choices.merge)
    columns = document_columns(corpus)
    for name in choices.by:
        if name not in (PERIOD, CODER):
            coded = [
                text for v in corpus.codebook.layer("claims") for text in (v.name, v.role) if text
            ]
            _need_column("by", name, columns, (*coded, PERIOD, CODER))
    if choices.weight:
        _need_column("weight", choices.weight, columns)
        _check_weights(corpus, choices.weight)
    if choices.vote:
        corpus = _voted(corpus, choices)
    if choices.where:
        corpus = corpus.keeping(_expression(corpus, parse_condition(choices.where)))
    return replace(corpus, choices=choices)


def _voted(corpus: Any, choices: Choices) -> Any:
    """The corpus with the claims that enough of its coders made."""
    coders = corpus.coder_names
    if len(coders) < 2:
        raise ChoiceError(f"final is {choices.final!r}, but there are no codings of two coders")
    if choices.quorum and choices.quorum[1] != len(coders):
        raise ChoiceError(
            f"final is {choices.final!r}, but there are {len(coders)} coders; "
            f"allowed: {choices.quorum[0]}-of-{len(coders)}"
        )
    return corpus.voted(choices.vote)


def document_columns(corpus: Any) -> list[str]:
    """The columns of the documents that a condition may name, and "year"."""
    names = nw.from_native(corpus.documents).lazy().collect_schema().names()
    return list(dict.fromkeys([*(n for n in names if n not in _COMPUTED), YEAR]))


def text_of(column: str) -> nw.Expr:
    """A column of the documents as text; the year is the first part of the date."""
    if column == YEAR:
        return nw.col("published").cast(nw.String).fill_null("").str.slice(0, 4)
    return nw.col(column).cast(nw.String).fill_null("")


def values_of(corpus: Any, column: str) -> list[str]:
    """The different values of a column of the documents, sorted."""
    table = nw.from_native(corpus.documents).lazy()
    found = table.select(text_of(column).alias("value")).unique().collect(backend="pandas")
    return sorted(map(str, found["value"].to_list()))


def _need_column(choice: str, name: str, columns: Sequence[str], more: Sequence[str] = ()) -> None:
    known = [*columns, *more]
    if name not in known:
        raise ChoiceError(
            f"{choice}: no column {name!r}{hint(name, known)}; there are {listed(known)}"
        )


def _check_weights(corpus: Any, column: str) -> None:
    for value in values_of(corpus, column):
        try:
            good = 0 <= float(value) < float("inf")
        except ValueError:
            good = False
        if not good:
            raise ChoiceError(f"weight: {column} has {value!r}; allowed: numbers from zero up")


def _expression(corpus: Any, condition: Condition) -> nw.Expr:
    """A condition over documents: each comparison as the list of values that pass."""
    check_columns(condition, document_columns(corpus))
    known = {one.column: values_of(corpus, one.column) for one in comparisons(condition)}
    for one in comparisons(condition):
        check_values(one, known[one.column])
    return _joined(condition, known)


def _joined(condition: Condition, known: Mapping[str, Sequence[str]]) -> nw.Expr:
    if isinstance(condition, Comparison):
        passed = [cell for cell in known[condition.column] if condition.passes(cell)]
        return text_of(condition.column).is_in(passed)
    parts = [_joined(part, known) for part in condition.parts]
    if condition.how == "not":
        return ~parts[0]
    return reduce(lambda a, b: a & b if condition.how == "and" else a | b, parts)


# Codes taken together --------------------------------------------------------------------------


def _merged(corpus: Any, merge: Mapping[str, Mapping[str, Sequence[str]]]) -> Any:
    """The corpus with codes, or values of documents, taken together."""
    columns = document_columns(corpus)
    for name, groups in merge.items():
        variable = corpus.codebook.role(name) or _by_name(corpus.codebook, name)
        if variable is not None:
            corpus = _merge_codes(corpus, variable, groups)
        elif name in columns and name not in ("doc_id", "published", YEAR):
            _known(name, groups, values_of(corpus, name))
            corpus = corpus.recoded(("documents",), name, _old_to_new(groups))
        else:
            known = [v.name for v in corpus.codebook.layer("claims")] + columns
            raise ChoiceError(f"merge: no variable {name!r}{hint(name, known)}")
    return corpus


def _merge_codes(corpus: Any, variable: Variable, groups: Mapping[str, Sequence[str]]) -> Any:
    if variable.multiple:
        raise ChoiceError(f"merge: {variable.name} has several codes in a cell")
    _known(variable.name, groups, variable.order)
    codebook = merged_codebook(corpus.codebook, variable, groups)
    corpus = corpus.recoded(("claims", "codings"), variable.name, _old_to_new(groups))
    return replace(corpus, codebook=codebook)


def merged_codebook(
    codebook: Codebook, variable: Variable, groups: Mapping[str, Sequence[str]]
) -> Codebook:
    """The codebook with one variable's codes taken together, each at its first place.

    Flags that all the codes of a group have alike are kept; others would be true of some only.
    """
    new = {old: name for name, olds in groups.items() for old in olds}
    codes = {code.code: code for code in variable.codes}
    kept: dict[str, Code] = {}
    for code in variable.codes:
        name = new.get(code.code, code.code)
        if name in kept:
            continue
        parts = [codes[old] for old in groups.get(name, ()) if old in codes] or [code]
        alike = {
            flag: value
            for flag, value in parts[0].flags.items()
            if all(part.flags.get(flag) == value for part in parts)
        }
        group = parts[0].group if all(p.group == parts[0].group for p in parts) else ""
        same = codes.get(name)
        kept[name] = replace(same or Code(name, group=group), flags=alike)
    changed = replace(variable, codes=tuple(kept.values()))
    variables = tuple(changed if one is variable else one for one in codebook.variables)
    return replace(codebook, variables=variables)


def _by_name(codebook: Codebook, name: str) -> Variable | None:
    return next((v for v in codebook.layer("claims") if v.name == name), None)


def _old_to_new(groups: Mapping[str, Sequence[str]]) -> dict[str, str]:
    return {old: new for new, olds in groups.items() for old in olds}


def _known(name: str, groups: Mapping[str, Sequence[str]], known: Iterable[str]) -> None:
    there = list(known)
    for code in (code for codes in groups.values() for code in codes):
        if code not in there:
            raise ChoiceError(f"merge: {name} is never {code!r}{hint(code, there)}")

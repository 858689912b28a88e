"""From the text tables of a corpus to typed, complete and sorted ones.

Columns that are missing are added blank, ids are made where none are given, coders' claims get the
ids of the final claims they are taken to be, and where there is no final coding it is made from
the coders' (see `settling`). The tables must be sound: `checks` comes first.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import pandas as pd

from frameline.corpus.codebook import ROLES, Codebook
from frameline.corpus.dates import parse_edtf
from frameline.corpus.readings import CLAIMS, readings
from frameline.corpus.settling import TIES, Rows, give_names, how_coded, settle, told_of_ties
from frameline.corpus.tables import LAYOUTS, MINIMAL, NUMBERS, SWITCHES, RawCorpus, Table, natural

# From text to tables -----------------------------------------------------------------------


@dataclass
class _Parts:
    """The text tables of a corpus, whatever files they came from."""

    codebook: Codebook
    tables: dict[str, pd.DataFrame]
    coders: dict[str, dict[str, pd.DataFrame]]
    context: dict[str, pd.DataFrame] = field(default_factory=dict)
    #: Coder to the units read, where the file says so unit by unit.
    read: dict[str, frozenset[str]] = field(default_factory=dict)


def _folder_parts(raw: RawCorpus) -> _Parts:
    tables = {name: _text(table) for name, table in raw.tables.items()}
    coders = {
        coder: {name: _text(table) for name, table in parts.items()}
        for coder, parts in raw.coders.items()
    }
    context = {name: _text(table) for name, table in raw.context.items()}
    codebook = raw.codebook
    if codebook is None:
        codebook = _found_codebook(tables, coders)
    return _Parts(codebook, tables, coders, context)


def _found_codebook(
    tables: Mapping[str, pd.DataFrame], coders: Mapping[str, Mapping[str, pd.DataFrame]]
) -> Codebook:
    """A codebook from whatever columns and values the layers have, over all coders."""
    layers, skip = {}, {}
    for layer in ROLES:
        found = [tables.get(layer), *(parts.get(layer) for parts in coders.values())]
        frames = [frame for frame in found if frame is not None]
        if frames:
            layers[layer] = pd.concat(frames).fillna("")
        usual = {*ROLES[layer], *ROLES[layer].values()}
        skip[layer] = [name for name in LAYOUTS[layer].columns if name not in usual]
    return Codebook.from_tables(layers, skip=skip)


def _file_parts(table: Table) -> _Parts:
    """The parts of a one-file corpus: documents, units, and each coder's claims."""
    names = {"document": "doc_id", "date": "published", "unit": "unit_id"}
    rows = _text(table).rename(columns=names)
    documents = rows.drop_duplicates("doc_id")[["doc_id", "published"]]
    rows = rows.drop(columns="published")
    tables = {"documents": documents.assign(name=documents["doc_id"])}
    claims, seen = readings(rows)
    read: dict[str, frozenset[str]] = {}
    if "unit_id" in rows.columns:
        rows["unit_id"] = rows["doc_id"] + "." + rows["unit_id"]
        tables["units"] = rows.drop_duplicates("unit_id")[["doc_id", "unit_id"]]
        if len(claims) < len(rows):  # rows without a frame say what was read: so do all others
            read = {str(c): frozenset(part["unit_id"]) for c, part in seen.groupby("coder")}
            rows = rows.assign(claim=np.where(rows["frame"] == "", "0", ""))
    elif rows.duplicated(["doc_id", "coder"]).any():
        # Sets of codes: a row without one says that the document was read, and nothing found.
        rows = rows.assign(claim=np.where(rows["frame"] == "", "0", ""))
    else:
        rows = claims.drop(columns="unit_id")
    coders = {
        str(coder): {"claims": part.drop(columns="coder")}
        for coder, part in rows.groupby("coder", sort=True)
    }
    skip = [*MINIMAL.columns, *names.values(), *LAYOUTS["claims"].columns]
    codebook = Codebook.from_tables(
        {"claims": rows}, skip={"claims": [name for name in skip if name != "frame"]}
    )
    return _Parts(codebook, tables, coders, read=read)


def assemble(raw: RawCorpus) -> dict[str, Any]:
    """Convert, complete and sort the tables of a sound raw corpus; what Corpus is made of."""
    parts = _file_parts(raw.minimal) if raw.minimal is not None else _folder_parts(raw)
    codebook, tables = parts.codebook, parts.tables
    documents = _documents(tables["documents"], codebook)
    order = dict(zip(documents["doc_id"], documents["order"], strict=True))
    blocks = _grouped(_sorted(_typed(tables.get("blocks"), _columns("blocks")), order))
    units = _units(parts, order)
    claims_of = {
        coder: _claims(layers["claims"], codebook, order, units, complete=False)
        for coder, layers in parts.coders.items()
        if "claims" in layers
    }
    coverage = {coder: frozenset(parts.coders[coder]["claims"]["doc_id"]) for coder in claims_of}
    final = _claims(tables["claims"], codebook, order, units) if "claims" in tables else None
    coders = _coders(tables.get("coders"), parts.coders)
    kinds = dict(zip(coders["coder"], coders["kind"], strict=True))
    place = Rows("claims", "claim_id", "anchor", "unit_id" if len(units) else "doc_id")
    claims, claims_of, design, ties = _settled(
        final, claims_of, coverage, kinds, codebook, place, given=_say_which(parts, place)
    )
    claims = in_order(claims, order, units)
    labels, labels_of, ties_of_labels = _mentions("labels", parts, order, blocks, coverage, kinds)
    events, events_of, ties_of_events = _mentions("events", parts, order, blocks, coverage, kinds)
    ties = pd.concat([ties, ties_of_labels, ties_of_events], ignore_index=True)
    context = parts.context.pop("context", None)
    return {
        "path": raw.path,
        "codebook": codebook,
        "documents": documents,
        "blocks": blocks,
        "units": units,
        "claims": claims,
        "labels": labels,
        "events": events,
        "tokens": _sorted(_typed(tables.get("tokens"), _columns("tokens")), order),
        "context": _typed(context, ()),
        "coders": coders,
        "adjudication": _typed(tables.get("adjudication"), _columns("adjudication"), numbers=()),
        "codings": {coder: in_order(table, order, units) for coder, table in claims_of.items()},
        "label_codings": labels_of,
        "event_codings": events_of,
        "document_codings": _document_codings(parts, order),
        "context_codings": {name: _typed(table, ()) for name, table in parts.context.items()},
        "coverage": coverage,
        "units_read": parts.read,
        "design": design,
        "ties": ties,
        "notes": (told_of_ties(ties, len(claims_of)),) if (ties["layer"] == "claims").any() else (),
    }


def _columns(layer: str) -> tuple[str, ...]:
    return LAYOUTS[layer].columns


def _text(table: Table) -> pd.DataFrame:
    frame = table.frame().reset_index(drop=True).astype("str")
    if table.file == "documents.csv":
        # In a name or title, a tab is a blank: no chart or page has another place for it.
        frame = frame.apply(lambda column: column.str.replace("\t", " ", regex=False))
    return frame


def _typed(
    frame: pd.DataFrame | None,
    columns: Iterable[str],
    *,
    numbers: Iterable[str] = NUMBERS,
    measures: Iterable[str] = (),
) -> pd.DataFrame:
    """A table with these columns at least: numbers Int64, yes/no bool, measures Float64."""
    frame = pd.DataFrame() if frame is None else frame.reset_index(drop=True)
    blank = pd.Series("", index=frame.index, dtype="str")
    frame = frame.assign(**{name: blank for name in columns if name not in frame.columns})
    for name in frame.columns:
        if name in SWITCHES:
            frame[name] = frame[name] == "yes"
        elif name in numbers or name in measures:
            cells = pd.to_numeric(frame[name].where(frame[name] != ""))
            frame[name] = cells.astype("Int64") if name in numbers else cells.astype("Float64")
    return frame


def _sorted(frame: pd.DataFrame, order: Mapping[str, int], *keys: pd.Series) -> pd.DataFrame:
    """Rows in document order, then by the keys, then as they stood."""
    by = pd.concat([frame["doc_id"].map(dict(order)), *keys], axis=1)
    by.columns = pd.Index(range(by.shape[1]))
    ranks = by.sort_values(by.columns.tolist(), kind="stable").index
    return frame.loc[ranks].reset_index(drop=True)


def _looked_up(keys: pd.Series, values: pd.Series) -> pd.Series:
    """The value of each key as text; blank where there is none."""
    known = values.to_dict()
    return pd.Series([known.get(key, "") for key in keys], index=keys.index, dtype="str")


def _grouped(frame: pd.DataFrame) -> pd.DataFrame:
    """para_group made unique across documents: "P01" becomes "doc_id.P01"."""
    groups = [
        group if not group or group.startswith(f"{doc}.") else f"{doc}.{group}"
        for doc, group in zip(frame["doc_id"], frame["para_group"], strict=True)
    ]
    return frame.assign(para_group=pd.Series(groups, index=frame.index, dtype="str"))


def _measures(codebook: Codebook, layer: str) -> list[str]:
    """Variables whose cells are quantities, not codes."""
    return [v.name for v in codebook.layer(layer) if v.level == "interval" and not v.codes]


def _coded_cells(frame: pd.DataFrame, codebook: Codebook, layer: str) -> pd.DataFrame:
    """Sets of codes in the codebook's order, so that equal sets are equal cells."""
    for variable in codebook.layer(layer):
        if variable.multiple and variable.name in frame.columns:
            rank = {code: place for place, code in enumerate(variable.order)}
            cells = [
                ";".join(sorted(_codes(cell), key=lambda code: (rank.get(code, len(rank)), code)))
                for cell in frame[variable.name]
            ]
            frame = frame.assign(
                **{variable.name: pd.Series(cells, index=frame.index, dtype="str")}
            )
    return frame


def _codes(cell: str) -> list[str]:
    return [code.strip() for code in cell.split(";") if code.strip()]


def _documents(frame: pd.DataFrame, codebook: Codebook) -> pd.DataFrame:
    """documents.csv in date order, with its dates read; those without one come last."""
    frame = _typed(frame, _columns("documents"), measures=_measures(codebook, "documents"))
    frame["name"] = frame["name"].where(frame["name"] != "", frame["doc_id"])
    spans = [parse_edtf(text) if text else None for text in frame["published"]]
    for name, side in (("date_low", "low"), ("date_high", "high"), ("date", "middle")):
        days = [getattr(span, side) if span else pd.NaT for span in spans]
        frame[name] = pd.to_datetime(pd.Series(days, index=frame.index, dtype="datetime64[ns]"))
    years = frame["date"].dt.year
    frame["year"] = years.astype("Int64" if years.isna().any() else "int64")
    frame = frame.sort_values(["date", "date_low"], kind="stable").reset_index(drop=True)
    frame["order"] = np.arange(len(frame))
    return _coded_cells(frame, codebook, "documents")


def _units(parts: _Parts, order: Mapping[str, int]) -> pd.DataFrame:
    """units.csv, or the units that the claims of all coders name."""
    given = parts.tables.get("units")
    if given is not None:
        return _grouped(_sorted(_typed(given, _columns("units")), order))
    named = [parts.tables.get("claims"), *(c.get("claims") for c in parts.coders.values())]
    frames = [frame for frame in map(_with_unit_ids, named) if frame is not None]
    if not frames:
        return _typed(None, _columns("units"))
    found = pd.concat(frames).fillna("")
    found = found[found["unit_id"] != ""].drop_duplicates("unit_id")
    found = _typed(found[[c for c in _columns("units") if c in found.columns]], _columns("units"))
    paragraph = found["para_id"].map(natural)
    return _grouped(_sorted(found, order, paragraph, found["sentence"].fillna(0)))


def _with_unit_ids(frame: pd.DataFrame | None) -> pd.DataFrame | None:
    """Claims with unit_id, made of document, paragraph and sentence where it is not given."""
    if frame is None or {"para_id", "sentence"} <= set(frame.columns):
        if frame is None:
            return None
        made = frame["doc_id"] + "." + frame["para_id"] + ".s" + frame["sentence"]
        made = made.where((frame["para_id"] != "") & (frame["sentence"] != ""), "")
        if "unit_id" in frame.columns:
            made = frame["unit_id"].where(frame["unit_id"] != "", made)
        return frame.assign(unit_id=made)
    return frame if "unit_id" in frame.columns else frame.assign(unit_id="")


def _claims(
    frame: pd.DataFrame,
    codebook: Codebook,
    order: Mapping[str, int],
    units: pd.DataFrame,
    *,
    complete: bool = True,
) -> pd.DataFrame:
    """Claims of one coding: real ones only, with units, groups, numbers and ids.

    Variables that a coder's file lacks are not added unless `complete`: not coded is not blank.
    """
    variables = [v.name for v in codebook.layer("claims") if complete or v.name in frame.columns]
    if "claim" in frame.columns:
        frame = frame[frame["claim"] != "0"]
    columns = [*_columns("claims"), *variables]
    frame = _typed(_with_unit_ids(frame), columns, measures=_measures(codebook, "claims"))
    frame = in_order(_coded_cells(frame, codebook, "claims"), order, units)
    home = frame["unit_id"].where(frame["unit_id"] != "", frame["doc_id"])
    number = frame.groupby(home).cumcount() + 1
    made = home + ".c" + number.astype("str")
    frame["claim"] = frame["claim"].fillna(number.astype("Int64"))
    frame["claim_id"] = frame["claim_id"].where(frame["claim_id"] != "", made)
    frame["unit_id"] = frame["unit_id"].where(frame["unit_id"] != "", frame["claim_id"])
    # the group of the sentence; without groups each sentence, without sentences each claim
    groups = _looked_up(frame["unit_id"], units.set_index("unit_id")["para_group"])
    groups = frame["para_group"].where(frame["para_group"] != "", groups)
    groups = groups.where(groups != "", frame["unit_id"])
    frame = _grouped(frame.assign(para_group=groups.astype("str")))
    return frame[list(dict.fromkeys([*_CLAIM_FRONT, *variables, *_CLAIM_BACK]))]


_CLAIM_FRONT = (
    *("claim_id", "doc_id", "para_id", "sentence", "claim", "unit_id", "para_group", "position"),
    *("anchor", "start", "end"),
)
_CLAIM_BACK = ("confidence", "alt", "gist", "note", "agreement")


def in_order(claims: pd.DataFrame, order: Mapping[str, int], units: pd.DataFrame) -> pd.DataFrame:
    """Claims in reading order, with their position in the document."""
    rank = {unit: place for place, unit in enumerate(units["unit_id"])}
    place = claims["unit_id"].map(rank).astype("Float64").fillna(-1.0)
    claims = _sorted(claims, order, place, claims["claim"].fillna(0))
    return claims.assign(position=claims.groupby("doc_id").cumcount().astype("int64"))


# From several coders to one coding -----------------------------------------------------------


def _settled(
    final: pd.DataFrame | None,
    codings: dict[str, pd.DataFrame],
    coverage: Mapping[str, frozenset[str]],
    kinds: Mapping[str, str],
    codebook: Codebook,
    place: Rows,
    *,
    given: bool,
) -> tuple[pd.DataFrame, dict[str, pd.DataFrame], str, pd.DataFrame]:
    """The final claims, the coders' claims under their ids, the design, and how ties went."""
    no_ties = pd.DataFrame(columns=list(TIES))
    if not codings:
        if final is None:
            variables = [variable.name for variable in codebook.layer("claims")]
            columns = dict.fromkeys([*_CLAIM_FRONT, *variables, *_CLAIM_BACK])
            final = _typed(None, columns)
        return final, {}, CLAIMS, no_ties
    design = how_coded(codings, place.unit)
    frame = codebook.role("frame")
    codings = give_names(
        codings, final, place, code=frame.name if frame else "", design=design, given=given
    )
    if final is not None:
        return final, codings, design, no_ties
    settled, ties = settle(codings, coverage, kinds, codebook, place)
    variables = [v.name for v in codebook.layer("claims")]
    absent = [name for name in variables if name not in settled.columns]
    settled = _typed(settled, absent, numbers=(), measures=_measures(codebook, "claims"))
    settled = settled[list(dict.fromkeys([*_CLAIM_FRONT, *variables, *_CLAIM_BACK]))]
    return settled, codings, design, ties if len(codings) > 1 else no_ties


def _say_which(parts: _Parts, rows: Rows) -> bool:
    """Whether every coder's file names each of its rows."""
    tables = [layers[rows.layer] for layers in parts.coders.values() if rows.layer in layers]
    for table in tables:
        if rows.key not in table.columns:
            return False
        real = table["claim"] != "0" if "claim" in table.columns else pd.Series(True, table.index)
        if (table.loc[real, rows.key] == "").any():
            return False
    return bool(tables)


# Labels, events, documents, coders -----------------------------------------------------------


def _mentions(
    layer: str,
    parts: _Parts,
    order: Mapping[str, int],
    blocks: pd.DataFrame,
    coverage: Mapping[str, frozenset[str]],
    kinds: Mapping[str, str],
) -> tuple[pd.DataFrame, dict[str, pd.DataFrame], pd.DataFrame]:
    """Label mentions or events: the final table, each coder's under the final ids, the ties."""
    codings = {
        coder: _mention_table(layer, layers[layer], parts.codebook, order, blocks, complete=False)
        for coder, layers in parts.coders.items()
        if layer in layers
    }
    final = None
    if layer in parts.tables or not codings:
        final = _mention_table(layer, parts.tables.get(layer), parts.codebook, order, blocks)
    names = ("label_id", "literal") if layer == "labels" else ("event_id", "name")
    rows = Rows(layer, *names, forced=False)
    codings = give_names(
        codings, final, rows, code="", design=CLAIMS, given=_say_which(parts, rows)
    )
    if final is not None:
        return final, codings, pd.DataFrame(columns=list(TIES))
    read = {
        coder: coverage.get(coder, frozenset()) | frozenset(table["doc_id"])
        for coder, table in codings.items()
    }
    settled, ties = settle(codings, read, kinds, parts.codebook, rows)
    where = "block_id" if layer == "labels" else "para_id"
    settled = _in_block_order(settled, where, order, blocks)
    if layer == "events":
        settled = _with_years(settled)
    return settled, codings, ties


def _mention_table(
    layer: str,
    frame: pd.DataFrame | None,
    codebook: Codebook,
    order: Mapping[str, int],
    blocks: pd.DataFrame,
    *,
    complete: bool = True,
) -> pd.DataFrame:
    """One table of label mentions or events, completed and in document order."""
    if frame is None:
        frame = pd.DataFrame({"doc_id": pd.Series(dtype="str")})
    given = set(frame.columns)
    variables = [v.name for v in codebook.layer(layer) if complete or v.name in given]
    frame = _typed(frame, [*_columns(layer), *variables], measures=_measures(codebook, layer))
    frame = _coded_cells(frame, codebook, layer)
    where = "block_id" if layer == "labels" else "para_id"
    frame = _in_block_order(frame, where, order, blocks)
    block = frame[where]
    sentence = frame["sentence"].astype("str").where(frame["sentence"].notna(), "")
    home = frame["doc_id"] + "." + block + ("." + "s" + sentence).where(sentence != "", "")
    frame["unit_id"] = frame["unit_id"].where(frame["unit_id"] != "", home)
    key, letter = ("label_id", "l") if layer == "labels" else ("event_id", "e")
    made = frame["unit_id"] + f".{letter}" + (frame.groupby("unit_id").cumcount() + 1).astype("str")
    frame[key] = frame[key].where(frame[key] != "", made)
    if layer == "events":
        return _with_years(frame)
    return _with_places(frame, blocks, codebook, countable="countable" in given)


def _in_block_order(
    frame: pd.DataFrame, where: str, order: Mapping[str, int], blocks: pd.DataFrame
) -> pd.DataFrame:
    """Mentions in reading order; as they stood in their document where no blocks are listed."""
    if blocks.empty:
        return _sorted(frame, order)
    keys = zip(blocks["doc_id"], blocks["block_id"], strict=True)
    rank = {key: place for place, key in enumerate(keys)}
    places = [rank.get(key, -1) for key in zip(frame["doc_id"], frame[where], strict=True)]
    return _sorted(frame, order, pd.Series(places, frame.index), frame["sentence"].fillna(0))


def _with_years(events: pd.DataFrame) -> pd.DataFrame:
    """Events with the first and last year of their date; missing where the text gives none."""
    spans = [parse_edtf(year, open_ended=True) if year else None for year in events["year"]]
    low = [span.low.year if span else pd.NA for span in spans]
    high = [span.high.year if span else pd.NA for span in spans]
    return events.assign(
        year_low=pd.array(low, dtype="Int64"), year_high=pd.array(high, dtype="Int64")
    )


def _with_places(
    labels: pd.DataFrame, blocks: pd.DataFrame, codebook: Codebook, *, countable: bool
) -> pd.DataFrame:
    """Labels with `where` (the kind of their block) and `countable`, where these are not given.

    Countable are mentions of the pair itself, in the body, that repeat no other mention.
    """
    place = codebook.role("place", "labels")
    where = place.name if place else "where"
    kinds = blocks.set_index(["doc_id", "block_id"])["kind"].to_dict()
    found = [
        kinds.get((doc, block), "")
        for doc, block in zip(labels["doc_id"], labels["block_id"], strict=True)
    ]
    kind = pd.Series(found, index=labels.index, dtype="str")
    labels[where] = labels[where].where(labels[where] != "", kind)
    if countable:
        return labels
    pair = codebook.role("pair", "labels")
    counted = (labels[where].isin(["body", ""])) & (labels["dup_of"] == "")
    if pair and pair.codes:
        counted &= labels[pair.name].isin([pair.order[0], ""])
    return labels.assign(countable=counted.astype(bool))


def _document_codings(parts: _Parts, order: Mapping[str, int]) -> dict[str, pd.DataFrame]:
    codings = {}
    for coder, layers in parts.coders.items():
        if "documents" in layers:
            frame = _typed(layers["documents"], ("doc_id",))
            frame = _coded_cells(frame, parts.codebook, "documents")
            codings[coder] = _sorted(frame, order)
    return codings


def _coders(frame: pd.DataFrame | None, coders: Iterable[str]) -> pd.DataFrame:
    """coders.csv, with a row for every coder that has files."""
    table = _typed(frame, _columns("coders"))
    absent = [coder for coder in coders if coder not in set(table["coder"])]
    if absent:
        table = pd.concat([table, pd.DataFrame({"coder": absent}, dtype="str")]).fillna("")
    # "human" is what earlier versions called a person
    return table.assign(kind=table["kind"].replace("human", "person")).reset_index(drop=True)

"""What the storyline shows of each column: texts of one author group and year stand together."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any

import pandas as pd

from frameline.corpus.dates import printed_years
from frameline.exhibits.study import Study, once
from frameline.measures.selection.advice_in_short import advice_aim, advice_counts
from frameline.measures.selection.names import own_words, studies, title_words
from frameline.measures.selection.reasons import (
    OWN_SLOT,
    SHARED,
    claims_by_side,
    strongest,
)

#: More texts than this stand in rows, one below the other.
COLUMNS = 6
#: More than this no page can show.
MOST = 24
#: Codes that name no means and no end.
NOT_NAMED, VAGUE = ("", "none"), ("other",)
_SIGNS = {1.0: "binding", -1.0: "dividing"}
_ZEROS = re.compile(r"(?<=[^\W\d])0+(?=\d)")


@once
def columns(texts: Study) -> pd.DataFrame:
    """One row a column: the text that counts, those beside it, its year, authors and kind.

    A text too short to compare stands beside the others of its column, and is counted only where
    it stands alone.
    """
    documents = texts.layer("documents").copy()
    documents["group"] = studies(documents)
    short = documents.get("too_short", pd.Series("", index=documents.index)).isin(["yes", True])
    rows, before = [], None
    for _, part in documents.assign(short=short).groupby(["year", "group"], sort=False):
        counted = part[~part["short"]] if (~part["short"]).any() else part
        main = _longest(counted)
        year = _year(str(main["published"]))
        gap = year - before if isinstance(year, int) and isinstance(before, int) else 0
        before = year
        beside = part[~part["doc_id"].isin(counted["doc_id"])]
        kinds = _filled([main, *_rows(part)], "genre")
        rows.append({
            "doc_id": main["doc_id"], "docs": list(counted["doc_id"]),
            "beside": list(beside["doc_id"]), "year": year, "gap": gap,
            "authors": _authors(str(main["name"]), year), "kinds": list(dict.fromkeys(kinds)),
            **{name: main.get(name) for name in ("verdict", "durability")},
        })  # fmt: skip
    return pd.DataFrame(rows, dtype=object)


def rows_of(texts: Study) -> list[dict[str, Any]]:
    """The columns of the storyline, one by one."""
    found: list[Any] = columns(texts).to_dict("records")
    return found


def _year(published: str) -> int | str:
    """The year of a date; the years where it is a decade or an interval.

    >>> _year("2001-05"), _year("190X")
    (2001, '1900–1909')
    """
    years = printed_years(published)
    return int(years) if years.isdecimal() else years


def unit_of_year(year: int | str) -> str:
    """The unit of a finding that is a year, or years in words.

    >>> unit_of_year(2001), unit_of_year("1900–1909")
    ('year', 'text')
    """
    return "year" if isinstance(year, int) else "text"


def _longest(part: pd.DataFrame) -> Any:
    """The text that stands for several of one author group and year."""
    words = pd.to_numeric(part["words"], errors="coerce") if "words" in part else None
    place = words.idxmax() if words is not None and words.notna().any() else part.index[0]
    return part.loc[place]


def _rows(part: pd.DataFrame) -> list[Any]:
    return [row for _, row in part.iterrows()]


def _filled(rows: Iterable[Any], name: str) -> list[str]:
    cells = [row.get(name) for row in rows]
    return [str(cell) for cell in cells if not pd.isna(cell) and str(cell)]


def _authors(name: str, year: int | str) -> str:
    """Who wrote it: the display name without its year and what stands behind that.

    >>> _authors("Shaffer 2001 (talk)", 2001), _authors("Leader 190X", "1900–1909")
    ('Shaffer', 'Leader 190X')
    """
    return name.partition(str(year))[0].strip(" ,(") or name


def signed(texts: Study) -> bool:
    """Whether the corpus says who wrote each text."""
    documents = texts.layer("documents")
    known = [documents[name] for name in ("author", "author_group") if name in documents]
    return any((cells.fillna("") != "").all() for cells in known)


@once
def claims_of(texts: Study) -> pd.DataFrame:
    """The claims that count, with the column that they stand in."""
    of = {doc: row.doc_id for row in columns(texts).itertuples() for doc in row.docs}
    column = texts.claims["doc_id"].map(of)
    return texts.claims.assign(column=column)[column.notna().to_numpy()]


@once
def slots(texts: Study) -> pd.DataFrame:
    """The strongest reasons: column, side, slot, the codes that share it, n of each, leads."""
    role = texts.codebook.role("frame")
    whole = role.flagged("unspecific") if role else []
    claims, order = claims_of(texts), role.order if role else []
    found = strongest(claims, by="column", unspecific=whole, order=order, spare=0)
    found = found[found["where"].isin([OWN_SLOT, SHARED])]
    base, names = claims.groupby("column").size(), role.shorts if role else {}
    rows = []
    for (column, side, slot), part in found.groupby(["column", "side", "slot"], sort=False):
        n, of = int(part["n"].iloc[0]), int(base[column])
        shown = [names.get(code, code) for code in part["code"]]
        rows.append({"doc_id": column, "side": side, "slot": int(slot), "reasons": shown, "n": n,
                     "of": of, "share": n / of, "leads": bool(part["leads"].any())})  # fmt: skip
    held = ["doc_id", "side", "slot", "reasons", "n", "of", "share", "leads"]
    return pd.DataFrame(rows, columns=held)


@once
def balance(texts: Study) -> pd.DataFrame:
    """The claims of each column that bind and that divide."""
    return claims_by_side(claims_of(texts), by="column").rename(columns={"column": "doc_id"})


@once
def advice(texts: Study) -> pd.DataFrame:
    """Whom each column advises, and to what end or by what means."""
    held = ["doc_id", "addressees", "part", "codes", "n", "of", "plain"]
    if "addressee" not in claims_of(texts):
        return pd.DataFrame(columns=held)
    counts = advice_counts(claims_of(texts), by="column", unnamed=NOT_NAMED)
    found = advice_aim(counts, by="column", vague=VAGUE).rename(columns={"column": "doc_id"})
    told = {name: _told(texts, name) for name in ("addressee", "instrument", "goal")}
    aims = [[told[part](code) for code in row]
            for part, row in zip(found["part"], found["codes"], strict=True)]  # fmt: skip
    whole = [all(plain for _, plain in row) for row in aims]
    to: Any = [[told["addressee"](code)[0] for code in row] for row in found["addressees"]]
    means: Any = [[words for words, _ in row] for row in aims]
    return found.assign(addressees=to, codes=means, plain=whole)


def _told(texts: Study, role: str) -> Callable[[str], tuple[str, bool]]:
    """What a sentence says for a code, and whether that is a phrase of the codebook."""
    variable = texts.codebook.role(role)
    phrases = {code.code: code.plain for code in variable.codes} if variable else {}
    shorts = variable.shorts if variable else {}
    return lambda code: (phrases.get(code) or shorts.get(code, code), bool(phrases.get(code)))


@once
def called(texts: Study) -> pd.DataFrame:
    """The title's words and the own word of each text, with where it stands."""
    labels, documents = texts.layer("labels"), texts.layer("documents")
    titles = title_words(labels, documents).set_index("doc_id")
    own = own_words(labels, documents).set_index("doc_id")
    place = [
        " ".join(filter(None, (_short(block), "" if pd.isna(s) else f"s{int(s)}")))
        for block, s in zip(own["block_id"], own["sentence"], strict=True)
    ]
    return pd.DataFrame({
        "title": titles["words"].map(_curly), "quoted": titles["quoted"],
        "own": own["words"].map(_curly), "asserted": own["asserted"], "place": place,
    })  # fmt: skip


def _short(block: str) -> str:
    """The id of a block without the noughts that keep its number in order.

    >>> _short("P01"), _short("P110")
    ('P1', 'P110')
    """
    return _ZEROS.sub("", str(block))


def _curly(words: str) -> str:
    """Words of a text as they stand within quotation marks.

    >>> _curly('cooperation as "strategic"')
    'cooperation as ‘strategic’'
    """
    inner = re.sub(r'["“]([^"”]*)["”]', r"‘\1’", str(words))
    return inner.replace("'", "’")


def verdict_words(texts: Study, row: Any) -> tuple[str, str]:
    """The verdict of a column or text in words, and the side of its sign."""
    role = texts.codebook.role("verdict", "documents")
    code = "" if pd.isna(row["verdict"]) else str(row["verdict"])
    if role is None or not code:
        return "", "plain"
    sign = role.flag("sign").get(code)
    return role.shorts.get(code, code), _SIGNS.get(sign if sign is None else float(sign), "plain")


def scale(texts: Study) -> tuple[list[str], Mapping[str, int]]:
    """The steps of durability in words, and the place of each code."""
    role = texts.codebook.role("durability", "documents")
    if role is None or not texts.has("documents.durability"):
        return [], {}
    return list(role.shorts.values()), {code: place for place, code in enumerate(role.order)}

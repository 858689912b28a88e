"""An invented newspaper archive of any size, the same for the same seed.

    python benchmarks/archive.py FOLDER --documents 245000

Two neighbouring states, articles over thirty years, fourteen frames whose weights drift. The
tables are Parquet files of a large corpus (see frameline/scale), written part by part, so that
memory stays small; part k of an archive does not depend on how many parts there are.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import duckdb
import numpy as np
import pandas as pd

#: Articles in one file of each table.
PART = 250_000
YEARS = np.arange(1994, 2024)
FRAMES = (
    "security", "trade", "energy", "borders", "water", "history", "religion", "language",
    "migration", "crime", "culture", "science", "sport", "health",
)  # fmt: skip
VALENCES = ("binding", "dividing", "ambivalent", "none")
CODERS = ("ana", "ben", "cai")
#: Claims per article beyond the first, on average: 20 million claims in 4.9 million articles.
MORE_CLAIMS = 3.0817
#: One article in so many was coded by all three coders.
CODED_TWICE = 20
VOCABULARY, TOKENS = 4_000, 4
#: How often a coder repeats the settled code.
SURE = 0.85


def write_archive(folder: Path, documents: int, seed: int = 2001, ids: str = "number") -> int:
    """Write codebook.toml and the tables; return the number of claims."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "codebook.toml").write_text(codebook(), encoding="utf-8")
    claims = 0
    for part, first in enumerate(range(0, documents, PART)):
        generator = np.random.Generator(np.random.Philox(key=[seed, part]))
        claims += _write_part(folder, part, first, min(PART, documents - first), ids, generator)
    return claims


def codebook() -> str:
    """The codebook of the archive as TOML."""
    lines = ['title = "Two neighbours in the press"', 'version = "1.0"', "[dyad]"]
    lines += ['a = "Norland"', 'b = "Sudmark"', 'label = "Norland and Sudmark"']
    lines += _variable("driver", "frame", "Frame", dict.fromkeys(FRAMES, ""), required=True)
    signs = {"binding": "sign = 1", "dividing": "sign = -1", "ambivalent": "sign = 0", "none": ""}
    lines += _variable("valence", "valence", "Valence", signs, required=True)
    lines += _variable("voice", "voice", "Voice", {"paper": "own = true", "quoted": ""})
    return "\n".join(lines) + "\n"


def _variable(
    name: str, role: str, label: str, codes: dict[str, str], required: bool = False
) -> list[str]:
    lines = ["[[variables]]", f'name = "{name}"', f'role = "{role}"', f'label = "{label}"']
    lines += [f"required = {str(required).lower()}"]
    for code, flag in codes.items():
        lines += ["[[variables.codes]]", f'code = "{code}"', f'label = "{code}"', flag]
    return lines


def _write_part(
    folder: Path, part: int, first: int, size: int, ids: str, generator: np.random.Generator
) -> int:
    """One file of each table."""
    year = YEARS[generator.integers(0, len(YEARS), size)]
    day = generator.integers(0, 365, size)
    articles = pd.DataFrame({"number": first + np.arange(size), "year": year, "day": day})
    claims = _claims(articles, generator)
    connection = duckdb.connect()
    connection.execute("SET threads TO 1; SET preserve_insertion_order TO true")
    doc, claim, unit = IDS[ids]
    for name, table in (
        ("documents", articles),
        ("claims", claims),
        ("codings", _codings(claims, generator)),
        ("tokens", _tokens(articles, generator)),
    ):
        connection.register("rows", table)
        (folder / name).mkdir(exist_ok=True)
        file = (folder / name / f"part-{part:04d}.parquet").as_posix()
        query = _QUERIES[name].format(doc=doc, claim=claim, unit=unit)
        connection.execute(f"COPY ({query}) TO '{file}' (FORMAT parquet, COMPRESSION zstd)")
        connection.unregister("rows")
    connection.close()
    return len(claims)


#: How ids are written: of the article, and of the claim and the sentence in it.
IDS = {
    "number": ("number::BIGINT", "number * 1000 + place", "number * 1000 + unit"),
    "text": ("printf('a%08d', number)", "printf('a%08d.c%d', number, place)",
             "printf('a%08d.s%d', number, unit)"),
}  # fmt: skip
_QUERIES = {
    "documents": """SELECT {doc} AS doc_id,
      strftime(make_date(year, 1, 1) + day::INTEGER, '%Y-%m-%d') AS published FROM rows""",
    "claims": """SELECT {claim} AS claim_id, {doc} AS doc_id, {unit} AS unit_id, claim,
      60 * place AS "start", 60 * place + 40 AS "end", driver, valence, voice FROM rows""",
    "codings": "SELECT {claim} AS claim_id, {doc} AS doc_id, coder, driver, valence FROM rows",
    "tokens": "SELECT {doc} AS doc_id, token, n FROM rows",
}


def _claims(articles: pd.DataFrame, generator: np.random.Generator) -> pd.DataFrame:
    """Claims in reading order; a claim in four shares the sentence of the one before it."""
    each = 1 + generator.poisson(MORE_CLAIMS, len(articles))
    rows = articles.loc[articles.index.repeat(each), ["number", "year"]].reset_index(drop=True)
    size = len(rows)
    starts = np.repeat(np.cumsum(each) - each, each)
    place = np.arange(size) - starts
    fresh = (place == 0) | (generator.random(size) >= 0.25)
    unit = np.cumsum(fresh)
    rows["place"], rows["unit"] = place, unit - unit[starts]
    began = np.maximum.accumulate(np.where(fresh, np.arange(size), 0))
    rows["claim"] = np.arange(size) - began + 1
    frame = _drawn(_weights(), rows["year"].to_numpy() - YEARS[0], generator)
    rows["driver"] = pd.Categorical.from_codes(frame, list(FRAMES))
    leaning = 0.25 + 0.5 * ((frame * 5) % len(FRAMES)) / len(FRAMES)
    draw = generator.random(size)
    valence = np.select([draw > 0.9, draw > 0.85, draw < 0.85 * leaning], [3, 2, 0], 1)
    rows["valence"] = pd.Categorical.from_codes(valence, list(VALENCES))
    rows["voice"] = pd.Categorical.from_codes(
        generator.integers(0, 5, size) // 4, ["paper", "quoted"]
    )
    return rows


def _weights() -> np.ndarray:
    """Cumulative weight of each frame, a row for each year; half of the frames gain weight."""
    code, year = np.arange(len(FRAMES)), np.linspace(-1, 1, len(YEARS))[:, None]
    weight = np.exp(-code / 5 + 0.6 * year * np.where(code % 2, 1, -1))
    return np.cumsum(weight / weight.sum(axis=1, keepdims=True), axis=1)


def _drawn(cumulative: np.ndarray, row: np.ndarray, generator: np.random.Generator) -> np.ndarray:
    """One code for each claim by the weights of its row."""
    draw = generator.random(len(row))
    return (draw[:, None] > cumulative[row, :-1]).sum(axis=1)


def _codings(claims: pd.DataFrame, generator: np.random.Generator) -> pd.DataFrame:
    """What each coder gave: the settled code, or now and then any code."""
    coded = claims[claims["number"] % CODED_TWICE == 0]
    tables = []
    for coder in CODERS:
        table = coded[["number", "place", "driver", "valence"]].copy()
        for name, codes in (("driver", FRAMES), ("valence", VALENCES)):
            other = generator.integers(0, len(codes), len(table))
            kept = generator.random(len(table)) < SURE
            given = np.where(kept, table[name].cat.codes, other)
            table[name] = pd.Categorical.from_codes(given, list(codes))
        tables.append(table.assign(coder=coder))
    return pd.concat(tables, ignore_index=True)


def _tokens(articles: pd.DataFrame, generator: np.random.Generator) -> pd.DataFrame:
    """A few words of each article, common ones often; some belong to one decade."""
    size = len(articles) * TOKENS
    rank = (VOCABULARY ** generator.random(size)).astype(int) - 1
    decade = (articles["year"].to_numpy().repeat(TOKENS) - YEARS[0]) // 10
    rank = np.where((rank % 10 == 9) & (rank % 3 != decade), rank - 1, rank)
    words = [f"w{number:04d}" for number in range(VOCABULARY)]
    table = pd.DataFrame({"number": articles["number"].to_numpy().repeat(TOKENS)})
    table["token"] = pd.Categorical.from_codes(rank, words)
    table["n"] = 1 + generator.poisson(0.5, size)
    return table.drop_duplicates(["number", "token"])


def main() -> None:
    """Write an archive of the size asked for."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument("--documents", type=int, default=50_000)
    parser.add_argument("--seed", type=int, default=2001)
    parser.add_argument("--ids", choices=sorted(IDS), default="number")
    given = parser.parse_args()
    claims = write_archive(given.folder, given.documents, given.seed, given.ids)
    print(f"{given.folder}: {given.documents:,} documents, {claims:,} claims")


if __name__ == "__main__":
    main()

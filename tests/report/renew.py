"""The numbers that reports give now, kept, so that none changes unnoticed.

    python -m tests.report.renew                 all four corpora
    python -m tests.report.renew river one       some of them

Renew them when a number is meant to change, and look at the difference before it is committed.
"""

from __future__ import annotations

import json
import math
import sys
import tempfile
from pathlib import Path

from tests.plain_report import CORPORA, ROOT, plain_results

EXPECTED = Path(__file__).with_name("expected")
KEPT = {
    "default": ROOT / "data",
    "river": CORPORA / "river",
    "one": CORPORA / "one",
    "minimal": CORPORA / "minimal.csv",
}
#: Few permutations and made-up texts: it is guarded that numbers stay, not how good they are.
FEWER = {"most_permutations": 20_000, "simulations": 200, "draws": 500}
_WORDS = ("text", "list", "name")


def numbers(corpus: Path) -> dict[str, dict]:
    """The findings of a report: key to value, low, high and n; of words only the key."""
    with tempfile.TemporaryDirectory() as folder:
        found = plain_results(corpus, folder, **FEWER)
    return {
        row["key"]: {
            part: row[part]
            for part in ("value", "low", "high", "n")
            if row[part] is not None and (part != "value" or row["unit"] not in _WORDS)
        }
        for row in found
    }


def read(name: str) -> dict[str, dict]:
    """The kept numbers of a corpus."""
    found: dict[str, dict] = json.loads((EXPECTED / f"{name}.json").read_text(encoding="utf8"))
    return found


def write(name: str) -> None:
    """Keep the numbers of a corpus, a line for each finding."""
    EXPECTED.mkdir(exist_ok=True)
    lines = [f"{json.dumps(key)}: {json.dumps(row)}" for key, row in
             sorted(numbers(KEPT[name]).items())]  # fmt: skip
    text = "{\n" + ",\n".join(lines) + "\n}\n"
    (EXPECTED / f"{name}.json").write_text(text, encoding="utf8")


def differences(kept: dict[str, dict], found: dict[str, dict]) -> list[str]:
    """What is missing, what is new, and which numbers are others, a line each."""
    lines = [f"{key}: no longer found" for key in kept if key not in found]
    lines += [f"{key}: new" for key in found if key not in kept]
    for key in kept.keys() & found.keys():
        for part in {**kept[key], **found[key]}:
            was, now = kept[key].get(part), found[key].get(part)
            if not _same(was, now):
                lines.append(f"{key}, {part}: was {was}, is {now}")
    return sorted(lines)


def _same(was: object, now: object) -> bool:
    numeric = isinstance(was, (int, float)) and isinstance(now, (int, float))
    if not numeric:
        return was == now
    return math.isclose(was, now, rel_tol=1e-6, abs_tol=1e-9)  # type: ignore[arg-type]


if __name__ == "__main__":
    for chosen in sys.argv[1:] or KEPT:
        write(chosen)
        print(f"{chosen}: {len(read(chosen))} findings")

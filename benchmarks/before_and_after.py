"""What the statements of the default corpus rested on, and what the report prints now.

    frameline build --no-cache --out report/build
    python benchmarks/before_and_after.py report/build/results.json

Before: as the report printed it with the tests and intervals that were replaced (seed 2001, 2,000
draws). Now: read from results.json. Right: an independent computation of the new procedures.
docs/decisions/measures-that-hold.md quotes the table.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

TALK, Y2015, Y2021, Y2024 = (
    "shaffer-2001-talk", "abedin-2015", "tazmini-2021", "snegovaya-alterman-2024",
)  # fmt: skip
MIX, NET = "step.{}.{}.divergence.p", "step.{}.{}.net"

#: What is told, the finding, what was printed before, and what is right.
ROWS = [
    ("mix, talk to 2015: p (Holm)", MIX.format(TALK, Y2015), ".006", ".007"),
    ("mix, 2015 to 2021", MIX.format(Y2015, Y2021), ".060", ".083"),
    ("mix, 2021 to 2024", MIX.format(Y2021, Y2024), ".16", ".006"),
    ("mix, talk to 2024", MIX.format(TALK, Y2024), ".20", ".083"),
    ("talk to 2015, neighbours alike: p", MIX.format(TALK, Y2015) + "_alike", "-", ".13"),
    ("2021 to 2024, neighbours alike: p", MIX.format(Y2021, Y2024) + "_alike", "-", ".025"),
    ("difference of balances, talk to 2015", NET.format(TALK, Y2015),
     "-.68 [-1.27, -.05]", "-.68 [-1.14, -.02]"),
    ("its p (Holm)", NET.format(TALK, Y2015) + ".p", ".20", ".17"),
    ("the same, neighbours alike", NET.format(TALK, Y2015) + ".alike", "-", "-.68 [-1.25, .31]"),
    ("2015 to 2021", NET.format(Y2015, Y2021), ".45 [-.18, 1.09]", ".45 [-.20, .97]"),
    ("2021 to 2024", NET.format(Y2021, Y2024), "-.09 [-.75, .61]", "-.09 [-.69, .58]"),
    ("talk to 2024", NET.format(TALK, Y2024), "-.32 [-.91, .38]", "-.32 [-.85, .35]"),
    ("net balance, talk", f"net_valence.all.{TALK}", ".50 [-.03, .91]", ".50 [-.10, .83]"),
    ("net balance, 2015", f"net_valence.all.{Y2015}", "-.18 [-.58, .23]", "-.18 [-.53, .23]"),
    ("net balance, 2021", f"net_valence.all.{Y2021}", ".27 [-.24, .80]", ".27 [-.34, .72]"),
    ("net balance, 2024", f"net_valence.all.{Y2024}", ".18 [-.23, .62]", ".18 [-.24, .55]"),
    ("conceded, talk", f"share_conceded.{TALK}", ".00 [.00, .05]", ".00 [.00, .22]"),
    ("conceded, 2015", f"share_conceded.{Y2015}", ".28 [.14, .44]", ".28 [.14, .47]"),
    ("conceded, 2021", f"share_conceded.{Y2021}", ".13 [.03, .25]", ".13 [.03, .40]"),
    ("conceded, 2024", f"share_conceded.{Y2024}", ".46 [.29, .66]", ".46 [.29, .65]"),
    ("other voices, 2021", f"share_other_voice.{Y2021}", ".35 [.12, .61]", ".35 [.16, .62]"),
    ("2024 concedes more than the talk: p", f"test.turn.{Y2024}.{TALK}",
     "first in 93 % of draws", ".0003"),
    ("than 2021", f"test.turn.{Y2024}.{Y2021}", "", ".021"),
    ("than 2015", f"test.turn.{Y2024}.{Y2015}", "", ".15"),
    ("2021 has more other voices than 2024: p", f"test.voices.{Y2021}.{Y2024}",
     "first in 94 % of draws", ".0002"),
    ("than the talk", f"test.voices.{Y2021}.{TALK}", "", ".058"),
    ("than 2015", f"test.voices.{Y2021}.{Y2015}", "", ".13"),
    ("reasons clear after Holm", "changes.clear", "1", "0"),
    ("reasons below .05 singly", "changes.shown", "10", "5"),
    ("reasons tested", "changes.count", "56", "50"),
    ("other leaders each time, dividing", "driver.change.dividing.as_many", ".23", ".39"),
    ("other leaders each time, binding", "driver.change.binding.as_many", ".32", ".55"),
    ("ways with another mix, talk to 2015", f"ways.mix.{TALK}.{Y2015}", "", "248"),
    ("ways, 2015 to 2021", f"ways.mix.{Y2015}.{Y2021}", "", "61"),
    ("ways, 2021 to 2024", f"ways.mix.{Y2021}.{Y2024}", "", "119"),
    ("ways, talk to 2024", f"ways.mix.{TALK}.{Y2024}", "", "70"),
    ("ways with no pair of another mix", "counts.mix.0", "32", "30"),
    ("ways with exactly one", "counts.mix.1", '"one of four in 256"', "100"),
    ("ways with exactly two", "counts.mix.2", "62", "89"),
    ("ways with exactly three", "counts.mix.3", "75", "56"),
    ("ways with all four", "counts.mix.4", "34", "13"),
]  # fmt: skip


def written(finding: dict) -> str:
    """A value with its interval, short: ``-.68 [-1.14, -.02]``; counts and p as they are."""
    value, low, high = (finding[part] for part in ("value", "low", "high"))
    if finding["unit"] == "count":
        return str(value)
    if finding["unit"] == "p":
        return f"{value:.4f}".lstrip("0") if value < 0.1 else f"{value:.2f}".lstrip("0")
    numbers = [f"{number:.2f}".replace("0.", ".") for number in (value, low, high)
               if number is not None]  # fmt: skip
    return f"{numbers[0]} [{numbers[1]}, {numbers[2]}]" if len(numbers) == 3 else numbers[0]


def main() -> None:
    """Print the table."""
    path = Path(sys.argv[1] if len(sys.argv) > 1 else "report/build/results.json")
    found = {row["key"]: row for row in json.loads(path.read_text(encoding="utf8"))}
    print("| | before | now | right |\n|---|---|---|---|")
    for told, key, before, right in ROWS:
        print(f"| {told} | {before} | {written(found[key])} | {right} |")


if __name__ == "__main__":
    main()

"""What chapters say of the default corpus, against an independent computation of the same tests."""

import json
from unittest.mock import patch

import pandas as pd
import pytest

import frameline.exhibits.drawing
from frameline.exhibits import exhibit, study
from frameline.exhibits.registry import listing
from frameline.record.prose import Prose
from frameline.record.view import ViewToggle

TALK, Y2015, Y2021, Y2024 = (
    "shaffer-2001-talk", "abedin-2015", "tazmini-2021", "snegovaya-alterman-2024",
)  # fmt: skip
CHART = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9"/></svg>'
#: Exhibits that ask for more time than their words need here.
LESS = {"step-tests": {"most": 20_000}, "calibration-card": {"runs": 20, "permutations": 19}}
CHAPTERS = ("balance", "steps", "argument", "limits", "robustness", "summary")


@pytest.fixture(scope="module")
def made(data_corpus, tmp_path_factory):
    """Every exhibit of these chapters, with the tables of its charts, and all findings."""
    results = tmp_path_factory.mktemp("results") / "results.json"
    results.write_text("[]", encoding="utf8")
    found, exhibits, tables, draw = {}, {}, {}, study.__globals__["draw"]

    def kept(fig, **options):
        tables.setdefault(chapter, []).append((options["key"], options["table"]))
        return draw(fig, **options)

    shown = listing().groupby("chapter")["exhibit"].apply(list)
    with (
        patch.object(frameline.exhibits.drawing, "_save", return_value=CHART),
        patch.dict(study.__globals__, draw=kept),
    ):
        for chapter in CHAPTERS:
            texts = study(chapter, data_corpus, draws=200, results=results)
            for name in shown[chapter]:
                exhibits[name] = exhibit(name, texts, **LESS.get(name, {}))
            found |= {one.key: one for one in texts.findings}
            records = [{**one.record(), "chapter": chapter} for one in found.values()]
            results.write_text(json.dumps(records), encoding="utf8")
    return exhibits, tables, found


@pytest.fixture(scope="module")
def found(made):
    return made[2]


@pytest.mark.parametrize(
    ("start", "end", "p"),
    [(TALK, Y2015, 0.007), (Y2015, Y2021, 0.083), (Y2021, Y2024, 0.006), (TALK, Y2024, 0.083)],
)
def test_mixes_after_holm(found, start, end, p):
    row = found[f"step.{start}.{end}.divergence.p"]
    one = found[f"step.{start}.{end}.divergence.p_one"]
    # of as many tests as Holm makes of it, three Monte Carlo errors
    times, error = row.value / one.value, (one.value / 20_000) ** 0.5
    assert row.value == pytest.approx(p, abs=3 * times * error + 0.0005)
    assert one.low < one.value < one.high


def test_two_named_pairs_differ_and_no_count_is_stated(made):
    said = [key for key in made[2] if key.startswith("statement.mix")]
    assert said == [f"statement.mix.{TALK}.{Y2015}", f"statement.mix.{Y2021}.{Y2024}"]
    assert made[2]["steps.mix.open"].value == [
        "Abedin 2015 → Tazmini 2021", "Shaffer 2001 (talk) → Snegovaya & Alterman 2024",
    ]  # fmt: skip


def test_the_largest_difference_of_balances(found):
    row = found[f"step.{TALK}.{Y2015}.net"]
    assert (row.value, row.low, row.high) == pytest.approx((-0.68, -1.14, -0.02), abs=0.005)
    assert found[f"test.balance.{TALK}.{Y2015}"].value == pytest.approx(0.043, abs=0.0005)
    assert found[f"step.{TALK}.{Y2015}.net.p"].value == pytest.approx(0.17, abs=0.005)
    alike = found[f"step.{TALK}.{Y2015}.net.alike"]
    assert (alike.low, alike.high) == pytest.approx((-1.25, 0.31), abs=0.005)
    assert found["steps.net.clear"].value == 0
    assert "statement.balance" in found, "no step's balance differs, and that is said"


@pytest.mark.parametrize(
    ("doc", "net", "low", "high"),
    [(TALK, 0.50, -0.10, 0.83), (Y2015, -0.18, -0.53, 0.23), (Y2021, 0.27, -0.34, 0.72),
     (Y2024, 0.18, -0.24, 0.55)],
)  # fmt: skip
def test_no_text_leans_surely(found, doc, net, low, high):
    row = found[f"net_valence.all.{doc}"]
    assert (row.value, row.low, row.high) == pytest.approx((net, low, high), abs=0.0051)
    assert found["net.lean"].value == []
    assert "statement.leaning" in found


@pytest.mark.parametrize(
    ("doc", "share", "low", "high"),
    [(TALK, 0, 0, 0.22), (Y2015, 0.28, 0.14, 0.47), (Y2021, 0.13, 0.03, 0.40),
     (Y2024, 0.46, 0.29, 0.65)],
)  # fmt: skip
def test_concessions(found, doc, share, low, high):
    row = found[f"share_conceded.{doc}"]
    assert (row.value, row.low, row.high) == pytest.approx((share, low, high), abs=0.0051)


def test_texts_are_set_against_each_other_by_name(found):
    said = [key for key in found if key.startswith(("statement.turn", "statement.voices"))]
    assert said == [
        f"statement.turn.{Y2024}.{Y2021}", f"statement.turn.{Y2024}.{TALK}",
        f"statement.voices.{Y2021}.{Y2024}",
    ]  # fmt: skip
    assert found["turn.open"].value == ["Abedin 2015"]


def test_reasons_are_described_and_none_is_claimed(found):
    counts = [found[f"changes.{of}"].value for of in ("count", "shown", "clear")]
    assert counts == [50, 5, 0]
    assert found["driver.change.dividing.as_many"].value == pytest.approx(0.40, abs=0.02)
    assert found["driver.change.binding.as_many"].value == pytest.approx(0.55, abs=0.02)
    assert not [key for key in found if key.startswith("statement.reasons")]


def test_the_page_takes_what_stands_among_all_tests_and_in_most_ways(made):
    exhibits, _, found = made
    said = exhibits["quoted-statements"].sentences
    kept = [key for key in found if key.startswith("statement.") and any(
        str(found[key].value) in line for line in said)]  # fmt: skip
    assert f"statement.mix.{TALK}.{Y2015}" in kept
    assert f"statement.mix.{Y2021}.{Y2024}" not in kept, "it holds in 119 of 288 ways"
    assert f"statement.turn.{Y2024}.{TALK}" in kept
    assert f"statement.turn.{Y2024}.{Y2021}" not in kept, "among all tests it is not clear"
    for key in kept:
        robust = key.replace("statement.", "robust.")
        assert robust not in found or found[robust].value >= 0.8
    assert found["page.tests"].value == sum(
        key.startswith("test.") and one.value is not None for key, one in found.items()
    )


# Charts and sentences ------------------------------------------------------------------------


def sentences(exhibits):
    for one in exhibits.values():
        for block in one.blocks:
            views = block.views.values() if isinstance(block, ViewToggle) else [block]
            yield from (view for view in views if isinstance(view, Prose))


def printed_n(row):
    """The n beside a value in a chart: of a net balance the claims that bind or divide."""
    if {"net", "binding", "dividing"} <= row.keys():
        return row["binding"] + row["dividing"]
    return row.get("claims", row.get("n"))


def same_number(row, one):
    """Whether a row of a chart has a finding's value, and its limits where it has any."""
    numbers = [v for v in row.values() if isinstance(v, float) and not pd.isna(v)]
    wanted = [part for part in (one.value, one.low, one.high) if part is not None]
    return one.low is not None and all(part in numbers for part in wanted)


def test_the_n_of_a_chart_is_the_n_of_the_sentence(made, data_corpus):
    exhibits, tables, found = made
    named = {name: doc for doc, name in data_corpus.names.items()}
    keys = {part.key for prose in sentences(exhibits) for part in prose.segments if part.key}
    told = {key: found[key] for key in keys if key in found and found[key].n}
    checked, wrong = set(), []
    for figure, table in [pair for chapter in tables.values() for pair in chapter]:
        for row in table.to_dict("records"):
            texts = str(row.get("step", row.get("name", ""))).split(" → ")
            ids = [named.get(text, "") for text in texts]
            for key, one in told.items():
                about = [doc for doc in named.values() if doc in key] or ids
                if all(ids) and set(about) == set(ids) and same_number(row, one):
                    checked.add(figure)
                    if printed_n(row) != one.n:
                        wrong.append(f"{figure}: {printed_n(row)}, but {key}: {one.n}")
    assert not wrong, "\n".join(wrong)
    assert {"net-balance", "voices", "balance-steps"} <= checked

"""The reports as a reader gets them: built from the default corpus and from others."""

import json
import re
import shutil
from html import unescape
from itertools import pairwise
from pathlib import Path

import pypdf
import pytest

from frameline.corpus import Filter
from frameline.report.plan.plan import Override
from tests.report.craft import filled, smallest

ROOT = Path(__file__).parents[1]
CORPORA = ROOT / "tests/corpora"
pytestmark = pytest.mark.slow


def results(folder):
    return {r["key"]: r for r in json.loads((folder / "results.json").read_text(encoding="utf8"))}


def html(folder):
    return (folder / "report.html").read_text(encoding="utf8")


def words_of(folder):
    """The words of the page, without what marks the numbers among them."""
    return re.sub(r"</?data[^>]*>", "", html(folder))


def test_every_chapter_has_something_to_say(report):
    text = html(report)
    assert "steps aside" not in text
    titles = re.findall(r"<h1[^>]*>|<h2[^>]*>", text)
    assert len(titles) > 10


def test_every_figure_has_its_text_data_and_files(report):
    text = html(report)
    figures = sorted(p.stem for p in (report / "figures").glob("*.svg"))
    assert len(figures) >= 10
    for key in figures:
        assert (report / f"figures/{key}.png").stat().st_size > 5000
        assert (report / f"figures/{key}.csv").read_text(encoding="utf8").count("\n") >= 2
    charts = re.findall(r'<svg[^>]*role="img"[^>]*>', text)
    assert len(charts) >= len(figures)
    assert text.count("<desc") >= len(figures)


@pytest.mark.parametrize("width", [375, 768, 1440])
def test_the_page_never_scrolls_sideways_in_any_view(report, browser, width):
    page = browser.new_page(viewport={"width": width, "height": 900})
    page.goto((report / "report.html").as_uri())
    for view in ("own", "all"):
        page.locator(f"#view-{view}").check(force=True)
        page.evaluate("document.querySelectorAll('details').forEach(d => { d.open = true })")
        assert page.evaluate("document.documentElement.scrollWidth") <= width, view
    page.close()


def test_every_chapter_that_counts_claims_can_be_switched(report):
    sections = re.split(r'<section class="chapter', html(report))[1:]
    switched = [
        re.search(r'id="chapter-([\w-]+?)(?:-title)?"', s)[1] for s in sections if "view-own" in s
    ]
    assert switched == [
        "the-shift-in-one-page", "which-reasons-bind-which-divide",
        "how-do-they-argue-what-do-they-advise", "what-do-they-foresee-and-recall",
        "what-binds-what-divides", "what-changes-from-text-to-text", "how-do-they-argue",
        "who-should-do-what",
    ]  # fmt: skip
    # Four chapters of the report and three of the annex came in; it was 2.5 million without them.
    assert len(html(report)) < 3_400_000


def test_the_page_is_closed(report):
    text = html(report)
    assert "<script" not in text.lower()
    assert not re.search(r"\son\w+=", re.sub(r"<svg.*?</svg>", "", text, flags=re.DOTALL))
    loaded = re.findall(r'(?:src|xlink:href)="(?!#|data:)([^"]+)"', text)
    assert loaded == []
    assert "Content-Security-Policy" in text


def test_every_digit_in_the_prose_of_the_page_is_a_finding(report, data_corpus):
    """Read from the page itself; `report.document.lint` reads it before it is written."""
    page = unescape(html(report))
    head, main = page.split("<body")[1].split("<main")
    main, sources = main.split("</main>")[0].split('id="sources"')
    years = {"95%", *re.findall(r"\b[12]\d{3}\b", head + sources)}
    for name in data_corpus.names.values():
        main = main.replace(name, "·")
    main = re.sub(r"<(svg|table|details|data|code|a|q|dfn)\b.*?</\1>", "·", main, flags=re.DOTALL)
    prose = re.findall(
        r"<(?:p|li|h2|h3)\b(?! class=\"(?:label|note))[^>]*>(.*?)</", main, re.DOTALL
    )
    found = [(n.rstrip(".,"), text) for text in prose for n in re.findall(r"\d[\d.,]*%?", text)]
    assert len(prose) > 100
    assert [(n, text) for n, text in found if n not in years] == []


def test_no_code_and_no_machine_reaches_the_reader(report):
    for text in (html(report), pdf_text(report)):
        assert "read_corpus" not in text
        assert "Traceback" not in text
        assert str(ROOT) not in text
        assert not re.search(r"\bnan\b|<NA>|NaN", text)


#: Each printed file, and the least and most pages that it may have. Of those of the annex, seven
#: hold machine codes (one), the registers of statements (four) and what guides ask for (two).
PRINTED = {"report.pdf": (5, 18), "brief.pdf": (2, 2), "annex.pdf": (40, 82)}


def pdf_text(folder):
    pages = (page for name in PRINTED for page in pypdf.PdfReader(folder / name).pages)
    return "\n".join(page.extract_text() for page in pages)


@pytest.mark.parametrize("name", PRINTED)
def test_the_pdf_is_bound_like_a_report(report, name):
    reader = pypdf.PdfReader(report / name)
    root = reader.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"].startswith("en")
    assert len(reader.outline) >= 1
    least, most = PRINTED[name]
    assert least <= len(reader.pages) <= most
    assert reader.metadata.title


@pytest.mark.parametrize("name", PRINTED)
@pytest.mark.parametrize("profile", ["ua1", "2a"])
def test_a_validator_finds_no_fault_in_the_pdf(report, pdf_faults, name, profile):
    assert pdf_faults(report / name, profile) == []


def test_the_note_on_method_has_at_most_four_pages(report):
    starts = {
        title: page for title, page, _ in chapter_starts(pypdf.PdfReader(report / "report.pdf"))
    }
    first = next(page for title, page in starts.items() if "How was this made?" in title)
    assert starts["Sources"] - first <= 4


def chapter_starts(reader):
    """The page of each chapter in the outline, and how far down it begins (0 to 1)."""
    for item in reader.outline:
        if not isinstance(item, list):
            page = reader.get_destination_page_number(item)
            yield item.title, page, 1 - float(item.top) / float(reader.pages[page].mediabox.height)


def lowest_words(page):
    """How far down the last words above the running foot stand (0 to 1)."""
    height, found = float(page.mediabox.height), [0.0]

    def visit(text, matrix, text_matrix, font, size):
        down = 1 - (text_matrix[4] * matrix[1] + text_matrix[5] * matrix[3] + matrix[5]) / height
        if text.strip() and down < 0.935:
            found.append(down)

    page.extract_text(visitor_text=visit)
    return max(found)


METHOD = "How was this made?"
#: How far down the text must reach on a page that is 60 per cent full.
FULL = 0.08 + 0.6 * 0.85


#: What stands at the head of every page, but for those that begin a chapter or are designed.
RUNNING_HEAD = "From partners in need to fragile partnership"


@pytest.mark.parametrize("name", PRINTED)
def test_pages_are_full_where_no_chapter_ends(report, name):
    """Measured from the file: cover and contents, ends of chapters and the last page apart.

    A designed page takes a page of its own, so what stands before it ends where it ends.
    """
    reader = pypdf.PdfReader(report / name)
    starts = list(chapter_starts(reader))
    opened = {page for _, page, down in starts if down < 0.2}
    opened |= {place for place, page in enumerate(reader.pages)
               if RUNNING_HEAD not in page.extract_text()[:200]}  # fmt: skip
    first = min(page for title, page, _ in starts if title != "Contents")
    for number in range(first, len(reader.pages) - 1):
        if number + 1 not in opened:
            assert lowest_words(reader.pages[number]) > FULL, f"page {number + 1} ends early"


#: Pages that may be emptier, each with the reason: none at present.
DECLARED: dict[tuple[str, int], str] = {}


@pytest.mark.parametrize("name", ["report.pdf", "brief.pdf"])
def test_pages_of_the_report_are_used_and_can_be_read(report, name):
    for number, page in enumerate(pypdf.PdfReader(report / name).pages, 1):
        if (name, number) not in DECLARED:
            assert filled(page) >= 0.6, f"page {number} of {name}"
        assert smallest(page) >= 7.5 - 0.01, f"page {number} of {name}"


def test_the_report_has_fourteen_pages_and_four_of_method(report):
    reader = pypdf.PdfReader(report / "report.pdf")
    method = next(page for title, page, _ in chapter_starts(reader) if METHOD in title)
    assert method <= 14
    assert len(reader.pages) - method <= 4


@pytest.mark.parametrize("name", PRINTED)
def test_no_heading_stands_at_the_foot_of_a_page(report, name):
    reader = pypdf.PdfReader(report / name)
    waiting = list(reader.outline)
    while waiting:
        item = waiting.pop()
        if isinstance(item, list):
            waiting += item
        else:
            page = reader.pages[reader.get_destination_page_number(item)]
            # Two lines of text stand below the lowest one.
            assert float(item.top) > 0.12 * float(page.mediabox.height), item.title


WANTED = [
    "claims.core.*", "net_valence.all.*", "net_valence.own.*", "net_valence.verdicts.*",
    "labels.title.*", "labels.body.*", "verdict.*", "durability.*", "share_other_voice.*",
    "driver.top_binding.*", "driver.top_dividing.*",
]  # fmt: skip


@pytest.mark.parametrize("pattern", WANTED)
def test_each_text_has_its_findings(report, pattern):
    found = results(report)
    for line in (ROOT / "data/documents.csv").read_text(encoding="utf8").splitlines()[1:]:
        assert pattern.replace("*", line.split(",")[0]) in found


COMPARED = ["shaffer-2001-talk", "abedin-2015", "tazmini-2021", "snegovaya-alterman-2024"]
BOUNDED = [
    "net_valence.all.*", "net_valence.own.*", "net_valence.verdicts.*",
    "share_other_voice.*",
]  # fmt: skip


@pytest.mark.parametrize("pattern", BOUNDED)
def test_numbers_of_texts_long_enough_have_an_interval(report, pattern):
    found = results(report)
    for doc in COMPARED:
        row = found[pattern.replace("*", doc)]
        assert row["low"] <= row["value"] <= row["high"], pattern
        assert row["low"] < row["high"]
        assert row["n"]
    # two paragraphs with claims: too few to resample, and said to be so
    assert found[pattern.replace("*", "shaffer-2001-paper")]["low"] is None


def test_a_count_of_what_a_text_says_has_no_interval(report):
    found = results(report)
    for doc in COMPARED:
        row = found[f"claims.core.{doc}"]
        assert row["value"] > 0
        assert (row["low"], row["high"]) == (None, None)


def test_verdicts_count_reasons_and_verdicts_only(report, data_corpus):
    claims = data_corpus.select(Filter())
    kept = claims[claims["function"].isin(["PD", "CI"]) & claims["sign"].isin([1, -1])]
    for doc, row in kept.groupby("doc_id"):
        finding = results(report)[f"net_valence.verdicts.{doc}"]
        assert finding["n"] == len(row)
        assert "reasons and verdicts only" in finding["filter"]


def test_each_step_has_its_divergence_and_its_p_with_monte_carlo_limits(report):
    found = results(report)
    for start, end in [*pairwise(COMPARED), (COMPARED[0], COMPARED[-1])]:
        key = f"step.{start}.{end}.divergence"
        assert 0 <= found[key]["value"] <= 1
        one = found[f"{key}.p_one"]
        assert 0 < one["low"] < one["value"] < one["high"] < 1
        assert one["value"] <= found[f"{key}.p"]["value"] <= 1
        assert one["value"] <= found[f"{key}.p_alike"]["value"], "alike neighbours are less sure"


def test_each_alpha_has_its_interval_and_n(report, data_corpus):
    found = results(report)
    roles = [v.role for v in data_corpus.codebook.layer("claims") if v.role and v.codes]
    for role in [r for r in roles if data_corpus.has(f"claims.{r}")]:
        row = found[f"alpha.{role}"]
        assert row["low"] <= row["value"] <= row["high"]
        assert row["n"] > 10
    unitising = found["alpha.claims_per_unit"]
    assert unitising["n"] == len(data_corpus.units)
    assert 0.7 < unitising["low"] < unitising["value"] < 1


@pytest.mark.parametrize(
    "key",
    ["context.n.all", "context.n.neutral", "context.years_both_readings"]
    + [f"{name}.{doc}" for name in ("advice.count", "reach_back.max") for doc in COMPARED],
)
def test_counts_are_there(report, key):
    assert results(report)[key]["value"] >= 0


def test_findings_carry_what_is_needed_to_check_them(report):
    found = results(report)
    net = found["net_valence.all.abedin-2015"]
    assert net["low"] < net["value"] < net["high"]
    assert net["n"] == len(net["evidence"]) > 30
    assert "core claims" in net["filter"]
    assert found["alpha.valence"]["low"] > 0.8
    step = "step.shaffer-2001-talk.abedin-2015.divergence"
    assert 0 < found[step]["value"] < 1
    assert 0 < found[step + ".p"]["value"] <= 1


def test_numbers_in_the_findings_are_those_of_the_tables(report):
    """Counted again from the CSV file, without any code of ours."""
    import csv

    with (ROOT / "data/claims.csv").open(encoding="utf8", newline="") as file:
        rows = [r for r in csv.DictReader(file) if r["relevance"] == "core"]
    found = results(report)
    for doc in {r["doc_id"] for r in rows}:
        mine = [r for r in rows if r["doc_id"] == doc]
        assert found[f"claims.core.{doc}"]["value"] == len(mine)
        asked = [r for r in mine if r["modality"] != "question"]
        binding = sum(r["valence"] == "B" for r in asked)
        dividing = sum(r["valence"] == "D" for r in asked)
        expected = (binding - dividing) / (binding + dividing)
        assert found[f"net_valence.all.{doc}"]["value"] == pytest.approx(expected)


def test_another_corpus_needs_no_edit(river_report):
    text = html(river_report)
    assert "Norland" in text
    for foreign in ("Shaffer", "Tazmini", "Russia", "Tehran"):
        assert foreign not in text
    found = results(river_report)
    answers = (CORPORA / "river/ANSWERS.md").read_text(encoding="utf8")
    assert answers
    assert found["claims.core"]["value"] == 45


@pytest.mark.parametrize("corpus", ["one", "minimal.csv"])
def test_small_corpora_get_the_chapters_they_can_fill(build_report, tmp_path, corpus):
    folder = build_report(tmp_path / "build", CORPORA / corpus, formats=["html", "pdf"])
    text = html(folder)
    assert "steps aside" in text
    assert (folder / "report.pdf").stat().st_size > 5000


def test_leaving_out_a_text_changes_the_prose(report, build_report, tmp_path):
    without = Override("drop", ["snegovaya-alterman-2024"])
    chapters = ["the-shift-in-one-page", "what-binds-what-divides"]
    folder = build_report(tmp_path / "build", None, without, only=chapters, formats=["html"])
    assert "net_valence.all.snegovaya-alterman-2024" not in results(folder)
    assert "One pair, three verdicts" in words_of(folder)
    assert "One pair, four verdicts" in words_of(report)


def test_changing_one_code_changes_a_finding(report, build_report, tmp_path):
    corpus = tmp_path / "data"
    shutil.copytree(ROOT / "data", corpus)
    table = corpus / "claims.csv"
    lines = table.read_text(encoding="utf8").split("\n")
    row = next(
        i for i, line in enumerate(lines) if line.startswith("abedin-2015") and ",D," in line
    )
    lines[row] = lines[row].replace(",D,", ",B,", 1)
    table.write_text("\n".join(lines), encoding="utf8")
    chapter = "what-binds-what-divides"
    folder = build_report(tmp_path / "build", corpus, only=[chapter], formats=["html"])
    key = "net_valence.all.abedin-2015"
    assert results(folder)[key]["value"] > results(report)[key]["value"]


def test_the_finding_of_the_readme_is_that_of_the_report(report):
    readme = (ROOT / "README.md").read_text(encoding="utf8")
    found = results(report)
    quoted = re.findall(r"<!-- finding: (\S+) -->\n> (.*)\n<!-- /finding -->", readme)
    assert quoted
    for key, sentence in quoted:
        assert found[key]["value"] == sentence

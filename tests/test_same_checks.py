"""Wrong names and values are refused alike everywhere, with what is allowed and the nearest."""

import subprocess
import sys
from pathlib import Path

import nbformat
import pytest

from frameline.corpus import Filter
from frameline.exhibits import exhibit, study
from frameline.exhibits.registry import UnknownExhibitError
from frameline.report import PlanError
from frameline.report.build import build

ROOT = Path(__file__).parents[1]
CHAPTER = ROOT / "notebooks/040-what-changes-from-text-to-text.ipynb"


@pytest.fixture(scope="module")
def texts(data_corpus):
    return study("steps", data_corpus, draws=100)


@pytest.mark.parametrize(
    ("asked", "says"),
    [
        (lambda t: t.claims(frmae="GEO"), r"""no 'frmae' \(did you mean "frame"\?\)"""),
        (lambda t: t.claims(valence="BB"), r"no code 'BB' of valence"),
        (lambda t: t.claims(document="abedin-2051"), r'did you mean "abedin-2015"'),
        (lambda t: t.claims(year=1999), "no document of 1999; there are 2001, 2015"),
        (lambda t: t.claims(coder="nobody"), "no coding 'nobody'"),
        (lambda t: t.claims(voice="onw"), "no code 'onw' of voice"),
        (lambda t: t.claims_of(["abedin-2051"]), r'did you mean "abedin-2015"'),
        (lambda t: t.kwic("oil", document="abedin-2051"), r'did you mean "abedin-2015"'),
        (lambda t: t.kwic("oil", most=60), "most is 60; allowed: 2 to 8"),
        (lambda t: t.in_views("onw"), r'did you mean "own"'),
        (lambda t: t.codebook.role("frmae"), r'did you mean "frame"'),
        (lambda t: t.codebook.layer("claim"), r'did you mean "claims"'),
        (lambda t: t.codebook.role("frame").flagged("unspecifc"), r'did you mean "unspecific"'),
        (lambda t: exhibit("dumbbells", t, tpo=3), r'no choice .tpo. \(did you mean "top"\?\)'),
        (lambda t: exhibit("dumbbells", t, top="3"), 'found "3"; allowed: whole number'),
        (lambda t: study("stpes", t.corpus), r'no chapter .stpes. \(did you mean "steps"\?\)'),
        (lambda t: study("steps", t.corpus, voice="onw"), r'did you mean "own"'),
        (lambda t: Filter(modality="questions"), r'did you mean "no questions"'),
    ],
)  # fmt: skip
def test_a_wrong_name_is_refused_with_the_nearest(texts, asked, says):
    with pytest.raises(ValueError, match=says):
        asked(texts)


def test_an_exhibit_that_there_is_none_of_names_the_nearest(texts):
    with pytest.raises(UnknownExhibitError, match=r'no exhibit .slopse. \(did you mean "slopes"'):
        exhibit("slopse", texts)
    with pytest.raises(KeyError, match=r'did you mean "driver"'):
        texts.codebook.variable("drivr")


def test_a_code_is_found_by_its_label_and_never_a_confident_zero(texts):
    variable = texts.codebook.role("frame")
    code = variable.order[0]
    by_label = texts.claims(frame=variable.labels[code])
    assert len(by_label) == (texts.claims["frame"] == code).sum() > 0
    assert by_label.equals(texts.claims(frame=code))


def changed(path, folder, **values):
    """A chapter whose cell of parameters an analyst changed by hand."""
    book = nbformat.read(path, 4)
    cell = next(c for c in book.cells if "parameters" in c.metadata.get("tags", ()))
    lines = [f'corpus = "{ROOT.as_posix()}/data"  # corpus folder [path]']
    for line in cell.source.splitlines()[1:]:
        name, _, rest = line.partition(" = ")
        comment = rest.partition("  #")[2]
        lines.append(f"{name} = {values[name]!r}  #{comment}" if name in values else line)
    cell.source = "\n".join(lines)
    book.cells = book.cells[:4]
    target = folder / path.name
    nbformat.write(book, target)
    return target


FAULTS = [("voice", "onw", 'did you mean "own"'),
          ("most_permutations", 5, "allowed: 1000..10000000"),
          ("top", "four", 'found "four"; allowed: 1..20')]  # fmt: skip


@pytest.mark.parametrize(("name", "value", "says"), FAULTS, ids=lambda v: str(v))
def test_nbconvert_refuses_what_a_build_refuses(tmp_path, name, value, says):
    book = changed(CHAPTER, tmp_path, **{name: value})
    run = [sys.executable, "-m", "nbconvert", "--to", "notebook", "--execute", str(book)]
    ran = subprocess.run([*run, "--stdout"], capture_output=True, text=True, cwd=ROOT)
    assert ran.returncode != 0
    assert f'parameter "{name}"' in ran.stderr
    assert says in ran.stderr


def test_papermill_refuses_a_value_and_a_name_that_there_is_none_of(tmp_path):
    import papermill
    from papermill.exceptions import PapermillExecutionError

    book = changed(CHAPTER, tmp_path)
    for given, says in (({"voice": "onw"}, 'did you mean "own"'), ({"sede": 3}, '"seed"')):
        with pytest.raises(PapermillExecutionError, match=says):
            papermill.execute_notebook(
                str(book), str(tmp_path / "out.ipynb"), given, kernel_name="python3",
                language="python", progress_bar=False, cwd=str(ROOT),
            )  # fmt: skip


def test_a_build_refuses_them_too():
    from frameline.report.plan.plan import Override

    for name, value, says in FAULTS[:2]:
        with pytest.raises(PlanError, match=says.replace(".", r"\.")):
            build(ROOT / "report/report.toml", overrides=[Override(name, value)])

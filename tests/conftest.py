"""Corpora that tests read: the project's own, and the invented ones of tests/corpora."""

import importlib.util
import re
import shutil
import signal
import threading
from pathlib import Path

import hypothesis
import pytest

from frameline.corpus import read_corpus
from frameline.report.build import build
from frameline.report.plan.plan import Override

ROOT = Path(__file__).parents[1]
CORPORA = ROOT / "tests" / "corpora"
DATA = ROOT / "data"
# How long an example takes depends on what else the machine does: no test looks at it.
hypothesis.settings.register_profile("untimed", deadline=None)
hypothesis.settings.load_profile("untimed")
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
CHROMIUM = next(filter(None, map(shutil.which, BROWSERS)), "")


def pytest_configure():
    """Let what tests start be interrupted, as from a terminal.

    A shell that runs the tests in the background has them, and all they start, ignore Ctrl-C.
    """
    ignored = signal.getsignal(signal.SIGINT) is signal.SIG_IGN
    if ignored and threading.current_thread() is threading.main_thread():
        signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture(scope="session", autouse=True)
def house(tmp_path_factory):
    """Folders of an invented user: no test reads or fills those of whoever runs the tests."""
    with pytest.MonkeyPatch.context() as patch:
        for name in ("CACHE", "STATE"):
            patch.setenv(f"XDG_{name}_HOME", str(tmp_path_factory.mktemp(name.lower())))
        patch.delenv("FRAMELINE_CACHE_KEY", raising=False)
        yield


@pytest.fixture(scope="module")
def browser():
    """The machine's own Chromium; nothing is downloaded."""
    if not CHROMIUM:
        pytest.skip("no Chromium on this machine")
    playwright = pytest.importorskip("playwright.sync_api")
    with playwright.sync_playwright() as driver:
        opened = driver.chromium.launch(
            executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"]
        )
        yield opened
        opened.close()


@pytest.fixture(scope="session")
def data_corpus():
    """The project's own corpus; not to be changed."""
    return read_corpus(DATA)


@pytest.fixture(scope="session")
def river_corpus():
    """The invented river dyad, whose answers stand in ANSWERS.md; not to be changed."""
    return read_corpus(CORPORA / "river")


@pytest.fixture
def river(tmp_path):
    """A copy of the river corpus that a test may damage."""
    return Path(shutil.copytree(CORPORA / "river", tmp_path / "river"))


@pytest.fixture
def rtl(tmp_path):
    """A copy of the corpus with Persian names and Russian codes that a test may damage."""
    return Path(shutil.copytree(CORPORA / "rtl", tmp_path / "rtl"))


def _archive_module():
    """benchmarks/archive.py, which makes large corpora of any size."""
    spec = importlib.util.spec_from_file_location("archive", ROOT / "benchmarks/archive.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="session")
def archive(tmp_path_factory):
    """An invented archive of 500 documents in two files a table; not to be changed."""
    module = _archive_module()
    module.PART = 300
    folder = tmp_path_factory.mktemp("archive") / "press"
    module.write_archive(folder, 500, ids="text")
    return folder


@pytest.fixture
def press(archive, tmp_path):
    """A copy of the archive that a test may damage."""
    return Path(shutil.copytree(archive, tmp_path / "press"))


#: Fewer draws: tests look at what stands in a report, not at the last digit of an interval.
FAST = (Override("draws", 200), Override("permutations", 99), Override("simulations", 100))


@pytest.fixture(scope="session")
def build_report():
    """Build a report into a folder: build_report(folder, corpus, *overrides, **options)."""

    def built(folder, corpus=None, *overrides, **options):
        given = [*FAST, *overrides]
        # Other tests run beside this one: no processor has nothing to do.
        build(
            ROOT / "report/report.toml", out=folder, corpus=corpus, overrides=given,
            rehearse=False, **options,
        )  # fmt: skip
        return folder

    return built


@pytest.fixture(scope="session")
def report(build_report, tmp_path_factory):
    """The report of the default corpus."""
    return build_report(tmp_path_factory.mktemp("default") / "build")


@pytest.fixture(scope="session")
def river_report(build_report, tmp_path_factory):
    """The report of the invented second corpus."""
    return build_report(
        tmp_path_factory.mktemp("river") / "build", CORPORA / "river", formats=["html"]
    )


@pytest.fixture(scope="session")
def pdf_faults():
    """What a validator of PDF/UA-1 ("ua1") and PDF/A-2a ("2a") has against a file."""
    validator = pytest.importorskip("page", reason="needs page-validation, see pyproject.toml")

    def faults(path, profile):
        data = Path(path).read_bytes()
        report = validator.validate_pdf(path, profile=profile)
        assert report.rules.total > 100
        return [
            f"{found.rule_id}: {found.message}"
            for found in report.failures
            if "STREAM-LENGTH" not in found.rule_id
            or not _length_is_right(data, found.object_id.object_number)
        ]

    return faults


def _length_is_right(data, number):
    """Whether a stream is as long as it says.

    Where its last byte happens to be a carriage return, the validator takes that byte for a part
    of the line end that follows.
    """
    head = re.search(rb"\n%d 0 obj.{0,300}?/Length (\d+).*?stream\r?\n" % number, data, re.DOTALL)
    end = head.end() + int(head.group(1))
    return data[end:].lstrip(b"\r\n").startswith(b"endstream") and data[end] in b"\r\n"

"""environment.yml, the lock file, the workflows and the Makefile say what pyproject.toml says."""

import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
CONDA_NAMES = {"typst": "typst-py"}


@pytest.fixture(scope="module")
def project():
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf8"))["project"]


def test_conda_users_get_the_same_packages(project):
    wanted = {f"python{project['requires-python']}", "pip"}
    for requirement in project["dependencies"]:
        name, limits = re.fullmatch(r"([\w.-]+)(.*)", requirement).groups()
        wanted.add(CONDA_NAMES.get(name, name) + limits)
    lines = (ROOT / "environment.yml").read_text(encoding="utf8").splitlines()
    given = {
        line.strip()[2:] for line in lines if re.match(r"  - (?!conda-forge|nodefaults|pip:)", line)
    }
    assert given == wanted


def test_every_requirement_is_locked_with_hashes(project):
    lock = (ROOT / "requirements.lock").read_text(encoding="utf8")
    # PySpark is half a gigabyte and nothing but its own engine needs it.
    extras = [g for name, g in project["optional-dependencies"].items() if name != "spark"]
    groups = [project["dependencies"], *extras]
    for requirement in (r for group in groups for r in group):
        name = re.match(r"[\w.-]+", requirement).group().replace(".", "-")
        assert re.search(rf"^{name}==\S+.*\\\n    --hash=sha256:", lock, re.MULTILINE), name
    assert "://" not in lock, "a lock file names no registry"


@pytest.mark.parametrize(
    "workflow", sorted((ROOT / ".github/workflows").glob("*.yml")), ids=lambda p: p.name
)
def test_workflows_pin_actions_and_call_make(workflow):
    text = workflow.read_text(encoding="utf8")
    uses = re.findall(r"uses: (\S+)", text)
    assert uses
    for action in uses:
        assert re.fullmatch(r"[\w./-]+@[0-9a-f]{40}", action), action
    assert "permissions:\n  contents: read" in text
    targets = set(
        re.findall(r"^([a-z]+):.*## ", (ROOT / "Makefile").read_text(encoding="utf8"), re.MULTILINE)
    )
    called = set(re.findall(r"run: make (\w+)", text))
    assert called
    assert called <= targets

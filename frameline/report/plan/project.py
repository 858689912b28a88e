"""Where the notebooks, the report and its template are, in a checkout and when installed."""

from __future__ import annotations

from pathlib import Path

from frameline.report.plan.design import design_of

PACKAGE = Path(__file__).resolve().parents[2]
FONTS = PACKAGE / "fonts"


def project_folder() -> Path:
    """The folder with ``report/``, ``notebooks/`` and ``data/``.

    The checkout this package lies in, or else the copy that an installed package carries.
    """
    for folder in (PACKAGE.parent, PACKAGE / "_project"):
        if (folder / "report" / "report.toml").is_file():
            return folder
    return PACKAGE / "_project"


def default_report(corpus: Path | None = None, design: str = "") -> Path:
    """The report built when none is named: the one for a corpus of this design."""
    file = "report.toml" if corpus is None and not design else design_of(
        corpus or project_folder() / "data", design
    ).report  # fmt: skip
    return project_folder() / "report" / file


def default_template() -> Path:
    """The folder with the template of the report."""
    return project_folder() / "report" / "template"

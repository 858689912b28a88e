"""Parameters: neither a name nor a value is ever code."""

import ast
from pathlib import Path

import pytest
from nbformat.v4 import new_code_cell, new_notebook
from papermill.parameterize import parameterize_notebook

from frameline.report import BuildError, PlanError
from frameline.report.plan.config import read_report
from frameline.report.plan.plan import Override, parse_override, plan
from frameline.report.sweeps.sweep_file import read_sweep

TOY = Path(__file__).parents[1] / "report" / "report.toml"


def test_no_hostile_name_is_planned(hostile):
    report = read_report(TOY)
    for name in hostile:
        with pytest.raises(PlanError, match=r"is not a name|unknown parameter"):
            plan(report, [Override(name, 1)])
        with pytest.raises(PlanError, match=r"no chapter|is not a name|unknown parameter"):
            plan(report, [Override("seed", 1, name or "x")] if name else [Override("", 1)])


def test_no_hostile_name_comes_in_by_the_command_line(hostile):
    report = read_report(TOY)
    for name in hostile:
        with pytest.raises(BuildError):
            plan(report, [parse_override(f"{name}=1")])


def injected(values):
    """What the injected cell assigns, read without running it."""
    declared = new_code_cell("x = 1", metadata={"tags": ["parameters"]})
    kernel = {"name": "python3", "language": "python", "display_name": "python3"}
    about = {"kernelspec": kernel, "papermill": {}}
    book = new_notebook(cells=[declared], metadata=about)
    made = parameterize_notebook(book, values, kernel_name="python3", language="python")
    tree = ast.parse(made.cells[1].source)
    assert all(isinstance(line, ast.Assign) for line in tree.body), made.cells[1].source
    return {line.targets[0].id: ast.literal_eval(line.value) for line in tree.body}


def test_hostile_values_are_literals_in_the_injected_cell(hostile):
    values = {f"p{i}": text for i, text in enumerate(hostile)}
    values |= {"everything": list(hostile), "quoted": [f'"{t}"' for t in hostile]}
    assert injected(values) == values


@pytest.mark.parametrize(
    ("lines", "message"),
    [
        ('lang = "en\\" onload=\\"x"', 'language "en" onload="x"; allowed: en'),
        ('lang = "../en"', "allowed: en"),
        ('[[bibliography]]\nkey = "k"\nshort = "s"\ntext = "t"\nurl = "javascript:alert(1)"',
         'bibliography k: url "javascript:alert.1."; allowed: https'),
    ],
)  # fmt: skip
def test_what_a_report_says_is_checked(tmp_path, lines, message):
    file = tmp_path / "report.toml"
    file.write_text(f'title = "t"\nchapters = [{{file = "a.ipynb"}}]\n{lines}\n')
    with pytest.raises(PlanError, match=message):
        read_report(file)


def test_a_value_of_a_documents_parameter_must_be_a_document(hostile):
    report = read_report(TOY)
    for text in hostile:
        with pytest.raises(PlanError, match="allowed"):
            plan(report, [Override("drop", [text])])
        with pytest.raises(PlanError, match="allowed"):
            plan(report, [Override("voice", text)])


def test_hostile_names_of_runs_are_no_folders(hostile, tmp_path):
    def toml(text):
        signs = {'"': '\\"', "\\": "\\\\"}
        return "".join(signs.get(c, c if c.isprintable() else f"\\u{ord(c):04x}") for c in text)

    good = {"null", "NaN", "CON", "__proto__", "x" * 300}
    file = tmp_path / "s.toml"
    for text in hostile:
        file.write_text(f'[sets."{toml(text)}"]\nvoice = "{toml(text)}"\n', encoding="utf-8")
        if text not in good:
            with pytest.raises(PlanError, match="its name is that of its folder"):
                read_sweep(file)
    values = ", ".join(f'"{toml(text)}"' for text in hostile)
    file.write_text(f"[grid]\nvoice = [{values}]\n", encoding="utf-8")
    runs = read_sweep(file).runs
    assert [run.values["voice"] for run in runs] == list(hostile)
    assert len({run.name.lower() for run in runs}) == len(hostile)
    assert all((tmp_path / run.name).parent == tmp_path for run in runs)

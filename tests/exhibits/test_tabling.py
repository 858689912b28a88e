"""DataFrames as tables of the report."""

import pandas as pd

from frameline.exhibits.tabling import Terms, tabulate
from frameline.record.mime import TABLE_MIME
from frameline.record.table import Term


def test_a_table_shows_its_columns_in_their_units():
    data = pd.DataFrame({"name": ["A"], "net": [-0.5], "hidden": [1], "codes": [["x", "y"]]})
    heads = {"name": "Text", "codes": "Codes", "net": "Net"}
    table = tabulate(data, key="demo", title="Nets", columns=heads, units={"net": "net"})
    record = table._repr_mimebundle_()[TABLE_MIME]
    assert record["rows"] == [["A", "x; y", "−0.50"]]
    assert [c["align"] for c in record["columns"]] == ["left", "left", "right"]


def test_a_table_prints_probabilities_without_a_sign_of_equality():
    data = pd.DataFrame({"p": [0.0061, 0.2, 0.00001]})
    table = tabulate(data, key="tests", title="T", columns={"p": "p"}, units={"p": "p"})
    assert table.grid.rows == (("0.006",), ("0.20",), ("< 0.001",))


def test_a_table_of_the_codebook_explains_its_words():
    data = pd.DataFrame(
        {"words": [["arms", "guns"], [], ["trade"]], "means": ["Weapons.", "x", ""]}
    )
    terms = Terms("words", "means", running=True)
    table = tabulate(data, key="codes", title="T", columns={"means": "Meaning"}, terms=terms)
    assert table.terms == (Term(0, ("arms", "guns"), "Weapons.", running=True),)

import pytest

from frameline.measures.selection.functions import functions_by_text, functions_of_codes


@pytest.fixture(scope="module")
def functions(data_corpus):
    codes = data_corpus.role("function").codes
    return functions_of_codes({code.code: code.label for code in codes})


def test_the_codebook_words_entmans_functions(functions):
    assert functions == {
        "problem": "PD", "cause": "CI", "judgement": "ME", "remedy": "TR", "record": "DS",
    }  # fmt: skip


def test_the_functions_of_2024_and_2021(functions, heard, claims_of):
    table = functions_by_text(heard, functions).set_index("doc_id")
    long = table.loc["snegovaya-alterman-2024"]
    assert long.tolist() == [21, 33, 0, 19, 52, 0, 125]
    asked = functions_by_text(claims_of(modality="all"), functions).set_index("doc_id")
    assert asked.loc["tazmini-2021", ["problem", "judgement"]].tolist() == [18, 8]


def test_each_row_sums_to_its_claims(functions, heard):
    table = functions_by_text(heard, functions)
    assert (table.drop(columns=["doc_id", "n"]).sum(axis=1) == table["n"]).all()


def test_flags_go_before_words_and_the_first_code_of_each_counts(river_corpus):
    codes = {"why": "Cause", "because": "Causal", "act": "Advice on causes"}
    assert functions_of_codes(codes, advice=["act"]) == {"cause": "why", "remedy": "act"}
    variable = river_corpus.role("function")
    labels = {code.code: code.label for code in variable.codes}
    found = functions_of_codes(labels, advice=variable.flagged("advice"))
    assert found["remedy"] == "act"

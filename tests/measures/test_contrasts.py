import pandas as pd

from frameline.measures.contrasts import flips, verdict_against_count


def test_a_missing_or_zero_balance_flips_nothing():
    table = pd.DataFrame({"doc_id": list("aabb"), "net": [0.2, None, 0.0, -0.3]})
    assert flips(table) == []


def test_codes_can_flip_between_texts():
    table = pd.DataFrame({"code": ["SAN", "SAN", "HIS"], "balance": [0.1, -0.1, -0.2]})
    assert flips(table, by="code", value="balance") == ["SAN"]


def test_texts_too_short_have_no_verdict_to_contradict():
    documents = pd.DataFrame(
        {
            "doc_id": ["a", "b", "c"],
            "verdict": ["far", "far", "open"],
            "too_short": [True, False, False],
        }
    )
    balance = pd.DataFrame({"doc_id": ["a", "b", "c"], "net": [0.5, 0.5, -0.5]})
    found = verdict_against_count(documents, balance, {"far": -1, "near": 1})
    assert found["doc_id"].tolist() == ["b"]
    assert found["verdict"].tolist() == ["far"]

import pandas as pd
import pytest

from frameline.measures.selection.names import studies
from frameline.measures.selection.roles import (
    changes,
    levers_by_name,
    reason_uses,
    turned_round,
    uses,
    who_acts,
)

LONG = "snegovayaalterman2024"


@pytest.fixture(scope="module")
def by_study(data_corpus):
    of = dict(zip(data_corpus.documents["doc_id"], studies(data_corpus.documents), strict=True))
    return lambda claims: claims.assign(study=claims["doc_id"].map(of))


@pytest.fixture(scope="module")
def table(data_corpus, claims_of, by_study, preference, order):
    reasons = {code.code: code.short for code in data_corpus.role("frame").codes}
    tools = {code.code: code.label for code in data_corpus.role("instrument").codes}
    return reason_uses(
        by_study(claims_of(modality="all")), preference, by="study", denied=["denied"],
        levers=levers_by_name(reasons, tools), skip=["NON"], order=order,
    )  # fmt: skip


def leading(table, code):
    return changes(table, by="study").set_index("code").loc[code, "uses"]


def test_sanctions_are_a_lever_then_absent_then_asked_then_bond_and_lever(table):
    assert leading(table, "SAN") == {
        "shaffer2001": ["lever"], "abedin2015": ["absent"], "tazmini2021": ["asked"],
        LONG: ["bond", "lever"],
    }  # fmt: skip
    counts = table[table["code"] == "SAN"].set_index(["study", "use"])["n"]
    assert counts["shaffer2001"].to_dict() == {"divider": 1, "lever": 2, "noted": 2}
    assert counts[LONG].to_dict() == {"bond": 5, "divider": 2, "lever": 4, "noted": 6}


def test_history_is_denied_then_divides_then_is_absent_then_divides(table):
    assert leading(table, "HIS") == {
        "shaffer2001": ["denied"], "abedin2015": ["divider"], "tazmini2021": ["absent"],
        LONG: ["divider"],
    }  # fmt: skip
    denied = table[(table["code"] == "HIS") & (table["use"] == "denied")]
    assert denied["denied_as"].tolist() == ["divider", "divider"]
    counts = table[table["code"] == "HIS"].set_index(["study", "use"])["n"]
    assert (counts["abedin2015", "divider"], counts[LONG, "divider"]) == (7, 7)


def test_security_comes_and_goes(table):
    assert leading(table, "SEC") == {
        "shaffer2001": ["bond"], "abedin2015": ["absent"], "tazmini2021": ["absent"],
        LONG: ["bond"],
    }  # fmt: skip


def test_which_reasons_change_sides(table):
    found = changes(table, by="study").set_index("code")
    assert found.index[found["sides"]].tolist() == ["IDE", "REG"]
    assert not found.loc["ARM", "changes"]


def test_arms_turn_round(heard, by_study):
    acts = who_acts(by_study(heard), by="study", skip=["NON"])
    arms = acts[acts["code"] == "ARM"].set_index("study")
    assert arms[["A>B", "B>A", "mutual"]].to_numpy().tolist() == [
        [4, 0, 0], [1, 0, 0], [1, 0, 0], [6, 3, 4],
    ]  # fmt: skip
    assert arms.loc[LONG, "leads"] == ["A>B", "B>A", "mutual"]
    assert "ARM" in turned_round(acts, by="study")


def claims(**columns):
    size = len(next(iter(columns.values())))
    table = {"doc_id": "t", "frame": "x", "claim_id": [str(n) for n in range(size)], **columns}
    signs = table.pop("sign", [None] * size)
    return pd.DataFrame({**table, "sign": pd.array(signs, dtype="Float64")})


def test_a_question_is_asked_whatever_it_would_say():
    table = claims(sign=[1, None], question=[True, False], advice=[True, True])
    assert uses(table).tolist() == ["asked", "lever"]


def test_advice_with_an_instrument_of_its_name_is_a_lever():
    table = claims(frame=["x", "y"], advice=[False, True], instrument=["", "tool"])
    found = reason_uses(table, levers={"tool": "x"})
    assert found[["code", "use"]].to_numpy().tolist() == [
        ["x", "lever"], ["x", "noted"], ["y", "lever"],
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("counts", "expected"),
    [
        ((4, 2), ["bond", "divider"]),
        ((5, 2), ["bond"]),
        ((2, 1), ["bond"]),
        ((1, 1), ["bond", "divider"]),
    ],
)
def test_what_leads(counts, expected):
    table = reason_uses(claims(sign=[1] * counts[0] + [-1] * counts[1]))
    assert table.loc[table["leads"], "use"].tolist() == expected


def test_what_is_only_noted_leads_only_where_nothing_is_said():
    table = reason_uses(claims(sign=[None, None, None, 1]))
    assert table.set_index("use")["leads"].to_dict() == {"bond": True, "noted": False}


def test_a_reason_denied_both_ways():
    table = claims(sign=[1, -1], mechanism=["no", "no"], gist=["A.", "B."])
    assert reason_uses(table, denied=["no"])["denied_as"].tolist() == ["both"]

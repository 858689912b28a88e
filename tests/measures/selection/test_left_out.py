import pandas as pd
import pytest

from frameline.measures.selection.left_out import left_out, mentions

LONG = "snegovayaalterman2024"
#: Codes that are no place, or that the texts were not coded anew for.
NO_PLACE = ("none", "GLOBAL", "UN", "LEBANON", "MIDEAST", "POST_SOVIET")


@pytest.fixture(scope="module")
def left(data_corpus, heard, preference, order):
    return left_out(heard, data_corpus.documents, preference, skip=["NON"], order=order)


def of(table, study):
    part = table[table["study"] == study]
    return [tuple(row) for row in part[["code", "studies", "n"]].to_numpy().tolist()]


def test_what_the_portraits_leave_out(left):
    assert of(left, LONG) == [("TRU", 3, 13), ("GEO", 1, 3)]
    assert of(left, "abedin2015") == [
        ("ORD", 3, 14), ("SAN", 2, 21), ("ECO", 2, 15), ("DOM", 2, 12), ("SEC", 2, 10),
        ("GEO", 1, 3),
    ]  # fmt: skip


def test_the_gists_of_the_portraits(left):
    chosen = left.set_index(["study", "code"])["unit_id"]
    assert chosen[LONG, "TRU"] == "tazmini-2021.P12.s1"
    assert chosen[LONG, "GEO"] == "shaffer-2001-talk.P03.s2"
    assert chosen["abedin2015", "SAN"] == "snegovaya-alterman-2024.P03.s2"
    assert chosen["abedin2015", "ECO"] == "snegovaya-alterman-2024.P41.s2"


def test_places(data_corpus, heard):
    table = left_out(heard, data_corpus.documents, of="theatre", skip=NO_PLACE)
    assert of(table, LONG) == [("AFG", 1, 2), ("IRAQ", 1, 2)]
    assert {code for code, *_ in of(table, "abedin2015")} == {
        "CASPIAN", "CHECHNYA", "AFG", "C_ASIA", "GULF", "ISR_PAL",
    }  # fmt: skip


def test_no_claim_of_is_not_no_mention_of(data_corpus, left):
    keywords = {code.code: code.keywords for code in data_corpus.role("frame").codes}
    events = data_corpus.layer("events")
    found = mentions(
        left, data_corpus.layer(), data_corpus.documents, keywords=keywords, events=events
    )
    how = found.groupby(["study", "code"])["how"].agg(set)
    assert how["tazmini2021", "SAN"] == {"asked"}
    assert how[LONG, "TRU"] == {"words"}  # "mutual distrust", coded under another reason
    assert ("tazmini2021", "HIS") not in how.index


def texts():
    return pd.DataFrame({"doc_id": ["a", "b", "c"], "author_group": ["g", "g", "h"]})


def claim(doc_id, frame, sign=None, **columns):
    return {"doc_id": doc_id, "frame": frame, "sign": sign, "claim_id": doc_id + frame,
            "gist": f"{frame} of {doc_id}.", **columns}  # fmt: skip


def table_of(*claims):
    table = pd.DataFrame(claims)
    return table.assign(sign=pd.array(table["sign"], dtype="Float64"))


def test_texts_of_one_group_are_one_study():
    found = left_out(table_of(claim("a", "x"), claim("b", "y"), claim("c", "z")), texts())
    assert of(found, "g") == [("z", 1, 1)]
    assert of(found, "h") == [("x", 1, 1), ("y", 1, 1)]


def test_the_gist_takes_the_side_that_most_take():
    claims = table_of(
        claim("a", "x", 1), claim("b", "x", -1, claim_id="1"), claim("a", "x", -1, claim_id="2"),
        claim("c", "z"),
    )  # fmt: skip
    row = left_out(claims, texts()).set_index("code").loc["x"]
    assert (row["side"], row["claim_id"], row["n"]) == ("dividing", "1", 3)


def test_claims_without_a_side_have_none():
    claims = table_of(claim("a", "x"), claim("c", "z", 1))
    assert left_out(claims, texts()).set_index("code").loc["x", "side"] == ""


def test_one_text_leaves_nothing_out():
    assert left_out(table_of(claim("a", "x")), texts().head(1)).empty

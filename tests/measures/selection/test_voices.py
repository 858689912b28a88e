import pandas as pd

from frameline.measures.selection.voices import said_by_others, stances, voices

LONG = "snegovaya-alterman-2024"


def counted(table, text, column):
    rows = table[table["doc_id"] == text]
    return dict(zip(rows[column], rows["n"], strict=True))


def test_the_voices_of_the_portraits(heard):
    table = voices(heard)
    assert counted(table, LONG, "voice") == {"": 120, "IR_OFF": 2, "US_OFF": 2, "RU_OFF": 1}
    assert counted(table, "abedin-2015", "voice") == {
        "": 31, "UNATTRIB": 2, "IR_OFF": 2, "OTHER_ANALYST": 1,
    }  # fmt: skip
    sums = table.groupby("doc_id")["n"].sum()
    assert sums.to_dict() == table.groupby("doc_id")["of"].first().to_dict()


def test_how_the_authors_take_them(heard):
    table = stances(heard)
    assert counted(table, LONG, "stance") == {"neutral": 3, "endorsed": 1, "distanced": 1}
    assert counted(table, "abedin-2015", "stance") == {"endorsed": 4, "distanced": 1}


def test_what_the_eleven_other_voices_of_2021_say(heard, preference):
    table = said_by_others(heard, preference)
    part = table[table["doc_id"] == "tazmini-2021"]
    assert len(part) == 11
    assert (part["of"] == 11).all()
    heads = part.head(part.drop_duplicates(["voice", "sign"]).shape[0])
    assert not heads.duplicated(["voice", "sign"]).any()


def test_a_text_of_one_voice():
    claims = pd.DataFrame({"doc_id": ["t"], "voice": ["x"], "own": [True], "gist": ["G."]})
    assert said_by_others(claims).empty
    assert stances(claims.assign(stance="own")).empty

"""Reading corpora, and choosing rows: the river's answers, the project's data, one-file corpora."""

import csv
import io
import pickle
import random
import string
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from frameline.corpus import CHOICES, CorpusError, Filter, StepAside, read_corpus
from frameline.corpus.checks import check_corpus

CORPORA = Path(__file__).parent / "corpora"
DATA = Path(__file__).parents[1] / "data"


def write_csv(path, header, *rows):
    with path.open("w", newline="", encoding="utf-8") as file:
        csv.writer(file).writerows([header, *rows])
    return path


def counts(claims, column):
    return pd.crosstab(claims["doc_id"], claims[column])


# The river: every number here stands, with its working, in tests/corpora/river/ANSWERS.md


def test_documents_stand_in_date_order(river_corpus):
    documents = river_corpus.documents
    assert documents["doc_id"].tolist() == [
        "ormond-1990",
        "tarn-1998",
        "velde-2007",
        "ibsland-2015",
    ]
    assert documents["order"].tolist() == [0, 1, 2, 3]
    assert documents["year"].tolist() == [1990, 1998, 2007, 2015]
    assert [str(day.date()) for day in documents["date"]] == [
        "1990-06-15",
        "1998-03-15",
        "2007-07-02",
        "2015-09-15",
    ]
    assert str(documents["date_high"].iloc[3].date()) == "2015-09-30"
    assert documents["too_short"].tolist() == [True, False, False, False]
    assert river_corpus.names["velde-2007"] == "Velde 2007"


def test_sizes(river_corpus):
    claims = river_corpus.select()
    sizes = claims.groupby("doc_id", sort=False).agg(
        claims=("claim_id", "size"), groups=("para_group", "nunique")
    )
    assert sizes["claims"].tolist() == [10, 12, 11, 12]
    assert sizes["groups"].tolist() == [4, 5, 4, 4]
    assert river_corpus.units.groupby("doc_id", sort=False).size().tolist() == [8, 11, 10, 11]


def test_counts_of_the_frame(river_corpus):
    found = counts(river_corpus.select(), "frame")
    assert found[["water", "trade", "pride", "treaty"]].loc[
        ["ormond-1990", "tarn-1998", "velde-2007", "ibsland-2015"]
    ].to_numpy().tolist() == [[4, 3, 1, 2], [4, 4, 2, 2], [4, 2, 2, 3], [3, 4, 3, 2]]


@pytest.mark.parametrize(
    ("voice", "expected"),
    [
        ("all", [(7, 1, 1, 1), (5, 5, 1, 1), (2, 7, 1, 1), (4, 6, 1, 1)]),
        ("own", [(6, 0, 1, 1), (4, 3, 1, 1), (1, 6, 1, 1), (3, 5, 1, 1)]),
    ],
)
def test_signs(river_corpus, voice, expected):
    claims = river_corpus.select(Filter(voice=voice))
    got = [
        ((g.sign == 1).sum(), (g.sign == -1).sum(), (g.sign == 0).sum(), g.sign.isna().sum())
        for _, g in claims.groupby("doc_id", sort=False)
    ]
    assert got == expected


def test_groups_of_rewrapped_paragraphs(river_corpus):
    claims = river_corpus.select()
    joined = claims[claims["para_group"] == "ibsland-2015.P1"]
    assert joined["para_id"].unique().tolist() == ["P1", "P2"]
    assert len(joined) == 5
    water = claims[(claims["doc_id"] == "ormond-1990") & (claims["frame"] == "water")]
    assert water["para_group"].nunique() == 3


def test_advice_and_its_condition(river_corpus):
    advice = river_corpus.select().query("advice")
    assert advice["instrument"].tolist() == ["dredge", "open", "measure", "write"]
    assert not advice["verdict"].any()
    assert (river_corpus.select(Filter(function="verdicts"))["function"] != "act").all()
    assert len(river_corpus.select(Filter(function="verdicts"))) == 41


def test_roles_the_codebook_lacks_are_neutral(river_corpus):
    claims = river_corpus.select(Filter(relevance="counted", modality="assertions"))
    assert len(claims) == 45
    assert claims["asserted"].all()
    assert not claims["conceded"].any()
    assert not {"argument", "modality", "reason", "pull"} & set(claims.columns)
    assert {"frame", "valence", "voice", "function", "instrument"} <= set(claims.columns)


def test_labels_by_role(river_corpus):
    labels = river_corpus.layer("labels")
    assert labels["countable"].sum() == 11
    chosen = labels.query("countable and asserted and own")
    assert chosen.groupby("doc_id", sort=False)["label"].agg(list).tolist() == [
        ["neighbour"],
        ["rival", "rival"],
        ["rival", "kin"],
        ["rival", "partner", "rival"],
    ]
    documents = river_corpus.layer("documents")
    assert (documents["title_label"] != documents["body_label"]).tolist() == [
        False,
        True,
        False,
        True,
    ]


def test_position_is_reading_order(river_corpus):
    for table in (river_corpus.claims, *river_corpus.codings.values()):
        for _, part in table.groupby("doc_id"):
            assert part["position"].tolist() == list(range(len(part)))
            places = [(int(p[1:]), s) for p, s in zip(part.para_id, part.sentence, strict=True)]
            assert places == sorted(places)
    assert river_corpus.codings["niko"]["doc_id"].unique().tolist() == list(river_corpus.names)


def test_evidence(river_corpus):
    ids = ["tarn-1998.P2.s1.c2", "ormond-1990.P1.s1.c1", "tarn-1998.P2.s1.c2"]
    evidence = river_corpus.evidence(ids)
    assert evidence.to_dict("records") == [
        {
            "claim_id": "tarn-1998.P2.s1.c2",
            "name": "Tarn 1998",
            "place": "P2 s1",
            "codes": "water plus why quoted",
            "anchor": "nobody dams alone, say the engineers",
            "gist": "Engineers say that dams need both.",
            "link": "",
        },
        {
            "claim_id": "ormond-1990.P1.s1.c1",
            "name": "Ormond 1990",
            "place": "P1 s1",
            "codes": "water plus what writer",
            "anchor": "one river feeds both",
            "gist": "The two states live off one river.",
            "link": "",
        },
    ]
    assert river_corpus.evidence([]).shape == (0, 7)
    assert river_corpus.evidence(["ormond-1990.P3.s1.x1"])["anchor"].item() == (
        "so says the old treaty"
    )
    with pytest.raises(KeyError, match="nowhere"):
        river_corpus.evidence(["nowhere.c1"])


def test_one_coders_coding_takes_the_place_of_the_final_one(river):
    niko = read_corpus(river, coding="niko")
    assert (len(niko.claims), niko.coding) == (45, "niko")  # one less, one more
    assert niko.select().set_index("claim_id")["frame"]["ormond-1990.P2.s1.c1"] == "water"
    assert "ibsland-2015.P4.s2.c2" not in set(niko.claims["claim_id"])
    assert niko.claims.columns.tolist() == read_corpus(river).claims.columns.tolist()
    final = read_corpus(river)
    pd.testing.assert_frame_equal(
        final.select(Filter(coding="niko"))[["claim_id", "frame"]],
        niko.select()[["claim_id", "frame"]],
    )
    pd.testing.assert_frame_equal(final.aligned("frame"), niko.aligned("frame"), check_like=True)
    with pytest.raises(ValueError, match="final, mara, niko"):
        read_corpus(river, coding="olga")
    with pytest.raises(ValueError, match="final, mara, niko"):
        final.select(Filter(coding="olga"))


def test_dropping_documents(river):
    corpus = read_corpus(river, drop=["tarn-1998"])
    assert list(corpus.names) == ["ormond-1990", "velde-2007", "ibsland-2015"]
    for table in (corpus.units, corpus.labels, corpus.blocks, *corpus.codings.values()):
        assert "tarn-1998" not in set(table["doc_id"])
    assert corpus.documents["order"].tolist() == [0, 1, 2]
    assert len(corpus.claims_per_unit()) == 29
    full = read_corpus(river)
    pd.testing.assert_frame_equal(full.select(Filter(drop=["tarn-1998"])), corpus.select())
    for drop in (["tarn"], "tarn-1998"):
        with pytest.raises(ValueError, match="no document"):
            read_corpus(river, drop=drop)
    with pytest.raises(ValueError, match="no document 'tarn'"):
        full.select(Filter(drop=["tarn"]))
    with pytest.raises(ValueError, match="leaves no document"):
        read_corpus(river, drop=list(full.names))


# What a corpus has, and what it lacks


def test_has_and_require(river_corpus):
    assert river_corpus.has("claims", "labels", "units", "coders", "claims.valence")
    assert not river_corpus.has("labels", "events")
    assert not river_corpus.has("claims.argument")
    assert not river_corpus.has("texts")
    river_corpus.require("labels", "labels.polarity")
    with pytest.raises(StepAside) as caught:
        river_corpus.require("labels", "events", "claims.argument")
    assert str(caught.value) == (
        "This corpus has no events and no argument codes, so this chapter steps aside. To change "
        "that, list the events that the texts call up in events.csv and code the argument (role "
        "argument of the claims in codebook.toml)."
    )
    for wrong in ("lables", "claims.valance", "claim.valence"):
        with pytest.raises(ValueError, match="unknown"):
            river_corpus.has(wrong)


def test_a_role_without_a_single_code_is_lacking(river):
    text = (river / "claims.csv").read_text(encoding="utf-8")
    for word in ("plus", "minus", "both"):
        text = text.replace(f",{word},", ",,")
    (river / "claims.csv").write_text(text, encoding="utf-8")
    assert not read_corpus(river).has("claims.valence")


def test_texts_are_at_hand_when_every_file_is(rtl):
    table = pd.read_csv(rtl / "documents.csv", dtype=str)
    table.assign(file=["a.txt", "b.txt"]).to_csv(rtl / "documents.csv", index=False)
    (rtl / "texts").mkdir()
    (rtl / "texts" / "a.txt").write_text("x", encoding="utf-8")
    assert not read_corpus(rtl).has("texts")
    (rtl / "texts" / "b.txt").write_text("x", encoding="utf-8")
    assert read_corpus(rtl).has("texts")


def test_jupyter_shows_one_plain_line(capsys):
    from IPython.core.interactiveshell import InteractiveShell

    shell = InteractiveShell()
    shell.user_ns["StepAside"] = StepAside
    shell.run_cell("raise StepAside('This corpus has no labels, so this chapter steps aside.')")
    shown = capsys.readouterr()
    assert shown.out.strip() == "This corpus has no labels, so this chapter steps aside."
    assert shown.err == ""


def test_filters_say_what_they_do():
    assert Filter().describe() == "core claims, all voices, questions out"
    everything = Filter("own", "assertions", "all", "no facts", ["x"], "a")
    assert everything.describe() == (
        "core and background claims, author's own voice, assertions only, bare facts out, "
        "without x, coding of a"
    )
    assert everything.drop == ("x",)
    assert hash(everything)
    for name in CHOICES:
        with pytest.raises(ValueError, match=f"{name} is 'x'; allowed: "):
            Filter(**{name: "x"})
    with pytest.raises(ValueError, match="list of document ids"):
        Filter(drop="abc")


# The project's own corpus: what must hold whatever its numbers are


def test_the_projects_corpus_is_sound(data_corpus):
    assert check_corpus(data_corpus).empty
    assert data_corpus.notes == ()
    assert data_corpus.documents["date"].is_monotonic_increasing


@pytest.mark.parametrize("modality", CHOICES["modality"])
@pytest.mark.parametrize("relevance", CHOICES["relevance"])
@pytest.mark.parametrize("function", CHOICES["function"])
def test_filters_choose_by_flags(data_corpus, modality, relevance, function):
    book, rows = data_corpus.codebook, data_corpus.claims
    chosen = data_corpus.select(
        Filter(modality=modality, relevance=relevance, function=function, voice="own")
    )
    keep = rows["voice"].isin(book.role("voice").flagged("own"))
    if relevance == "counted":
        keep &= rows["relevance"] == "core"
    if modality == "no questions":
        keep &= rows["modality"] != "question"
    elif modality == "assertions":
        keep &= rows["modality"] == "assertion"
    if function == "verdicts":
        keep &= rows["function"].isin(["PD", "CI"])
    elif function == "no facts":
        keep &= rows["function"] != "DS"
    assert chosen["claim_id"].tolist() == rows.loc[keep, "claim_id"].tolist()


def test_selected_claims_have_stated_types(data_corpus):
    claims = data_corpus.select()
    assert claims.index.tolist() == list(range(len(claims)))
    assert claims["claim_id"].is_unique
    assert claims["sign"].dtype == "Float64"
    flags = ["own", "asserted", "counted", "verdict", "advice", "fact", "conceded", "question"]
    assert {str(kind) for kind in claims[flags].dtypes} == {"bool"}
    roles = {v.role for v in data_corpus.codebook.layer("claims") if v.role}
    assert roles <= set(claims.columns)
    assert not claims[sorted(roles)].isna().any().any()
    assert (claims.dtypes[sorted(roles)] == "str").all()
    signs = data_corpus.codebook.role("valence").flag("sign")
    expected = [signs.get(code, pd.NA) for code in claims["valence"]]
    assert claims["sign"].fillna(9).tolist() == [9 if e is pd.NA else e for e in expected]


def test_paragraph_groups_are_one_documents(data_corpus):
    for table in (data_corpus.select(Filter(relevance="all")), data_corpus.units):
        assert not table.drop_duplicates(["para_group", "doc_id"])["para_group"].duplicated().any()
        assert all(g.startswith(d) for g, d in zip(table.para_group, table.doc_id, strict=True))


def test_selecting_does_not_change_the_corpus(data_corpus):
    before = pickle.dumps(data_corpus)
    for table in (data_corpus.select(), data_corpus.layer("labels"), data_corpus.aligned("frame")):
        table.iloc[:, 0] = "x"
    data_corpus.evidence(data_corpus.claims["claim_id"])
    assert pickle.dumps(data_corpus) == before


def test_events_have_the_years_of_their_dates(data_corpus):
    events = data_corpus.layer("events")
    dated = events[events["year"] != ""]
    assert dated["year_low"].notna().all()
    assert events.loc[events["year"] == "", "year_low"].isna().all()
    assert (dated["year_low"] <= dated["year_high"]).all()
    plain = dated[dated["year"].str.fullmatch(r"\d{4}")]
    assert (plain["year_low"].astype(str) == plain["year"]).all()


def test_every_coder_can_be_the_coding(data_corpus):
    for coder in data_corpus.codings:
        corpus = read_corpus(DATA, coding=coder)
        assert corpus.claims.columns.tolist() == data_corpus.claims.columns.tolist()
        assert corpus.claims.dtypes.equals(data_corpus.claims.dtypes)
        assert corpus.labels.dtypes.equals(data_corpus.labels.dtypes)
        assert corpus.events.dtypes.equals(data_corpus.events.dtypes)
        assert list(corpus.names) == list(data_corpus.names)
        assert corpus.claims["para_group"].isin(corpus.units["para_group"]).all()
        share = corpus.claims["claim_id"].isin(data_corpus.claims["claim_id"]).mean()
        assert share > 0.9


# Corpora with little


def test_one_letter(tmp_path):
    corpus = read_corpus(CORPORA / "one")
    assert repr(corpus) == "Corpus(1 document, 5 claims, 0 labels, 1 coder)"
    assert corpus.names == {"letter": "letter"}
    assert corpus.select()["sign"].fillna(9).tolist() == [1, 1, -1, 9, 0]
    assert corpus.select()["para_group"].is_unique
    assert corpus.has("claims.frame", "claims.valence")
    for lacking in ("coders", "labels", "events", "tokens", "units", "context", "blocks"):
        assert not corpus.has(lacking), lacking
    with pytest.raises(StepAside, match="no second coder"):
        corpus.aligned("frame")
    assert corpus.layer("labels").empty
    assert "label_id" in corpus.layer("labels")
    assert corpus.events.columns.tolist()[:2] == ["doc_id", "name"]


def test_a_minimal_file():
    corpus = read_corpus(CORPORA / "minimal.csv")
    assert list(corpus.names) == ["Aster 1901", "Cedar 190X", "Birch 1905"]
    assert corpus.codebook.role("frame").order == ["army", "faith", "trade"]
    assert counts(corpus.select(), "frame").loc["Aster 1901"].tolist() == [1, 1, 2]
    assert corpus.notes == ()
    assert not corpus.has("claims.valence")
    assert corpus.select()["sign"].isna().all()
    assert corpus.select()["claim_id"].is_unique


def test_names_and_codes_in_other_scripts():
    corpus = read_corpus(CORPORA / "rtl")
    claims = corpus.select()
    assert corpus.names == {"نامه-۱": "نامهٔ نخست", "نامه-۲": "نامهٔ دوم"}
    assert claims["frame"].tolist() == ["торг", "вера", "торг"]
    assert claims["sign"].fillna(9).tolist() == [1, -1, 9]
    astral = corpus.claims.iloc[1]
    assert any(ord(char) > 0xFFFF for char in astral["anchor"])
    assert astral["end"] - astral["start"] == len(astral["anchor"])
    assert corpus.codebook.role("frame").shorts["торг"] == "торговля"


HEAD = ["document", "date", "coder", "frame", "unit", "valence"]


def test_majority_of_three_coders(tmp_path):
    rows = [
        ["d", "1999", coder, frame, "s1", valence]
        for coder, frame, valence in [("c", "x", "B"), ("a", "y", "D"), ("b", "x", "D")]
    ]
    rows += [["d", "1999", "b", "z", "s2", "B"], ["d", "1999", "a", "z", "s3", "A"]]
    rows += [["d", "1999", "c", "w", "s3", "N"]]
    corpus = read_corpus(write_csv(tmp_path / "m.csv", HEAD, *rows))
    final = corpus.select().set_index("unit_id")
    assert final["frame"].to_dict() == {"d.s1": "x", "d.s3": ""}  # s2: one of three; s3: a tie
    assert final["valence"].to_dict() == {"d.s1": "D", "d.s3": ""}
    assert "2 codes stay open" in corpus.notes[0]
    assert "most of the 3 coders" in corpus.notes[0]
    aligned = corpus.aligned("frame").fillna("-")
    assert aligned.to_dict("list") == {
        "a": ["y", "-", "z"],
        "b": ["x", "z", "-"],
        "c": ["x", "-", "w"],
    }
    assert corpus.claims_per_unit().to_numpy().tolist() == [[1, 1, 1], [0, 1, 0], [1, 0, 1]]


def test_two_coders_disagree_and_no_name_decides(tmp_path):
    rows = [["d", "1999", "b", "x", "s1", "B"], ["d", "1999", "a", "y", "s1", "D"]]
    rows += [["d", "1999", "b", "x", "s2", "B"], ["d", "1999", "a", "y", "s3", "D"]]
    corpus = read_corpus(write_csv(tmp_path / "m.csv", HEAD, *rows))
    claims = corpus.select()
    assert claims[["unit_id", "frame"]].to_numpy().tolist() == [["d.s1", ""]]
    assert "2 claims that as many coders hold as lack are left out" in corpus.notes[0]


def test_a_coder_who_skipped_a_document_has_no_say_in_it(tmp_path):
    rows = [["d", "1999", "a", "x", "s1", "B"], ["e", "2001", "b", "y", "s1", "D"]]
    corpus = read_corpus(write_csv(tmp_path / "m.csv", HEAD, *rows))
    assert corpus.select()["frame"].tolist() == ["x", "y"]
    assert corpus.claims_per_unit().isna().to_numpy().tolist() == [[False, True], [True, False]]


def test_without_units_the_document_is_the_unit(tmp_path):
    rows = [["d", "1999", "b", "x"], ["d", "1999", "a", "y"], ["e", "1999", "b", "x"]]
    rows += [["e", "1999", "a", "x"]]
    corpus = read_corpus(write_csv(tmp_path / "m.csv", HEAD[:4], *rows))
    assert corpus.design == "one code"
    assert corpus.select()["frame"].tolist() == ["", "x"]
    assert corpus.has("coders")
    assert corpus.select(Filter(coding="b"))["frame"].tolist() == ["x", "x"]


def test_several_codes_without_places_are_sets(tmp_path):
    rows = [["d", "1999", c, code] for c, codes in (("a", "xy"), ("b", "yz"), ("c", "yx"))
            for code in codes]  # fmt: skip
    corpus = read_corpus(write_csv(tmp_path / "m.csv", HEAD[:4], *rows))
    assert corpus.design == "sets"
    assert corpus.select()["frame"].tolist() == ["x", "y"]
    assert not corpus.has("coders")
    assert corpus.coded("frame") is None


def test_a_row_without_a_frame_was_read_or_not_rated(tmp_path):
    rows = [["d", "1999", "a", "x", "s1", "B"], ["d", "1999", "a", "", "s2", ""]]
    rows += [["d", "1999", "b", "x", "s1", "B"], ["d", "1999", "b", "y", "s2", "B"]]
    rows += [["d", "1999", "b", "y", "s3", "B"]]
    corpus = read_corpus(write_csv(tmp_path / "m.csv", HEAD, *rows))
    seen = corpus.claims_per_unit().astype("Float64").fillna(-1).to_numpy().tolist()
    assert seen == [[1, 1], [0, 1], [-1, 1]]
    one_label = [row[:4] for row in rows[:2]] + [["e", "1999", "b", "x"]]
    corpus = read_corpus(write_csv(tmp_path / "l.csv", HEAD[:4], *one_label))
    assert len(corpus.codings["a"]) == 1


def test_coders_without_a_final_coding(river):
    (river / "claims.csv").unlink()
    corpus = read_corpus(river)
    assert "no final coding" in corpus.notes[0]
    final, frames = corpus.claims, corpus.aligned("frame")
    both = frames.dropna()
    assert final["claim_id"].tolist() == both.index.tolist()  # what one of two holds is open
    agreed = both["mara"].where(both["mara"] == both["niko"], "")
    assert final["reason"].tolist() == agreed.tolist()
    assert len(frames) == 46
    (river / "units.csv").unlink()
    assert read_corpus(river).claims["unit_id"].tolist() == final["unit_id"].tolist()
    assert read_corpus(river).units["unit_id"].tolist() == corpus.units["unit_id"].tolist()


def test_without_a_codebook_columns_are_variables(river):
    (river / "codebook.toml").unlink()
    corpus = read_corpus(river)
    assert corpus.codebook.role("frame") is None  # "reason" is not a usual name
    assert corpus.codebook.variable("reason").order == ["water", "trade", "treaty", "pride"]
    assert not corpus.has("claims.frame")


def test_sets_of_codes_stand_in_one_order(tmp_path, river):
    book = (river / "codebook.toml").read_text(encoding="utf-8")
    book = book.replace('name = "task"\n', 'name = "task"\nmultiple = true\n')
    (river / "codebook.toml").write_text(book, encoding="utf-8")
    for table, cell in (("claims.csv", "write;open"), ("coders/niko/claims.csv", "open ;write")):
        text = (river / table).read_text(encoding="utf-8")
        (river / table).write_text(text.replace(",dredge,", f",{cell},"), encoding="utf-8")
    corpus = read_corpus(river)
    assert corpus.claims["task"].iloc[8] == "open;write"
    assert corpus.aligned("task")["niko"].iloc[9] == "open;write"


def test_files_as_spreadsheets_save_them(river):
    table = river / "claims.csv"
    text = table.read_text(encoding="utf-8")
    plain = read_corpus(river).claims
    table.write_bytes(("\ufeff" + text.replace("\n", "\r\n") + "\r\n\r\n").encode())
    pd.testing.assert_frame_equal(read_corpus(river).claims, plain)
    blank = "," * text.splitlines()[0].count(",")
    table.write_text(text.replace("\n", f"\n{blank}\n\n", 3), encoding="utf-8")
    pd.testing.assert_frame_equal(read_corpus(river).claims, plain)


@pytest.mark.parametrize("seed", range(4))
def test_the_order_of_rows_in_the_files_does_not_matter(river, seed):
    """Documents, claims and labels stand in reading order however the files are sorted."""
    before = read_corpus(river)
    rng = random.Random(seed)
    for name in ("documents", "claims", "labels", "coders/mara/claims", "coders/niko/claims"):
        path = river / f"{name}.csv"
        header, *rows = path.read_text(encoding="utf-8").splitlines()
        rng.shuffle(rows)
        path.write_text("\n".join([header, *rows]) + "\n", encoding="utf-8")
    after = read_corpus(river)
    for name in ("documents", "claims", "labels"):
        pd.testing.assert_frame_equal(getattr(after, name), getattr(before, name))
    pd.testing.assert_frame_equal(after.aligned("frame"), before.aligned("frame"))


def test_cells_are_text(tmp_path):
    rows = [["d", "1999", "a", code, "s1", "=1+1"] for code in ("NA", "00012", "null", "1e3")]
    corpus = read_corpus(write_csv(tmp_path / "m.csv", [*HEAD[:5], "extra"], *rows))
    assert corpus.select()["frame"].tolist() == ["NA", "00012", "null", "1e3"]
    assert corpus.claims["extra"].tolist() == ["=1+1"] * 4


def test_a_bad_corpus_is_refused_with_its_first_ten_faults(river):
    text = (river / "claims.csv").read_text(encoding="utf-8")
    (river / "claims.csv").write_text(text.replace(",water,", ",wather,"), encoding="utf-8")
    with pytest.raises(CorpusError) as caught:
        read_corpus(river)
    lines = str(caught.value).splitlines()
    assert len(lines) == 12
    assert lines[1] == (
        "- claims.csv, row 2, reason; found 'wather'; allowed: water, trade, pride, treaty; "
        "did you mean water?"
    )
    assert lines[-1].startswith("- and 5 more")
    assert len(caught.value.faults) == 15
    assert caught.value._render_traceback_() == [str(caught.value)]


def test_a_path_that_leads_nowhere(tmp_path):
    with pytest.raises(CorpusError, match="no such file or folder"):
        read_corpus(tmp_path / "nothing")


# Any table, any damage

CELLS = st.text(
    st.characters(blacklist_categories=("Cs",), blacklist_characters="\x00"), min_size=1, max_size=9
).filter(lambda text: text.strip() == text != "")
CODERS = st.sampled_from(["a", "ب", "C d"])
ROWS = st.lists(st.tuples(CELLS, CODERS, CELLS, CELLS), min_size=1, max_size=12)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(rows=ROWS)
def test_whatever_is_written_is_read(tmp_path_factory, rows):
    """Any text in the cells of a minimal file comes back as it was, in the order it stood."""
    path = tmp_path_factory.getbasetemp() / "any.csv"
    table = [[doc, "1999", coder, frame, extra] for doc, coder, frame, extra in rows]
    write_csv(path, ["document", "date", "coder", "frame", "mood"], *table)
    corpus = read_corpus(path)
    for coder in {row[2] for row in table}:
        got = corpus.select(Filter(coding=coder)) if len(corpus.codings) > 1 else corpus.select()
        for doc in {row[0] for row in table}:
            frames = [row[3] for row in table if row[0] == doc and row[2] == coder]
            assert got.loc[got["doc_id"] == doc, "frame"].tolist() == frames
    moods = sorted(corpus.codings[min(corpus.codings)]["mood"])
    assert moods == sorted(row[4] for row in table if row[2] == min(corpus.codings))


FILES = sorted(
    str(path.relative_to(CORPORA / "river"))
    for path in (CORPORA / "river").rglob("*")
    if path.suffix in (".csv", ".toml")
)


def damaged(raw, rng, kind):
    """A file's bytes with one thing wrong."""
    if kind == "flip":
        place = rng.randrange(len(raw))
        return raw[:place] + bytes([rng.randrange(256)]) + raw[place + 1 :]
    if kind == "cut":
        return raw[: rng.randrange(len(raw))]
    rows = list(csv.reader(io.StringIO(raw.decode(), newline="")))
    row = rng.choice([row for row in rows if row])
    place = rng.randrange(len(row))
    if kind == "delete":
        del row[place]
    elif kind == "blank":
        row[place] = ""
    elif kind == "swap":
        other = rng.choice([other for other in rows if other])
        row[place] = rng.choice(other)
    elif kind == "double":
        rows.append(row)
    else:
        row[place] = "".join(rng.choices(string.printable, k=5))
    out = io.StringIO(newline="")
    csv.writer(out, lineterminator="\n").writerows(rows)
    return out.getvalue().encode()


@pytest.mark.parametrize("kind", ["flip", "cut", "delete", "blank", "swap", "double", "overwrite"])
def test_damage_is_either_harmless_or_reported(river, kind):
    """A damaged corpus is read or refused with faults; it never breaks the reader."""
    rng = random.Random(f"river {kind}")
    refused = []
    for _ in range(25):
        file = river / rng.choice(FILES)
        if kind not in ("flip", "cut") and file.suffix != ".csv":
            continue
        raw = file.read_bytes()
        file.write_bytes(damaged(raw, rng, kind))
        try:
            corpus = read_corpus(river)
            corpus.select()
            if corpus.has("coders", "claims.frame"):
                corpus.aligned("frame")
        except CorpusError as error:
            refused.append(error.faults)
        finally:
            file.write_bytes(raw)
    assert len(refused) > 3
    assert all(fault.file and fault.todo for faults in refused for fault in faults)
    assert all(refused)


def test_a_line_names_only_what_claims_can_differ_in(river_corpus, rtl):
    assert river_corpus.describe(Filter(voice="own")) == "all claims, author's own voice"
    assert read_corpus(rtl).describe(Filter(voice="own")) == "all claims"


def test_valence_without_signs_is_not_called_missing(river):
    text = (river / "codebook.toml").read_text(encoding="utf-8")
    book = "\n".join(line for line in text.splitlines() if not line.startswith("sign ="))
    (river / "codebook.toml").write_text(book, encoding="utf-8")
    with pytest.raises(StepAside, match="no signs on its valence codes"):
        read_corpus(river).require("claims.valence")


def test_an_unnamed_pair_is_called_the_pair():
    corpus = read_corpus(CORPORA / "minimal.csv")
    assert not corpus.codebook.dyad.named
    assert corpus.source == "Frameline corpus: minimal"


def test_a_line_names_only_what_was_applied(river):
    """The river flags no code as a bare fact, so leaving bare facts out leaves nothing out."""
    corpus = read_corpus(river)
    assert len(corpus.select(Filter(function="no facts"))) == len(corpus.select())
    assert corpus.describe(Filter(function="no facts")) == "all claims, all voices"
    book = (river / "codebook.toml").read_text(encoding="utf-8")
    (river / "codebook.toml").write_text(
        "\n".join(line for line in book.splitlines() if not line.startswith("own =")), "utf-8"
    )
    assert read_corpus(river).describe(Filter(voice="own")) == "all claims"


def test_a_line_names_what_was_left_out_when_the_corpus_was_read(river):
    corpus = read_corpus(river, drop=["tarn-1998"], coding="niko")
    line = "all claims, all voices, without tarn-1998, coding of niko"
    assert corpus.describe(Filter()) == line
    more = line.replace("tarn-1998", "tarn-1998, velde-2007")
    assert corpus.describe(Filter(drop=["velde-2007"])) == more

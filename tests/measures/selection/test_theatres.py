from frameline.measures.selection.theatres import theatres


def test_the_places_of_the_five_texts(heard):
    table = theatres(heard, skip=["none"]).set_index(["doc_id", "code"])
    columns = ["n", "binding", "dividing", "neither"]
    assert table.loc[("abedin-2015", "SYRIA"), columns].tolist() == [7, 3, 3, 1]
    assert table.loc[("snegovaya-alterman-2024", "S_CAUCASUS"), columns].tolist() == [5, 0, 5, 0]
    assert table.loc[("shaffer-2001-talk", "CHECHNYA"), columns].tolist() == [6, 6, 0, 0]
    assert table.loc[("snegovaya-alterman-2024", "GULF"), "of"] == 31


def test_without_valence_no_side_is_given(heard):
    table = theatres(heard.drop(columns="sign"), skip=["none"])
    assert (table["neither"] == table["n"]).all()


def test_no_places(heard):
    assert theatres(heard.assign(theatre="none"), skip=["none"]).empty

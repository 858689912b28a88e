"""What holds of the rules whatever the claims are."""

import pandas as pd
from hypothesis import given
from hypothesis import strategies as st

from frameline.measures.selection.gists import Preference, gists_for_reasons, in_order
from frameline.measures.selection.left_out import left_out
from frameline.measures.selection.reasons import SPARE, claims_by_side, leading, strongest
from frameline.measures.selection.turn import turns
from frameline.measures.strength import (
    DOTTED,
    FAILED,
    OPEN,
    PART,
    PASSED,
    WORDS,
    Support,
    strength,
    word,
)

CLAIM = st.tuples(
    st.sampled_from("ab"), st.sampled_from(["x", "y", "z", "u", "v", "w", "no"]),
    st.sampled_from([1, -1, 0, None]), st.booleans(),
    st.sampled_from(["Arms help.", "Such arms help.", "", "They trade."]),
)  # fmt: skip


def table_of(rows):
    columns = ["doc_id", "frame", "sign", "own", "gist"]
    table = pd.DataFrame(rows, columns=columns)
    table["claim_id"] = [str(n) for n in range(len(table))]
    table["position"] = range(len(table))
    # one claim with a side, so that the corpus has sides
    table.loc[0, "sign"] = 1
    return table.assign(sign=pd.array(table["sign"], dtype="Float64"))


CLAIMS = st.lists(CLAIM, min_size=1, max_size=20).map(table_of)


@given(CLAIMS, st.integers(1, 4))
def test_slots_are_few_ties_are_whole_and_the_list_sums(claims, slots):
    table = strongest(claims, unspecific=["no"], slots=slots)
    sides = claims_by_side(claims).set_index("doc_id")
    for (text, side), part in table.groupby(["doc_id", "side"]):
        assert part["n"].sum() == sides.loc[text, side]
        placed = part[part["slot"] > 0]
        assert placed["slot"].nunique() <= slots + SPARE
        assert placed["slot"].tolist() == sorted(placed["slot"])
        rest = part[part["where"] == "also"]
        if len(placed) and len(rest):
            assert placed["n"].min() > rest["n"].max()  # no tie is broken
        assert (part.loc[part["leads"], "slot"] == 1).any() or not part["leads"].any()
        assert not part.loc[part["code"] == "no", "leads"].any()


@given(CLAIMS)
def test_the_order_of_rows_of_other_texts_does_not_matter(claims):
    by_text = claims.sort_values("doc_id", kind="stable").reset_index(drop=True)
    columns = ["doc_id", "side", "code", "n", "slot"]
    there, here = (strongest(t).sort_values(columns)[columns] for t in (claims, by_text))
    assert there.to_numpy().tolist() == here.to_numpy().tolist()


@given(CLAIMS)
def test_gists_stand_once_and_have_their_reason(claims):
    found = gists_for_reasons(claims, strongest(claims), Preference())
    shown = found[found["claim_id"] != ""]
    assert shown["claim_id"].is_unique
    frames = claims.set_index("claim_id")["frame"]
    assert (frames[shown["claim_id"]].to_numpy() == shown["code"].to_numpy()).all()


@given(CLAIMS)
def test_leaning_gists_never_come_before_others(claims):
    ordered = in_order(claims)
    said = ordered[ordered["gist"] != ""]
    late = (said["leans"] != "").tolist()
    assert late == sorted(late)
    assert sorted(ordered["claim_id"]) == sorted(claims["claim_id"])


@given(CLAIMS)
def test_after_the_turn_the_balance_only_comes_nearer_to_its_end(claims):
    for row in turns(claims).itertuples():
        if not row.turned:
            continue
        path = claims.loc[claims["doc_id"] == row.doc_id, "sign"].fillna(0).cumsum().tolist()
        away = [abs(value - path[-1]) for value in [0, *path]]
        assert abs(row.running - row.end) == max(away)
        ids = claims.loc[claims["doc_id"] == row.doc_id, "claim_id"].tolist()
        at = ids.index(row.before) + 1
        assert all(value < max(away) for value in away[at + 1 :])
        assert claims.set_index("claim_id").loc[row.claim_id, "sign"] in (1, -1)


@given(CLAIMS)
def test_what_is_left_out_is_nowhere_here_and_somewhere_else(claims):
    texts = pd.DataFrame({"doc_id": ["a", "b"]})
    has = claims.groupby("doc_id")["frame"].agg(set).to_dict()
    found = set(zip(*(left_out(claims, texts)[c] for c in ("study", "code")), strict=True))
    expected = {
        (here, code)
        for here, there in (("a", "b"), ("b", "a"))
        for code in has.get(there, set()) - has.get(here, set())
    }
    assert found == expected


@given(st.dictionaries(st.sampled_from("xyz"), st.integers(0, 5)))
def test_all_that_lead_have_the_most(counts):
    found = leading(pd.Series(counts, dtype=int))
    most = max(counts.values(), default=0)
    assert set(found) == {code for code, n in counts.items() if n == most and n > 0}


TICK = st.sampled_from([PASSED, PART, FAILED, DOTTED])
RANK = {name: place for place, name in enumerate(WORDS)}


@given(st.tuples(TICK, TICK, TICK, TICK), st.integers(0, 3), st.booleans())
def test_a_better_tick_never_makes_a_statement_less_sure(ticks, place, machine_only):
    better = list(ticks)
    if ticks[place] != DOTTED:
        better[place] = PASSED
    before, after = (word(t, machine_only=machine_only)[0] for t in (ticks, better))
    assert RANK[after] <= RANK[before]


@given(st.tuples(TICK, TICK, TICK, TICK))
def test_machine_codes_are_never_firm_and_lose_nothing_else(ticks):
    checked, unchecked = word(ticks)[0], word(ticks, machine_only=True)[0]
    assert unchecked != "firm"
    assert (unchecked == OPEN) == (checked == OPEN)


@given(st.lists(st.floats(0, 1), min_size=1, max_size=8))
def test_more_statements_never_make_a_test_clearer(ps):
    def ticks(count):
        told = [Support(str(n), 1, 1, (), p, {"x": 1.0}) for n, p in enumerate(ps[:count])]
        return strength(told).set_index("statement")["p_holm"]

    alone = ticks(1)["0"]
    assert ticks(len(ps))["0"] >= alone - 1e-12

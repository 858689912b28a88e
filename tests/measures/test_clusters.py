"""Paragraphs of a text: counts, correlation within them, likeness of neighbours, on paper."""

import math

import numpy as np
import pandas as pd
import pytest

from frameline.corpus import Filter
from frameline.measures.clusters import (
    Clusters,
    clusters,
    design_effect,
    effective_size,
    intracluster_correlation,
    neighbour_likeness,
    neighbour_table,
    pooled_correlation,
    shrunk,
)


def table(*rows, of="frame"):
    """Claims from (doc, paragraph, code)."""
    return pd.DataFrame(rows, columns=["doc_id", "para_group", of])


def two(*paragraphs):
    """A text of two codes from (first, second) counts of each paragraph."""
    hits = np.array(paragraphs, dtype=float)
    return Clusters(hits, hits.sum(axis=1), ("x", "y"))


def test_paragraphs_keep_their_order_and_uncoded_ones_are_left_out():
    claims = table(("a", "z", "x"), ("a", "b", ""), ("a", "c", "y;x"), ("b", "z2", "y"))
    found = clusters(claims)
    assert list(found) == ["a", "b"]
    assert found["a"].hits.tolist() == [[1, 0], [1, 1]]
    assert found["a"].sizes.tolist() == [1, 1]
    assert found["a"].shares.tolist() == [1.0, 0.5]
    assert (found["a"].groups, found["a"].cases) == (2, 2)


def test_truth_values_and_signs_are_read_as_codes():
    claims = table(("a", "p", True), ("a", "q", False), of="own")
    assert clusters(claims, "own")["a"].hits.tolist() == [[1, 0], [0, 1]]
    claims["sign"] = pd.array([-1, None], dtype="Float64")
    found = clusters(claims, "sign")["a"]
    assert (found.codes, found.hits.tolist()) == (("binding", "dividing"), [[0, 1]])


def test_codes_counted_on_one_side_keep_the_sizes():
    claims = table(("a", "p", "x"), ("a", "p", "y"))
    found = clusters(claims, only=[True, False])["a"]
    assert (found.hits.tolist(), found.sizes.tolist()) == ([[1, 0]], [2])


def test_unknown_codes_are_named():
    with pytest.raises(ValueError, match="no code 'z'; there are x, y"):
        two((1, 0)).column("z")


def test_what_is_said_about_few_paragraphs():
    notes = [two(*[(1, 1)] * n).note for n in (2, 3, 7, 8)]
    assert notes == ["counts only", "few paragraphs", "few paragraphs", ""]


def test_correlation_on_paper():
    # Paragraphs (2, 0), (1, 1), (0, 2), (2 - 2/3)/(2 + 2/3) = 1/2.
    text = two((2, 0), (1, 1), (0, 2))
    assert float(intracluster_correlation((text.hits, text.sizes))) == pytest.approx(0.5)


def test_pooling_is_within_texts():
    # Each text is alike all through: nothing varies between its paragraphs, whatever lies between
    # the texts.
    assert pooled_correlation([two((2, 0), (2, 0), (2, 0)), two((0, 2), (0, 2), (0, 2))]) == 0


def test_texts_without_anything_to_estimate_from_have_no_correlation():
    assert pooled_correlation([]) == 0
    assert pooled_correlation([two((1, 0), (0, 1), (1, 0))]) == 0  # single claims


def test_simulated_texts_are_estimated_one_by_one():
    texts = [two((2, 0), (1, 1), (0, 2)), two((3, 0), (1, 2), (1, 2))]
    stack = np.stack([t.hits for t in texts]), np.stack([t.sizes for t in texts])
    single = [pooled_correlation([t]) for t in texts]
    assert intracluster_correlation(stack) == pytest.approx(np.array(single))


def test_shrinking_needs_evidence():
    assert shrunk(1.0, 0.0, [0, 1, 11, 91]) == pytest.approx([0, 0, 0.5, 0.9])


def test_design_effects_on_paper():
    # sizes 1, 3: sum of squares 10, N = 4: 1 + r (10/4 - 1)
    assert float(design_effect([1, 3], 0.4)) == pytest.approx(1.6)
    assert float(effective_size([1, 3], 0.4)) == pytest.approx(2.5)
    # neighbours alike to .5: 2 x 1 x 3 x .5 = 3 more
    assert float(design_effect([1, 3], 0.4, 0.5)) == pytest.approx(1 + 0.4 * (13 / 4 - 1))


def test_single_claims_have_no_design_effect_unless_neighbours_are_alike():
    assert float(design_effect(np.ones(9), 0.9)) == 1
    assert float(design_effect(np.ones(9), 0.9, 0.5)) > 2


def test_a_text_that_stays_on_a_topic_has_like_neighbours_and_one_that_alternates_has_not():
    stays = two(*[(3, 0)] * 6, *[(0, 3)] * 6)
    turns = two(*[(3, 0), (0, 3)] * 6)
    found = neighbour_table({"stays": stays, "turns": turns}, draws=499).set_index("doc_id")
    assert found.loc["stays", "p"] < 0.01
    assert found.loc["turns", "p"] > 0.9
    assert neighbour_likeness([stays]) == 0.8
    assert neighbour_likeness([turns]) == 0


def test_shuffled_paragraphs_have_unlike_neighbours_on_average():
    generator = np.random.default_rng(4)
    values = []
    for _ in range(300):
        rates = generator.beta(1, 1, 40)
        first = generator.binomial(4, rates)
        values.append(neighbour_table({"t": two(*zip(first, 4 - first, strict=True))},
                                      draws=39).loc[0, "p"])  # fmt: skip
    assert np.mean(np.array(values) <= 0.05) == pytest.approx(0.05, abs=0.03)


def test_a_text_without_variation_says_nothing_about_neighbours():
    assert math.isnan(neighbour_likeness([two(*[(2, 0)] * 9)]))
    assert neighbour_table({"t": two(*[(2, 0)] * 9)})["p"].isna().all()


def test_the_corpus(data_corpus):
    claims = data_corpus.select(Filter())
    drivers, signs = clusters(claims), clusters(claims, "sign")
    names = ["shaffer-2001-talk", "abedin-2015", "tazmini-2021", "snegovaya-alterman-2024"]
    assert [round(pooled_correlation([drivers[n]]), 2) for n in names] == [0.23, 0.14, 0.31, 0.43]
    assert [round(pooled_correlation([signs[n]]), 2) for n in names] == [0.42, 0.39, 0.33, 0.68]
    assert round(pooled_correlation(list(drivers.values())), 2) == 0.35
    assert round(pooled_correlation(list(signs.values())), 2) == 0.57
    neighbours = neighbour_table(clusters(claims, "conceded")).set_index("doc_id")
    assert neighbours.loc["snegovaya-alterman-2024", "correlation"].round(2) == 0.66
    assert neighbours.loc["snegovaya-alterman-2024", "p"] <= 0.002
    directions = neighbour_table(signs).set_index("doc_id")
    assert directions.loc["shaffer-2001-talk", "correlation"].round(2) == 0.62
    assert directions.loc["snegovaya-alterman-2024", "correlation"].round(2) == 0.50
    assert (directions.loc[["shaffer-2001-talk", "snegovaya-alterman-2024"], "p"] < 0.02).all()


def test_likeness_of_neighbours_pair_by_pair():
    """Every pair by itself: what neighbours share beyond any two paragraphs, of unequal sizes."""
    hits = np.array([[2.0, 1.0], [2.0, 0.0], [1.0, 1.0], [0.0, 4.0], [1.0, 1.0], [0.0, 1.0]])
    sizes, groups = hits.sum(axis=1), range(6)
    share = hits.sum(axis=0) / sizes.sum()
    apart = [hits[g] - sizes[g] * share for g in groups]
    pairs = [(g, h) for g in groups for h in groups if g != h]
    mean = sum(apart[g] @ apart[h] for g, h in pairs) / sum(sizes[g] * sizes[h] for g, h in pairs)
    weight = sum(sizes[g] * sizes[g + 1] for g in range(5))
    near = sum(apart[g] @ apart[g + 1] for g in range(5)) - mean * weight
    expected = near / (0.9 * weight * (share * (1 - share)).sum())
    assert 0 < expected < 0.8
    text = Clusters(hits, sizes, ("x", "y"))
    assert neighbour_likeness([text], 0.9) == pytest.approx(expected)
    two = Clusters(np.array([[5.0, 0.0], [0.0, 5.0]]), np.full(2, 5.0), ("x", "y"))
    assert neighbour_likeness([text, two], 0.9) == pytest.approx(expected), "two are no series"

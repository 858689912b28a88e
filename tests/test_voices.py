"""The claims of a chapter in each voice, and where its findings go."""

from dataclasses import replace

import pytest

from frameline.corpus import Filter
from frameline.corpus.voices import in_each_voice
from frameline.record.findings import Findings, ProseError


def test_all_voices_first_then_the_authors_own(data_corpus):
    f = Findings("d")
    everyone, own = in_each_voice(data_corpus, f)
    assert (everyone.view, own.view) == ("all", "own")
    assert everyone.f is f
    assert 0 < len(own.claims) < len(everyone.claims)
    assert own.claims["own"].all()
    assert own.filter == Filter(voice="own").describe()
    assert sum(map(len, own.ids.values())) == len(own.claims)


def test_the_own_voice_may_come_first(data_corpus):
    assert [v.view for v in in_each_voice(data_corpus, Findings("d"), first="own")] == [
        "own", "all",
    ]  # fmt: skip


def test_a_chosen_voice_is_the_only_view(data_corpus):
    f = Findings("d")
    (view,) = in_each_voice(data_corpus, f, "own")
    assert (view.view, view.f) == ("own", f)


def test_where_voices_are_not_coded_there_is_one_view(data_corpus):
    name = data_corpus.codebook.role("voice").name
    corpus = replace(data_corpus, claims=data_corpus.claims.drop(columns=[name]))
    (view,) = in_each_voice(corpus, Findings("d"))
    assert view.view == "all"
    assert len(view.claims) > 0


def test_findings_of_a_view_are_kept_apart(data_corpus):
    f = Findings("d")
    f.add("texts", 5, unit="count")
    everyone, own = in_each_voice(data_corpus, f)
    everyone.f.add("claims", 246, unit="count")
    with pytest.raises(ProseError, match="no finding 'claims'"):
        own.f.say("{claims} claims")
    own.f.add("claims", 220, unit="count")
    said = own.f.say("{claims} claims in {texts} texts")
    assert str(said) == "220 claims in 5 texts"
    assert said.keys == ("claims.own", "texts")
    assert str(f.say("{claims} claims")) == "246 claims"
    assert f["claims.own"].filter == own.filter
    assert [one.key for one in f] == ["texts", "claims", "claims.own"]


def test_a_further_view_makes_no_statement_of_the_summary(data_corpus):
    f = Findings("d")
    _, own = in_each_voice(data_corpus, f)
    own.f.add("claims", 220, unit="count")
    assert own.f.state("many", "{claims} claims").style == "statement"
    assert "statement.many" not in f
    assert "statement.many.own" not in f

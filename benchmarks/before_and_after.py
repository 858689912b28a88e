"""What the statements of the default corpus rested on, and what they rest on now.

    python benchmarks/before_and_after.py

Prints each test and interval twice: as the functions that are replaced give it (seed 2001, 2,000
draws, as the report had them), and as the new ones do. docs/decisions/measures-that-hold.md quotes
it.
"""

from __future__ import annotations

from pathlib import Path

import pandas as pd

from frameline.corpus import Corpus, Filter, read_corpus
from frameline.measures.balance import net_valence
from frameline.measures.clusters import clusters, neighbour_table
from frameline.measures.families import distribution, mix_ways, mixes_differ, named_pairs
from frameline.measures.intervals import difference, differences, share_interval
from frameline.measures.leaders import chance_of_other_leaders
from frameline.measures.mix import mix_test
from frameline.measures.prevalence import prevalence
from frameline.measures.ranking import chance_of_as_many, first_places
from frameline.measures.shift import net_steps, step_changes, step_tests
from frameline.measures.statements import Statement, gather, specify
from frameline.measures.steps import steps
from frameline.measures.top_codes import foremost, joint_deal

DATA = Path(__file__).parents[1] / "data"
OLD = {"draws": 2000, "seed": 2001}


def show(title: str, table: pd.DataFrame) -> None:
    """Print one table under its title."""
    print(f"\n## {title}")
    print(table.round(4).to_string(index=False))


def mixes(claims: pd.DataFrame, pairs: list[tuple[str, str]]) -> None:
    """The mix of reasons in the four pairs."""
    before = step_tests(claims, pairs, **OLD)
    show("mix: before (step_tests)", before[["from", "to", "js", "p", "p_holm"]])
    after = mix_test(clusters(claims), pairs)
    columns = ["from", "to", "js", "p", "p_low", "p_high", "p_holm", "phi", "sceptical_p"]
    show("mix: after (mix_test)", after[columns])
    show("neighbouring paragraphs (neighbour_table)", neighbour_table(clusters(claims)))


def balances(claims: pd.DataFrame, pairs: list[tuple[str, str]]) -> None:
    """Net balance: each text, and the four differences."""
    show("net balance: before (net_valence)", net_valence(claims, **OLD)[
        ["doc_id", "net", "low", "high", "method"]])  # fmt: skip
    signs = clusters(claims, "sign")
    columns = ["doc_id", "estimate", "low", "high", "sceptical_low", "sceptical_high", "note"]
    show("net balance: after (share_interval, net)",
         share_interval(signs, ["binding"], net=True)[columns])  # fmt: skip
    show("its differences: before (net_steps)", net_steps(claims, pairs, **OLD)[
        ["from", "to", "diff", "low", "high", "p", "p_holm"]])  # fmt: skip
    columns = ["from", "to", "estimate", "low", "high", "p", "p_holm", "sceptical_low",
               "sceptical_high", "detectable"]  # fmt: skip
    show("its differences: after (difference, net)",
         difference(signs, pairs, "binding", net=True)[columns])  # fmt: skip


def shares(claims: pd.DataFrame, flag: str, of: str) -> None:
    """Share of one kind of claim: each text, and which has most."""
    before = prevalence(claims.assign(_=claims[flag].map({True: "yes", False: "no"})), of="_",
                        codes=["yes"], **OLD)  # fmt: skip
    show(f"{of}: before (prevalence)", before[["doc_id", "share", "low", "high", "method"]])
    show(f"{of}: before (first_places)", first_places(claims, flag, **OLD))
    texts = clusters(claims, flag)
    columns = ["doc_id", "k", "n", "estimate", "low", "high", "sceptical_low", "sceptical_high"]
    show(f"{of}: after (share_interval)", share_interval(texts, ["yes"])[columns])
    show(f"{of}: after (foremost)", foremost(texts, "yes"))


def reasons(claims: pd.DataFrame, pairs: list[tuple[str, str]]) -> None:
    """Single reasons, and leading ones."""
    before = step_changes(claims, pairs, **OLD)
    columns = ["from", "to", "code", "diff", "low", "high", "p", "p_holm"]
    show("reasons: before (step_changes), five smallest p", before.nsmallest(5, "p")[columns])
    after = differences(clusters(claims), pairs)
    columns = ["from", "to", "code", "estimate", "low", "high", "p", "p_holm"]
    show("reasons: after (differences), five smallest p", after.nsmallest(5, "p")[columns])
    rows = []
    for side, sign in (("binding", 1), ("dividing", -1)):
        chances = chance_of_other_leaders(claims, pairs, side, **OLD)["chance"]
        texts = clusters(claims, only=(claims["sign"] == sign).fillna(False))
        found = joint_deal(texts, pairs)
        product = chance_of_as_many(chances, int(found["found"]))
        rows.append((side, found["found"], found["of"], product, found["chance"], found["error"]))
    names = ["side", "found", "of", "before: product", "after: joint deal", "error"]
    show("leaders (chance_of_as_many; joint_deal)", pd.DataFrame(rows, columns=names))


def ways(corpus: Corpus, pairs: list[tuple[str, str]]) -> None:
    """In how many ways of counting how many pairs, and which, have another mix."""
    codings = ["final", *corpus.codings]
    documents = {c: corpus.layer("documents", coding=c) for c in codings}
    material = gather(corpus.select, Filter, documents, codings=codings, seed=2001)
    curve = specify(Statement("mix", said=1, of=len(pairs)), material)
    show(
        "pairs with another mix: before, told exactly", distribution(curve["estimate"], len(pairs))
    )
    answers = [mixes_differ(texts, pairs) for _, texts in mix_ways(material)]
    counts = [sum(bool(answer) for answer in row) for row in answers]
    show("pairs with another mix: after, told exactly", distribution(counts, len(pairs)))
    rows = iter(answers)
    found = named_pairs([{}] * len(answers), pairs, differ=lambda texts, named: next(rows))
    show("named pairs: after (named_pairs)", found)


def main() -> None:
    """Print everything."""
    corpus = read_corpus(DATA)
    claims, pairs = corpus.select(Filter()), steps(corpus.layer("documents"))
    mixes(claims, pairs)
    balances(claims, pairs)
    shares(claims, "conceded", "conceded claims")
    shares(claims.assign(other=~claims["own"].astype(bool)), "other", "other voices")
    reasons(claims, pairs)
    ways(corpus, pairs)


if __name__ == "__main__":
    main()

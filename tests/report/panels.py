"""Panels with one of everything: a page like a portrait, a table on its side, one in the flow."""

import matplotlib.pyplot as plt
import pandas as pd

from frameline.exhibits import panelling as make
from frameline.exhibits.drawing import draw
from frameline.record.panel import Panel
from frameline.record.prose import Prose

ALT = "A line that goes up over the first half of the text and comes down after it; n = 31 claims."


def said(text):
    return Prose.of(text, "panel")


def chart():
    fig, ax = plt.subplots(figsize=(6.3, 1.6))
    ax.plot([0, 1, 2], [0, 2, 1])
    table = pd.DataFrame({"claim": [1, 2], "balance": [1, 0]})
    return draw(fig, key="arc", title="Arc", subtitle="Claims", alt=ALT, table=table)


def reasons(side, claims):
    rows = [("history", 7), ("third parties", 3), ("arms, diplomacy", 2)]
    items = []
    for place, (name, n) in enumerate(rows):
        items += [
            make.bars([make.bar(name, n, f"{n} of many", colour=side)], priority=place),
            make.words("gist", "The past does not predispose the two to side together.",
                       claim=claims[0], priority=place),
            make.words("phrase", "“are not natural allies”", claim=claims[1], priority=place),
            make.words("place", "P5 s1", runs=True, priority=place),
        ]  # fmt: skip
    name = "What binds" if side == "binding" else "What divides"
    return make.cell_of(*items, width=6, head=make.head(name, colour=side))


def portrait(claims=("t.c1", "t.c2"), **changes):
    """A page with every kind of item."""
    dots = [("1979", "a revolution", "dividing"), ("1991", "a collapse", "binding")]
    dots.append(("no year", "a treaty", "neither"))
    bands = [
        make.band_of([
            make.cell_of(make.words("year", "2015"), width=3),
            make.cell_of(make.words("author", "Mahan Author"),
                         make.words("note", "An outlet, op-ed"), width=9),
        ], rule="strong"),
        make.band_of([
            make.cell_of(make.words("title-word", "“uneasy partnership”"),
                         make.words("own-word", "“a balance”", colour="dividing"), width=4,
                         head=make.head("What it is called", "in title and body")),
            make.cell_of(make.steps(["ending", "fragile", "open", "stable"], 2, colour="dividing",
                                    others=[(1, "2024"), (2, "2001"), (2, "2002")]), width=4,
                         head=make.head("The verdict")),
            make.cell_of(make.stack([(10, "ten bind", "binding"), (19, "more divide", "dividing"),
                                     (2, "two neither", "neither")]), width=4,
                         head=make.head("Its own claims")),
        ], height=0.1),
        make.band_of([make.cell_of(make.picture(chart()), width=12)], head=make.head("Argument")),
        make.band_of([reasons("binding", claims), reasons("dividing", claims)], height=0.25),
        make.band_of([
            make.cell_of(make.rows([("to", "Iran"), ("by", "hedging")]), width=4,
                         head=make.head("Its advice", "two pieces")),
            make.cell_of(make.ticks("leaning", ["filled", "pale", "dotted", "empty"],
                                    colour="leaning"),
                         make.squares(17, "claims as squares", colour="lever"),
                         make.squares(2, "pale squares", colour="from-second", strong=False),
                         make.words("statement", "One text leans further apart."), width=4),
            make.cell_of(make.dots(dots), width=4, head=make.head("The past it calls up")),
        ]),
    ]  # fmt: skip
    about = {
        "note": "Bars on one scale.",
        "how": "Counted.",
        "filter": "core claims",
        "shortened": "Shortened to fit.",
        "layout": "page",
        "above": 1,
        "short": "2015",
    }
    return Panel("portrait", said("Distant, divided most by history"), said("Ties are solid."),
                 tuple(bands), evidence=tuple(claims), **about | changes)  # fmt: skip


def matrix(texts=4, **changes):
    """A table of texts on its side: heads beside the cells, columns that turn."""

    def band(name, *items):
        return make.band_of([make.cell_of(*items)] * texts, head=make.head(name, "how it is read"))

    gist = make.words("gist", "Moscow needs Tehran in contesting the order that America leads.",
                      claim="t.c1", priority=1)  # fmt: skip
    points = [make.point(i, i % 3, f"verdict {'abcdef'[i]}", colour="binding")
              for i in range(texts)]  # fmt: skip
    points.append(make.point(0, 1, "abstract", hollow=True))
    years = [f"Text {'abcdef'[i]}" for i in range(texts)]
    scale = make.path(["weak", "middling", "strong"], years, points)
    bands = (
        band("Text", make.words("year", "Year"), make.words("author", "Author")),
        make.band_of([make.cell_of(scale, width=texts)], head=make.head("Verdict", "in order")),
        *(band(name, gist) for name in ("Problem", "Cause", "Judgement", "Remedy")),
    )
    about = {"layout": "landscape", "beside": True, "turns": True, "note": "Blue binds.",
             "shortened": "Shortened to fit."}  # fmt: skip
    return Panel("matrix", said("The cause given most"), said(""), bands, **about | changes)

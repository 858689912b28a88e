"""`frameline audit`: plan which codes people check, write sheets, read them, correct shares."""

from __future__ import annotations

import argparse
import re
from pathlib import Path
from typing import Any

from frameline.commands.ending import OK, CommandError
from frameline.commands.parsing import add_command, positive
from frameline.commands.printing import count, print_table

_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,63}")


def add(commands: Any) -> None:
    """The parser of `frameline audit`."""
    parser = commands.add_parser(
        "audit",
        help="Let people check a sample of machine codes, and correct shares by it.",
        description="Let people check a sample of machine codes, and correct shares by it: "
        "plan, sheet, read, report, in this order.",
    )
    steps = parser.add_subparsers(title="steps", required=True, metavar="STEP")
    _add_plan(steps)
    _add_sheet(steps)
    _add_read(steps)
    one = _step(steps, "report", show, "Print the corrected shares, without a whole report.")
    one.add_argument("--code", metavar="CODE", help="one code only")


def _step(steps: Any, name: str, run: Any, text: str) -> argparse.ArgumentParser:
    parser = add_command(steps, name, run, text)
    parser.add_argument("corpus", type=Path, metavar="CORPUS", help="folder, or one CSV file")
    return parser


def _add_plan(steps: Any) -> None:
    parser = _step(steps, "plan", plan, "Draw the documents, or sentences, that people check.")
    parser.add_argument("--n", type=positive, metavar="N", help="items in all (default: by cell)")
    parser.add_argument(
        "--half-width", type=float, metavar="X", help="how sure a share is to be, each way: .05"
    )
    parser.add_argument(
        "--item", choices=("document", "sentence"),
        help="what is read (default: sentences of a few texts, else documents)",
    )  # fmt: skip
    parser.add_argument(
        "--by", metavar="WHAT", help="cells: period, text, a column of documents, or none"
    )
    parser.add_argument(
        "--split", default="", metavar="WHAT", help="strata in a cell: doubt, or code:NAME"
    )
    parser.add_argument("--seed", type=int, default=2001, metavar="SEED")


def _add_sheet(steps: Any) -> None:
    parser = _step(steps, "sheet", sheet, "Write a blind sheet for one person to fill in.")
    parser.add_argument(
        "--out", type=Path, required=True, metavar="SHEET", help=".xlsx, .csv or .html (to print)"
    )
    parser.add_argument("--coder", default="person-1", metavar="NAME", help="who will fill it in")
    parser.add_argument("--texts", type=Path, metavar="DIR", help="the texts, for the passages")


def _add_read(steps: Any) -> None:
    parser = _step(steps, "read", read, "Read a filled sheet back.")
    parser.add_argument("sheet", type=Path, metavar="SHEET", help=".xlsx or .csv")
    parser.add_argument("--coder", required=True, metavar="NAME", help="who filled it in")
    parser.add_argument("--kind", choices=("person", "gold"), default="person")
    parser.add_argument("--training", default="", metavar="TEXT", help="how they were prepared")
    parser.add_argument(
        "--relation", default="", metavar="TEXT", help="what they are to the authors of the study"
    )
    parser.add_argument("--replace", action="store_true", help="in place of earlier answers")
    parser.add_argument(
        "--assume", choices=("random",), help="without a plan: take the items as drawn at random"
    )


def _study(corpus: Path) -> Any:
    from frameline.exhibits.study import study

    return study("correction", corpus)


# plan --------------------------------------------------------------------------------------------


def plan(given: argparse.Namespace) -> int:
    """Write audit/plan.csv, and say what other sizes would buy."""
    from frameline.corpus.audit import audit_folder
    from frameline.exchange.review.audit_plan import write_plan
    from frameline.exhibits.correction._items import Scheme, usual_scheme
    from frameline.exhibits.correction._planning import plan_sample, what_sizes_buy

    if given.half_width is not None and not 0 < given.half_width < 0.5:
        raise CommandError(f"--half-width {given.half_width}; allowed: above 0, below 0.5")
    texts = _study(given.corpus)
    usual = usual_scheme(texts)
    item = given.item or usual.item
    by = usual.by if item == usual.item else "text" if item == "sentence" else ""
    if given.by is not None:
        by = "" if given.by == "none" else given.by
    scheme = Scheme(item, by, given.split)
    try:
        table = plan_sample(texts, scheme, given.n, half_width=given.half_width, seed=given.seed)
    except ValueError as error:
        raise CommandError(str(error)) from error
    _refuse_lost(texts, set(table["item"]))
    folder = audit_folder(given.corpus)
    settings = {"item": item, "by": by, "split": given.split, "seed": given.seed}
    write_plan(folder, table, settings)
    print(f"{folder / 'plan.csv'}: {count(len(table), item)} of {_population(table):,}\n")
    _show_strata(table)
    _show_sizes(what_sizes_buy(texts, table))
    return OK


def _refuse_lost(texts: Any, planned: set[str]) -> None:
    """A plan that leaves out what people have read already."""
    from frameline.exhibits.checking import audit_of

    before = audit_of(texts)
    lost = [item for item in (before.answered if before else []) if item not in planned]
    if lost:
        raise CommandError(
            f"{count(len(lost), 'item')} that people have read would not be in the new plan, the "
            f"first: {lost[0]}; plan with the same --seed, --by and --split and no smaller --n"
        )


def _population(table: Any) -> int:
    return int(table.groupby("stratum")["size"].first().sum())


def _show_strata(table: Any) -> None:
    rows = []
    for name, part in table.groupby("stratum", sort=False):
        first = part.iloc[0]
        rows.append((name or "all", len(part), f"{first['size']:,}", f"{first['probability']:.3g}"))
    print_table(["stratum", "to read", "of", "probability"], rows)


def _show_sizes(table: Any) -> None:
    print("\nWhat other sizes would buy, half of an interval's width:")
    rows = []
    for row in table.to_dict("records"):
        sizes = (f"{row['gold']:.0f}", f"{row['each']:.0f}", f"{row['share']:.0%}")
        rows.append((*sizes, _number(row["half_width"]), _number(row["change"])))
    print_table(["to read", "each cell", "share", "of the share", "of a change"], rows)


# sheet -------------------------------------------------------------------------------------------


def sheet(given: argparse.Namespace) -> int:
    """Write a sheet in an order of this person's own."""
    from frameline.exchange.review.audit_sheets import form_of, shuffled, write_sheet

    _check_name(given.coder)
    texts = _study(given.corpus)
    found = _planned(texts)
    form = form_of(texts.codebook, directed="valence" in texts.present("valence"))
    rows = shuffled(found.plan, found.seed, given.coder)
    passages = _passages(texts, found, given.texts)
    names = {str(doc): name for doc, name in texts.names.items()}
    write_sheet(given.out, rows, form, texts.codebook, names=names, passages=passages)
    held = sum(item in passages for item in rows["item"])
    print(f"{given.out}: {count(len(rows), found.item)}, {held} with the text beside")
    if held < len(rows):
        print("The texts are not all at hand: --texts DIR fills in the passages.")
    print("Fill it in row by row, from the top. Then:")
    print(f"      frameline audit read {given.corpus} {given.out} --coder {given.coder}")
    return OK


def _check_name(name: str) -> None:
    if not _NAME.fullmatch(name):
        raise CommandError(f"--coder {name!r}; allowed: letters, digits, and . _ - between them")


def _planned(texts: Any) -> Any:
    from frameline.exhibits.checking import audit_of

    found = audit_of(texts)
    if found is None:
        raise CommandError(f"no plan; first: frameline audit plan {texts.corpus.path}")
    return found


def _passages(texts: Any, found: Any, folder: Path | None) -> dict[str, str]:
    """The passage of each item whose text is at hand."""
    from frameline.exchange.review.disagreements import passages_of

    if not texts.in_memory or not {"file", "sha256"} <= set(texts.documents.columns):
        return {}
    return passages_of(texts.corpus, folder, sentences=found.item == "sentence")


# read --------------------------------------------------------------------------------------------


def read(given: argparse.Namespace) -> int:
    """Read a filled sheet into audit/codes."""
    from frameline.corpus.audit import audit_folder
    from frameline.exchange.review.audit_plan import write_answers
    from frameline.exchange.review.audit_sheets import form_of, read_filled
    from frameline.exhibits.checking import audit_of

    _check_name(given.coder)
    texts = _study(given.corpus)
    found = audit_of(texts)
    if found is not None and given.assume:
        raise CommandError("--assume goes without a plan; this corpus has one")
    form = form_of(texts.codebook, directed="valence" in texts.present("valence"))
    known = found.plan["item"].tolist() if found is not None else _all_items(texts)
    filled = read_filled(given.sheet, form, known)
    if not filled.read:
        raise CommandError(f"{given.sheet}: no row has yes in the column read; nothing was read")
    folder = audit_folder(given.corpus)
    if found is None:
        _plan_afterwards(texts, folder, filled.read, assumed=given.assume == "random")
    person = {"kind": given.kind, "training": given.training, "relation": given.relation,
              "codebook_version": texts.codebook.version}  # fmt: skip
    write_answers(folder, given.coder, filled.answers, person, replace=given.replace)
    print(f"{folder / 'codes' / given.coder}.csv: {count(len(filled.read), 'item')} read")
    if filled.open:
        print(f"{count(filled.open, 'row')} of the sheet not read yet.")
    if filled.skipped:
        print(f"{count(filled.skipped, 'row')} skipped on the way: read them too, or what is "
              "corrected holds only if they are like the others.")  # fmt: skip
    if found is None and not given.assume:
        print("Nothing says how these items were chosen: the machine's errors will be described, "
              "no share corrected. If they were drawn at random: --assume random.")  # fmt: skip
    return OK


def _all_items(texts: Any) -> list[str]:
    from frameline.exhibits.correction._items import find_items, usual_scheme

    if not texts.in_memory:
        raise CommandError(f"no plan; first: frameline audit plan {texts.corpus.path}")
    scheme = usual_scheme(texts)
    return [str(item) for item in find_items(texts, scheme).table[scheme.key]]


def _plan_afterwards(texts: Any, folder: Path, chosen: list[str], *, assumed: bool) -> None:
    """A plan of items that were chosen without one."""
    from frameline.exchange.review.audit_plan import write_plan
    from frameline.exhibits.correction._items import usual_scheme
    from frameline.exhibits.correction._planning import plan_of_chosen

    scheme = usual_scheme(texts)
    table = plan_of_chosen(texts, scheme, chosen, assumed=assumed)
    settings = {"item": scheme.item, "by": scheme.by, "split": "", "seed": 0, "assumed": assumed}
    write_plan(folder, table, settings)


# report ------------------------------------------------------------------------------------------


def show(given: argparse.Namespace) -> int:
    """Print the corrected shares."""
    from frameline.exhibits.correction._tables import change_rows, share_rows

    texts = _study(given.corpus)
    found = _planned(texts)
    if not found.answered:
        print(f"{count(len(found.plan), found.item)} planned, none read: machine codes, unchecked")
        return OK
    rows = share_rows(texts)
    if given.code:
        rows = rows[rows["code"] == given.code]
        if rows.empty:
            allowed = ", ".join(texts.codebook.role("frame").order)
            raise CommandError(f"--code {given.code}: not asked for; allowed: {allowed}")
    print_table(
        ["cell", "code", "gold", "machine", "corrected", "from", "to", "worth", "remark"],
        [
            (row["name"], row["code"], row["n"], f"{row['machine']:.3f}", _number(row["share"]),
             _number(row["low"]), _number(row["high"]), _number(row["worth"], 0),
             row["remark"] or row["standing"])
            for row in rows.to_dict("records")
        ],
    )  # fmt: skip
    _show_changes(change_rows(texts), given.code)
    return OK


def _show_changes(changes: Any, code: str | None) -> None:
    if code and len(changes):
        changes = changes[changes["code"] == code]
    if not len(changes):
        return
    print()
    print_table(
        ["from", "to", "code", "machine", "corrected", "from", "to", "error", "p"],
        [
            (row["from_name"], row["to_name"], row["code"], f"{row['machine']:+.3f}",
             f"{row['change']:+.3f}", f"{row['low']:+.3f}", f"{row['high']:+.3f}",
             f"{row['error']:+.3f}", f"{row['p_holm']:.3f}")
            for row in changes.to_dict("records")
        ],
    )  # fmt: skip


def _number(value: float, digits: int = 3) -> str:
    return "" if value != value else f"{value:.{digits}f}"

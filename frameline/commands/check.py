"""`frameline check`: the faults of a corpus, or what changed in its codebook."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import Any

from frameline.commands.corpora import corpus_at, need_scale
from frameline.commands.ending import FAILED, OK, CommandError
from frameline.commands.parsing import add_command
from frameline.commands.printing import print_table
from frameline.commands.versions import show_changes

#: More remarks than these are counted, not listed.
MOST_REMARKS = 20


def add(commands: Any) -> None:
    """The parser of `frameline check`."""
    parser = add_command(
        commands,
        "check",
        run,
        "Check a corpus and list every fault; exit code 1 if any. "
        "What might be better is said as a remark.",
    )
    parser.add_argument(
        "corpus", nargs="?", type=Path, metavar="CORPUS", help="folder (default: the one shipped)"
    )
    parser.add_argument("--texts", type=Path, metavar="DIR", help="check against the texts too")
    parser.add_argument(
        "--spellings", type=Path, metavar="FILE",
        help="write a map of names in several spellings, for `build -p merge=FILE`",
    )  # fmt: skip
    parser.add_argument("--format", choices=("table", "csv", "json"), default="table")
    parser.add_argument(
        "--against", type=Path, metavar="OLD",
        help="compare the codebook with another version (a corpus or its codebook.toml) instead",
    )  # fmt: skip
    parser.add_argument(
        "--map", type=Path, metavar="FILE", help="with --against: what was renamed or merged"
    )


def run(given: argparse.Namespace) -> int:
    """List the faults; exit code 1 if there are any."""
    from frameline.corpus.backends.engine.layout import is_large
    from frameline.corpus.checks import check_corpus

    corpus = corpus_at(given.corpus)
    if given.against:
        return show_changes(corpus, given.against, given.map, given.format)
    if given.map:
        raise CommandError("--map goes with --against")
    if given.spellings:
        return _write_spellings(corpus, given.spellings)
    if is_large(corpus):
        need_scale(corpus)
        from frameline.corpus.backends.engine.checks import check_large

        if given.texts:
            raise CommandError("--texts: spans of Parquet files are not checked against texts")
        faults = check_large(corpus)
    else:
        faults = check_corpus(corpus)
    faults = _with_audit(corpus, faults)
    if given.texts:
        from pandas import concat

        from frameline.corpus.texts import check_texts

        faults = concat([faults, check_texts(corpus, given.texts)], ignore_index=True)
    if given.format == "csv":
        faults.to_csv(sys.stdout, index=False, lineterminator="\n")
    elif given.format == "json":
        print(faults.to_json(orient="records", force_ascii=False, indent=1))
    elif len(faults):
        rows = faults.astype("string").fillna("").to_numpy().tolist()
        print_table([str(column) for column in faults.columns], rows)
        print(f"\n{len(faults)} fault{'s' if len(faults) > 1 else ''} in {corpus}")
    else:
        print(f"{corpus}: no faults")
    if not is_large(corpus):
        from frameline.corpus.doubts import doubt_corpus
        from frameline.corpus.remarks import remark_corpus

        found = [(doubt_corpus(corpus), "warning"), (remark_corpus(corpus), "remark")]
        for remarks, kind in found if given.format == "table" else reversed(found):
            show_remarks(remarks, kind, given.format)
    return FAILED if len(faults) else OK


def _with_audit(corpus: Path, faults: Any) -> Any:
    """The faults of a corpus, and those of what people found in a sample of it."""
    from pandas import concat

    from frameline.corpus import CorpusError
    from frameline.corpus.audit import read_audit
    from frameline.corpus.fault import fault_table

    try:
        read_audit(corpus)
    except CorpusError as error:
        return concat([faults, fault_table(error.faults)], ignore_index=True)
    return faults


def _write_spellings(corpus: Path, file: Path) -> int:
    """Write the map of spellings, or say that there is nothing to take together."""
    from frameline.corpus.doubts import merge_map

    text = merge_map(corpus)
    if not text:
        print(f"{corpus}: every name has one spelling")
        return OK
    file.write_text(text, encoding="utf-8")
    print(f"{file}\nnext: frameline build --corpus {corpus} -p merge={file}")
    return OK


def show_remarks(remarks: Any, kind: str, layout: str) -> None:
    """Say what might be better: a table for people, else one line beside the faults."""
    if remarks.empty:
        return
    said = f"{len(remarks)} {kind}{'s' if len(remarks) > 1 else ''}, no fault"
    if layout != "table":
        print(f"{said}: `frameline check` lists them without --format {layout}", file=sys.stderr)
        return
    rows = remarks.head(MOST_REMARKS).astype("string").fillna("").to_numpy().tolist()
    print()
    print_table([str(column) for column in remarks.columns], rows)
    rest = f"; the first {MOST_REMARKS} are shown" if len(remarks) > MOST_REMARKS else ""
    print(f"\n{said}{rest}")

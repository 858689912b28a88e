"""What the parsers of several commands share."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import Any


def add_command(
    commands: Any,
    name: str,
    run: Callable[[argparse.Namespace], int],
    text: str,
    writes: bool = False,
) -> argparse.ArgumentParser:
    """The parser of one command, which `run` carries out.

    One that `writes` files has done its work even where nobody can read what it says about it.
    """
    parser: argparse.ArgumentParser = commands.add_parser(name, help=text, description=text)
    parser.set_defaults(command=run, writes=writes)
    parser.add_argument(
        "--debug", action="store_true", default=argparse.SUPPRESS, help=argparse.SUPPRESS
    )
    return parser


def add_report(parser: argparse.ArgumentParser) -> None:
    """The option ``--report``."""
    parser.add_argument(
        "--report", type=Path, metavar="FILE", help="report.toml (default: the one shipped)"
    )


def add_cache(parser: argparse.ArgumentParser) -> None:
    """The options ``--cache`` and ``--no-cache``."""
    which = parser.add_mutually_exclusive_group()
    which.add_argument(
        "--cache", type=Path, metavar="DIR",
        help="keep what can be used again here (default: a folder of yours for all projects); only "
        "what was kept with your key is used, or with that in FRAMELINE_CACHE_KEY",
    )  # fmt: skip
    which.add_argument(
        "--no-cache", action="store_true", help="run every chapter, whatever earlier builds left"
    )


def cache_of(given: argparse.Namespace) -> Path | None:
    """The folder that `add_cache` asks for; None for no cache."""
    from frameline.report.keeping.key import user_cache

    return None if given.no_cache else given.cache or user_cache()


def words(text: str) -> list[str]:
    """Words with commas between them."""
    return [word.strip() for word in text.split(",") if word.strip()]


def positive(text: str) -> int:
    """A whole number from 1."""
    if not text.isdigit() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"{text!r}; allowed: 1 and more")
    return int(text)

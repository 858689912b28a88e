"""`frameline live`: the page in a browser, following what is written."""

from __future__ import annotations

import argparse
import os
import sys
import threading
import webbrowser
from pathlib import Path
from typing import Any

from frameline.commands.ending import OK, CommandError
from frameline.commands.parsing import add_command, add_report, positive
from frameline.commands.printing import harmless
from frameline.report.plan.project import default_report

PORT = 8765


def add(commands: Any) -> None:
    """The parser of `frameline live`."""
    parser = add_command(
        commands, "live", run,
        "Show the report in a browser and renew it whenever a notebook, a message, the corpus or "
        "a module is saved. On this machine only; nothing is written.",
    )  # fmt: skip
    add_report(parser)
    parser.add_argument("--corpus", type=Path, metavar="DIR", help="corpus folder or CSV table")
    parser.add_argument(
        "-p", "--parameter", action="append", default=[], metavar="[CHAPTER.]NAME=VALUE",
        help="set a parameter, as for `frameline build`",
    )  # fmt: skip
    parser.add_argument("--lang", default="", metavar="LANG", help="language of the words")
    parser.add_argument("--jobs", type=positive, metavar="N", help="chapters at a time")
    parser.add_argument(
        "--port", type=int, default=PORT, metavar="N", help="default: %(default)s; 0 for any"
    )
    parser.add_argument("--no-browser", action="store_true", help="only print the address")


def run(given: argparse.Namespace) -> int:
    """Serve until Ctrl-C."""
    from frameline.report.keeping.key import user_cache
    from frameline.report.live.follow import Follower, Restart
    from frameline.report.live.making import Maker
    from frameline.report.live.serving import Board, start
    from frameline.report.plan.plan import parse_override

    report = given.report or default_report(given.corpus)
    overrides = [parse_override(text) for text in given.parameter]
    board, end = Board(), threading.Event()
    try:
        server = start(board, given.port)
    except (OSError, OverflowError) as error:
        raise CommandError(
            f"--port {given.port}: {error}; --port 0 takes any that is free"
        ) from None
    address = f"http://127.0.0.1:{server.server_address[1]}/"
    print(address, flush=True)
    maker = Maker(
        report, overrides=overrides, corpus=given.corpus, lang=given.lang,
        jobs=given.jobs or os.cpu_count() or 1, cache=user_cache(),
    )  # fmt: skip
    if not given.no_browser:
        webbrowser.open(address)
    try:
        Follower(maker, board, lambda line: print(harmless(line), file=sys.stderr)).follow(end)
    except Restart:
        _again(server.server_address[1])
    finally:
        board.close()
        server.shutdown()
        server.server_close()
        maker.close()
    return OK


def _again(port: int) -> None:
    """This command anew, with its modules as they are now, at the same address."""
    given = [one for one in sys.argv[1:] if one != "--no-browser"]
    command = [sys.executable, "-m", "frameline.cli", *given, "--no-browser", "--port", str(port)]
    os.execv(sys.executable, command)

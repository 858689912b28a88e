"""Does ahead, while chapters still run, what will be done again when all are there.

What is made is thrown away. What stays is what it left behind: modules imported, charts cleaned,
and the pages, fonts and pictures that the compiler of the PDF remembers. So the last step is short.
"""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Mapping
from dataclasses import replace

from frameline.report.plan.plan import Plan
from frameline.report.running.gate import Executed


class Rehearsal:
    """One rehearsal at a time, in a thread; whatever goes wrong in it will go wrong again.

    Parameters
    ----------
    planned : Plan
        Nothing is rehearsed for a report without pages.
    wanted : bool
        Whether there is a processor for it.
    """

    def __init__(self, planned: Plan, wanted: bool = True):
        self._planned = planned
        self._idle = not wanted or not planned.report.formats
        self._bell = threading.Condition()
        self._wanted: dict[str, Executed] = {}
        self._seen: set[str] = set()
        self._over = False
        self._thread = threading.Thread(target=self._work, daemon=True)
        if not self._idle:
            self._thread.start()

    def offer(self, executed: Mapping[str, Executed]) -> None:
        """Rehearse with the chapters there are, as soon as what is under way is done."""
        with self._bell:
            self._wanted = dict(executed)
            self._bell.notify()

    def __enter__(self) -> Rehearsal:
        return self

    def __exit__(self, *_: object) -> None:
        with self._bell:
            self._over = True
            self._bell.notify()
        if self._idle:
            return
        # Work that need not be done again; and the compiler must not be left running at exit.
        self._thread.join()

    def _work(self) -> None:
        _import(self._planned)
        while True:
            with self._bell:
                self._bell.wait_for(lambda: self._over or self._wanted.keys() - self._seen)
                if self._over:
                    return
                here = self._wanted
            self._seen |= here.keys()
            runs = tuple(run for run in self._planned.runs if run.chapter.key in here)
            _rehearse(replace(self._planned, runs=runs, partial=True), here)


def _import(planned: Plan) -> None:
    with contextlib.suppress(Exception):
        import frameline.report.keeping.publish

        if "html" in planned.report.formats:
            import frameline.report.page.html
        if {"pdf", "brief", "annex"} & set(planned.report.formats):
            import typst  # noqa: F401

            import frameline.report.print.pdf  # noqa: F401


def _rehearse(part: Plan, executed: Mapping[str, Executed]) -> None:
    from frameline.report.keeping.publish import rehearse

    with contextlib.suppress(Exception):
        rehearse(part, executed)

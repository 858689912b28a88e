"""What is made ahead leaves nothing but what makes the last step short."""

import threading

from frameline.report import publish
from frameline.report.config import read_report
from frameline.report.gate import Executed
from frameline.report.plan import plan
from frameline.report.rehearse import Rehearsal

from .conftest import TOY


def chapter(key):
    title = {"cell_type": "markdown", "source": "# T", "metadata": {}}
    return Executed(key, {"cells": [title]})


def test_chapters_are_rehearsed_when_there_are_new_ones(monkeypatch):
    planned, seen, go = plan(read_report(TOY)), [], threading.Event()

    def note(part, executed):
        go.wait(30)
        seen.append(([run.chapter.key for run in part.runs], part.partial))

    monkeypatch.setattr(publish, "rehearse", note)
    here = {}
    with Rehearsal(planned) as rehearsal:
        rehearsal._thread.join()
        rehearsal.offer(here)
        here["labels"] = chapter("labels")
        rehearsal.offer(here)
        # Busy: what is new has to wait for a later offer.
        here["events"] = chapter("events")
        rehearsal.offer(here)
        go.set()
        rehearsal._thread.join()
        rehearsal.offer(here)
        rehearsal._thread.join()
        rehearsal.offer(here)
    assert seen == [(["labels"], True), (["labels", "events"], True)]


def test_a_rehearsal_that_fails_is_nobodys_business():
    planned = plan(read_report(TOY))
    with Rehearsal(planned) as rehearsal:
        rehearsal._thread.join()
        rehearsal.offer({"labels": Executed("labels", {"cells": None})})
    assert not rehearsal._thread.is_alive()

"""What is made ahead leaves nothing but what makes the last step short."""

import threading

from frameline.report.keeping import publish
from frameline.report.plan.config import read_report
from frameline.report.plan.plan import plan
from frameline.report.running.gate import Executed
from frameline.report.running.rehearse import Rehearsal

from .conftest import TOY


def chapter(key):
    title = {"cell_type": "markdown", "source": "# T", "metadata": {}}
    return Executed(key, {"cells": [title]})


def test_the_latest_chapters_are_rehearsed_once_each(monkeypatch):
    planned, seen = plan(read_report(TOY)), []
    begun, go = threading.Semaphore(0), threading.Semaphore(0)

    def note(part, executed):
        begun.release()
        assert go.acquire(timeout=30)
        seen.append(([run.chapter.key for run in part.runs], part.partial))

    monkeypatch.setattr(publish, "rehearse", note)
    here = {}
    with Rehearsal(planned) as rehearsal:
        rehearsal.offer(here)
        here["labels"] = chapter("labels")
        rehearsal.offer(here)
        assert begun.acquire(timeout=30)
        # Busy: what is new has to wait, and of several offers the last one counts.
        for key in ("events", "the-shift"):
            here[key] = chapter(key)
            rehearsal.offer(here)
        go.release()
        assert begun.acquire(timeout=30)
        go.release()
        rehearsal.offer(here)
    assert seen == [(["labels"], True), (["the-shift", "labels", "events"], True)]


def test_a_rehearsal_that_fails_is_nobodys_business(monkeypatch):
    tried = threading.Event()

    def fail(part, executed):
        tried.set()
        raise ValueError

    monkeypatch.setattr(publish, "rehearse", fail)
    with Rehearsal(plan(read_report(TOY))) as rehearsal:
        rehearsal.offer({"labels": chapter("labels")})
        assert tried.wait(30)
    assert not rehearsal._thread.is_alive()

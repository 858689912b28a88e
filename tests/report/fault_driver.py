"""Kills builds of a small report again and again, and looks at what is left each time.

    python fault_driver.py REPORT FOLDER COUNT SEED

Two editions of the report take turns. After each build, ended at a random moment or at a random
operation on files by one of three signals, the folder must hold one of the two editions, whole, and
no process of the build may be left. Imports once and forks, so that a build costs little. Prints
what happened as JSON.
"""

import contextlib
import json
import os
import random
import shutil
import signal
import sys
import time
from pathlib import Path

from frameline.cli import main
from frameline.report.keeping.digests import hash_files

MARK = "FRAMELINE_FAULT"
SIGNALS = (signal.SIGKILL, signal.SIGKILL, signal.SIGTERM, signal.SIGINT)
#: What a build does to files and processes, as Python announces it.
EVENTS = {
    "open", "os.rename", "os.mkdir", "os.remove", "os.rmdir", "shutil.rmtree", "os.utime",
    "subprocess.Popen", "ctypes.dlsym", "fcntl.flock", "tempfile.mkdtemp", "tempfile.mkstemp",
}  # fmt: skip
EDITIONS = ("a", "b")
#: What a build finds done, and how many in a hundred find it so: nothing; the chapters, so that it
#: writes pages; the report, which it puts back. What starts no process is killed in less time.
KINDS = {"nothing": 25, "chapters": 45, "report": 30}


def ready(kind, out):
    """Leave no more than a kind of build shall find; its options."""
    if kind == "chapters":
        shutil.rmtree(out.parent / "cache" / "reports", ignore_errors=True)
    return ["--no-cache"] if kind == "nothing" else kept(out)


def kept(out):
    """The options of a build that keeps what it makes."""
    return ["--cache", str(out.parent / "cache")]


def build(report, out, edition, options, prepare=lambda: None):
    """One build in a fork; gives its process."""
    pid = os.fork()
    if pid:
        return pid
    code = 99
    try:
        with open(os.devnull, "w") as nothing:
            os.dup2(nothing.fileno(), 1)
            os.dup2(nothing.fileno(), 2)
        # A job in the background of a shell is born deaf to Ctrl-C.
        signal.signal(signal.SIGINT, signal.default_int_handler)
        prepare()
        told = ["-p", f"word={edition}", "--format", "html", *options]
        code = main(["build", "--report", str(report), "--out", str(out), *told])
    finally:
        os._exit(code)


def ended(pid, late=60.0):
    """Wait for a process; its exit code."""
    until = time.monotonic() + late
    while time.monotonic() < until:
        done, status = os.waitpid(pid, os.WNOHANG)
        if done:
            return os.waitstatus_to_exitcode(status)
        time.sleep(0.002)
    os.kill(pid, signal.SIGKILL)
    os.waitpid(pid, 0)
    raise AssertionError("a build did not end")


def on_operations(act):
    """Have each operation on files in this process counted: ``act(count)``."""
    seen = 0

    def hear(event, arguments):
        nonlocal seen
        if event not in EVENTS or (event == "open" and arguments[1] in (None, "r", "rb")):
            return
        seen += 1
        act(seen)

    sys.addaudithook(hear)


def left_over(mark):
    """Processes that carry the mark of a build."""
    found = []
    for path in Path("/proc").glob("[0-9]*/environ"):
        with contextlib.suppress(OSError):
            if f"{MARK}={mark}".encode() in path.read_bytes().split(b"\0"):
                found.append(int(path.parent.name))
    return [pid for pid in found if pid != os.getpid()]


def gone(mark, late=15.0):
    """Whether all processes of a build have ended."""
    until = time.monotonic() + late
    while left_over(mark):
        if time.monotonic() > until:
            return False
        time.sleep(0.02)
    return True


def strike(chance, report, out, edition, mark, sizes):
    """One build that is hit; what it was hit by, and its exit code."""
    number = chance.choice(SIGNALS)
    (kind,) = chance.choices(list(KINDS), KINDS.values())
    options, (length, operations) = ready(kind, out), sizes[kind]
    by_event = chance.random() < 0.5
    # The last operations are those that matter most.
    count = round(operations * chance.betavariate(2, 1)) if by_event else 0
    delay = 0 if by_event else chance.uniform(0, length)
    os.environ[MARK] = mark

    def prepare():
        if by_event:
            on_operations(lambda seen: seen == count and os.kill(os.getpid(), number))

    pid = build(report, out, edition, options, prepare)
    if not by_event:
        time.sleep(delay)
        with contextlib.suppress(ProcessLookupError):
            os.kill(pid, number)
    code = ended(pid)
    del os.environ[MARK]
    where = f"operation {count} of {operations}" if by_event else f"{delay:.3f} s"
    return {"signal": number.name, "at": where, "code": code, "knew": kind}


def measure(report, out, edition, options):
    """How long a whole build takes, and how many operations on files it is made of."""
    start = time.monotonic()
    reader, writer = os.pipe()
    # One byte for each operation.
    pid = build(
        report, out, edition, options, lambda: on_operations(lambda _: os.write(writer, b"."))
    )
    assert ended(pid) == 0
    return time.monotonic() - start, len(os.read(reader, 1 << 16))


def drive(report, folder, count, seed):
    """All strikes; a list of what happened, and of what was wrong."""
    import frameline.report.keeping.publish
    import frameline.report.page.html
    import frameline.report.running.rehearse  # noqa: F401

    out = folder / "build"
    whole, sizes = {}, {}
    # Fills the cache.
    for edition in EDITIONS:
        measure(report, out, edition, kept(out))
        whole[edition] = hash_files(out)
    for kind in KINDS:
        sizes[kind] = measure(report, out, EDITIONS[0], ready(kind, out))
        assert ended(build(report, out, EDITIONS[1], kept(out))) == 0
    assert whole["a"] != whole["b"]
    strikes, faults = [], []
    for number in range(count):
        chance = random.Random(f"{seed}:{number}")
        edition, mark = EDITIONS[number % 2], f"{os.getpid()}-{number}"
        was = strike(chance, report, out, edition, mark, sizes)
        found = hash_files(out)
        was["found"] = next((e for e in EDITIONS if whole[e] == found), "neither")
        strikes.append(was)
        if was["found"] == "neither":
            faults.append({**was, "number": number, "wrong": "the folder is no whole edition"})
        if was["code"] == 0 and was["found"] != edition:
            faults.append({**was, "number": number, "wrong": "success was claimed, not achieved"})
        if not gone(mark):
            faults.append({**was, "number": number, "wrong": f"left over: {left_over(mark)}"})
    # What is left does not stand in the way, and is cleaned away.
    assert ended(build(report, out, "a", kept(out))) == 0
    assert hash_files(out) == whole["a"]
    rest = sorted(p.name for p in folder.iterdir() if p.name.startswith("build") and p != out)
    if rest:
        faults.append({"wrong": f"left beside the report: {rest}"})
    return {"strikes": strikes, "faults": faults, "sizes": sizes}


if __name__ == "__main__":
    report, folder, count, seed = sys.argv[1:]
    print(json.dumps(drive(Path(report), Path(folder), int(count), seed)))

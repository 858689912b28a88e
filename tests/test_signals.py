"""Asked to end, at any moment: within seconds, in good order, unless told not to hear."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
pytestmark = pytest.mark.skipif(os.name != "posix", reason="sends signals")
#: What a process does while it is asked to end.
SLEEP = "import time; time.sleep(60)"
IMPORT = "import slow_module"
STUBBORN = """
import time
while True:
    try:
        time.sleep(60)
    except BaseException:
        pass
"""
THREAD = "import threading, time; threading.Thread(target=time.sleep, args=(60,)).start()"
LOCKED = """
import ctypes
ctypes.PyDLL(None).sleep(60)
"""


def started(tmp_path, doing, prepare=None):
    (tmp_path / "doing.py").write_text(doing)
    program = (
        "import sys\n"
        "from frameline import cli\n"
        "from frameline.commands import params\n"
        "def run(given):\n"
        "    print('ready', flush=True)\n"
        f"    exec(open({str(tmp_path / 'doing.py')!r}).read(), {{}})\n"
        "    return 0\n"
        "params.run = run\n"
        "sys.argv[1:] = ['params']\n"
        "sys.exit(cli.main())\n"
    )
    environ = {**os.environ, "PYTHONPATH": os.pathsep.join([str(ROOT), str(tmp_path)])}
    process = subprocess.Popen(
        [sys.executable, "-c", program],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environ,
        preexec_fn=prepare,
    )
    assert process.stdout.readline() == b"ready\n"
    return process


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
@pytest.mark.parametrize("doing", [SLEEP, STUBBORN, THREAD + "; " + SLEEP, LOCKED])
def test_it_ends_within_five_seconds_whatever_it_does(tmp_path, doing, number):
    # A job in the background of a shell is born deaf to Ctrl-C.
    process = started(tmp_path, doing, lambda: signal.signal(number, signal.SIG_DFL))
    time.sleep(0.1)
    start = time.monotonic()
    process.send_signal(number)
    _, said = process.communicate(timeout=30)
    assert time.monotonic() - start < 5
    assert process.returncode == 128 + number
    assert said == b"frameline: stopped\n"


def test_nothing_is_raised_inside_an_import(tmp_path):
    """A module half imported fails again, or blocks, wherever it is imported next."""
    (tmp_path / "slow_module.py").write_text(
        "import time\n"
        "for _ in range(10):\n"
        "    try:\n"
        "        time.sleep(0.05)\n"
        "    except BaseException as error:\n"
        "        print('raised', type(error), flush=True)\n"
        "print('whole', flush=True)\n"
    )
    process = started(tmp_path, IMPORT + "; " + SLEEP)
    time.sleep(0.1)
    process.send_signal(signal.SIGTERM)
    out, _ = process.communicate(timeout=30)
    assert out == b"whole\n"
    assert process.returncode == 128 + signal.SIGTERM


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
def test_what_was_ignored_when_it_started_stays_so(tmp_path, number):
    """As after nohup, or in the background of a shell."""
    process = started(
        tmp_path,
        "import time; time.sleep(0.5); print('done')",
        lambda: signal.signal(number, signal.SIG_IGN),
    )
    process.send_signal(number)
    out, said = process.communicate(timeout=30)
    assert (out, said, process.returncode) == (b"done\n", b"", 0)

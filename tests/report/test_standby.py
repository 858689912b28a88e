"""The process that chapters are forked from stays while it is the same, and not longer."""

import os
import signal

import pytest

from frameline.record.mime import PROSE_MIME
from frameline.report import BuildError
from frameline.report.running.processes import can_fork
from frameline.report.running.run import Runner
from frameline.report.running.standby import Standby

pytestmark = pytest.mark.skipif(not can_fork(), reason="nothing is forked here")

#: Says which process the chapter was forked from.
PARENT = (
    "import os\nfrom IPython.display import display\n"
    f'display({{"{PROSE_MIME}": {{"segments": [{{"text": str(os.getppid())}}]}}}}, raw=True)'
)


def parent(standby, job, basis="a"):
    with Runner(standby=standby, basis=basis) as runner:
        (ran,) = runner.each([job])
    data = ran.executed.notebook["cells"][-1]["outputs"][0]["data"]
    return int(data[PROSE_MIME]["segments"][0]["text"])


def test_it_stays_for_the_next_report_and_ends_with_the_last(job):
    with Standby() as standby:
        first = parent(standby, job((PARENT, "")))
        assert parent(standby, job((PARENT, ""))) == first
        other = parent(standby, job((PARENT, "")), basis="the corpus has changed")
        assert other != first
        os.kill(other, signal.SIGKILL)
        os.waitid(os.P_PID, other, os.WEXITED | os.WNOWAIT)
        assert parent(standby, job((PARENT, "")), "the corpus has changed") != other
    with pytest.raises(ProcessLookupError):
        os.kill(first, 0)


def test_a_chapter_that_fails_leaves_it_and_one_that_is_broken_off_does_not(job):
    with Standby() as standby:
        first = parent(standby, job((PARENT, "")))
        with pytest.raises(BuildError, match="ZeroDivisionError"):
            parent(standby, job(("1 / 0", "")))
        assert parent(standby, job((PARENT, ""))) == first
        with pytest.raises(BuildError, match="still running after 1 s"):
            parent(standby, job(("import time; time.sleep(60)", ""), timeout=1.0))
        assert parent(standby, job((PARENT, ""))) != first

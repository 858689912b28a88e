"""What a sweep of reports costs, beside a plain script run as often with the same parameters.

    python benchmarks/sweep.py                    6 reports with the parameters of report/sweep.toml
    python benchmarks/sweep.py --reports 12 --write
                                                  as many; the table goes to README.md
    python benchmarks/sweep.py --only own-texts   one of the sweeps below

The plain script is that of benchmarks/report.py: the notebooks' code, cell after cell, with the
values of one report in place of the notebooks' own; it saves the figures and makes no page. The
sweep makes HTML, PDF and index as well. Processor seconds are those of all processes together;
nothing is kept from before. Two plain runs are measured for each sweep, unless there is --all.
"""

from __future__ import annotations

import argparse
import contextlib
import os
import statistics
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent))

from report import COMPILED, ROOT, Cost, Way, chapters, copy_project, measure, plain_script, table_into

from frameline.report.config import read_report
from frameline.report.parameters import shown
from frameline.report.plan import plan
from frameline.report.sweep_file import SweepRun, read_sweep

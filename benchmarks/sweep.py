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

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

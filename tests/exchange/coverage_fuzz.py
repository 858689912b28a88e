"""Files that a fuzzer makes, guided by what they reach in the readers (atheris, where it installs).

    python -m tests.exchange.coverage_fuzz [SECONDS]    for each format; 10 unless told

Every format's own files are the seeds. A reader may refuse a file, with an ExchangeError; anything
else it raises, and anything that takes more than 20 seconds or 2 GB, is a fault: its file is kept
in the folder `fuzz-found`, and the exit code is 1. Without atheris nothing is done.
"""

from __future__ import annotations

import contextlib
import importlib.util
import subprocess
import sys
import tempfile
from pathlib import Path

FOUND = Path("fuzz-found")
#: Formats of one file; folders are left to test_fuzz.py.
SUFFIXES = {
    "csv": ".csv", "tsv": ".tsv", "jsonl": ".jsonl", "label-studio": ".json", "doccano": ".jsonl",
    "prodigy": ".jsonl", "webanno-tsv": ".tsv", "uima-cas": ".xmi", "tei": ".xml",
    "web-annotation": ".jsonld", "refi-qda": ".qdc", "catma": ".zip", "xlsx": ".xlsx",
    "parquet": ".parquet",
}  # fmt: skip


def fuzz_one(name: str, seconds: int, seeds: Path) -> None:
    """Fuzz one reader in this process; libFuzzer ends the process itself."""
    import atheris

    with atheris.instrument_imports(include=["frameline.exchange"]):
        from frameline.exchange.files.error import ExchangeError
        from frameline.exchange.formats.registry import load_format
        from frameline.exchange.model.project import Options

        module = load_format(name)
    path = seeds.parent / f"anna{SUFFIXES[name]}"

    def read(data: bytes) -> None:
        path.write_bytes(data)
        module.sniff(path, data[: 64 * 1024])
        with contextlib.suppress(ExchangeError):
            project = module.read([path], Options())
            assert project.rows == project.used + sum(left.count for left in project.left)

    limits = [f"-max_total_time={seconds}", "-timeout=20", "-rss_limit_mb=2048"]
    kept = f"-artifact_prefix={FOUND.resolve()}/{name}-"
    atheris.Setup([sys.argv[0], *limits, kept, "-verbosity=0", str(seeds)], read)
    atheris.Fuzz()


def write_seed(name: str, seeds: Path) -> None:
    """The format's own file of a small project."""
    from dataclasses import replace

    from frameline.exchange.formats.registry import load_format
    from tests.exchange.test_fuzz import PROJECT

    one = replace(PROJECT, codings=PROJECT.codings[:1])
    load_format(name).write(one, seeds / f"seed{SUFFIXES[name]}")


def main() -> int:
    """Fuzz the readers one after another, each in a process of its own."""
    if importlib.util.find_spec("atheris") is None:
        print("atheris does not install here: skipped")
        return 0
    if len(sys.argv) == 4:
        fuzz_one(sys.argv[1], int(sys.argv[2]), Path(sys.argv[3]))
    seconds = sys.argv[1] if len(sys.argv) > 1 else "10"
    FOUND.mkdir(exist_ok=True)
    failed = []
    for name in SUFFIXES:
        with tempfile.TemporaryDirectory() as folder:
            seeds = Path(folder) / "seeds"
            seeds.mkdir()
            write_seed(name, seeds)
            command = [sys.executable, "-m", __spec__.name, name, seconds, str(seeds)]
            done = subprocess.run(command, capture_output=True, text=True, check=False)
            print(f"{name:16} {'fault' if done.returncode else 'none found'}", flush=True)
            if done.returncode:
                failed.append(name)
                print(done.stdout[-3000:], done.stderr[-3000:])
    if not any(FOUND.iterdir()):
        FOUND.rmdir()
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())

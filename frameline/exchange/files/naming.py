"""Names that come from files and names that become files: safe, and each given once."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from pathlib import Path

_LONGEST = 150
_UNSAFE = re.compile(r'[/\\:*?"<>|\x00-\x1f\x7f-\x9f\u2028\u2029]')
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?", re.IGNORECASE)


def safe_name(name: str) -> str:
    """The name itself if it can be a file's name everywhere, else one that can and looks like it.

    Examples
    --------
    >>> safe_name("letter 1"), safe_name("../etc/passwd"), safe_name("CON")
    ('letter 1', '_._etc_passwd', '_CON')
    """
    safe = _UNSAFE.sub("_", name)
    safe = re.sub(r"^\.+", lambda dots: "_" + "." * (len(dots.group()) - 1), safe)
    safe = re.sub(r"^\s|[\s.]$", "_", safe)
    while len(safe.encode("utf-8")) > _LONGEST:
        safe = safe[: max(1, len(safe) * 9 // 10)].rstrip(" .")
    if not safe or _RESERVED.fullmatch(safe):
        safe = f"_{safe}"
    return safe


def file_names(names: Iterable[str]) -> dict[str, str]:
    """A file name for each name: `safe_name`, numbered where two would be the same file.

    Names that differ only in case or in how accents are encoded are the same file on some disks.

    Examples
    --------
    >>> file_names(["a/b", "a_b", "A_B"])
    {'a/b': 'a_b', 'a_b': 'a_b-2', 'A_B': 'A_B-3'}
    """
    found: dict[str, str] = {}
    taken: set[str] = set()
    for name in names:
        base = safe_name(name)
        candidate, number = base, 1
        while _folded(candidate) in taken:
            number += 1
            candidate = f"{base}-{number}"
        taken.add(_folded(candidate))
        found[name] = candidate
    return found


def _folded(name: str) -> str:
    return unicodedata.normalize("NFC", name).casefold()


def name_of_file(name: str) -> str:
    """The id that a file's name gives: its last part, without ending, safe to be a name again.

    Examples
    --------
    >>> name_of_file("upload/12/talk.v2.txt"), name_of_file("..\\\\x.json")
    ('talk.v2', 'x')
    """
    last = re.split(r"[/\\]", name)[-1]
    stem = Path(last).stem if not last.startswith(".") else last
    return safe_name(stem)

"""The case files that a command's arguments name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from jixiao.files import messages
from jixiao.files.existence import is_closed, is_folder, start_of, walk
from jixiao.model.diagnostic import Diagnostic, Place, Refused

CASE_KEYS = ("案例", "数据", "明细", "自评", "评定", "项目")
"""Keys at the left margin that only cases have; one is enough, so that a case that lost
its first line is refused with a message rather than passed over."""

_KEY = re.compile(rf"^\ufeff?[\"']?(?:{'|'.join(CASE_KEYS)})[\"']?[ \t]*[:：]", re.MULTILINE)
_CODECS = ("utf-8", "gb18030", "utf-16-le", "utf-16-be", "big5hkscs")
_SUFFIXES = (".yaml", ".yml")


def find_cases(paths: Iterable[Path]) -> list[Path]:
    """Give case files, each once: files as they are, of folders every YAML file that is a case.

    Raises Refused for a folder without any. Hidden folders are passed over. A file in an
    encoding that is not read, an empty one, and what may not be looked into is taken: reading it
    then says what is wrong.
    """
    found: dict[Path, None] = {}
    for path in paths:
        if not is_folder(path):
            found[path] = None
            continue
        cases = cases_in(path)
        if not cases:
            raise Refused(Diagnostic(Place(str(path)), messages.NO_CASES))
        found.update(dict.fromkeys(cases))
    return list(found)


def cases_in(folder: Path) -> list[Path]:
    """Give every case in a folder and below, in order; none where there is none."""
    return sorted(file for file in _yaml_files(folder) if _is_case(file))


def looks_like_case(path: Path) -> bool:
    """Whether a file has a key that only cases have."""
    start = start_of(path)
    return start is not None and _has_case_key(start)


def _yaml_files(folder: Path) -> Iterator[Path]:
    for parent, _, files in walk(folder):
        if is_closed(parent):
            yield parent
        for name in files:
            if name.lower().endswith(_SUFFIXES) and not name.startswith("."):
                yield parent / name


def _is_case(path: Path) -> bool:
    start = start_of(path)
    return start is None or not start.strip() or _has_case_key(start)


def _has_case_key(start: bytes) -> bool:
    return any(_KEY.search(start.decode(codec, "ignore")) for codec in _CODECS)

"""Names for files that a run makes in one folder: in signs that every system takes, numbered where two would be one."""

from __future__ import annotations

_TAKEN_BY_SYSTEMS = frozenset('<>:"/\\|?*')
MAX_NAME = 60
"""Most signs of a unit's name in the name of a file: three bytes each, and file systems take 255."""


def harmless(text: str) -> str:
    """Give a text with _ for every sign that some system takes for something else, or that can't be seen."""
    return "".join("_" if one in _TAKEN_BY_SYSTEMS or not one.isprintable() else one for one in text)


class FileNames:
    """The names given out so far; to many systems large and small letters are one."""

    def __init__(self) -> None:
        self._taken: set[str] = set()

    def __len__(self) -> int:
        return len(self._taken)

    def free(self, stem: str) -> str:
        """Give a name that no other has: the stem, else the stem numbered from 2 on."""
        name, number = stem, 1
        while name.casefold() in self._taken:
            number += 1
            name = f"{stem}-{number}"
        self._taken.add(name.casefold())
        return name

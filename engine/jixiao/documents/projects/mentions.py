"""Where a text names a project: as its table does, or nearly so."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from jixiao.dataclass import dataclass
from jixiao.quantity.number import fold_width

_BRACKETS = re.compile(r"[()\[\]]")
_KIND = re.compile(r"(?:项目支出|项目经费|专项经费|专项资金|补助资金|项目资金|项目|经费|资金|补助|费|工程)$")
"""What the name of a project ends with where another place leaves it out, or says it in other words."""
MAX_PROJECTS = 300
"""Most projects that are looked for in running text."""
MIN_CORE = 4
"""Fewest signs by which a project is known without its ending."""
_SHORT = 4
"""A name up to so long is one only where no other word runs into it."""
_AFTER_CORE = re.compile(r"[\u4e00-\u9fff]{0,4}?(?:项目|经费|资金|专项|补助|费|工程)")
_BOUND = re.compile(
    r"(?:[^\u4e00-\u9fff)]|[和及与的对将为把由]|安排|追加|申报|其中|包括|项目|预算|下达|批复)$"
)
"""What may stand right before a short name."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A place in a folded text that names a project."""

    start: int
    end: int
    project: str


class Mentions:
    """Finds projects by their names; two that differ only in brackets, or in 经费 and 费, are one."""

    def __init__(self, groups: Iterable[Sequence[str]]) -> None:
        """`groups` are names that stand beside each other, so that those of one group that differ are several projects."""
        self._names: list[str] = []
        self._forms: dict[str, str] = {}
        for group in groups:
            self._take(group)
        many = len(self._names) > MAX_PROJECTS
        ordered = sorted(self._forms, key=len, reverse=True)
        self._pattern = re.compile("|".join(map(re.escape, ordered))) if ordered and not many else None

    @property
    def names(self) -> Sequence[str]:
        """The projects, each as it was named first."""
        return tuple(self._names)

    def same(self, name: str) -> str | None:
        """Give the project that is meant by a name; None where none is."""
        plain = _plain(name)
        return self._forms.get(plain) or self._forms.get(_core(plain)) or self._like(plain)

    def _take(self, group: Sequence[str]) -> None:
        known = {
            name: self._forms.get(_plain(name)) or self._forms.get(_core(_plain(name))) for name in group
        }
        like = {
            name: self._like(_plain(name)) if len(self._names) <= MAX_PROJECTS else None
            for name, project in known.items()
            if project is None
        }
        counted = Counter([*known.values(), *like.values()])
        for name, project in known.items():
            near = like.get(name)
            found = project or (near if near is not None and counted[near] == 1 else None)
            if found is None:
                self._names.append(name)
                found = name
            for form in (_plain(name), _core(_plain(name))):
                if form == _plain(name) or len(form) >= MIN_CORE:
                    self._forms.setdefault(form, found)

    def _like(self, plain: str) -> str | None:
        """Give the only project whose name goes on where another one ends, or ends where it goes on."""
        core = _core(plain)
        if len(core) < MIN_CORE:
            return None
        found = {
            of
            for form, of in self._forms.items()
            if len(form) >= MIN_CORE and (core.startswith(form) or form.startswith(core))
        }
        return found.pop() if len(found) == 1 else None

    def within(self, name: str) -> bool:
        """Whether a name begins with that of a project."""
        plain = _plain(name)
        return any(plain.startswith(form) for form in self._forms)

    def of(self, text: str) -> Iterator[Mention]:
        """Yield the mentions in a folded text, the longest first where two begin at one place."""
        if self._pattern is None:
            return
        kept = [at for at, sign in enumerate(text) if not _BRACKETS.match(sign)]
        bare = "".join(text[at] for at in kept)
        for match in self._pattern.finditer(bare):
            start, end = match.span()
            project = self._forms[match[0]]
            if match[0] != _plain(project):
                more = _AFTER_CORE.match(bare, end)
                end = end if more is None else more.end()
            if len(match[0]) <= _SHORT and not _is_alone(text[: kept[start]]):
                continue
            last = kept[end - 1] + 1
            yield Mention(kept[start], last + (text[last : last + 1] == ")"), project)


def _is_alone(before: str) -> bool:
    return not before or _BOUND.search(before) is not None


def _plain(name: str) -> str:
    return _BRACKETS.sub("", fold_width("".join(name.split())).replace("（", "(").replace("）", ")"))


def _core(plain: str) -> str:
    while len(shorter := _KIND.sub("", plain)) < len(plain) and len(shorter) >= 2:
        plain = shorter
    return plain

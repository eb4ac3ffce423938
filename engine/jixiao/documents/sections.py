"""The heads of a report: what each section speaks of, so that a number without a name finds what it is of."""

from __future__ import annotations

import re

from jixiao.documents.figures.lexicon import Lexicon
from jixiao.documents.figures.subject import Subject, find_subject

_LEVELS = (
    re.compile(r"第[一二三四五六七八九十]{1,3}(?:部分|章)"),
    re.compile(r"[一二三四五六七八九十]{1,3}[、.]|、(?=[\u4e00-\u9fff])"),
    re.compile(r"\([一二三四五六七八九十]{1,3}\)[、.]?"),
    re.compile(r"\d{1,2}[、.](?!\d)"),
    re.compile(r"\(\d{1,2}\)[、.]?|[①-⑳]"),
)
_LABEL = re.compile(r"^(?P<label>[^:。;,]{2,70}?)(?:[:。,](?=.)|$)|^(?P<ended>[^:。;,\d]{2,70})[:。;]$")
"""What a head says before it goes on; one that ends like a sentence (…（款）行政运行（项）。) says no number."""
_CLASS = re.compile(r"(?:\(款\)|\(类\)|款|类)(?P<name>(?:[^()]|\([^()款项类]{1,4}\)){2,40}?)\(?项\)?")
_REST = ("其他", "其它")
"""How the class begins that holds the rest of a class: 其他一般公共服务支出 is no 一般公共服务支出."""
_NAMED = re.compile(r".*(?:费|支出|收入|经费|资金|补助)$")
_TITLE = re.compile(r"绩效[^。]{0,8}(?:报告|自评表)$")
"""The title of a report names its kind, and not what its numbers are of."""
MAX_HEAD = 45
"""Longest paragraph that is a head and nothing else."""


class Sections:
    """Follows the heads from one paragraph to the next."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._open: dict[int, Subject | None] = {}

    def topic_of(self, words: str) -> Subject | None:
        """Give what a folded paragraph speaks of by its own head, or by those that it stands below."""
        level = next((at for at, pattern in enumerate(_LEVELS) if pattern.match(words)), None)
        if level is None and self._is_head(words):
            level = 5
        if level is None:
            return self._deepest()
        bare = _LEVELS[level].sub("", words, count=1) if level < len(_LEVELS) else words
        label = _LABEL.match(bare)
        named = (
            self._named(label["label"] or label["ended"])
            if label is not None and not _TITLE.search(words)
            else None
        )
        for deeper in [one for one in self._open if one >= level]:
            del self._open[deeper]
        above = self._deepest()
        longer = above is not None and named is not None and above.name.endswith(named.name)
        self._open[level] = above if longer else named
        return self._deepest()

    @staticmethod
    def _is_head(words: str) -> bool:
        return (
            len(words) <= MAX_HEAD
            and not words.endswith(("。", ";"))
            and not re.search(r"\d(?:万元|元|%|人|个)", words)
        )

    def _deepest(self) -> Subject | None:
        for level in sorted(self._open, reverse=True):
            if self._open[level] is not None:
                return self._open[level]
        return None

    def _named(self, label: str) -> Subject | None:
        """Give what a head names: an item, or a class of spending."""
        last = _CLASS.search(label)
        if last is not None:
            name = last["name"]
            found = find_subject(name, "万元", self._lexicon)
            is_rest = name.startswith(_REST) and found is not None and not found.name.startswith(_REST)
            return Subject(name) if is_rest or found is None or found.item is None else found
        found_names = [
            one
            for one in self._lexicon.names_in(label)
            if any(not e.item.unit.dimension.is_ratio and not e.short for e in one.entries)
        ]
        for one in sorted(found_names, key=lambda each: (each.start - each.end, -each.start)):
            known = [e.item for e in one.entries if not e.item.unit.dimension.is_ratio and not e.short]
            item = min(known, key=lambda each: each.name.endswith("预算"))
            if item.name.endswith("预算"):
                item = self._lexicon.twin(item, "决算") or item
            return Subject(item.name, item)
        subject = find_subject(label, "万元", self._lexicon)
        if (
            subject is not None
            and subject.item is None
            and not subject.far
            and _NAMED.fullmatch(subject.name)
        ):
            return subject
        return None

"""当, 没有 and 至少 of a finding rule → patterns."""

from __future__ import annotations

import re
from collections.abc import Iterator
from unicodedata import normalize

from jixiao.files import messages
from jixiao.files.collector import Collector
from jixiao.files.yaml.node import Mapping, Node, Scalar, Sequence
from jixiao.model.evaluation import Status
from jixiao.model.expectation import STATUS
from jixiao.model.fact import KINDS
from jixiao.model.finding import Level
from jixiao.model.finding_rule import Counted, Pattern, Term, Variable
from jixiao.model.messages import listed, nearest

MAX_TEXT = 500
"""Longest text in a rule, in characters; a sentence has some 60. Stops texts that bury the rest."""

MAX_CHOICES = 50
"""Most texts in a list of a pattern; five is usual. Stops lists that are a data file."""

_VARIABLE = re.compile(r"\$(\w{1,20})")
_LIKE_VARIABLE = re.compile(r"[$＄?？]\w*")
_CODE = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")


class PatternReader:
    """Reads the patterns of one rule, and knows the variables that they bind."""

    def __init__(self, collector: Collector) -> None:
        self.collector = collector
        self.bound: dict[str, set[str]] = {}
        """Variable of 当 → the properties at which it stands."""
        self.free: dict[str, Scalar] = {}
        """Variable that stands only in 没有 or 至少 → where it first does."""
        self._is_closed = False
        self._here: set[str] = set()

    def close(self) -> None:
        """End 当: variables that come up from here on are free."""
        self._is_closed = True

    def pattern(self, node: Mapping) -> Pattern:
        """Read a pattern; what is wrong is noted."""
        kind = node.text("事实")
        self._here = set()
        entries = [(key, value) for key, value in node.entries if key.text not in ("事实", "数目")]
        terms = [(key, self._term(key, value)) for key, value in entries if self.knows(kind, key)]
        return Pattern(kind, tuple((key.text, term) for key, term in terms if term is not None))

    def counted(self, node: Mapping) -> Counted:
        """Read a pattern with its 数目."""
        return Counted(self.pattern(node), int(node.text("数目")))

    def knows(self, kind: str, key: Scalar) -> bool:
        """Whether facts of that kind have the property; noted where they do not."""
        known = KINDS[kind]
        if key.text not in known:
            near = nearest(key.text, {name: name for name in known})
            pieces = {"kind": kind, "name": key.text, "near": near, "known": listed(known)}
            self.collector.add(key.place, messages.NO_PROPERTY, **pieces)
        return key.text in known

    def text(self, scalar: Scalar) -> str:
        """Give a text without blanks at its ends, in NFC; noted where it is too long."""
        text = normalize("NFC", scalar.text.strip())
        if len(text) > MAX_TEXT:
            self.collector.add(scalar.place, messages.TOO_LONG_TEXT, limit=MAX_TEXT)
        return text

    def constant(self, name: str, scalar: Scalar) -> str:
        """Give a text that must be what its property allows; a 状态 written as its code, as its word."""
        text = self.text(scalar)
        status = Status.named(text) if name == STATUS else None
        if status is not None:
            return status.word
        if name == "级别" and text and text not in Level.words():
            self.collector.add(scalar.place, messages.NO_LEVEL, found=text, known=listed(Level.words()))
        elif name == "代码" and text and not _CODE.fullmatch(text):
            self.collector.add(scalar.place, messages.NO_CODE, found=text)
        return text

    def variable(self, scalar: Scalar) -> Variable | None:
        """Give the variable that the text is, also where it is not written as it should be (noted)."""
        text = self.text(scalar)
        found = _VARIABLE.fullmatch(text)
        if found:
            return Variable(found[1])
        if _LIKE_VARIABLE.fullmatch(text):
            name = text.lstrip("$＄?？")[:20] or "指标"
            self.collector.add(scalar.place, messages.BAD_VARIABLE, found=text, name=name)
            return Variable(name)
        return None

    def _term(self, key: Scalar, value: Node) -> Term | None:
        if isinstance(value, Scalar):
            variable = self.variable(value)
            if variable is None:
                return (self.constant(key.text, value),)
            self._bind(variable, key.text, value)
            return variable
        return tuple(sorted(set(self._choices(key.text, value))))

    def _choices(self, name: str, value: Node) -> Iterator[str]:
        items = value.items if isinstance(value, Sequence) else ()
        if len(items) > MAX_CHOICES:
            self.collector.add(items[MAX_CHOICES].place, messages.TOO_MANY, limit=MAX_CHOICES)
        for item in items[:MAX_CHOICES]:
            if isinstance(item, Scalar):
                if self.variable(item) is not None:
                    self.collector.add(item.place, messages.VARIABLE_IN_LIST, found=item.text)
                yield self.constant(name, item)

    def _bind(self, variable: Variable, name: str, scalar: Scalar) -> None:
        """Note where a variable stands; a free one belongs to one pattern only."""
        if not self._is_closed:
            self.bound.setdefault(variable.name, set()).add(name)
        elif variable.name not in self.bound:
            if variable.name in self.free and variable.name not in self._here:
                self.collector.add(scalar.place, messages.FREE_TWICE, name=f"${variable.name}")
            self.free.setdefault(variable.name, scalar)
            self._here.add(variable.name)

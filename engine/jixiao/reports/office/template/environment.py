"""jinja2 with everything taken out that a template of ours does not need."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from jinja2 import StrictUndefined, TemplateSyntaxError
from jinja2.runtime import LoopContext
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup, escape

from jixiao.reports.check.content.names import Name
from jixiao.reports.office.template import messages
from jixiao.reports.office.template.language import LOOP_NAMES, NotAllowed, refuse_unknown
from jixiao.reports.office.template.messages import refuse

MAX_WRITTEN = 200_000_000
"""Characters that a part of a document may come to. Stops a template that writes a long text for every row."""

_END = "</w:p>"
"""Behind it a line ends, so that a mark that stands alone has one of its own."""
_TAG = re.compile(r"<[^>]*>")
_UNCLOSED = ("end of template", "end of print", "end of statement", "unexpected end", "Unexpected end")


class Reading(ImmutableSandboxedEnvironment):
    """Reads the XML of a template: checks what it says, and writes texts so that they stay texts."""

    def __init__(self, names: Sequence[Name], file: str) -> None:
        super().__init__(autoescape=True, undefined=StrictUndefined, finalize=_as_text)
        self._names, self._file = names, file
        self.globals.clear()
        self.filters.clear()
        self.tests.clear()

    def from_string(self, source: str, *_: object, **__: object) -> Bounded:  # type: ignore[override]
        """Give a template that is known to be harmless; raises Refused."""
        told_apart = source.replace(_END, f"{_END}\n")
        lines = told_apart.splitlines()
        try:
            refuse_unknown(self.parse(told_apart), self._names)
            return Bounded(super().from_string(source), self._file)
        except NotAllowed as problem:
            raise refuse(self._file, str(problem), _paragraph(lines, problem.line)) from None
        except TemplateSyntaxError as problem:
            told = problem.message or ""
            unclosed = any(one in told for one in _UNCLOSED)
            message = messages.NOT_CLOSED if unclosed else messages.NOT_UNDERSTOOD
            raise refuse(self._file, message, _paragraph(lines, problem.lineno)) from None

    def getattr(self, obj: object, attribute: str) -> object:
        """Give what a row has under a name, or where a loop is; nothing else has attributes here."""
        if isinstance(obj, LoopContext) and attribute in LOOP_NAMES:
            return getattr(obj, attribute)
        if isinstance(obj, Mapping) and attribute in obj:
            return obj[attribute]
        return self.undefined(obj=obj, name=attribute)

    def getitem(self, obj: object, argument: object) -> object:
        """Give nothing: templates have no brackets."""
        return self.undefined(obj=obj, name=str(argument))

    def is_safe_callable(self, obj: object) -> bool:
        """Nothing can be called."""
        return False


class Bounded:
    """A template whose text has an end."""

    def __init__(self, template: object, file: str) -> None:
        self._template, self._file = template, file

    def render(self, content: Mapping[str, object]) -> str:
        """Give the text; raises Refused where it would be too long."""
        parts: list[str] = []
        length = 0
        for part in self._template.generate(content):  # type: ignore[attr-defined]
            length += len(part)
            if length > MAX_WRITTEN:
                raise refuse(self._file, messages.TOO_LONG)
            parts.append(part)
        return "".join(parts)


def _as_text(value: object) -> object:
    """Escape a text, so that it is neither markup nor what docxtpl would put braces back into."""
    return value if isinstance(value, Markup) else Markup(str(escape(value)).replace("_", "&#95;"))  # noqa: S704 it is escaped


def _paragraph(lines: Sequence[str], number: int) -> str:
    """Give the words of a paragraph, which is a line."""
    return _TAG.sub("", lines[number - 1]) if 0 < number <= len(lines) else ""

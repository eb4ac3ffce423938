"""The default template of each kind of paper, as bytes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from docx.document import Document as Paper

from jixiao.reports.check.content.kind import Kind
from jixiao.reports.office.letter.feedback import feedback
from jixiao.reports.office.letter.opinion import opinion
from jixiao.reports.office.letter.self_report import self_report
from jixiao.reports.office.letter.summary import summary
from jixiao.reports.office.word import document_bytes

MADE: Mapping[Kind, Callable[[], Paper]] = MappingProxyType(
    {
        Kind.OPINION: opinion,
        Kind.FEEDBACK: feedback,
        Kind.SELF_REPORT: self_report,
        Kind.SUMMARY: summary,
    }
)


def template_bytes(kind: Kind) -> bytes:
    """Give the template of a kind, always the same."""
    return document_bytes(MADE[kind](), f"{kind.word}模板")

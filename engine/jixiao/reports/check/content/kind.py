"""The kinds of papers that a check is written up as."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jixiao.model.coded import Coded

if TYPE_CHECKING:
    from jixiao.reports.check.content.names import Name


class Kind(Coded):
    """One kind of paper."""

    OPINION = "opinion", "复核意见"
    FEEDBACK = "feedback", "反馈意见"
    SELF_REPORT = "self-report", "自评报告"
    SCORES = "scores", "得分表"
    SUMMARY = "summary", "汇总"

    @property
    def formats(self) -> tuple[str, ...]:
        """The formats that it can be written in; the first is the usual one."""
        return {Kind.SCORES: ("xlsx",), Kind.SUMMARY: ("xlsx", "docx")}.get(self, ("docx",))

    @property
    def is_of_many(self) -> bool:
        """Whether it tells of many cases at once."""
        return self is Kind.SUMMARY

    @property
    def names(self) -> tuple[Name, ...]:
        """What its template may say."""
        from jixiao.reports.check.content.names import CASE_NAMES, SUMMARY_NAMES

        return SUMMARY_NAMES if self.is_of_many else CASE_NAMES


WITH_TEMPLATE = (Kind.OPINION, Kind.FEEDBACK, Kind.SELF_REPORT, Kind.SUMMARY)
"""Kinds that are written in Word, by a template."""


def usual_kind(form: str, *, many: bool) -> Kind:
    """Give what is written where nobody says what: for one case, or for many."""
    if many:
        return Kind.SUMMARY
    return Kind.OPINION if form == "docx" else Kind.SCORES

"""Findings that a reviewer has set aside (处置), while the figures and the date allow."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from jixiao.model.case import Disposition
from jixiao.model.finding import Finding, SetAside


def set_aside(
    findings: Iterable[Finding], dispositions: Iterable[Disposition], today: date
) -> tuple[Finding, ...]:
    """Mark what a reviewer has settled; a decision that no longer holds is told, not followed."""
    known = tuple(dispositions)
    return tuple(_settled(finding, known, today) for finding in findings)


def _settled(finding: Finding, dispositions: tuple[Disposition, ...], today: date) -> Finding:
    about = [one for one in dispositions if _is_about(one, finding)]
    for one in about:
        if one.fingerprint == finding.fingerprint and today <= one.until:
            return replace(finding, set_aside=SetAside(one.reason, one.by, one.until))
    return replace(finding, note=_why_not(about[0], finding)) if about else finding


def _is_about(disposition: Disposition, finding: Finding) -> bool:
    return (
        disposition.code == finding.code
        and disposition.indicator in ("", finding.indicator)
        and (not disposition.item or disposition.item in finding.items)
    )


def _why_not(disposition: Disposition, finding: Finding) -> str:
    if not disposition.fingerprint:
        return f"第{disposition.place.line}行的处置没有写指纹，未生效；请补“指纹: '{finding.fingerprint}'”"
    if disposition.fingerprint != finding.fingerprint:
        return (
            f"第{disposition.place.line}行的处置（指纹 {disposition.fingerprint}）之后数已变，未生效；"
            f"再看过之后请改写“指纹: '{finding.fingerprint}'”"
        )
    return f"第{disposition.place.line}行的处置已过期限（{disposition.until}），疑点重新列出"

"""Findings that a reviewer has set aside (处置), while the figures and the date allow."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date

from jixiao.dataclass import replace
from jixiao.model.case import Case, Disposition
from jixiao.model.diagnostic import Diagnostic, Refused
from jixiao.model.fact import FINDING
from jixiao.model.finding import Finding, SetAside
from jixiao.model.finding_rule import FindingRule
from jixiao.model.messages import filled, nearest


def codes_of(rules: Iterable[FindingRule]) -> frozenset[str]:
    """Give every code that these rules may give a finding."""
    templates = (rule.then.get("代码") for rule in rules if rule.then.kind == FINDING)
    return frozenset(one.constant for one in templates if one is not None and one.constant)


def refuse_unknown_codes(case: Case, codes: Collection[str]) -> None:
    """Raise Refused where a decision names a code that no rule gives: it would settle nothing, unnoticed."""
    found = []
    for project in (case.whole, *case.projects):
        for one in project.dispositions:
            if one.code not in codes:
                near = nearest(one.code, {code: code for code in sorted(codes)}, most=1)
                found.append(Diagnostic(one.place, filled(NO_SUCH_CODE, code=one.code, near=near)))
    if found:
        raise Refused(*found)


NO_SUCH_CODE = "处置的代码“{code}”不是疑点的代码{near}，请照疑点后面印的抄"


def set_aside(
    findings: Iterable[Finding],
    dispositions: Iterable[Disposition],
    today: date,
    fingerprints: Collection[str] = (),
) -> tuple[Finding, ...]:
    """Mark what a reviewer has settled; a decision that no longer holds is told, not followed.

    `fingerprints` are those of all findings of the case: a decision about another one says
    nothing of this one.
    """
    found = tuple(findings)
    present = {*fingerprints, *(one.fingerprint for one in found)}
    known = tuple(dispositions)
    return _with_parents(tuple(_settled(finding, known, today, present) for finding in found))


def unmatched(dispositions: Iterable[Disposition], findings: Iterable[Finding]) -> tuple[Disposition, ...]:
    """Give the decisions that are about none of these findings: nothing is left to settle, or they name something else."""
    found = tuple(findings)
    return tuple(one for one in dispositions if not any(_is_about(one, finding) for finding in found))


def _with_parents(findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """Settle, with a finding, what it explains: told alone, the same matter would come back."""
    settled = {one.id: one.set_aside for one in findings if one.set_aside is not None}
    while more := {
        one.id: settled[one.folded_under]
        for one in findings
        if one.folded_under in settled and one.id not in settled
    }:
        settled |= more
    return tuple(
        replace(one, set_aside=settled[one.id], note="") if one.id in settled else one for one in findings
    )


def _settled(
    finding: Finding, dispositions: tuple[Disposition, ...], today: date, present: Collection[str]
) -> Finding:
    about = [one for one in dispositions if _is_about(one, finding)]
    same = [one for one in about if one.fingerprint == finding.fingerprint]
    for one in same:
        if today <= one.until:
            return replace(finding, set_aside=SetAside(one.reason, one.by, one.until))
    stale = same or [one for one in about if one.fingerprint not in present]
    return replace(finding, note=_why_not(stale[-1], finding)) if stale else finding


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

"""A figure, claim or rating without 出处: nobody can look up whether it is so."""

from __future__ import annotations

from collections.abc import Iterator

from jixiao.analysis.lint.case_file import CaseFile
from jixiao.analysis.lint.found import Found, Lint, each_case
from jixiao.files.case.sources import SOURCE
from jixiao.files.yaml.node import Mapping, Scalar, mappings_of
from jixiao.model.lint import LintRule


def find(case: CaseFile) -> Iterator[Found]:
    """Yield everything that has no 出处, at its key."""
    for key, kind in _without(case):
        place = case.source.scalar(key)
        yield Found(
            place, f"{kind}“{key.text.strip()}”没有写出处，复核时无从查对，请补上“出处: 来源的简称 第几部分”"
        )


def _without(case: CaseFile) -> Iterator[tuple[Scalar, str]]:
    for key, stated in case.statements():
        if stated.get("值") is not None and stated.get(SOURCE) is None:
            yield key, "数据"
    for part in case.parts():
        yield from ((key, "自评") for key in _claims(part))
        for key, node in part.within("评定"):
            if any(one.get(SOURCE) is None for one in mappings_of(node)):
                yield key, "评定"


def _claims(part: Mapping) -> Iterator[Scalar]:
    """Yield what is claimed without a 出处 of its own or one for all claims."""
    claim = part.mapping("自评")
    if claim is None or claim.get(SOURCE) is not None:
        return
    for name in ("总分", "平均分"):
        key = claim.key(name)
        if key is not None:
            yield key
    for key, node in claim.within("指标"):
        if isinstance(node, Mapping) and node.get(SOURCE) is None:
            yield key


LINT = Lint(LintRule("source-missing", "没有写出处", "warning"), each_case(find))

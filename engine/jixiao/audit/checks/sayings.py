"""What a report says of its figures in words (说法), held against the figures."""

from __future__ import annotations

from collections.abc import Iterator

from jixiao.audit.checks.compiled import CompiledCheck
from jixiao.audit.checks.relation import Relation
from jixiao.model.case import Project
from jixiao.model.check import Category, Check
from jixiao.model.wording import quoted


def saying_checks(project: Project) -> Iterator[CompiledCheck]:
    """Yield each thing that is said, as a check of the figures that it speaks of."""
    for number, one in enumerate(project.sayings, start=1):
        place = f"（{one.source}）" if one.source else ""
        said = quoted(one.relation.text)
        check = Check(
            id=f"说法·{number}·{one.relation.text}",
            name=f"报告说{said}{place}",
            category=Category.CORROBORATION,
            relation=one.relation,
            place=one.relation.place,
            note=f"报告{place}说{said}，所列的数不是这样",
        )
        yield CompiledCheck(check, Relation(one.tree))

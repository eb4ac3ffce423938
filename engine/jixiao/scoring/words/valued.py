"""Levels whose names carry their values: 满意（90%以上）得5分；较满意（80%-90%）得3分."""

from __future__ import annotations

from jixiao.dataclass import replace
from jixiao.language.error import LanguageError
from jixiao.language.standard import Clause, Else, Interval, Remark, Words, parse_standard


def with_values(clauses: tuple[Clause, ...]) -> tuple[Clause, ...]:
    """Give each level its values for its subject, where every one has them; else the clauses as they are."""
    found: list[Clause] = []
    for clause in clauses:
        interval = value_of(clause)
        if interval is None and not any(isinstance(one, Else | Interval) for one in clause.subject):
            return clauses
        found.append(clause if interval is None else replace(clause, subject=(interval,)))
    return tuple(found)


def value_of(clause: Clause) -> Interval | None:
    """Give the values in brackets behind a level's name, if that is what the clause has."""
    match clause.subject:
        case (Words(), Remark(plain=False) as remark):
            return interval_in(remark)
        case _:
            return None


def interval_in(remark: Remark) -> Interval | None:
    """Give the values that a bracket says and nothing else; None where it says anything else."""
    try:
        entries = parse_standard(f"{remark.text}得0分")
    except LanguageError:
        return None
    match entries:
        case (Clause(subject=(Interval() as interval,)),):
            return replace(interval, span=remark.span)
        case _:
            return None

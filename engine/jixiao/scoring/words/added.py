"""Points that bands add to those of another: 达到6元的得2分，达到12元的加1分，达到24元的加2分."""

from __future__ import annotations

from fractions import Fraction
from itertools import accumulate

from jixiao.dataclass import replace
from jixiao.language.standard import Add, Clause, Entry, Interval, Points, Sentence, Step


def with_totals(entries: Sentence, points: Fraction) -> Sentence:
    """Give the entries with what each band earns in all; the same ones where the sums don't come to the full marks.

    Each addition counts alone, or all up to it together: only one of the two comes to the full marks.
    """
    clauses = [one for one in entries if isinstance(one, Clause)]
    added = [one.award.value for one in clauses if isinstance(one.award, Add) and not _is_stepped(one)]
    base = [one.award.value for one in clauses if isinstance(one.award, Points) and _is_number(one.award)]
    if not base and added and max(added) == points and all(map(_is_band, clauses)):
        return tuple(
            _earning(one) for one in entries
        )  # 前5名的加2分，6-10名加1分: there is nothing to add to
    if len(base) != 1 or not added or not all(map(_is_band, clauses)):
        return entries
    sums = list(accumulate(added))
    if base[0] + max(added) == points:
        totals = iter(added)
    elif base[0] + sums[-1] == points:
        totals = iter(sums)
    else:
        return entries
    return tuple(
        replace(one, award=Points("number", base[0] + next(totals), one.award.span))
        if isinstance(one, Clause) and isinstance(one.award, Add) and not _is_stepped(one)
        else one
        for one in entries
    )


def _earning(entry: Entry) -> Entry:
    if not isinstance(entry, Clause) or not isinstance(entry.award, Add) or _is_stepped(entry):
        return entry
    return replace(entry, award=Points("number", entry.award.value, entry.award.span))


def _is_number(award: Points) -> bool:
    return award.kind in ("number", "base")


def _is_band(clause: Clause) -> bool:
    """Whether a clause speaks of values; what earns nothing may be anything, and what goes in steps too."""
    nothing = isinstance(clause.award, Points) and clause.award.kind == "zero"
    return nothing or _is_stepped(clause) or any(isinstance(one, Interval) for one in clause.subject)


def _is_stepped(clause: Clause) -> bool:
    return any(isinstance(one, Step) for one in clause.subject)

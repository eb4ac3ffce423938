"""A simulation in words and short figures, as the terminal and the page tell it."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from jixiao.model.simulation import MovedRow, Moves, Simulation, Span, Standing, Variant
from jixiao.model.wording import quoted
from jixiao.quantity import decimal_text, points_text, round_to

BASE = "原表"
MEAN_PLACES = 2
MAX_NAMED = 3
"""Most indicators named whose losses change."""


def letters_of(found: Simulation) -> dict[str, str]:
    """Give a letter for each place that is varied, by its path."""
    paths = dict.fromkeys(change.path for one in found.variants for change in one.changes)
    return {path: _letter(place) for place, path in enumerate(paths)}


def _letter(place: int) -> str:
    return (
        chr(ord("A") + place) if place < LETTERS else f"{chr(ord('A') + place % LETTERS)}{place // LETTERS}"
    )


LETTERS = 26


def legend_of(found: Simulation) -> list[str]:
    """Say what each letter stands for, and what stands there in the table as it is."""
    was = {change.path: change.was for one in found.variants for change in one.changes}
    return [f"{letter}  {path}（现为{was[path] or '空'}）" for path, letter in letters_of(found).items()]


def short_name(variant: Variant, letters: dict[str, str]) -> str:
    """Write what a variant changes, each place by its letter."""
    return " ".join(f"{letters[one.path]}={one.now}" for one in variant.changes) or BASE


def refusals_of(found: Simulation) -> list[tuple[str, list[Variant]]]:
    """Give why variants can't be, each reason with its variants."""
    reasons: dict[str, list[Variant]] = {}
    for one in found.refused:
        reasons.setdefault("；".join(problem.message for problem in one.refused[:2]), []).append(one)
    return list(reasons.items())


def heading_of(found: Simulation) -> str:
    """Say what was simulated."""
    count = len(found.variants)
    return f"{quoted(found.ruleset.title)}（{found.ruleset.reference}）：{count} 个方案，{found.rows:,} 行"


def notes_of(found: Simulation) -> Iterator[str]:
    """Say what is to be known of the figures as a whole."""
    base = found.base
    if found.bad:
        yield f"读不了的 {found.bad:,} 行没有计入；用 jixiao batch 可以看是哪些行、为什么"
    if base is None:
        yield "没有一行可以核算"
        return
    if base.by_engine:
        yield f"原表有 {base.by_engine:,} 行逐行核算（{_share(base.by_engine, found.rows)}）"
    left = max([base.left_out, *(one.standing.left_out for one in found.ran if one.standing is not None)])
    if left:
        yield f"要逐行核算的行太多，最多有 {left:,} 行（{_share(left, found.rows)}）没有计入"
    if base.settled < base.rows:
        yield f"原表有 {base.rows - base.settled:,} 行的得分不确定，按最低至最高两头统计"
    changed = {one.full for one in found.ran} - {base.full}
    if changed:
        told = "、".join(points_text(one) for one in sorted(changed)[:MAX_NAMED])
        yield f"分值变了的方案，满分随各指标分值之和变为{told}{'等' if len(changed) > MAX_NAMED else ''}；等级的最低分不变"


def _share(count: int, rows: int) -> str:
    share = Fraction(100 * count, max(rows, 1))
    return "不到0.1%" if 0 < share < Fraction(1, 10) else f"{decimal_text(round_to(share, 1))}%"


def mean_text(span: Span, places: int = MEAN_PLACES) -> str:
    """Write a mean, or from where to where it lies."""
    low, high = (decimal_text(round_to(end, places)) for end in span)
    return low if low == high else f"{low}～{high}"


def signed_text(value: Fraction) -> str:
    """Write a change with its sign."""
    rounded = round_to(value, MEAN_PLACES)
    return f"+{decimal_text(rounded)}" if rounded > 0 else decimal_text(rounded)


def gain_text(moves: Moves) -> str:
    """Write by how much the mean changes."""
    low, high = map(signed_text, moves.gain)
    return low if low == high else f"{low}～{high}"


def score_text(span: Span) -> str:
    """Write a score, or from where to where it lies."""
    return points_text(span.low) if span.is_one else f"{points_text(span.low)}～{points_text(span.high)}"


def grades_text(standing: Standing) -> str:
    """Write how many rows earn each grade."""
    told = [f"{name} {rows:,}" for name, rows in standing.grades]
    return "，".join([*told, f"未定 {standing.ungraded:,}"] if standing.ungraded else told)


def moves_text(moves: Moves) -> str:
    """Say in a sentence how rows move."""
    told = [f"{moves.up:,} 行加分" if moves.up else "", f"{moves.down:,} 行减分" if moves.down else ""]
    told.append(f"{moves.unsure:,} 行难说" if moves.unsure else "")
    said = "，".join(filter(None, told)) or "没有一行的得分变动"
    swings = [f"最多加 {points_text(moves.rise)} 分" if moves.rise > 0 else ""]
    swings.append(f"最多减 {points_text(-moves.fall)} 分" if moves.fall < 0 else "")
    swung = "、".join(filter(None, swings))
    return f"{said}（{swung}）" if swung else said


def crossings_text(moves: Moves) -> str:
    """Say which grades rows change to; "" where none does."""
    return "，".join(f"{old}→{new} {rows:,} 行" for old, new, rows in moves.grades)


def moved_text(row: MovedRow) -> str:
    """Tell of one row that moves."""
    name = f"第 {row.row} 行{f' {row.name}' if row.name else ''}"
    grades = (
        "" if row.old_grades == row.new_grades else f"，{row.old_grades or '无'}→{row.new_grades or '无'}"
    )
    return f"{name}：{score_text(row.old)} → {score_text(row.new)} 分{grades}"


def losses_text(variant: Variant, base: Standing) -> str:
    """Say of which indicators the mean loss changes most; "" where of none."""
    if variant.standing is None:
        return ""
    before = dict(base.losses)
    changed = [
        (name, before[name], span)
        for name, span in variant.standing.losses
        if name in before and span != before[name]
    ]
    changed.sort(key=lambda one: -abs(one[2].low - one[1].low))
    told = (
        f"{quoted(name)}平均扣分 {mean_text(old)} → {mean_text(new)}"
        for name, old, new in changed[:MAX_NAMED]
    )
    return "；".join(told)

"""A check's result in sentences: the figures, the calculation, and what printing allows."""

from __future__ import annotations

from fractions import Fraction

from jixiao.audit.checks.relation import in_print
from jixiao.audit.checks.run import Ran, Taken
from jixiao.audit.resemblance import WORDS, Resemblance, resemblance
from jixiao.audit.stated import Stated
from jixiao.language.formula import Comparison, Expression, Name, write_formula
from jixiao.model.check import Category, CheckResult
from jixiao.model.wording import quoted
from jixiao.quantity import PLAIN, Quantity, Unit, find_unit, shown_text

EXTRA_DECIMALS = 2
"""Decimals shown of what was calculated, beyond those that were printed."""
MAX_TOLD = 14
"""Most figures told one by one."""


def figures_told(ran: Ran) -> tuple[str, ...]:
    """Tell each figure that the check rests on, with where it stands."""
    names = list(ran.taken)
    told = [f"{quoted(_short(name))}{ran.taken[name].text}" for name in names if name not in ran.absent]
    if len(told) > MAX_TOLD:
        told = [*told[:MAX_TOLD], f"另有{len(told) - MAX_TOLD}项"]
    told += [f"报告没有写{quoted(name)}，按0计" for name in ran.absent]
    return tuple(told)


def title(ran: Ran) -> str:
    """Give what the check is called where it fails: one side more than another by which, anything else by its name."""
    check, tree = ran.compiled.check, ran.compiled.tree
    if check.category is not Category.AT_MOST:
        return check.name
    if check.id.startswith(_PART_OF):
        return f"部分多于全部：{check.name}"
    if isinstance(tree, Comparison) and isinstance(tree.left, Name) and isinstance(tree.right, Name):
        return f"{quoted(_short(tree.left.name))}超过{quoted(_short(tree.right.name))}"
    return f"超出：{check.name}"


_PART_OF = "其中·"
"""How the ids of checks begin that hold parts against their whole."""


def message(ran: Ran) -> str:
    """Say in one sentence what does not fit, and by how much."""
    tree, comparing = ran.compiled.tree, ran.comparing
    if not isinstance(tree, Comparison):
        figures = "、".join(f"{quoted(_short(name))}{_figure(name, ran.taken)}" for name in ran.taken)
        return f"{figures}，对不上{_note(ran)}"
    unit, places = _scale(ran)
    left, right = (_side(side, value, unit, places) for side, value in _sides(ran, tree))
    gap = _apart(abs(comparing.left - comparing.right), unit, places)
    wanted = "" if tree.operator == "=" else f"前者应{_ORDER[tree.operator]}，"
    text = f"{left}，而{right}，{wanted}相差{gap}"
    if ran.result is CheckResult.ROUNDING:
        return text + in_print(ran.taken[ran.compiled.subject].printed, comparing.right)
    allowed = comparing.allowed
    return f"{text}，超出印刷舍入所容许的{_apart(allowed, unit, places + 1)}" if allowed else text


def excess_message(ran: Ran, percent: str, asks: str) -> str:
    """Say by how much one item exceeds another, and what the unit should say of that."""
    tree, comparing = ran.compiled.tree, ran.comparing
    assert isinstance(tree, Comparison)
    unit, places = _scale(ran)
    left, right = (_side(side, value, unit, places) for side, value in _sides(ran, tree))
    over = _shown(comparing.left - comparing.right, unit, places)
    return f"{left}，{right}，超出{over}{percent}，{asks}"


_ORDER = {"≤": "不多于后者", "≥": "不少于后者", "<": "少于后者", ">": "多于后者", "≠": "不等于后者"}


def _sides(ran: Ran, tree: Comparison) -> tuple[tuple[Expression, Fraction], ...]:
    return (tree.left, ran.comparing.left), (tree.right, ran.comparing.right)


def _note(ran: Ran) -> str:
    return f"：{ran.compiled.check.note}" if ran.compiled.check.note else ""


def calculation(ran: Ran) -> str:
    """Write the relation with its figures in place."""
    tree = ran.compiled.tree
    return f"按{quoted(_written(tree))}核对：{write_formula(tree, lambda name: _figure(name, ran.taken))}"


def _figure(name: str, taken: Taken) -> str:
    return str(taken[name].quantity).replace(" ", "") if taken[name].sources else "0"


def relation_of(ran: Ran) -> str:
    """Write the relation of a check, or its name where that is shorter by far."""
    written = _written(ran.compiled.tree)
    return written if len(written) <= MAX_WRITTEN else ran.compiled.check.name


def _written(tree: Expression) -> str:
    return write_formula(tree, _short)


def _short(name: str) -> str:
    """Give the part's own name: 三公经费决算·公务接待费 is a part of the item before the dot."""
    return name.rsplit("·", 1)[-1]


def _scale(ran: Ran) -> tuple[Unit, int]:
    """Give the unit and the decimals in which both sides are told."""
    tree = ran.compiled.tree
    assert isinstance(tree, Comparison)
    for side in (tree.left, tree.right):
        if isinstance(side, Name) and side.name not in ran.absent:
            quantity = ran.taken[side.name].quantity
            unit = find_unit("%") if quantity.unit == PLAIN else quantity.unit
            places = max([quantity.decimals, *_decimals_in(ran, unit)])
            return unit, places
    quantities = [one.quantity for name, one in ran.taken.items() if name not in ran.absent]
    unit = find_unit("%") if quantities[0].unit == PLAIN else quantities[0].unit
    return unit, max(one.decimals for one in quantities)


def _decimals_in(ran: Ran, unit: Unit) -> list[int]:
    return [one.quantity.decimals for one in ran.taken.values() if one.quantity.unit == unit]


def _side(tree: Expression, value: Fraction, unit: Unit, places: int) -> str:
    written = _written(tree)
    verb = "为" if isinstance(tree, Name) else "算得"
    if len(written) > MAX_WRITTEN:
        written = "各项之和"
    return f"{quoted(written)}{verb}{_shown(value, unit, places)}"


MAX_WRITTEN = 60
"""Longest formula repeated in a message; the calculation stands among the reasons."""


def _shown(value: Fraction, unit: Unit, places: int) -> str:
    number = shown_text(value / unit.factor, places + EXTRA_DECIMALS if unit.name == "%" else places)
    gap = "" if unit.name in ("", "%", "‰") else " "
    return f"{number}{gap}{unit.name}"


def _apart(value: Fraction, unit: Unit, places: int) -> str:
    """Write a difference: between two percentages it is percentage points."""
    return _shown(value, unit, places).replace("%", "个百分点")


def looks_like(ran: Ran) -> tuple[Resemblance | None, str]:
    """Tell what slip would explain a miss, and in a sentence; nothing where none suggests itself.

    The side that is stated is compared with what is calculated; where one operand read in another
    unit makes the relation hold, the unit is it.
    """
    tree, comparing = ran.compiled.tree, ran.comparing
    if not isinstance(tree, Comparison) or tree.operator != "=" or not isinstance(tree.left, Name):
        return None, ""
    one: Stated = ran.taken[tree.left.name]
    if one.quantity.unit.dimension.is_ratio and not comparing.right:
        return None, ""
    calculated = Quantity(
        comparing.right / one.quantity.unit.factor, one.quantity.unit, one.quantity.decimals
    )
    slip = resemblance(one.quantity, _rounded(calculated))
    if slip is None:
        return None, ""
    or_part = _OR_A_PART if ran.compiled.check.category is Category.SUM else ""
    return (
        slip,
        f"{quoted(_short(one.name))}印作{one.quantity}，算得{_rounded(calculated)}：{WORDS[slip]}{or_part}",
    )


_OR_A_PART = "，也可能是其中一个分项写错、漏列或多列"


def _rounded(quantity: Quantity) -> Quantity:
    scale = 10**quantity.decimals
    return Quantity(Fraction(round(quantity.value * scale), scale), quantity.unit, quantity.decimals)


def items_of(ran: Ran) -> tuple[str, ...]:
    """Give the items that a check rests on; a part stands for the item it is part of."""
    return tuple(dict.fromkeys(name.split("·")[0] for name in ran.taken))

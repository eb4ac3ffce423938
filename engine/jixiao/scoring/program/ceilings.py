"""What a table says of the value that holds its total, or a block (上限 in a sentence), made ready."""

from __future__ import annotations

from collections.abc import Sequence

from jixiao.dataclass import dataclass, field
from jixiao.language.error import LanguageError
from jixiao.language.formula import Expression, infer_units, names, parse_formula, plain_name, spellings
from jixiao.language.formula.calculate import Calculation, compile_value
from jixiao.model.diagnostic import Diagnostic, Refused
from jixiao.model.messages import nearest
from jixiao.model.ruleset import Indicator, Ruleset, ValueLimit
from jixiao.model.wording import quoted
from jixiao.quantity import PLAIN, Dimension
from jixiao.scoring.program.blocks import TOTAL, Blocks, Path
from jixiao.scoring.program.table_text import known_items, read_at_place
from jixiao.scoring.program.value_rule import ValueRule
from jixiao.scoring.scale.said import Takes
from jixiao.scoring.sentence.meaning import Meaning


@dataclass(frozen=True, slots=True)
class Ceiling:
    """What a value leaves of the total (no path), or of a block.

    `of`: what the value is of, as the table names it: one of its indicators, an item, or what `formula` works out.
    """

    path: Path
    rule: ValueRule
    of: str
    is_indicator: bool = False
    formula: Expression | None = None
    wanted: tuple[str, ...] = field(init=False, compare=False, repr=False)
    """The items that it asks for itself."""
    calculation: Calculation | None = field(init=False, compare=False, repr=False)
    """The formula, made ready."""

    def __post_init__(self) -> None:
        own = () if self.is_indicator else (self.of,)
        object.__setattr__(self, "wanted", own if self.formula is None else names(self.formula))
        ready = None if self.formula is None else compile_value(self.formula)
        object.__setattr__(self, "calculation", ready)

    def __reduce__(self) -> tuple[type[Ceiling], tuple[object, ...]]:
        """What is made ready is a function, which another process makes for itself."""
        return Ceiling, (self.path, self.rule, self.of, self.is_indicator, self.formula)


Scored = Sequence[tuple[Indicator, Meaning, Dimension]]
"""The indicators of a table, with what their sentences mean and the dimensions of their values."""


def ceiling_of(limit: ValueLimit, ruleset: Ruleset, scored: Scored) -> Ceiling:
    """Make a sentence of 上限 ready; raises Refused."""
    from jixiao.scoring.program.value_sentence import capping, value_named  # with its patterns and forms

    path = () if limit.block == TOTAL else Blocks.of(ruleset).find(limit.block, limit.place)
    units = {name: item.unit.dimension for name, item in ruleset.items.items()}
    words = read_at_place(limit.sentence, value_named)
    formula, is_indicator = None, False
    if limit.formula is not None:
        formula = read_at_place(limit.formula, lambda text: known_items(parse_formula(text, units), units))
        of, dimension = words, read_at_place(limit.formula, lambda _: infer_units(formula, units))
    else:
        of, is_indicator = _found(words, limit, ruleset, scored)
        dimension = units[of] if not is_indicator else {one.name: known for one, _, known in scored}[of]
    rule = read_at_place(
        limit.sentence, lambda text: capping(text, of, {**ruleset.readings, **limit.readings})
    )
    read_at_place(limit.sentence, lambda _: _refuse_unit(rule.dimension, dimension, of))
    return Ceiling(path, rule, of, is_indicator, formula)


def _refuse_unit(said: Dimension, known: Dimension, of: str) -> None:
    if said not in (known, PLAIN.dimension) or (said == PLAIN.dimension and not known.is_ratio):
        raise LanguageError(f"句中的数与“{of}”的单位（{known}）不符", 0)


def _found(words: str, limit: ValueLimit, ruleset: Ruleset, scored: Scored) -> tuple[str, bool]:
    """Find the indicator or the item that words name, exactly or by part of its name; raises Refused."""
    wanted = plain_name(words)
    rows = {one.name: meaning for one, meaning, _ in scored}
    for fits in (lambda name: name == wanted, lambda name: wanted in name or name in wanted):
        found = [name for name in rows if fits(plain_name(name))]
        if len(found) == 1:
            if rows[found[0]].takes != Takes.VALUE:
                raise _refused(limit, f"指标{quoted(found[0])}由评定给分，没有数值可以比，请改用数据项或公式")
            return found[0], True
        items = [
            name
            for name, item in ruleset.items.items()
            if any(map(fits, map(plain_name, (name, *item.aliases))))
        ]
        if not found and len(items) == 1:
            return items[0], False
        if found or (items and fits(wanted)):
            several = "、".join(map(quoted, found or items))
            raise _refused(limit, f"“{words}”不止对应一个：{several}，请写全")
    hint = nearest(words, spellings((*rows, *ruleset.items)))
    message = f"没有名为“{words}”的指标或数据项{hint}；要算出来的，请用“公式”写明怎样算"
    raise _refused(limit, message)


def _refused(limit: ValueLimit, message: str) -> Refused:
    return Refused(Diagnostic(limit.sentence.place, message))

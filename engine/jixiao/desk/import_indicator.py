"""One issued indicator as it goes into a rule file: its sentence understood or not, its formula, its code."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set

from jixiao.analysis.lint.rules.not_understood import example_text
from jixiao.dataclass import replace
from jixiao.desk import messages
from jixiao.desk.import_common import Match, formula_of, lacking, match_of
from jixiao.desk.import_sentence import Chosen, choose_sentence
from jixiao.model.framework import Framework
from jixiao.model.imported import ImportedIndicator, Point
from jixiao.model.issued import IssuedIndicator
from jixiao.model.messages import listed
from jixiao.model.ruleset import Item, Scope


def imported_indicator(
    issued: IssuedIndicator,
    name: str,
    number: int,
    codes: Set[str],
    items: Mapping[str, Item],
    frameworks: Sequence[Framework],
    scope: Scope,
) -> ImportedIndicator:
    """Make the indicator; `codes` are those that others before it have."""
    match = match_of(issued.name.text, issued.path, frameworks, scope)
    chosen = choose_sentence(issued, name)
    written = None if issued.formula is None else issued.formula.text
    is_wanted = chosen.takes_value or (chosen.standard is None and written is not None)
    formula = formula_of(written, match, items) if is_wanted else ""
    code = match.indicator.id if match is not None and match.indicator.id not in codes else f"i{number:02}"
    note = written if is_wanted and not formula and written is not None else ""
    made = ImportedIndicator(
        issued=issued,
        name=name,
        code=code,
        sentence=chosen.sentence.text,
        is_understood=chosen.standard is not None,
        formula=formula,
        formula_note=note,
        common="" if match is None else f"{match.framework.reference} {match.indicator.name}",
        target=chosen.target,
    )
    return replace(made, points=tuple(_points(made, chosen, match, items)))


def _points(
    made: ImportedIndicator, chosen: Chosen, match: Match | None, items: Mapping[str, Item]
) -> Iterator[Point]:
    """Yield what is to be looked at, in the order of the keys."""
    issued = made.issued
    place = issued.place

    def point(key: str, message: str, *, is_problem: bool = False) -> Point:
        at = {
            "归类": issued.category[0].places if issued.category else (),
            "分值": issued.points_at.places,
            "评分标准": issued.sentence.places,
        }.get(key, ())
        return Point(key, message, at[0] if at else place, made.name, is_problem)

    if made.name != issued.name.text:
        yield point("名称", messages.IMPORTED_NAME.format(name=issued.name.text))
    if match is None or match.indicator.id != made.code:
        yield point("代码", messages.IMPORTED_NUMBER.format(code=made.code))
    else:
        yield point("代码", messages.IMPORTED_COMMON.format(code=made.code, common=made.common))
    for doubt in issued.doubts:
        key = "归类" if doubt.startswith("归类") else "分值" if "分值" in doubt else "评分标准"
        yield point(key, doubt, is_problem="没有找到" in doubt)
    if chosen.how:
        yield point("评分标准", chosen.how)
    if issued.sentence.text and not made.is_understood:
        yield point("评分标准", _why(chosen, issued), is_problem=True)
    if made.formula_note:
        unknown = listed(lacking(made.formula_note, items))
        yield point("公式", messages.IMPORTED_NO_FORMULA.format(text=made.formula_note, names=unknown))
    elif made.formula:
        text = messages.IMPORTED_FORMULA if issued.formula is not None else messages.IMPORTED_COMMON_FORMULA
        yield point("公式", text.format(formula=made.formula, common=made.common))


def _why(chosen: Chosen, issued: IssuedIndicator) -> str:
    """Say why a sentence is not understood, as lint does."""
    if chosen.error is None:
        return messages.IMPORTED_NOT_TRIED
    error = chosen.error.explained()
    return f"{error.message}{example_text(error, issued.sentence.text)}"

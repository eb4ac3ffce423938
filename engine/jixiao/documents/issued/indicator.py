"""A draft → an indicator: which of its texts is the sentence, and where its points stand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from jixiao.dataclass import dataclass
from jixiao.documents.issued.draft import Draft, joined
from jixiao.documents.issued.formula import formula_in
from jixiao.documents.issued.grid import Cell
from jixiao.documents.issued.head_words import Column
from jixiao.documents.issued.ledger import Ledger
from jixiao.documents.issued.signs import sounds_like_rule
from jixiao.documents.issued.texts import (
    joined_texts,
    label,
    most_points,
    points_at_end,
    points_in_name,
    points_of,
    points_said_last,
)
from jixiao.model.issued import IssuedIndicator, Piece, Use

_NOTHING = Piece("")
_OTHERS = (Column.ASPECTS, Column.EXPLANATION, Column.REMARK, Column.OTHER, Column.TARGET)
"""Where a rule stands that is in the wrong column, likeliest first."""
WRONG_COLUMN = "评分标准写在别的列里，照那一列读"
NO_SENTENCE = "没有找到评分标准"
NO_POINTS = "没有找到分值"
TWO_POINTS = "分值列是 {column}，名称后面写的是 {name}，照分值列"
SUMMED = "分值是各行相加：{parts}"
FROM_SENTENCE = "分值取自评分标准或考核内容末尾的括号"
SAID_LAST = "分值取自工作要求末尾写的分数"
FROM_MOST = "分值列空着，照评分标准里的最高分"
ODD_NAME = "名称像是串了格或断了行，请对照原表"
ODD_SENTENCE = "评分标准像是不全，请对照原表"
_ODD_NAME = re.compile(r"[=＝×÷；。：]|^[)）,，、%％]|[,，、]$|^是否")
_ODD_SENTENCE = re.compile(r"^(?:[)）,，、%％]|个?百分点)|[^。；;！!)）分止%％…”\d]$")
LONG_NAME = 30
"""Longest name that is no oddity."""
UNREAD_POINTS = "分值列写着“{text}”，读不出分数"


@dataclass(frozen=True, slots=True)
class _Points:
    points: Fraction | None
    at: Piece = _NOTHING
    doubts: tuple[str, ...] = ()


def indicator_of(draft: Draft, ledger: Ledger) -> IssuedIndicator:
    """Make the indicator, and note what its cells were taken as."""
    raw = label(joined(draft.names).text)
    name, in_name, is_said = points_in_name(raw)
    sentence, wrong = _sentence(draft)
    points = _points(draft, sentence, in_name)
    keeps_number = in_name is not None and not is_said and points.points not in (None, in_name)
    name = raw if keeps_number else name
    if points.at is sentence:
        sentence = Piece(points_at_end(sentence.text)[0], sentence.places)
    doubts = [*draft.doubts, *points.doubts]
    doubts += [WRONG_COLUMN] if wrong is not None else []
    doubts += [] if sentence.text else [NO_SENTENCE]
    doubts += [ODD_NAME] if _ODD_NAME.search(name) or len(name) > LONG_NAME else []
    doubts += [ODD_SENTENCE] if _ODD_SENTENCE.search(sentence.text) else []
    explanation = _explanation(draft, wrong)
    _tell(draft, name, wrong, ledger)
    target = draft.text(Column.TARGET)
    return IssuedIndicator(
        name=Piece(name, tuple(cell.place for cell in draft.names)),
        points=points.points,
        sentence=sentence,
        points_at=points.at,
        wider=tuple(_wider(draft, sentence, wrong)),
        explanation=explanation if explanation.text else None,
        formula=_formula(draft),
        target=target if target.text else None,
        category=draft.category,
        extra=draft.extra,
        doubts=tuple(doubts),
    )


def _sentence(draft: Draft) -> tuple[Piece, Column | None]:
    """Give the sentence, and the column that it stands in where that is not its own."""
    own = draft.text(Column.SENTENCE)
    if sounds_like_rule(own.text):
        return own, None
    for kind in _OTHERS:
        found = draft.text(kind)
        if sounds_like_rule(found.text):
            return found, kind
    return own, None


def _wider(draft: Draft, sentence: Piece, wrong: Column | None) -> Iterator[Piece]:
    """Yield what else the sentence may be: without points at its end, and with what stands beside it."""
    if "°" in sentence.text:
        yield Piece(sentence.text.replace("°", "。"), sentence.places)
    without, points = points_at_end(sentence.text)
    if points is not None and without:
        yield Piece(without, sentence.places)
    beside = (Column.ASPECTS, Column.TARGET, Column.EXPLANATION, Column.SENTENCE)
    for kind in beside:
        found = draft.text(kind)
        if kind is not wrong and found.text and (kind is not Column.SENTENCE or wrong is not None):
            for last in (sentence.text, without) if points is not None else (sentence.text,):
                yield Piece(_with(found.text, last), (*found.places, *sentence.places))


def _with(before: str, after: str) -> str:
    if before[-1:] in "。；;，,：:":
        return before + after
    joined_text = joined_texts(before, after)
    return joined_text if len(joined_text) > len(before) + len(after) else f"{before}；{after}"


def _points(draft: Draft, sentence: Piece, in_name: Fraction | None) -> _Points:
    """Find the points: in their own column, at the end of the name, of 归类, or of a text."""
    cells = [row.points for row in draft.rows if row.points is not None]
    known = [(cell, found) for cell in cells if (found := _value(cell)) is not None]
    unread = tuple(UNREAD_POINTS.format(text=one.text[:20]) for one in cells if _value(one) is None)
    if known:
        total = sum((found for _, found in known), Fraction(0))
        doubts = [*unread]
        if len(known) > 1:
            doubts.append(SUMMED.format(parts=" + ".join(cell.text.strip() for cell, _ in known)))
        if in_name is not None and in_name != total:
            doubts.append(TWO_POINTS.format(column=cells[0].text.strip(), name=in_name))
        told = "、".join(cell.text.strip() for cell, _ in known)
        return _Points(total, Piece(told, tuple(cell.place for cell, _ in known)), tuple(doubts))
    if in_name is not None:
        return _Points(in_name, Piece(draft.names[0].text, (draft.names[-1].place,)), unread)
    for text in (sentence, draft.text(Column.ASPECTS), draft.text(Column.EXPLANATION)):
        _, found = points_at_end(text.text)
        if found is not None:
            return _Points(found, text, (*unread, FROM_SENTENCE))
    asked = draft.text(Column.ASPECTS)
    last = points_said_last(asked.text)
    if last:
        return _Points(last, asked, (*unread, SAID_LAST))
    most = most_points(sentence.text)
    if most:
        return _Points(most, Piece(sentence.text, sentence.places), (*unread, FROM_MOST))
    return _Points(None, doubts=(*unread, NO_POINTS))


def _value(cell: Cell) -> Fraction | None:
    is_plain = cell.number is not None and "%" not in cell.text
    return abs(Fraction(cell.number)) if is_plain and cell.number is not None else points_of(cell.text)


def _explanation(draft: Draft, wrong: Column | None) -> Piece:
    kinds = [one for one in (Column.EXPLANATION, Column.ASPECTS) if one is not wrong]
    kinds += [Column.SENTENCE] if wrong is not None else []
    found = [piece for kind in kinds if (piece := draft.text(kind)).text]
    text = "；".join(piece.text.rstrip("。；;") if piece is not found[-1] else piece.text for piece in found)
    return Piece(text, tuple(place for piece in found for place in piece.places))


def _formula(draft: Draft) -> Piece | None:
    kinds = (Column.EXPLANATION, Column.ASPECTS, Column.OTHER, Column.SENTENCE)
    return next((found for kind in kinds if (found := formula_in(draft.text(kind))) is not None), None)


_USES = {
    Column.SENTENCE: Use.SENTENCE,
    Column.EXPLANATION: Use.EXPLANATION,
    Column.ASPECTS: Use.EXPLANATION,
    Column.TARGET: Use.TARGET,
}
_LEFT = {
    Column.REMARK: (Use.REMARK, "备注，没有写进文件"),
    Column.OTHER: (Use.OTHER, "这一列不是分值、评分标准或说明，没有用到"),
}


def _tell(draft: Draft, name: str, wrong: Column | None, ledger: Ledger) -> None:
    for cell in draft.names:
        ledger.take(cell, Use.NAME, name)
    for row in draft.rows:
        for number in filter(None, (row.points, row.parallel)):
            if _value(number) is None:
                ledger.leave(number, Use.POINTS, "读不出分数", name)
            else:
                ledger.take(number, Use.POINTS, name)
        for kind, cells in row.texts.items():
            use, why = _use(kind, wrong)
            for cell in cells:
                ledger.leave(cell, use, why, name)


def _use(kind: Column, wrong: Column | None) -> tuple[Use, str]:
    """Tell what a text was taken as, with nothing for why; or why it was left."""
    if kind is wrong:
        return Use.SENTENCE, ""
    if kind is Column.SENTENCE and wrong is not None:
        return Use.EXPLANATION, ""
    return (_USES[kind], "") if kind in _USES else _LEFT[kind]

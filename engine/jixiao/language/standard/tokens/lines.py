"""Line breaks: they end a clause where one can end, and stand inside one otherwise, where a table's cell was too narrow."""

from __future__ import annotations

import re
from itertools import takewhile

from jixiao.language.error import LanguageError
from jixiao.language.standard.tokens.asides import aside_at, ends_award
from jixiao.language.standard.tokens.patterns import AWARDED
from jixiao.language.standard.tokens.separators import MARKS
from jixiao.language.standard.tokens.source import Source
from jixiao.language.standard.tokens.tokenise import tokenise
from jixiao.language.tokens import Token

MAX_BREAKS = 200
"""Most line breaks of one sentence. Stops a column of single characters from taking long."""
_BACK, _AHEAD = 48, 24
"""How much of a clause, and of what follows, tells whether it can end."""
_ENDING = AWARDED - {"EXPRESSION"}
_RULING = frozenset({"VETO", "LEFTOUT"})
_GIVING = frozenset({"GIVE", "FULL", "ZERO", "BASIC", "PART", "DEDUCT"})
_EARNED = _GIVING | {"POINTS"}
_LAST = frozenset("分值算处理半%制标数决零0差等秀优好良中般格档级完光止限满计准基线推扣减核价较)")
"""The characters with which tokens end that end a clause."""
_CONDITION = frozenset(
    {"NUMBER", "AFTERWARDS", "INCLUDED", "EXCLUDED", "PLUSMINUS", "BRACKET", "NOTMORE", "TEXT"}
)
_COMPARED = _CONDITION | {"OPERATOR", "RANGE", "COMMA", "COLON", "LPAR"}
_REVERSED = re.compile("(?:^|[;。:])[^;。:]*分:[^;。:]*$")
"""得5分：组织有序: the points stand first, and the condition ends the clause."""
_MARK = re.compile(MARKS, re.VERBOSE)
_ENDED = re.compile(r"[;。]$|为(?:准|依据|据)$|(?:^|[;。])\([^()]*\)$")
_OPEN = re.compile(r"[,:、(\[×÷*/+\-=]$")
_GOES_ON = re.compile(r"^(?:[,:;。.、)\]×÷*/+\-=]|分(?![别类])|\((?:满分|分值)?[\d.]+分\))")
_SCORED = re.compile(r"[得计扣加减给记赋][-\d.零一二三四五六七八九十至到]{1,9}分(?:/\w{1,2})?$")
"""Points that are said in full: what follows begins anew, also where it begins with 分 or 档."""
_WHOLE = re.compile("[得计给记](?:该项|本项)?满分$|不[得计给]分$")
"""All or nothing, which a number behind it says nothing more of unless it is one of points: 得满分⏎0.01以下的."""
_BARE_WHOLE = re.compile("(?<![占达到为于过至])满分$")
_SHARE = re.compile("^(?:百分之|[\\d.]+%)")
"""A share, which no full marks are: 满分⏎百分之88以上的."""
_NUMBER_OF_POINTS = re.compile(r"^\(?[\d.]+分(?!钟)")
_POINTS = re.compile("[\\d零一二三四五六七八九十]分$")
_OF_POINTS = re.compile(r"^(?:[,:;。.、)\]×÷*/+\-=~至到]|以[上下内]|及|或|的|为止|封顶|分[^\u4e00-\u9fff])")
"""How what is said of such points goes on."""
_COMPUTED = re.compile(r"[×÷*/][^,;。]*$")
_PLAIN = "[^,;。:=<>≤≥得扣%()]*"
_COMPUTES = re.compile(rf"^{_PLAIN}(?:\([^()]*\){_PLAIN})*[×÷*/+)]|^[\d.]*%(?=$|[-×÷*/+),;。(分])")
"""How the rest of a formula looks."""


def with_lines_joined(source: Source, names: tuple[str, ...] = ()) -> Source:
    """Give the sentence with a semicolon for each line break at which a clause can end, and without the others.

    Raises LanguageError where there are too many.
    """
    if "\n" not in source.text:
        return source
    lines = source.text.split("\n")
    if len(lines) > MAX_BREAKS:
        raise LanguageError(f"断行太多（{len(lines)} 行），一句话最多 {MAX_BREAKS} 行", source.places[-1])
    kept: list[int] = []
    begin = depth = 0
    clause = ""
    for line, following in zip(lines, [*lines[1:], ""], strict=True):
        kept.extend(range(begin, begin + len(line)))
        begin += len(line) + 1
        depth += line.count("(") - line.count(")")
        clause += line
        if clause and following and _ends(clause, following, names, inside=depth > 0):
            kept.append(begin - 1)
            clause = ""
    text = "".join(source.text[place] for place in kept).replace("\n", ";")
    return Source(source.original, text, tuple(source.places[place] for place in kept))


def _ends(clause: str, following: str, names: tuple[str, ...], *, inside: bool) -> bool:
    """Whether a clause can end here; `inside`: a bracket is open."""
    if not inside and not _OF_POINTS.search(following) and _ends_points(clause, following, names):
        return True
    if _GOES_ON.search(following) and not (following[0] == "分" and clause[-1] in "止分"):
        return False
    if _MARK.match(following):
        return True
    if inside or _OPEN.search(clause):
        return False
    if _ENDED.search(clause) or ends_award(clause, len(clause)) or aside_at(following, 0):
        return True
    if _ends_ruling(clause, names):
        return True
    if _COMPUTED.search(clause):
        return _POINTS.search(clause) is not None or not _COMPUTES.search(following)
    if _REVERSED.search(clause):
        return _ends_award(clause[-_BACK:], following[:_BACK], names)
    return clause[-1] in _LAST and _ends_award(clause[-_BACK:], following[:_AHEAD], names)


def _ends_points(clause: str, following: str, names: tuple[str, ...]) -> bool:
    """Whether points, said in full, end a clause: 扣0.5分/次, 扣分不超过2分, 得满分."""
    if _WHOLE.search(clause):
        return _NUMBER_OF_POINTS.search(following) is None
    if _BARE_WHOLE.search(clause) and _SHARE.match(following):
        return _COMPUTED.search(clause) is None
    return bool(_SCORED.search(clause)) or (
        bool(_POINTS.search(clause)) and _ends_award(clause[-_BACK:], ";", names)
    )


def _ends_ruling(clause: str, names: tuple[str, ...]) -> bool:
    """Whether a consequence that is only told where a clause ends stands there: 等级定为中, 剔除后折算."""
    if clause[-1] not in _LAST:
        return False
    text = clause[-_BACK:] + ";"
    tokens = [one for one in tokenise(Source(text, text, tuple(range(len(text)))), names) if one]
    return any(one.type in _RULING and one.end_pos == len(text) - 1 for one in tokens)


def _ends_award(clause: str, following: str, names: tuple[str, ...]) -> bool:
    """Whether what a clause earns or costs ends here, and is not told by what follows: 最高不超过⏎5分."""
    text = clause + following
    tokens = [one for one in tokenise(Source(text, text, tuple(range(len(text)))), names) if one]
    place = next((place for place, one in enumerate(tokens) if one.end_pos == len(clause)), None)
    if place is None:
        return False
    last, then = tokens[place], (*tokens[place + 1 :], None)[0]
    if _REVERSED.search(clause) and last.type in _CONDITION:
        return then is not None and (
            then.type in _GIVING
            or (last.type != "TEXT" and (then.type == "TEXT" or _earns_itself(tokens[place + 1 :])))
        )
    while last.type in ("RPAR", "SEMI") and place:
        place -= 1
        last = tokens[place]
    return last.type in _ENDING and (then is None or then.type != "POINTS")


def _earns_itself(tokens: list[Token]) -> bool:
    """Whether what follows is a condition and what it earns, so that a condition before it is over: <5%的，得0分."""
    compared = tuple(takewhile(lambda one: one.type in _COMPARED, tokens))
    rest = tokens[len(compared) :]
    behind = next((one for one in rest if one.type not in _EARNED), None)
    return bool(compared and rest) and rest[0].type in _EARNED and (behind is None or behind != ":")

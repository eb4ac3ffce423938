"""PyYAML's and libyaml's problems in Chinese, with what most often causes them."""

from __future__ import annotations

import re

import yaml

from jixiao.files import messages
from jixiao.files.yaml.blame import blamed
from jixiao.files.yaml.events import LINE_BREAK
from jixiao.files.yaml.slips.signs import WIDE_BRACKETS
from jixiao.model.diagnostic import Diagnostic, Place
from jixiao.model.messages import Bounded, filled

_TAB = "此处有制表符（Tab），请改为空格"
_INDENT = "缩进或符号与上文不符，请与同级的键对齐，一级缩进两个空格"
_NOT_VALUE = "此处不能再有“键: 值”，请检查上一行的冒号和缩进；文字里有“: ”的要加引号"
_NO_COLON = "这一行缺冒号，请写成“键: 值”"
_CONTENT = "此处缺内容或多了符号，请改正；如果是文字，请加引号"
_UNCLOSED = "“[”或“{”没有闭合，或少了逗号，请补上；如果是文字，请加引号"
_QUOTE = "引号没有闭合，请补上"
_BLOCK = "以“>”或“|”开头的文字要加引号"
_BEHIND = "以引号或“[”“{”开头的文字，后面还有别的字，请把整段文字再用引号括起来"
_ESCAPE = "双引号里的“\\”用法有误，请改用单引号"
_START = "不能以“{character}”开头，请给这段文字加引号"
_NAME = "“&”或“*”后应为英文名称；如果是文字，请加引号"
_TAG = "“!”用法有误；如果是文字，请加引号"

_PROBLEMS: tuple[tuple[str, str], ...] = (
    ("tab character", _TAB),
    ("mapping values are not allowed", _NOT_VALUE),
    ("could not find expected ':'", _NO_COLON),
    ("mapping keys are not allowed", "此处不能用“?”，请写成“键: 值”"),
    ("sequence entries are not allowed", "“- ”要另起一行，请换行并缩进"),
    ("expected '-' indicator", _INDENT),
    ("expected ',' or", _UNCLOSED),
    ("expected key", _INDENT),
    ("expected <block end>", _INDENT),
    ("expected node content", _CONTENT),
    ("expected the node content", _CONTENT),
    ("unexpected end of stream", _QUOTE),
    ("unexpected document", _QUOTE),
    ("alphabetic or numeric", _NAME),
    ("alphanumerical", _NAME),
    ("escape", _ESCAPE),
    ("hexdecimal", _ESCAPE),
    ("hexadecimal", _ESCAPE),
    ("comment or line break", _BLOCK),
    ("comment or a line break", _BLOCK),
    ("indentation indicator", _BLOCK),
    ("indentation indicators", _BLOCK),
    ("tag", _TAG),
    ("URI", _TAG),
    ("document start", "“---”或“...”之后有多余的内容，请删去"),
)
_CLOSING = {"[": "]", "{": "}"}
_SIGNS = frozenset("|>%@`")
"""Signs by which YAML does not begin a text that stands behind a key on the same line."""
_UNKNOWN = "看不懂这里的写法，请检查冒号、缩进和引号"

_CLOSED = re.compile(r":\s+[\[{\"'].*[\]}\"']\s*$")
"""A value that ended before the place of the problem."""
_CELL = re.compile(r"\s*+(?:- )?\s*+([^\s:：#\"'{\[]{1,20}): ++(\S.*)")
"""A key and a text on one line."""
_SHOWN_CELL = 40
"""Longest cell that a message writes out with its quotation marks."""


def syntax_diagnostic(error: yaml.MarkedYAMLError | None, text: str, file: str) -> Diagnostic:
    """Say in Chinese what is wrong and where: at the slip that is to blame where one is proven."""
    mark = None if error is None else error.problem_mark or error.context_mark
    if error is None or mark is None:
        return Diagnostic(Place(file), filled(messages.SYNTAX, problem=Bounded(_UNKNOWN)))
    lines = LINE_BREAK.split(text)
    line = lines[mark.line] if mark.line < len(lines) else ""
    problem = _problem(error, line[: mark.column], line[mark.column : mark.column + 1])
    cell = _CELL.match(line)
    if cell is not None and mark.column >= cell.start(2) and (why := _unquoted(cell[2])):
        place = Place(file, mark.line + 1, cell.start(2) + 1)
        message = filled(messages.UNQUOTED, key=cell[1], why=Bounded(why), text=Bounded(_in_quotes(cell[2])))
        return Diagnostic(place, message)
    slip = blamed(error, text)
    if slip is not None:
        return Diagnostic(Place(file, slip.line + 1, slip.column + 1), slip.message)
    if error.context_mark is not None and not "".join([line[mark.column :], *lines[mark.line + 1 :]]).strip():
        mark = error.context_mark  # the end of the file cuts it off: show where it began
    place = Place(file, mark.line + 1, mark.column + 1)
    return Diagnostic(place, filled(messages.SYNTAX, problem=Bounded(problem)))


def _unquoted(text: str) -> str:
    """Say why a text of a table needs quotation marks; "" where it needs none, or is a list or mapping after all.

    A bracket that closes with something behind it is no list: [(甲-乙)/乙]×100%.
    """
    first = text[0]
    if first in WIDE_BRACKETS:
        return ""
    if first in _CLOSING:
        end = text.rfind(_CLOSING[first])
        behind = text[end + 1 :].strip() if end > 0 else ""
        return f"以“{first}”开头" if behind and not behind.startswith("#") else ""
    if first in _SIGNS or text.startswith("- "):
        return f"以“{first}”开头"
    is_unopened = text.rstrip().endswith("}") and "{" not in text
    return "里有“: ”" if ": " in text and first not in "\"'" and not is_unopened else ""


def _in_quotes(text: str) -> str:
    """Write a text in quotation marks as YAML wants it; only its beginning where it is long."""
    shown = text.rstrip() if len(text) <= _SHOWN_CELL else f"{text[:_SHOWN_CELL]}…"
    return "'" + shown.replace("'", "''") + "'"


def _problem(error: yaml.MarkedYAMLError, before: str, character: str) -> str:
    """Give the problem in Chinese, told by what stands before it on the line, and at it."""
    problem = error.problem or ""
    if "cannot start any token" in problem:
        return _TAB if character == "\t" else _START.format(character=character)
    if "block scalar" in (error.context or "") and "tab" not in problem:
        return _BLOCK
    chinese = next((chinese for english, chinese in _PROBLEMS if english in problem), _UNKNOWN)
    return _BEHIND if chinese == _INDENT and _CLOSED.search(before) else chinese

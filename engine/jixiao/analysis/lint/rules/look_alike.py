"""A character that looks like another: ⼈ for 人, a Cyrillic А, a blank that can't be seen.

Two names then look the same and are not; nobody finds that by looking.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from jixiao.analysis.lint.found import Found, Lint
from jixiao.analysis.lint.rulebook import Rulebook
from jixiao.analysis.lint.source import Source
from jixiao.dataclass import replace
from jixiao.files.yaml.node import Mapping, Scalar
from jixiao.model.lint import LintRule

NAMES = ("指标表", "名称", "归类", "地区", "对象", "别名")
"""Keys whose texts are names."""
NAMING = ("数据项", "等级", "免评")
"""Keys below which every key is a name."""
SENTENCES = ("公式", "评分标准", "定性标准", "恒等式")
"""Keys whose texts are read by grammars; width is all one in them."""

_LATIN = dict(
    zip(
        "аеорсухіјѕАВЕКМНОРСТХІЅЈΑΒΕΖΗΙΚΜΝΟΡΤΥΧον",
        "aeopcyxijsABEKMHOPCTXISJABEZHIKMNOPTYXov",
        strict=True,
    )
)
"""Cyrillic and Greek letters that look Latin."""
_HAN = dict(zip("ニハロカエトタチオーへヘ○◯", "二八口力工卜夕千才一八八〇〇", strict=True))
"""Kana and signs that look like Chinese characters."""
_RADICALS = ((0x2E80, 0x2FDF), (0x31C0, 0x31EF), (0xF900, 0xFAFF), (0x2F800, 0x2FA1F))
"""Radicals, strokes and compatibility forms: drawn like a character, and another one."""
_ZERO = re.compile("(?<=[一二三四五六七八九〇])[0Oo](?=[一二三四五六七八九〇年])")
"""A figure or letter where a year is written in characters: 二0二五年."""
_UNSEEN = ("Cf", "Cc", "Co", "Cn")
_VARIANTS = ((0xFE00, 0xFE0F), (0xE0100, 0xE01EF), (0x115F, 0x1160), (0x3164, 0x3164))


def find(rulebook: Rulebook) -> Iterator[Found]:
    """Yield the first such character of every name, sentence and formula."""
    if rulebook.is_items_asked:
        yield from _below(rulebook.sheet.root, rulebook.sheet.source)
    for table in rulebook.tables:
        rest = replace(table.root, entries=tuple(one for one in table.root.entries if one[0].text != "指标"))
        yield from (replace(found, table=table) for found in _below(rest, table.source))
        for row in table.rows:
            yield from (replace(found, table=table, row=row) for found in _below(row.node, table.source))


def _below(root: Mapping, source: Source) -> Iterator[Found]:
    for scalar, is_name in _texts(root):
        text = scalar.as_text()
        for place, problem in _problems(text.text, is_name=is_name):
            yield Found(source.within(text, place, place + 1), f"“{text.text}”里{problem}")
            break


def _problems(text: str, *, is_name: bool) -> Iterator[tuple[int, str]]:
    """Yield where a character only looks right, and what to do about it."""
    for place, sign in enumerate(text):
        problem = problem_of(sign, is_name=is_name)
        if problem:
            yield place, problem
    if is_name:
        for zero in _ZERO.finditer(text):
            yield zero.start(), f"的“{zero[0]}”夹在汉字数字中间，请改为“〇”"


def _texts(root: Mapping) -> Iterator[tuple[Scalar, bool]]:
    """Yield every text that is compared or read, and whether it is a name."""
    waiting = [root]
    while waiting:
        node = waiting.pop()
        for key, value in node.entries:
            if key.text in NAMES + SENTENCES:
                yield from ((one, key.text in NAMES) for one in node.scalars(key.text))
            if isinstance(value, Mapping):
                if key.text in NAMING:
                    yield from ((name, True) for name, _ in value.entries)
                if key.text == "免评":
                    yield from ((one, False) for _, one in value.entries if isinstance(one, Scalar))
                waiting.append(value)
            else:
                waiting.extend(node.mappings(key.text))


def problem_of(sign: str, *, is_name: bool) -> str:
    """Say what a character looks like and what to write; "" where there is nothing wrong."""
    code = ord(sign)
    if code < 0x80 or "一" <= sign <= "鿿":
        return ""
    if unicodedata.category(sign) in _UNSEEN or _lies_in(code, _VARIANTS):
        return f"有看不见的字符（U+{code:04X}），请删去"
    if _lies_in(code, _RADICALS):
        plain = unicodedata.normalize("NFKC", sign)
        instead = f"请改为“{plain}”（U+{ord(plain):04X}）" if plain != sign else "请重新输入这个字"
        return f"的“{sign}”（U+{code:04X}）是部首或兼容字，{instead}"
    known = _LATIN.get(sign) or _HAN.get(sign)
    if known:
        return f"的“{sign}”（U+{code:04X}）形似“{known}”而不是同一个字符，请改为“{known}”"
    if is_name and "！" <= sign <= "～" and unicodedata.normalize("NFKC", sign).isalnum():
        return f"有全角的“{sign}”，请改为半角“{unicodedata.normalize('NFKC', sign)}”"
    return ""


def _lies_in(code: int, ranges: tuple[tuple[int, int], ...]) -> bool:
    return any(first <= code <= last for first, last in ranges)


LINT = Lint(LintRule("look-alike", "名称里混入形近字符", "warning"), find)

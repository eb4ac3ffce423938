"""docs/formats.md: every JSON format, from the descriptions in its schema."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from generate.markdown import quote, table

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs/formats.md"
FOLDER = ROOT / "rules/schema/output"
ORDER = ("check", "standard", "lint", "test", "diff", "read", "import", "simulate", "items")
"""Formats in the order of the commands."""

INTRO = """\
<!-- 由 make docs 根据 rules/schema/output 生成 -->

# JSON 格式

写给用别的程序读结果的人。加 `--format json`，命令在标准输出上给出一个 JSON 文件（UTF-8），退出状态是 2 时也是；拒收的输入在 `errors` 里，
同时写在标准错误上。Python 里 `jixiao.to_json(结果)` 给出同样的文字，见 [api.md](api.md)。

- 第一个键 `format` 是格式和版本，如 `jixiao.check/1`。键只增不减、意思不变的改动不换版本；不兼容的改动换成 `/2`。
- 分数和数值是准确的十进制**文字**（`"4.55"`），不是 JSON 的数；只有写不尽时才是分数（`"1/3"`）。百分比写成小数（31% 是 `"0.31"`）。请用
  `Decimal`、`Fraction` 一类的类型读，不要用浮点数。
- 行、列从 1 数起，按字符数；说的是整个文件时是 0。
- 表里“可以没有”的键，没有时不出现；写着 null 的键总在，没有时值是 null。没有列出的键不会出现。

每种格式有 JSON Schema，在 [rules/schema/output](../rules/schema/output)；`jixiao schema -o 文件夹` 把它们（和指标表、案例等的）写到别处。
人写的文件（指标表、数据项、案例、核查、疑点规则、共性框架）的格式见[怎样写指标表](policy-staff.md)和[共性框架](common.md)。
`jixiao lint --format sarif` 的格式是 SARIF 2.1.0，`jixiao test --junit` 的是 JUnit XML，不在这里说明。

给人看的网页（`jixiao check`、`show`、`diff` 的 `--format html`）不是给程序读的，样子会变，要数请用 JSON。说得准的只有：一个文件，
UTF-8，语言 `zh-CN`，不取任何别的东西，不含程序（网页自己的内容安全策略也不许）；
`check` 的每个数、每项指标、每条疑点各有一个 `id`，链接都在页内；
疑点的编号就是 JSON 的 `number`。"""

SHARED = ("amount", "range", "error")
"""What several formats have; it is told once."""
_TYPES = {
    "string": "文字",
    "integer": "整数",
    "boolean": "是非",
    "null": "null",
    "object": "对象",
    "array": "列表",
}


def page() -> str:
    """Give the whole page."""
    schemas = [json.loads((FOLDER / f"{name}-1.schema.json").read_text(encoding="utf-8")) for name in ORDER]
    formats = [part for schema in schemas for part in _format(schema)]
    return "\n\n".join([INTRO, *_shared(schemas), *formats]) + "\n"


def _shared(schemas: Iterable[dict[str, Any]]) -> Iterator[str]:
    """Tell what several formats have."""
    yield "## 各种格式共用"
    known = {name: found for schema in schemas for name, found in schema["$defs"].items()}
    for name in SHARED:
        yield from _definition(name, known[name])


def _format(schema: dict[str, Any]) -> Iterator[str]:
    name = schema["properties"]["format"]["const"]
    yield f"## {name}：{schema['title']}"
    yield f"{quote(schema['description'])}[格式说明](../rules/schema/output/{_file(name)})"
    yield _object(schema)
    for key, found in schema["$defs"].items():
        if key not in SHARED:
            yield from _definition(key, found)


def _definition(name: str, found: dict[str, Any]) -> Iterator[str]:
    yield f"### {name}"
    value = f"（{_value(found)}）" if "oneOf" in found else ""
    yield quote(found["description"]) + value
    if "properties" in found:
        yield _object(found)


def _file(name: str) -> str:
    return f"{name.removeprefix('jixiao.').replace('/', '-')}.schema.json"


def _object(schema: dict[str, Any]) -> str:
    """Write the keys of an object; those of objects inside it stand below it, with their path."""
    return table(("键", "值", "说明"), _rows(schema, ""))


def _rows(schema: dict[str, Any], path: str) -> Iterator[tuple[str, str, str]]:
    for key, found in schema["properties"].items():
        optional = "" if key in schema["required"] else "（可以没有）"
        yield f"`{path}{key}`", _value(found), quote(found["description"].rstrip("。")) + optional
        inner = found.get("items", found)
        if "properties" in inner:
            yield from _rows(inner, f"{path}{key}{'[]' if 'items' in found else ''}.")


def _value(found: dict[str, Any]) -> str:
    """Say what a value is: its type, its choices, or the object that it refers to."""
    if "const" in found:
        return f'`"{found["const"]}"`'
    if "enum" in found:
        return " ".join(f"`{json.dumps(choice, ensure_ascii=False)}`" for choice in found["enum"])
    if "$ref" in found:
        return str(found["$ref"]).rpartition("/")[2]
    if "oneOf" in found:
        return _joined(map(_value, found["oneOf"]))
    types = found["type"] if isinstance(found["type"], list) else [found["type"]]
    if types == ["array"]:
        return f"列表：{_value(found['items'])}"
    return _joined(_TYPES[kind] for kind in types)


def _joined(kinds: Iterable[str]) -> str:
    return " 或 ".join(dict.fromkeys(kinds))

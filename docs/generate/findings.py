"""The tables of docs/finding-rules.md: kinds of facts, and what their properties say."""

from __future__ import annotations

import json
import re
from pathlib import Path

from generate.markdown import quote, table
from jixiao.model.fact import DERIVED, KINDS

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs/finding-rules.md"
SCHEMA = ROOT / "rules/schema/findings.schema.json"
_GENERATED = re.compile(r"(<!-- (\w+)：由 make docs 生成 -->\n).*?(\n<!-- 完 -->)", re.DOTALL)


def refreshed(text: str) -> str:
    """Give the page with the tables as they are now."""
    tables = {"给出的事实": _kinds(derived=False), "得出的事实": _kinds(derived=True), "各项": _properties()}
    return _GENERATED.sub(lambda found: f"{found[1]}\n{tables[found[2]]}\n{found[3]}", text)


def _kinds(*, derived: bool) -> str:
    rows = [
        (kind, quote(_pattern()["事实"]["markdownEnumDescriptions"][number].rstrip("。")), "、".join(names))
        for number, (kind, names) in enumerate(KINDS.items())
        if (kind in DERIVED) is derived
    ]
    return table(("事实", "说的是什么", "有哪些项"), rows)


def _properties() -> str:
    names = dict.fromkeys(name for names in KINDS.values() for name in names)
    return table(
        ("项", "写什么"), [(name, quote(_pattern()[name]["description"].rstrip("。"))) for name in names]
    )


def _pattern() -> dict[str, dict[str, list[str] | str]]:
    return json.loads(SCHEMA.read_text(encoding="utf-8"))["$defs"]["pattern"]["properties"]

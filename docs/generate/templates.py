"""docs/templates.md: what a template may say, every name with what it is in a real case."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from generate.markdown import quote, table
from jixiao.desk.check import check_each
from jixiao.model.review import Checked
from jixiao.reports.check.choice import ALL
from jixiao.reports.check.content.case import case_content
from jixiao.reports.check.content.names import CASE_NAMES, SUMMARY_NAMES, Name
from jixiao.reports.check.content.summary.content import summary_content
from jixiao.reports.check.content.summary.line import line_of
from jixiao.reports.check.piece import Tally

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs/templates.md"
LONGEST = 40
"""Signs of an example."""
NONE = "（空）"
DIGEST = "六十四个十六进制数字"
"""Stands for digests, which change with every word of their files."""

INTRO = """\
<!-- 由 make docs 根据 engine/jixiao/reports/check/content/names.py 和 cases 生成 -->

# 改文书的模板

写给复核人。复核意见、反馈意见、自评报告和汇总的样子由 Word 模板定。取一份出来，在 Word 或 WPS 里改好，以后都用它：

```
jixiao template opinion -o 模板.docx
jixiao check 案例.yaml --document opinion --template 模板.docx -o 意见.docx
```

取得的模板照公文的习惯（GB/T 9704）：A4，标题小标宋二号，正文仿宋三号，一级标题黑体、二级标题楷体，
页码在外侧；机器上没有这些字体的，Word 用注明的替代字体。
字体、字号在“样式”里改（公文标题、一级标题、二级标题、正文、明细文字、表格文字、表头文字、附注文字），一处改了全文都改。表格的标题行在每一页重复，一行不跨两页。

模板里只有三样东西是给程序看的，别的照印：

| 写法 | 意思 |
|---|---|
| `{{ 单位 }}` | 在这里写这个名称的内容 |
| `{% for 核 in 核算 %}` … `{% endfor %}` | 一条一条写；里面用 `{{ 核.结论 }}` |
| `{% if 平均分 %}` … `{% else %}` … `{% endif %}` | 有内容才写 |

- 标记独占一段的，`%` 后面加 p：`{%p for … %}`、`{%p if … %}`，这一段就不印出来；在表格里占一行的加 tr：`{%tr for … %}`。结束的也一样。
- `for` 后面的“核”可以换成别的字，只要不是已有的名称。里层的 `for` 只能列外层那一行自己的：`{% for 行 in 核.得分表 %}`。
- 条件可以用 `and`、`or`、`not`、`==`、`!=` 和引号里的字：`{{ '分' if 核.自评 != '无' else '' }}`。
- 放图片（徽标）的，把那一段的行距改成“单倍行距”：正文是固定行距，图片会被切掉。
- 别的都不能写：模板里的东西不会运行，也取不到名称以外的任何东西。写错了，程序指出模板、哪一段、错在哪里、怎样改，什么也不写。
- 带宏的、要从外面取图片或别的文件的、有 DDE 等域的模板不用。
- 各个名称里的内容就是屏幕上、网页里的话，一字不差；疑点的编号也一样。名称里的 `<`、`&`、引号、`=` 开头的字照原样写出。

下面是全部名称；例子取自本项目的案例；那个案例没有的，写“（空）”。"""


def page() -> str:
    """Give the whole page."""
    cases = [
        one
        for one in check_each(sorted((ROOT / "cases").glob("*.yaml")), ROOT / "rules", _itself)
        if one.reviews
    ]
    first = {**case_content(cases[0]), **dict.fromkeys(("案例摘要", "指标表摘要"), DIGEST)}
    lines = [line_of(review, ALL) for one in cases for review in one.reviews]
    summary = summary_content(lines, Tally(), {})
    parts = [
        INTRO,
        "## 复核意见、反馈意见、自评报告",
        *_section("", CASE_NAMES, [first]),
        "## 汇总",
        *_section("", SUMMARY_NAMES, [summary]),
    ]
    return "\n\n".join(parts) + "\n"


def _itself(checked: Checked) -> Checked:
    return checked


def _section(
    path: str, names: Sequence[Name], trees: Sequence[Mapping[str, Any]], seen: dict[int, str] | None = None
) -> Iterator[str]:
    """Yield the names of one level, then those of the rows of each list; lists with the same names are told once."""
    seen = {} if seen is None else seen
    if path:
        yield f"### {path}"
    inner = [(f"{path}.{one.word}".lstrip("."), one) for one in names if one.rows]
    later = [(where, one) for where, one in inner if seen.setdefault(id(one.rows), where) == where]
    yield table(
        ["名称", "是什么", "意思", "例"],
        [[f"`{one.word}`", _kind(one, seen), quote(one.meaning), _example(one, trees)] for one in names],
    )
    for where, one in later:
        yield from _section(where, one.rows, [row for tree in trees for row in tree[one.word]], seen)


def _kind(one: Name, seen: Mapping[int, str]) -> str:
    return f"多行，见 {seen[id(one.rows)]}" if one.rows else "多句" if one.lines else "一句"


def _example(one: Name, trees: Sequence[Mapping[str, Any]]) -> str:
    """Give the first that is not empty."""
    if one.rows:
        return f"{max((len(tree[one.word]) for tree in trees), default=0)} 行"
    texts = [text for tree in trees for text in (tree[one.word] if one.lines else [tree[one.word]]) if text]
    if not texts:
        return NONE
    text = str(texts[0])
    return quote(f"{text[:LONGEST]}…" if len(text) > LONGEST else text)

"""What a site puts around its texts: navigation, breadcrumbs, lists of links, and what stands at the foot of each page."""

from __future__ import annotations

import re
from collections.abc import Iterable

from lxml import etree
from lxml.html import HtmlElement

from jixiao.dataclass import dataclass
from jixiao.documents.readers.html.visible import elements, tag_of, take_out

_LINKED = 0.6
"""The part of a block's text from which on it is a list of links."""
_MAIN = 0.5
"""The part of a page's text from which on a block is no furniture, whatever it is called."""
_SHORT = 80

_FURNITURE = {"nav", "footer", "aside", "menu"}
_ROLES = {"navigation", "banner", "contentinfo", "search", "complementary"}
_BLOCKS = frozenset("ul ol dl li div section table tbody tr td th p header form span center h1 h2 h3".split())
_PARTS_OF_TABLES = {"tr", "td", "th", "thead", "tbody", "tfoot"}

_WORDS = frozenset(
    """
    nav navbar navi navigation menu submenu breadcrumb breadcrumbs crumb crumbs footer sidebar toolbar share copyright
    search pager pagination related recommend friendlink friendlinks topbar login qrcode sitemap weizhi dqwz daohang
    bdsharebuttonbox
    """.split()
)
_DOUBTFUL_WORDS = frozenset(
    "head header top foot banner location position links link left right hot tools bottom".split()
)
"""They name furniture where there are links; elsewhere a table's head or a text's."""
_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")

_SAID = re.compile(
    r"(?:您?当前的?位置|您?现在的?位置|您?(?:现在|当前)?所在的?位置|首页\s*[>»›])"
    r"|^[\s【\[]*(?:上|下)一(?:篇|条|页)|版权所有|ICP备|公网安备|网站标识码|网站地图|技术支持[:：]|扫一扫"
    r"|分享到|(?:浏览|点击|阅读|访问)(?:次数|量|数)[:：]|(?:字号|字体)[:：]?\s*[【\[\s]*[大小]"
    r"|^[\s【\[]*(?:打印|关闭|返回|收藏|分享)(?:本页|窗口|顶部|首页|文章)?[\s】\]|]*(?:打印|关闭|返回|收藏|分享|$)"
)
_FIGURE = re.compile(r"\d[\d,.]*\s*(?:万元|亿元|元|%|％|人|个|分(?![享类])|辆|台|次)")


@dataclass(frozen=True, slots=True)
class _Size:
    """How many characters stand in an element, how many of them in links, and how many links there are."""

    text: int
    linked: int
    links: int

    @property
    def share(self) -> float:
        return self.linked / self.text if self.text else 0.0


def leave_out_furniture(body: HtmlElement) -> None:
    """Take the furniture out of a page. A page without links is no page of a site, and stays whole."""
    sizes = _sizes(body)
    whole = sizes[body]
    if not whole.links:
        return
    gone: set[HtmlElement] = set()
    for one in elements(body):
        if one is body or one.getparent() in gone:
            if one is not body:
                gone.add(one)
            continue
        if _is_furniture(one, sizes[one], whole) and not _is_wanted(one):
            gone.add(one)
    for one in gone:
        if one.getparent() not in gone:
            take_out(one)


def _sizes(body: HtmlElement) -> dict[HtmlElement, _Size]:
    sizes: dict[HtmlElement, _Size] = {}
    for _, one in etree.iterwalk(body, events=("end",)):
        inner = [sizes[child] for child in one if child in sizes]
        text = (
            _length(one.text) + sum(_length(child.tail) for child in one) + sum(size.text for size in inner)
        )
        if tag_of(one) == "a" and one.get("href") is not None:
            sizes[one] = _Size(text, text, 1)
        else:
            sizes[one] = _Size(text, sum(size.linked for size in inner), sum(size.links for size in inner))
    return sizes


def _length(text: str | None) -> int:
    return len("".join(text.split())) if text else 0


def _is_furniture(element: HtmlElement, size: _Size, whole: _Size) -> bool:
    if not size.text:
        return False
    tag = tag_of(element)
    if tag in _BLOCKS and size.links >= 2 and size.share >= _LINKED:
        return True
    if tag in _BLOCKS and size.text <= _SHORT and _SAID.search(" ".join(element.text_content().split())):
        return True
    if size.text >= _MAIN * whole.text:
        return False
    if tag in _FURNITURE or element.get("role") in _ROLES:
        return True
    words = _words(element)
    is_named = bool(words & _WORDS) or (bool(words & _DOUBTFUL_WORDS) and size.links > 0) or tag == "header"
    if tag in _PARTS_OF_TABLES or tag == "header":
        return is_named and size.links >= 2 and size.share >= _LINKED / 2
    return is_named


def _words(element: HtmlElement) -> set[str]:
    return {word.lower() for word in _WORD.findall(f"{element.get('class', '')} {element.get('id', '')}")}


def _is_wanted(element: HtmlElement) -> bool:
    """Tell whether there are figures in the running text of an element, or a table that holds more than links."""
    if (
        len(
            _FIGURE.findall(
                _unlinked(element.itertext()) if element.find(".//a") is None else _beside(element)
            )
        )
        >= 2
    ):
        return True
    tables = [element] if tag_of(element) == "table" else element.findall(".//table")
    return any(
        len(rows) >= 2 and all(row.find(".//a") is None for row in rows)
        for rows in (table.findall(".//tr") for table in tables)
    )


def _unlinked(texts: Iterable[str]) -> str:
    return "".join(texts)


def _beside(element: HtmlElement) -> str:
    """Give the text of an element that stands in no link."""
    parts: list[str] = []
    depth = 0
    for event, one in etree.iterwalk(element, events=("start", "end")):
        depth += (1 if event == "start" else -1) if tag_of(one) == "a" else 0
        if not depth:
            parts.append((one.text if event == "start" else "" if one is element else one.tail) or "")
    return "".join(parts)

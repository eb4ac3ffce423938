"""What a site puts around its texts is left out; the text, its tables and figures stay, whatever they are called."""

import pytest

from jixiao.documents.paper import Paper
from jixiao.documents.readers.html import read_html
from shared.documents.built import assert_sound, paragraphs, rows

REPORT = [
    "2022年度部门整体支出绩效自评报告",
    "一、部门概况",
    "2022年年初预算数225.18万元，其中，一般公共预算拨款225.18万元。支出决算295.12万元，执行率为131.06%。",
    "二、存在的问题",
    "预算编制不够精细，部分项目执行进度较慢。",
]
TABLE = [["项目", "年初预算数", "执行数"], ["基本支出", "225.18", "295.12"], ["项目支出", "0", "0"]]


def read(page: str) -> Paper:
    paper = read_html(page.encode(), "自评报告.html")
    assert_sound(paper)
    return paper


def links(*names: str) -> str:
    return "".join(f"<li><a href='/{name}'>{name}</a></li>" for name in names)


def table() -> str:
    return (
        "<table border=1>"
        + "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in TABLE)
        + "</table>"
    )


def report(tag: str = "p") -> str:
    first, *others = REPORT
    return f"<h1>{first}</h1>" + "".join(f"<{tag}>{text}</{tag}>" for text in others) + table()


SITES = {
    "named": f"""
        <div class="header"><div class="logo"><a href="/">某市人民政府</a></div><ul class="nav">{links("首页", "政务公开", "办事服务")}</ul></div>
        <div class="position">当前位置：<a href="/">首页</a> &gt; <a href="/z">政务公开</a> &gt; <a href="/c">财政</a></div>
        <div class="content" id="zoom">{report()}</div>
        <div class="share">分享到：<a href="#">微信</a> <a href="#">微博</a></div>
        <p>上一篇：<a href="/1">2021年度部门整体支出绩效自评报告</a></p><p>下一篇：<a href="/2">关于公开2023年预算的通知</a></p>
        <div class="footer"><p>版权所有：某市人民政府办公室</p><p>湘ICP备05000618号 网站标识码：4312000001</p><p>电话：0745-2712345</p></div>""",
    "by structure": f"""
        <table width=1000><tr><td><a href=/>首页</a> | <a href=/a>政务公开</a> | <a href=/b>办事服务</a></td></tr>
        <tr><td>您现在的位置：<a href=/>首页</a> &gt;&gt; 财政信息</td></tr>
        <tr><td><table><tr><td width=200><ul>{links("机构职能", "领导信息", "财政信息", "2022年度决算公开")}</ul></td>
        <td>{report("div")}<div>【字号：<a href=#>大</a> <a href=#>中</a> <a href=#>小</a>】 【<a href=#>打印</a>】</div></td></tr></table></td></tr>
        <tr><td>版权所有 某县财政局　ICP备案号：湘ICP备1号</td></tr></table>""",
    "html5": f"""
        <header><a href=/>某县</a><nav><ul>{links("首页", "公开")}</ul></nav></header><main><article>{report()}</article>
        <aside><h3>相关链接</h3><ul>{links("甲", "乙", "丙")}</ul></aside></main><footer><a href=/s>网站地图</a> 主办单位：某县财政局</footer>""",
}  # fmt: skip


@pytest.mark.parametrize("site", SITES)
def test_the_report_is_what_is_left_of_a_page(site: str) -> None:
    paper = read(f"<html><body>{SITES[site]}</body></html>")
    assert paragraphs(paper) == REPORT
    assert rows(paper) == TABLE


@pytest.mark.parametrize(
    "word", ["nav", "footer", "header", "top", "menu", "sidebar", "search", "right links"]
)
@pytest.mark.parametrize("tag", ["div", "td", "section"])
def test_a_report_stays_whatever_its_block_is_called(word: str, tag: str) -> None:
    wrapped = f"<{tag} class='{word}'>{report()}</{tag}>"
    page = f"<table><tr>{wrapped}</tr></table>" if tag == "td" else wrapped
    paper = read(f"<ul>{links('首页', '公开')}</ul>{page}")
    assert paragraphs(paper) == REPORT
    assert rows(paper) == TABLE


def test_heads_of_tables_stay_whatever_they_are_called() -> None:
    page = report().replace("<tr>", "<tr class='head top'>", 1).replace("<td>", "<td class='header nav'>", 2)
    assert rows(read(f"<ul>{links('首页', '公开')}</ul>{page}")) == TABLE


def test_a_table_called_footer_with_figures_stays() -> None:
    paper = read(
        f"<ul>{links('首页', '公开')}</ul><p>{REPORT[2] * 9}</p><div class=footer>{table()}<p>单位：万元</p></div>"
    )
    assert rows(paper) == TABLE
    assert "单位：万元" in paragraphs(paper)


def test_a_page_without_links_stays_whole() -> None:
    assert paragraphs(read("<div class=nav>甲</div><div class=footer>乙</div><p>丙</p>")) == [
        "甲",
        "乙",
        "丙",
    ]


def test_links_within_the_text_stay() -> None:
    page = "<p>按照<a href=1>财预〔2020〕10号</a>和<a href=2>财绩〔2021〕2号</a>的要求，我单位对2022年度整体支出开展了绩效自评。</p><p>执行率为95.10%。</p>"
    assert paragraphs(read(page))[0].startswith("按照财预〔2020〕10号和财绩〔2021〕2号的要求")

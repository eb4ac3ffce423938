"""`jixiao items`: data items by name, alias or meaning."""

from __future__ import annotations

import argparse
from pathlib import Path

from jixiao.cli import messages
from jixiao.cli.command import BAD_INPUT, DONE, Command, Option, UsageError
from jixiao.cli.formats import format_option
from jixiao.cli.streams import say, show_document, standard_output
from jixiao.model.diagnostic import Diagnostic, Place, Refused

FORMATS = ("text", "json")


def _run(read: argparse.Namespace) -> int:
    word, *more = read.words or ("",)
    if more:
        raise UsageError(messages.ONE_WORD.format(word=more[0]))
    from jixiao.desk.items import items

    try:
        found = items(word, rules=read.rules)
    except Refused as refused:
        for diagnostic in refused.diagnostics:
            say(str(diagnostic))
        if read.format == "json":
            show_document(_document(word, refused.diagnostics))
        return BAD_INPUT
    if read.format == "json":
        from jixiao.reports.items.json import render_items_json

        show_document(render_items_json(found))
        return DONE
    from jixiao.cli.console import terminal_console
    from jixiao.reports.items.terminal import render_items

    with standard_output() as stream:
        render_items(found, terminal_console(stream))
    return DONE


def _document(word: str, errors: tuple[Diagnostic, ...]) -> str:
    from jixiao.model.item_list import ItemList
    from jixiao.reports.items.json import render_items_json

    return render_items_json(ItemList(word, ()), errors)


def _refusal(message: str, form: str) -> str:
    return _document("", (Diagnostic(Place(""), message),)) if form == "json" else ""


ITEMS = Command(
    name="items",
    summary="查数据项：名称、别名或含义里有这几个字的",
    words="[几个字]",
    needs_words=False,
    options=(
        format_option(FORMATS),
        Option(("--rules",), "规则文件夹；默认用 ./rules，没有则用随程序安装的规则", "文件夹", Path),
    ),
    run=_run,
    refusal=_refusal,
    notes=(
        "不写字时列出全部数据项。先列名称里有的，再列别名里有的、含义里有的；\n"
        "全角半角、引号和空格不计。\n\n"
        "退出状态：0 完成（没有找到也是）；2 输入或用法有误\n\n"
        "例：\n"
        "  jixiao items 三公经费\n"
        "  jixiao items 年初预算 --format json"
    ),
)

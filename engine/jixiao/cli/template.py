"""`jixiao template`: a Word template to restyle, and to write opinions with."""

from __future__ import annotations

import argparse
from pathlib import Path

from jixiao.cli import messages
from jixiao.cli.command import BAD_INPUT, DONE, Command, Option, UsageError
from jixiao.cli.papers import refuse_uninstalled
from jixiao.cli.to_file import new_file
from jixiao.reports.check.content.kind import WITH_TEMPLATE, Kind

KINDS = tuple(str(kind) for kind in WITH_TEMPLATE)


def _run(read: argparse.Namespace) -> int:
    word, *rest = read.words
    kind = Kind.named(word)
    if kind not in WITH_TEMPLATE or rest:
        known = "、".join(f"{one}（{one.word}）" for one in WITH_TEMPLATE)
        raise UsageError(messages.WHICH_TEMPLATE.format(known=known))
    if read.output is None or read.output.suffix.lower() != ".docx":
        raise UsageError(messages.TEMPLATE_NEEDS_FILE.format(kind=kind))
    refuse_uninstalled()
    from jixiao.reports.office.letter.made import template_bytes

    return DONE if new_file(read.output, template_bytes(kind)) else BAD_INPUT


TEMPLATE = Command(
    name="template",
    summary="取一份文书的 Word 模板，改好样子再用来写意见",
    words="opinion|feedback|self-report|summary",
    choices=KINDS,
    options=(Option(("-o", "--output"), "写入文件（.docx）；已有的文件不会被覆盖", "文件", Path),),
    run=_run,
    refusal=lambda _message, _form: "",  # what this command gives is a file
    notes=(
        "opinion 复核意见，feedback 反馈意见，self-report 自评报告，summary 汇总。\n"
        "在 Word 或 WPS 里改字体、版式、文字，{{ }} 和 {% %} 里的留着，再用\n"
        "  jixiao check 案例.yaml --document opinion --template 模板.docx -o 意见.docx\n"
        "可以写的名称见 docs/templates.md。\n\n"
        "退出状态：0 完成；2 没有写成\n\n"
        "例：\n"
        "  jixiao template opinion -o 模板.docx"
    ),
)

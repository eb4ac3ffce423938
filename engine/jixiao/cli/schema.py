"""`jixiao schema`: the JSON Schemas of what people write and programs read, into a folder."""

from __future__ import annotations

import argparse
from pathlib import Path

from jixiao.cli import messages
from jixiao.cli.command import BAD_INPUT, DONE, Command, Option, UsageError
from jixiao.cli.problems import reason
from jixiao.cli.streams import say


def _run(read: argparse.Namespace) -> int:
    if read.words:
        raise UsageError(messages.NO_WORDS.format(word=read.words[0]))
    if read.output is None:
        raise UsageError(messages.NO_FOLDER)
    from jixiao.desk.schemas import schemas
    from jixiao.reports.page.output import write_all_whole

    files = {Path(read.output, *schema.path.parts): schema.text for schema in schemas()}
    try:
        write_all_whole(files)
    except OSError as problem:
        say(messages.NOT_WRITTEN.format(path=problem.filename or read.output, why=reason(problem)))
        return BAD_INPUT
    say(messages.SCHEMAS_WRITTEN.format(count=len(files), path=read.output))
    return DONE


SCHEMA = Command(
    name="schema",
    summary="把各种文件和 JSON 结果的格式说明（JSON Schema）写进一个文件夹",
    words="-o 文件夹",
    needs_words=False,
    options=(
        Option(("-o", "--output"), "写进这个文件夹，没有就建好；同名的格式说明换成新的", "文件夹", Path),
    ),
    run=_run,
    refusal=lambda _message, _form: "",  # what this command gives is files
    notes=(
        "指标表、数据项、案例、核查和疑点规则的格式说明供编辑器提示和检查：在文件第一行写\n"
        "  # yaml-language-server: $schema=文件夹/case.schema.json\n"
        "output 里的是各命令 --format json 的格式，见 docs/formats.md。\n\n"
        "退出状态：0 全部写好；2 一个也没有写\n\n"
        "例：\n"
        "  jixiao schema -o 格式说明"
    ),
)

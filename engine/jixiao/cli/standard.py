"""`jixiao standard`: what the machine understands of a sentence, and what it scores."""

from __future__ import annotations

import argparse
from fractions import Fraction

from jixiao.cli import messages
from jixiao.cli.command import BAD_INPUT, DONE, Command, Option, UsageError
from jixiao.cli.formats import format_option
from jixiao.cli.streams import say, show_document, standard_output
from jixiao.model.answer import Answer
from jixiao.model.portrait import Misread

FORMATS = ("text", "json")
MAY_BE_NAME = ("无法理解", "本指标")
"""In messages about words that may be the indicator's name, which was not given."""
_EQUALS = str.maketrans("＝：:", "===")


def _read_points(word: str) -> Fraction:
    from jixiao.quantity import NumberError, parse_number

    try:
        points = parse_number(word.strip().removesuffix("分")).value
    except NumberError as problem:
        raise UsageError(messages.NOT_POINTS_READ.format(why=problem)) from None
    if points <= 0:
        raise UsageError(messages.NOT_POINTS.format(word=word))
    return points


def _read_reading(word: str) -> tuple[str, str]:
    """Read 名称=值, and see that both are known."""
    from jixiao.desk.standard import check_reading

    name, equals, value = (part.strip() for part in word.translate(_EQUALS).partition("="))
    if not equals or not name or not value:
        raise UsageError(messages.NOT_A_READING.format(word=word))
    check_reading(name, value)
    return name, value


def _run(read: argparse.Namespace) -> int:
    sentence, *more = read.words
    if more:
        raise UsageError(messages.ONE_SENTENCE.format(word=more[0]))
    if not sentence.strip():
        raise UsageError(messages.EMPTY_WORD.format(words=STANDARD.words))
    if read.points is None:
        raise UsageError(messages.NO_POINTS)
    readings: dict[str, str] = {}
    for name, value in read.reading or ():
        if name in readings:
            raise UsageError(messages.READING_TWICE.format(name=name))
        readings[name] = value
    from jixiao.desk.standard import idle_readings, standard

    found = standard(sentence, read.points, read.name, tuple(read.at or ()), readings, read.target.strip())
    _deliver(found, read.format, named=bool(read.name.strip()))
    for name in idle_readings(found, readings):
        say(messages.IDLE_READING.format(name=name))
    fits = not isinstance(found.understood, Misread) and not any(one.error for one in found.scores)
    return DONE if fits else BAD_INPUT


def _deliver(found: Answer, form: str, *, named: bool) -> None:
    """Print the answer; in text what is not understood goes to standard error."""
    if form == "json":
        from jixiao.reports.standard.json import render_standard_json

        for problem in _problems(found):
            say(problem)
        show_document(render_standard_json(found))
        return
    import sys

    from jixiao.cli.console import terminal_console
    from jixiao.reports.standard.terminal import render_standard

    if isinstance(found.understood, Misread):
        render_standard(found, terminal_console(sys.stderr))
        if not named and any(words in found.understood.message for words in MAY_BE_NAME):
            say(messages.NAME_IT)
        return
    with standard_output() as stream:
        render_standard(found, terminal_console(stream))


def _problems(found: Answer) -> list[str]:
    """Give one line for each thing that is wrong with the input."""
    if isinstance(found.understood, Misread):
        return [found.understood.message]
    return [f"--at {one.at}：{one.error}" for one in found.scores if one.error]


def _refusal(message: str, form: str) -> str:
    if form != "json":
        return ""
    from jixiao.reports.standard.json import render_standard_refusal

    return render_standard_refusal(message)


STANDARD = Command(
    name="standard",
    summary="看机器怎样理解一句评分标准，给定数值得几分",
    words="评分标准",
    options=(
        Option(("--points",), "分值（必须写）", "分", _read_points),
        Option(("--name",), "指标名称；句中提到指标名称时要写", "名称", str, ""),
        Option(("--target",), "目标，如 ≥80%；句中只说“达到目标值”、没有写多少时要写", "目标", str, ""),
        Option(("--at",), "要核算的数值或评定，可以写多次", "数值", repeats=True),
        Option(("--reading",), "口径，如 不足一步=不计，可以写多次", "口径", _read_reading, repeats=True),
        format_option(FORMATS),
    ),
    run=_run,
    refusal=_refusal,
    notes=(
        "--at 可以写：\n"
        "  数值      101.3% 或 1.013；句中有单位的，3 就是 3 个那种单位\n"
        "  次数      3；带单位的，单位和句中一样：3例、3天\n"
        "  档次      较好（能认出是哪一档的几个字就行）；有得分范围的：达成=45\n"
        "  清单      达到的项：1,3 或 1-3 或 ①③；一项没有达到写 无；另有扣分的：1,3；2例\n"
        "  是否      是 或 否\n"
        "  酌情扣分  扣几分：2\n"
        "  事实      句中免评或一票否决的事实，用“的”字前面的原话\n\n"
        "退出状态：0 完成；2 句子看不懂，或 --at 对不上\n\n"
        "例：\n"
        '  jixiao standard "不超过100%的，得满分；每超过1%，扣1分。" --points 5 --at 102%'
    ),
)

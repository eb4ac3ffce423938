"""Our own mistakes: each is kept to the one thing that it happened in, and is told, never hidden."""

from __future__ import annotations

import os

from jixiao.model.messages import shortened

_TOLD = (
    "程序内部错误（{kind}），{what}没有核算，其余照常。请把它发给开发者；"
    "设置环境变量 JIXIAO_DEBUG=1 后重新运行可看到详情"
)


def explain_failure(problem: Exception) -> None:
    """Show a developer where it went wrong, if JIXIAO_DEBUG=1 asks for it."""
    if os.environ.get("JIXIAO_DEBUG") == "1":
        import traceback

        traceback.print_exception(problem)


def mishap_text(problem: Exception, what: str) -> str:
    """Say that the program itself failed over one thing, and what to do; shows a developer where."""
    explain_failure(problem)
    return _TOLD.format(kind=type(problem).__name__, what=what)


def sentence_called(sentence: str) -> str:
    """Name a sentence in such a message."""
    return f"评分标准“{shortened(sentence)}”"

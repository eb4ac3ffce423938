"""That all was done, as a report says it in words: a reviewer holds it against what was spent."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from jixiao.documents.oddities.passages import Passage, behind_mark
from jixiao.model.reading import Oddity, OddityKind

_CLAUSE = re.compile(r"[^。;,!?]+")
_DONE = re.compile(r"(?:全部|全面|圆满|均已|都已|均)完成")
_OF_TASKS = re.compile(r"任务|目标|工作|指标|项目|计划|预期|事项|内容")
_NOT_YET = re.compile(
    r"除|前(?:全部|全面|圆满)|目标[为:是]|确保|力争|争取|预计|计划于|将|要求|尚未|没有|未能|未全|不能|如期前|若|应当?|需"
)
_BARE = re.compile(r"(?:已经?|现已|均已|都已|本年已)?(?:全部|全面|圆满)完成了?")
TEXT = "报告写“{words}”"


def all_done(passages: Iterable[Passage]) -> Iterator[Oddity]:
    """Yield the first place that says that all tasks were done; it is told once, however often it is said."""
    for passage in passages:
        for clause in _CLAUSE.finditer(passage.text):
            start = behind_mark(passage.text, clause.start())
            if _says_so(passage.text[start : clause.end()]):
                found = passage.folded.span(start, clause.end())
                quote = passage.quote(found)
                text = TEXT.format(words="".join(quote.split()))
                yield Oddity(OddityKind.ALL_DONE, text, found, quote)
                return


def _says_so(clause: str) -> bool:
    if _DONE.search(clause) is None or _NOT_YET.search(clause):
        return False
    return bool(_OF_TASKS.search(clause) or _BARE.fullmatch(clause))

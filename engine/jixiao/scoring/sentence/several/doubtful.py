"""Small rules of which nobody knows whether they add to what stands before them, or stand in its place.

每发现一处扣1分，及时整改的扣0.5分; 其中重大差错每处扣3分; 首次不扣分
"""

from __future__ import annotations

import re

from jixiao.language.error import LanguageError
from jixiao.scoring.sentence.several.gathered import Gathered, Grouping
from jixiao.scoring.sentence.several.small import Small
from jixiao.scoring.words.context import Context
from jixiao.scoring.words.of_list import is_of_list

_MILDER = re.compile(
    "(?:及时|已|限期|按期|完成|主动|立即|当场|自行)(?:整改|改正|纠正|补|说明|报告|消除|退)|整改(?:后|到位|完成|完毕)|主动|正当理由|客观原因|特殊原因|经批准|轻微|较轻"
)
"""Words of what makes a fault less of one."""
ORDINAL = re.compile("首次|初次|第[一二三四五六1-6]次|前[一两二三四五]次")
"""Words of how many cases are meant, and not of which."""
_NONE = re.compile("[不未无没拒逾]")
"""Words that say that there is nothing of the kind: 未整改, 无正当理由, 整改不到位."""
_BESIDES = ("再", "另", "加")
"""How an award begins that adds to what is taken already."""
OF_THEM = "其中"


def _refuse_of_list(gathered: Gathered) -> None:
    """Raise LanguageError at what is said of the items before it together: 有一项不符合的，本项不得分."""
    listed = sum(not one.counted for group in gathered.groupings for one in (*group.earns, *group.against))
    for group in gathered.groupings:
        for small in group.against:
            if listed > 1 and not small.counted and is_of_list(small.words):
                span = small.clause.span
                message = f"看不出“{small.words}”说的是前面哪几条，请写成：①…；②…。全部符合得几分，否则不得分"
                raise LanguageError.at(message, span)


def refuse_doubtful(gathered: Gathered, context: Context) -> None:
    """Raise LanguageError at the first small rule that may as well stand in the place of another."""
    _refuse_of_list(gathered)
    taken: list[Small] = []
    for grouping in gathered.groupings:
        lone = grouping.earns if taken and not grouping.against else []
        doubtful = [one for one in lone if "扣" in _award(one, context)] or [
            one for one in grouping.against if _is_doubtful(one, grouping, context)
        ]
        for small in doubtful:
            message = f"看不出“{small.all_words}”是在前面的扣分之外另算，还是代替前面的扣分，请分别写明各种情况扣几分"
            span = small.clause.span
            raise LanguageError.at(message, span)
        taken += grouping.against


def _is_doubtful(small: Small, grouping: Grouping, context: Context) -> bool:
    before = [one for one in grouping.against if one.clause.span.start < small.clause.span.start]
    counted = [one for one in before if one.counted]
    counts = bool(grouping.valued) or (
        bool(counted) and not any(_NONE.search(one.all_words) for one in counted)
    )
    if not counts or _award(small, context).startswith(_BESIDES):
        return False
    milder = _MILDER.search(small.all_words) and not _NONE.search(small.all_words)
    return bool(milder) or small.all_words.startswith(OF_THEM)


def _award(small: Small, context: Context) -> str:
    award = small.clause.award
    return "" if award is None else context.folded(award.span)

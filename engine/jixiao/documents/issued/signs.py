"""What the words of a row or cell tell: a rule, a total, a note, a block of bonus points."""

from __future__ import annotations

import re

from jixiao.model.issued import Extra
from jixiao.quantity.number import fold_width

_RULE = re.compile(
    r"(?:得|扣|计|加|给|赋|减|为|记)\s*(?:\d+(?:\.\d+)?|[一二三四五六七八九十]|满|相应|0?)\s*分|不得分|满分|扣完|按比例|酌情|"
    r"\d+(?:\.\d+)?\s*分[；;，,。)）]?|每(?:超过|低于|增加|减少|发现|少|出现|有|项|个)|得分\s*[=＝]|[=＝]?\s*分值\s*[×xX*]|×\s*(?:分值|\d+)|一票否决"
)
_TOTAL = re.compile(
    r"(?:得分|分值|分数|自评|考核|评价|最终|综合|各项|累计)?(?:总?合计|总计|小计|总体?得分|总分|满分)(?:得?分|分[值数])?"
    r"(?:[(（].*[)）])?[:：]?(?:\d+分?)?"
)
_SUBTOTAL = re.compile(r"小计")
_NOTE = re.compile(
    r"^(?:注|备注|说明|填表说明|填报说明|评分说明|评价等级|评定等级|等级划分|等级|评价结果|结果等级|一票否决|打分说明|计分说明|口径|附注|※|\*)\s*(?:\d+\s*)?(?:[:：.、]|[(（]|.{12,})"
)
_SIGNED = re.compile(
    r"(?:填表人|填报人|负责人|联系人|联系电话|填报日期|填表日期|评价人|评价组|审核人|单位[(（]?(?:盖章|公章)|单位名称|填报单位|评价单位|考核单位|被评价单位|项目名称|主管部门|实施单位|日期|制表)[^:：]{0,8}[:：]"
)
_BONUS = re.compile(
    r"^(?:[一二三四五六七八九十]+、)?(?:附加(?:分|项|指标)|加分(?:项|指标|因素|事项|内容)?|奖励(?:分|项|指标|加分)|加减分(?:项|指标)?|其他加分)"
)
_VETO = re.compile(r"^(?:[一二三四五六七八九十]+、)?(?:一票)?否决(?:项|指标|事项|条款|情形)?(?:[(（].*)?$")
_PENALTY = re.compile(
    r"^(?:[一二三四五六七八九十]+、)?(?:减分(?:项|指标|因素|事项)?|扣分(?:项|指标|因素|事项)|倒扣(?:分|项)|惩罚(?:项|指标)?)"
)

_POINTS = re.compile(r"\s*\(\s*\d+(?:\.\d+)?\s*分?\s*\)?\s*$")
"""Points behind a name, which are no rule."""
MIN_RULE = 5
"""Fewest characters of a sentence that says how points are earned."""


def sounds_like_rule(text: str) -> bool:
    """Whether a text says how points are earned or lost."""
    plain = _POINTS.sub("", fold_width(text))
    return len(plain) >= MIN_RULE and bool(_RULE.search(plain))


def is_total(text: str) -> bool:
    """Whether a cell heads a row of totals."""
    return bool(_TOTAL.fullmatch(fold_width(re.sub(r"\s+", "", text))))


def is_subtotal(text: str) -> bool:
    """Whether it heads the total of a part only."""
    return bool(_SUBTOTAL.search(re.sub(r"\s+", "", text)))


def is_note(text: str) -> bool:
    """Whether a text that stands alone is a note on the table."""
    return bool(_NOTE.match(text.strip()))


def is_signed(text: str) -> bool:
    """Whether a text is a line of a form: who filled it in, and when."""
    return bool(_SIGNED.search(re.sub(r"\s+", "", text)))


def is_veto(text: str) -> bool:
    """Whether a label heads what decides more than an indicator: 否决项."""
    return bool(_VETO.match(re.sub(r"\s+", "", text)))


def extra_of(text: str) -> Extra:
    """Tell a block of bonus points, or of points that are taken off the total, by its name."""
    plain = re.sub(r"\s+", "", text)
    if _BONUS.match(plain):
        return "bonus"
    return "penalty" if _PENALTY.match(plain) else ""


def is_extra_head(text: str) -> bool:
    """Whether a text is nothing but the name of such a block: 四、加分项目."""
    plain = re.sub(r"\s+", "", text)
    found = _BONUS.match(plain) or _PENALTY.match(plain)
    return found is not None and len(plain) - found.end() <= 1

"""Sentences of several small rules, every kind of rule at least once: name, points, sentence."""

from __future__ import annotations

from fractions import Fraction

from jixiao.scoring.sentence.meaning import Meaning, meaning_of
from jixiao.scoring.sentence.understand import understand

BULLETINS = (
    "简报报送",
    5,
    "1、按时报送简报的得2分，每迟报一天扣0.5分。2、内容准确的得3分，每发现一处差错扣1分，最多扣2分。",
)
LEDGERS = ("台账管理", 3, "无登记台账的扣0.5分；签字不全的，每处扣0.2分；弄虚作假的，该项不得分。")
AWARDS = ("获奖情况", 4, "获国家级表彰的得4分，省级表彰的得2分，市级表彰的得1分，按最高项计分。")
DUTY = ("值班值守", 4, "制定值班表的得2分；落实值班制度的得2分；存在脱岗情况的，酌情扣分。")
RATE = (
    "抽检合格率",
    6,
    "1、抽检合格率达到95%的得3分，每低1个百分点扣0.5分。2、按期整改的得3分，每逾期一项扣1分。",
)
RATES = (
    "服务质量",
    6,
    "1、群众满意度达到90%的得3分，每低1个百分点扣0.5分。2、投诉办结率达到100%的得3分，每低1个百分点扣1分。",
)
POSTS = (
    "岗位设置",
    4,
    "严格执行岗位设置规定（4分）。存在超岗聘用情况的，发现一次扣1分；发现三次及以上的，此项不得分。",
)
SENTENCES = (BULLETINS, LEDGERS, AWARDS, DUTY, RATE, RATES, POSTS)


def meant(sentence: tuple[str, int, str], **readings: str) -> Meaning:
    """Give what a sentence means."""
    name, points, text = sentence
    return meaning_of(understand(text, name, Fraction(points)), readings)

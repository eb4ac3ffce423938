"""Numbers in a folded passage: what each is, a figure with its unit or one of the many numbers that are none."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jixiao.dataclass import dataclass

_DIGITS = r"\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)?"
_MONEY = "亿元|万元|千元|百元|元|亿|万(?=[^人户亩名元个]|$)"
_COUNTED = (
    "个百分点|人次|人\\(次\\)|户次|批\\(次\\)|批次|场次|车次|件次|台\\(套\\)|辆\\(台\\)|套\\(台\\)|台套|平方米|平方公里|立方米|公里|千米|万人|万户|万亩|万名|"
    "万平方米|万人次|万个|万册|千瓦时|公顷|小时|课时|学时|个月|㎡|m2|km|人|名|位|个|辆|台|套|部|批|次|户|家|亩|米|座|处|项(?!目)|件|起|场|份|班|床|张|所|期|天|吨|册|本|"
    "村|条|宗|工作日|顶|轮|件\\(套\\)|件/套|吨/日|万元/公里|例次|例|株|盏|只|头|届|组|支|栋|幢|间|篇|门|艘|架|块|面|副|节|对|点|卷次|卷册|卷|页|剂次|剂|分钟|秒|笔|票|单|档|周(?!年)|集|幅|首|"
    "孔|眼|口|棵|股|羽|公斤|千克|克|度|兆瓦|千瓦|台次|人年|人日|人天|床日|平米|路|桌|箱|袋|瓶|辆次|趟|层|行|枚|列|校|户籍|类|款|则|封|段|道"
)
_COUNTED += "|件套|册次|人份|针次|篇次|延米"
_COUNTED = "|".join(sorted(_COUNTED.split("|"), key=len, reverse=True))  # 台次 before 台
_SIZED = re.compile(f"(?P<size>[万亿])[余多]?(?P<unit>{_COUNTED})")
SIGNS_MISPRINTED = "[QWR](?=\\d)"
"""Letters that stand where a font lacked ≤ or ≥."""
_EACH = f"(?:万元|元)/(?:{_COUNTED}|年|月|生|克)(?:[·/](?:年|月|天|次))?"
"""What is paid for one of a thing: 元/吨, 元/平方米·年."""
UNITS = f"%|‰|{_MONEY}|{_COUNTED}"
"""What may stand behind a number as its unit."""
_UNIT = re.compile(f"{_EACH}|{UNITS}")
_NUMBER = re.compile(_DIGITS)

_YEAR_BEHIND = re.compile("年(?!限|龄|级|均|人)")
_DATE = re.compile(
    r"(?:19|20)\d\d([-./])\d{1,2}\1\d{1,2}|\d{1,2}:\d{2}(?::\d{2})?|(?<!\d)\d{1,2}[-~至到]\d{1,2}(?=月)|(?:19|20)\d\d[./]\d{1,2}(?=[-~至到])"
)
_PHONE = re.compile(r"(?<!\d)(?:0\d{2,3}-\d{7,8}|1[3-9]\d{9}|\d{3,4}-\d{3,4}-\d{3,4})(?!\d)")
_DOCUMENT = re.compile(r"[\[(](?:19|20)\d\d[\])]\d*号?|(?:19|20)\d\d年?第?\d{1,20}+号")
_CODE = re.compile(r"(?<![A-Za-z_\d])(?:(?:\d++[A-Za-z_]|[A-Za-z_]++\d)[A-Za-z0-9_-]*+|\d{6,}+-)")
"""A word of digits and letters; it is looked for only where one begins, and nothing of it is given back."""
_CODE_UNITS = re.compile(r"\d+(?:\.\d+)?(?:m2|km|kg|t|m)(?![A-Za-z])")
_NO_FIGURE = re.compile(
    "年|月|日(?!均)|时(?!间)|号(?!线)|条例|款(?:项)?|届|周年|世纪|字以内|字\\)|页|级(?!别)|岁|楼|层|分(?![之局类支])|倍|点\\d|星级|度(?!电)"
)
_BEFORE_NONE = re.compile(
    "(?:第|编号|代码|邮编|邮政编码|电话|传真|附件|附表|表|图|公开|字数|网址|查看|评论|浏览次数|浏览量|浏览|点击次数|点击量|点击|阅读次数|阅读|人气):?$"
)


@dataclass(frozen=True, slots=True)
class Number:
    """A number in a passage: where its digits stand, its unit and where that ends, and what it is."""

    start: int
    end: int
    digits: str
    unit: str
    unit_end: int
    why: str = ""
    """Why it is no figure; empty for a figure."""


def numbers(text: str) -> Iterator[Number]:
    """Yield every number of a folded passage in its order."""
    barred = _barred(text)
    for match in _NUMBER.finditer(text):
        start, end = match.span()
        if _RUN_ON.match(match[0]) and text[max(0, start - 1) : start] in _COMPARING:
            start += 4
        elif text[max(0, start - 2) : start] in _NEGATIVE:
            start -= 1
        if start in barred:
            yield Number(start, end, text[start:end], "", end, barred[start])
            continue
        sized = _SIZED.match(text, end)
        unit = None if sized else _UNIT.match(text, _about(text, end))
        name = unit[0] if unit else ""
        unit_end = unit.end() if unit else end
        if sized is not None:
            end, name, unit_end = sized.end("size"), sized["unit"], sized.end()
        why = _why_none(text, start, end, name, text[start:end])
        yield Number(start, end, text[start:end], name, unit_end, why)


def _about(text: str, end: int) -> int:
    """Give where a unit may begin: behind the 余 or 多 of a number that is about right."""
    return end + 1 if text[end : end + 1] in ("余", "多") and _UNIT.match(text, end + 1) else end


_RUN_ON = re.compile(r"20[0-4]\d\d+\.\d+")
"""A year whose sign was lost, run together with the amount behind it: 与2020441.35万元相比."""
_NEGATIVE = ("=-", "率-", ":-", "为-", "额-", "幅-", "是-")
"""What a minus stands behind that belongs to its number."""
_COMPARING = ("与", "比", "较", "同", "和")


def _barred(text: str) -> dict[int, str]:
    found: dict[int, str] = {}
    for pattern, why in ((_DOCUMENT, "文号"), (_DATE, "日期或时刻"), (_PHONE, "电话"), (_CODE, "编码")):
        for match in pattern.finditer(text):
            if why == "编码" and (_CODE_UNITS.fullmatch(match[0]) or _is_misprinted(text, match)):
                continue
            for place in range(match.start(), match.end()):
                found.setdefault(place, why)
    return found


_MISPRINTED = re.compile(rf"{SIGNS_MISPRINTED}\d+")


def _is_misprinted(text: str, code: re.Match[str]) -> bool:
    """Whether a letter before digits stands for ≤ or ≥: a unit, or a decimal point, follows."""
    if _MISPRINTED.fullmatch(code[0]) is None:
        return False
    return text[code.end() : code.end() + 1] == "." or _UNIT.match(text, code.end()) is not None


_ORDINAL = re.compile(r"(?:^|[\n。;,:)、])(?:\(|指标)?$")
_ORDINAL_END = re.compile(r"[、.)](?=[^\d%])|\)")


_OPERATOR = re.compile(r"[/*×÷+=(\[]$")
_LIMIT = re.compile("[\u4e00-\u9fff]{1,2}以[上下]的(?=[\u4e00-\u9fff])")
"""Behind a number that only tells which things are counted: 20人以上的团队."""
_LIMIT_IN_NAME = re.compile(r"万?元?\(?(?:\(?含\)?)?以[上下]\)?(?:\(含\))?的?(?:通用|专用|大型)?设备")


def _why_none(text: str, start: int, end: int, unit: str, digits: str) -> str:
    """Say why a number is no figure; empty where it is one."""
    before, behind = text[max(0, start - 12) : start], text[end : end + 3]
    if _LIMIT_IN_NAME.match(text, end) or _LIMIT.match(text, end):
        return "是名称的一部分"
    if digits == "100" and unit == "%" and before.endswith(("×", "*")):
        return "算式"
    if unit in _SURE:
        return ""
    if _BEFORE_NONE.search(before):
        return "序号或编号"
    whole = "." not in digits
    if whole and len(digits) == 4 and digits.startswith(("19", "20")) and _is_year(behind, unit):
        return "年度"
    return "" if unit else _why_bare(before, behind, digits, whole=whole)


_SURE = frozenset("亿元 万元 千元 元 % ‰".split())
"""Units behind which a number is a figure, whatever stands before it."""


def _why_bare(before: str, behind: str, digits: str, *, whole: bool) -> str:
    """Say why a number without a unit is no figure."""
    if behind[:1] in "/*×÷)]" and _OPERATOR.search(before) and not before.endswith("("):
        return "算式"
    if _NO_FIGURE.match(behind):
        return "日期、序号或分值"
    if whole and len(digits) <= 2 and _is_ordinal(before, behind):
        return "序号"
    return "编码" if whole and len(digits) >= 6 and "," not in digits else ""


def _is_ordinal(before: str, behind: str) -> bool:
    """Whether a small number counts the parts of a text: 1、 2. (3)."""
    if behind.startswith("、") and _LISTS.search(before):
        return True
    opens = before.endswith("(") or _ORDINAL.search(before) is not None
    return opens and _ORDINAL_END.match(behind) is not None


_LISTS = re.compile("(?:^|[。;:,\n)]|其中|包括|如下)$")


def _is_year(behind: str, unit: str) -> bool:
    if _YEAR_BEHIND.match(behind) or behind.startswith(("度", "-", "学年", "财年")):
        return True
    return not unit and not behind[:1].isdigit()

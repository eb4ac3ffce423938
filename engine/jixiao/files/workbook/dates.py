"""Dates and times as a cell shows them."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta

_TOKEN = re.compile(
    r'"([^"]*)"|\\(.)|(_.|\*.|\[\$[^\]]*\])|(\[h+\]|\[m+\]|\[s+\]|上午/下午|AM/PM|A/P|[ymdhsae]+|0+)|(.)',
    re.DOTALL | re.IGNORECASE,
)
_WEEKDAYS = "一二三四五六日"
_PLAIN = {"", "general", "@"}


def shown_date(value: datetime | date | time | timedelta, number_format: str) -> str:
    """Give a date or time by its format; without one as 2022-12-31."""
    if isinstance(value, timedelta):
        moment, hours = datetime(1900, 1, 1) + value % timedelta(days=1), int(value.total_seconds() // 3600)  # noqa: DTZ001
    elif isinstance(value, time):
        moment, hours = datetime.combine(date(1900, 1, 1), value), value.hour
    else:
        moment = value if isinstance(value, datetime) else datetime.combine(value, time())
        hours = moment.hour
    first = re.split(r";(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", number_format)[0]
    if first.lower() in _PLAIN or not re.search(
        r"[ymdhsa]", re.sub(r'"[^"]*"|\[\$[^\]]*\]', "", first), re.IGNORECASE
    ):
        return (
            moment.strftime("%Y-%m-%d") if moment.time() == time() else moment.strftime("%Y-%m-%d %H:%M:%S")
        )
    return _by_format(moment, hours, first)


def _by_format(moment: datetime, hours: int, number_format: str) -> str:
    tokens = _TOKEN.findall(
        re.sub(r"\[(?!\$|h+\]|m+\]|s+\])[^\]]*\]", "", number_format, flags=re.IGNORECASE)
    )
    is_half_day = any(code.lower() in {"am/pm", "a/p", "上午/下午"} for _, _, _, code, _ in tokens)
    codes = [code.lower() for _, _, _, code, _ in tokens]
    parts: list[str] = []
    for place, (quoted, escaped, _, code, plain) in enumerate(tokens):
        if not code:
            parts.append(quoted + escaped + plain)
            continue
        low = code.lower()
        if low[0] == "m" and _is_minute(codes, place):
            low = low.replace("m", "n")
        parts.append(_written(low, moment, hours, is_half_day=is_half_day))
    return "".join(parts).strip()


def _is_minute(codes: list[str], place: int) -> bool:
    """Tell an m of minutes from one of months: after hours or before seconds."""
    before = next((one for one in reversed(codes[:place]) if one), "")
    after = next((one for one in codes[place + 1 :] if one), "")
    return "h" in before or after.startswith(("s", "[s"))


def _written(code: str, moment: datetime, hours: int, *, is_half_day: bool) -> str:
    hour = (moment.hour % 12 or 12) if is_half_day else moment.hour
    is_morning = moment.hour < 12
    width = len(code)
    if code.startswith("["):
        seconds = hours * 3600 + moment.minute * 60 + moment.second
        return str({"h": hours, "m": seconds // 60, "s": seconds}[code[1]])
    if code in {"am/pm", "a/p"}:
        return ("AM" if is_morning else "PM")[: 2 if width > 3 else 1]
    if code == "上午/下午":
        return "上午" if is_morning else "下午"
    if code[0] == "a":
        return ("星期" if width > 3 else "") + _WEEKDAYS[moment.weekday()]
    if code[0] in "ye":
        return f"{moment.year:04}" if width > 2 or code[0] == "e" else f"{moment.year % 100:02}"
    if code[0] == "m" and width > 2:
        return moment.strftime("%b" if width == 3 else "%B")
    if code[0] == "d" and width > 2:
        return moment.strftime("%a" if width == 3 else "%A")
    if code[0] == "0":
        return f"{moment.microsecond:06}"[:width]
    number = {"m": moment.month, "d": moment.day, "h": hour, "n": moment.minute, "s": moment.second}[code[0]]
    return f"{number:0{min(width, 2)}}"

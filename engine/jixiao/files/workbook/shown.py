"""What a cell shows: its value by its number format, as Excel and WPS write it."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta
from decimal import Decimal, InvalidOperation

from jixiao.files.workbook.dates import shown_date

MAX_GENERAL = 11
"""Characters that a cell without a format shows of a number."""
MAX_PLACES = 30
"""Most decimal places of a format. Stops one that asks for a billion."""
MAX_FORMAT = 255
"""Longest number format that Excel takes. Stops one whose pieces take minutes to tell apart; its cells show what they hold."""

_CONDITION = re.compile(r"\[(<=|>=|<>|<|>|=)\s*(-?\d+(?:\.\d+)?)\]")
_BRACKETS = re.compile(r"\[(?:\$([^\]-]*)(?:-[^\]]*)?|[^\]]*)\]")
_TOKEN = re.compile(r'"([^"]*)"|\\(.)|_.|\*.|([0#?.,%]+|E[+-]0+)|(.)', re.DOTALL | re.IGNORECASE)
_HOLDERS = "0#?"

Value = bool | int | float | str | datetime | date | time | timedelta | None


def shown(value: Value, number_format: str | None) -> str:
    """Give what is seen in a cell."""
    if number_format is not None and len(number_format) > MAX_FORMAT:
        number_format = None
    if value is None:
        return ""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, str):
        return _shown_text(value, number_format or "")
    if isinstance(value, datetime | date | time | timedelta):
        return shown_date(value, number_format or "")
    return _shown_number(value, number_format or "General")


def _shown_text(text: str, number_format: str) -> str:
    sections = _sections(number_format)
    if len(sections) == 4 and "@" in sections[3]:
        return "".join(
            text if plain == "@" else quoted + escaped + plain
            for quoted, escaped, _, plain in _TOKEN.findall(sections[3])
        )
    return text


def _shown_number(value: float, number_format: str) -> str:
    number = exact(value)
    if number is None:
        return str(value)
    section, is_signed = _section(number, _sections(number_format))
    section = _BRACKETS.sub(lambda found: f'"{found[1]}"' if found[1] else "", section)
    bare = re.sub(r'"[^"]*"|\\.|_.|\*.', "", section)
    if "general" in section.lower() or "@" in bare or "/" in bare:
        text = _general(number if is_signed else abs(number))
        literals = re.split(r"general", section, maxsplit=1, flags=re.IGNORECASE)
        if len(literals) == 2:
            return _literal(literals[0]) + text + _literal(literals[1])
        return text
    written = _by_format(abs(number), section)
    return f"-{written}" if is_signed and number < 0 and re.search(r"[1-9]", written) else written


def exact(value: float) -> Decimal | None:
    """Give a number to the 15 digits that a workbook knows: 0.30000000000000004 is 0.3."""
    try:
        number = Decimal(f"{value:.15g}" if type(value) is float else str(value)[:400])
    except (InvalidOperation, ValueError):
        return None
    return number if number.is_finite() and abs(number.adjusted()) < 300 else None


def _sections(number_format: str) -> list[str]:
    found = re.findall(r'((?:"[^"]*"|\\.|\[[^\]]*\]|[^;])*)(?:;|\Z)', number_format, re.DOTALL)
    return (found[:4] if number_format.endswith(";") else found[:-1][:4]) or [""]


def _section(number: Decimal, parts: list[str]) -> tuple[str, bool]:
    """Give the part of a format for a number, and whether the minus sign is still to be written."""
    conditions = [_CONDITION.search(part) for part in parts]
    if any(conditions):
        for part, condition in zip(parts, conditions, strict=True):
            if condition is None or _holds(number, condition[1], Decimal(condition[2])):
                return part, True
        return parts[-1], True
    if number == 0 and len(parts) > 2:
        return parts[2], False
    if number < 0 and len(parts) > 1 and parts[1]:
        return parts[1], False
    return parts[0], True


def _holds(number: Decimal, sign: str, bound: Decimal) -> bool:
    return {
        "<": number < bound,
        "<=": number <= bound,
        ">": number > bound,
        ">=": number >= bound,
        "=": number == bound,
        "<>": number != bound,
    }[sign]


def _general(number: Decimal) -> str:
    """Write a number without a format: as many decimals as fit the cell, whole numbers whole."""
    room = MAX_GENERAL - 1 - len(str(abs(int(number))))
    if abs(number) < Decimal("0.0001") and number and -number.adjusted() > 9:
        return f"{number:.5E}".replace("E-", "E-0" if abs(number.adjusted()) < 10 else "E-")
    rounded = _rounded(number, max(0, room))
    text = f"{rounded:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _rounded(number: Decimal, places: int) -> Decimal:
    """Round half up, as a cell shows it. The digits around are few, so the precision of 28 is not reached in sums."""
    scaled = number.scaleb(places)
    whole = int(abs(scaled) + Decimal("0.5"))
    return Decimal(f"{'-' if number < 0 else ''}{whole}").scaleb(-places)


def _literal(text: str) -> str:
    return "".join(quoted + escaped + plain for quoted, escaped, _, plain in _TOKEN.findall(text))


def _by_format(number: Decimal, section: str) -> str:
    tokens = _TOKEN.findall(section)
    holders = "".join(holder for _, _, holder, _ in tokens)
    if not any(one in holders for one in _HOLDERS):
        return "".join(
            quoted + escaped + (holder if holder == "%" else "") + plain
            for quoted, escaped, holder, plain in tokens
        )
    number = number.scaleb(2 * holders.count("%"))
    pattern = holders.replace("%", "")
    exponent = re.search(r"E([+-])(0+)", pattern, re.IGNORECASE)
    if exponent is not None:
        digits = _scientific(number, pattern[: exponent.start()], exponent[1], len(exponent[2]))
    else:
        digits = _digits(number, pattern)
    parts: list[str] = []
    is_written = False
    for quoted, escaped, holder, plain in tokens:
        parts.append(quoted + escaped + plain)
        if holder and not is_written and any(one in holder for one in (*_HOLDERS, ".")):
            parts.append(digits)
            is_written = True
        parts.append("%" * holder.count("%"))
    return "".join(parts).strip()


def _digits(number: Decimal, pattern: str) -> str:
    whole, _, decimals = pattern.partition(".")
    scaled = len(whole) - len(whole.rstrip(",")) if not decimals else len(pattern) - len(pattern.rstrip(","))
    number = number.scaleb(-3 * scaled)
    places = [one for one in decimals if one in _HOLDERS][:MAX_PLACES]
    text = f"{_rounded(number, len(places)):f}"
    before, _, after = text.partition(".")
    least = whole.count("0")
    before = before.lstrip("0").zfill(least) if least or before.strip("0") else ""
    while after and places[len(after) - 1] == "#" and after.endswith("0"):
        after = after[:-1]
    if "," in whole.strip(","):
        before = re.sub(r"(?<=\d)(?=(?:\d{3})+$)", ",", before)
    return before + ("." + after if after or "." in pattern else "")


def _scientific(number: Decimal, pattern: str, sign: str, width: int) -> str:
    power = number.adjusted() if number else 0
    digits = _digits(number.scaleb(-power), pattern)
    if digits.startswith("10"):
        power += 1
        digits = _digits(number.scaleb(-power), pattern)
    shown_sign = "-" if power < 0 else "+" if sign == "+" else ""
    return f"{digits}E{shown_sign}{str(abs(power)).zfill(width)}"

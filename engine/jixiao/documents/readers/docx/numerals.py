"""Whole numbers as Word writes them in automatic numbers: 三、（十二）iv ③ 甲."""

from __future__ import annotations

from collections.abc import Callable

MAX_LETTERS = 780
"""Largest number that is written in letters (thirty times the alphabet), or as a Roman one up to thousands."""

MAX_ROMAN = 3_999

_DIGITS = "〇一二三四五六七八九"
_FORMAL = "零壹贰叁肆伍陆柒捌玖"
_PLAIN = "零一二三四五六七八九"
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES = "子丑寅卯辰巳午未申酉戌亥"


def numeral(count: int, kind: str) -> str:
    """Write a number in the format that Word calls by a name; in digits where the format is not known."""
    write = _WAYS.get(kind)
    return (write(count) if write and count >= 0 else "") or str(count)


def _by_thousands(digits: str, units: str, *, ten_alone: bool) -> Callable[[int], str]:
    """Write as it is spoken: 一千零一, 二十; with `ten_alone` 十二 for 一十二."""

    def written(count: int) -> str:
        if not 0 < count < 10_000:
            return ""
        text, gap = "", False
        for place, unit in zip((1000, 100, 10, 1), units + " ", strict=True):
            digit = count // place % 10
            if digit:
                text += (digits[0] if gap and text else "") + digits[digit] + unit.strip()
            gap = not digit
        one_ten = digits[1] + units[2]
        return text[1:] if ten_alone and text.startswith(one_ten) else text

    return written


def _counting(count: int) -> str:
    """Write up to 99 as it is spoken, beyond that digit by digit."""
    return _spoken(count) if count < 100 else _by_digits(count)


def _by_digits(count: int) -> str:
    return "".join(_DIGITS[int(digit)] for digit in str(count))


def _roman(count: int) -> str:
    if not 0 < count <= MAX_ROMAN:
        return ""
    text = ""
    for size, letters in _ROMAN:
        text += letters * (count // size)
        count %= size
    return text


def _letters(count: int) -> str:
    if not 0 < count <= MAX_LETTERS:
        return ""
    return chr(ord("a") + (count - 1) % 26) * ((count - 1) // 26 + 1)


def _from(*starts: tuple[int, int, int]) -> Callable[[int], str]:
    """Write with one sign a number; each start is the first number, the last one and the first one's sign."""

    def written(count: int) -> str:
        return next((chr(sign + count - first) for first, last, sign in starts if first <= count <= last), "")

    return written


def _turning(signs: str) -> Callable[[int], str]:
    return lambda count: signs[(count - 1) % len(signs)] if count else ""


def _sixty(count: int) -> str:
    return _STEMS[(count - 1) % 10] + _BRANCHES[(count - 1) % 12] if count else ""


def _wide(count: int) -> str:
    return "".join(chr(ord("０") + int(digit)) for digit in str(count))


_spoken = _by_thousands(_PLAIN, "千百十", ten_alone=True)
_circled = _from((1, 20, 0x2460), (21, 35, 0x3251), (36, 50, 0x32B1))
_WAYS: dict[str, Callable[[int], str]] = {
    "chineseCounting": _counting,
    "chineseCountingThousand": _spoken,
    "japaneseCounting": _spoken,
    "taiwaneseCounting": _counting,
    "taiwaneseCountingThousand": _spoken,
    "chineseLegalSimplified": _by_thousands(_FORMAL, "仟佰拾", ten_alone=False),
    "ideographDigital": _by_digits,
    "taiwaneseDigital": _by_digits,
    "japaneseDigitalTenThousand": _by_digits,
    "ideographTraditional": _turning(_STEMS),
    "ideographZodiac": _turning(_BRANCHES),
    "ideographZodiacTraditional": _sixty,
    "ideographEnclosedCircle": _from((1, 10, 0x3280)),
    "decimalEnclosedCircle": _circled,
    "decimalEnclosedCircleChinese": _circled,
    "decimalEnclosedFullstop": _from((1, 20, 0x2488)),
    "decimalEnclosedParen": _from((1, 20, 0x2474)),
    "decimalFullWidth": _wide,
    "decimalFullWidth2": _wide,
    "decimalZero": lambda count: f"{count:02}",
    "upperRoman": lambda count: _roman(count).upper(),
    "lowerRoman": _roman,
    "upperLetter": lambda count: _letters(count).upper(),
    "lowerLetter": _letters,
}

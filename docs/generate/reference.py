"""The reference of the scoring language, from the examples that are its tests.

What people write stands in docs/language/source; everything else is what the engine says of
the examples in tests/scoring.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from generate.markdown import quote, section, table
from generate.sentences import accepted, refused
from jixiao.scoring.forms.listed import FORMS as LISTED
from jixiao.scoring.scale.readings import DEFAULTS, READINGS, SCORE_READINGS
from jixiao.scoring.sentence.meaning import meaning_of
from shared.sentences.examples import FOLDER, Example, Spellings, read_examples, read_spellings

ROOT = Path(__file__).parents[2]
SOURCE, TARGET = ROOT / "docs/language/source", ROOT / "docs/language"
SCHEMA = ROOT / "rules/schema/ruleset.schema.json"
FORMS = (
    "steps", "bands", "target", "proportion", "linear", "levels", "checklist", "tally", "breaches", "binary", "bonus",
    "discretion", "given", "assessed",
)  # fmt: skip
"""Forms in the order in which a reader should meet them."""
SUMMED = {
    "sections": "几条相加 · 分段", "items": "几条相加 · 得分项", "counts": "几条相加 · 计数", "faults": "几条相加 · 一次扣分、一票不得分",
    "grades": "几条相加 · 奖项和等次", "left": "几条相加 · 酌情扣分", "measures": "几条相加 · 几个数值",
}  # fmt: skip
"""The kinds of small rules that a sum adds up."""
_NAMES = {listed.code: listed.title for listed in LISTED}
TITLES = {
    **{form: _NAMES[form] for form in FORMS},
    **SUMMED,
    "around": "前后可以加的话",
    "readings": "口径",
    "refused": "看不懂的句子怎么改",
}
_TAKES = {
    "value": "指标的数值", "level": "评定的等次", "met": "评定达到了哪几条", "count": "评定的次数",
    "answer": "评定是或否", "deduction": "评定扣几分", "given": "评定得几分",
    "several": "几样，各说各的",
}  # fmt: skip
_SILENT = {"得分小数位": "不舍入", "舍入": "四舍五入", "无指标值": "待定"}
_BACK = "[← 评分标准的写法](README.md)"
_NOTE = "<!-- 由 make docs 生成。要改文字，改 docs/language/source/{name}.md；要改例句，改 tests/scoring/{examples}。 -->"


INDEX = "README"


def pages() -> dict[Path, str]:
    """Give every page of the reference, by where it stands."""
    return {path: page(path.stem) for path in (TARGET / f"{name}.md" for name in (INDEX, *TITLES))}


def page(name: str) -> str:
    """Give the page of this name."""
    return _index() if name == INDEX else _page(name)


def _page(name: str) -> str:
    examples = _examples(name)
    pieces = {
        "例句": section("例句", accepted(one for one in examples if not one.refused)),
        "拒绝": section("不接受的写法", refused(one for one in examples if one.refused)),
        "口径": section("口径", _asked(examples)),
        "口径表": _readings_table(),
    }
    note = _NOTE.format(name=name, examples=f"examples/{name}.yaml")
    return f"{note}\n\n# {TITLES[name]}\n\n{_BACK}\n\n{_filled(name, pieces)}"


def _index() -> str:
    pieces = {"写法表": _forms_table(), "同义表": _spellings_table(read_spellings())}
    note = _NOTE.format(name="README", examples="spellings.yaml")
    return f"{note}\n\n{_filled('README', pieces)}"


def _filled(name: str, pieces: Mapping[str, str]) -> str:
    """Give the page's own words with what is generated in its places."""
    text = (SOURCE / f"{name}.md").read_text(encoding="utf-8")
    text = re.sub(r"<!-- (\w+) -->", lambda place: pieces[place[1]].strip(), text)
    return re.sub(r"\n{3,}", "\n\n", text).strip() + "\n"


def _examples(name: str) -> list[Example]:
    return [one for one in read_examples(FOLDER / f"{name}.yaml") if not one.gap]


def _asked(examples: Iterable[Example]) -> Iterator[str]:
    """Yield which 口径 sentences of this form ask for."""
    names = {name for one in examples if not one.refused for name in meaning_of(one.standard(), {}).asks}
    asked = "、".join(f"“{name}”" for name in READINGS if name in names)
    if asked:
        yield f"句子没有写明时，得分可能取决于{asked}。各是什么意思，见[口径](readings.md)。"
    else:
        yield "这种写法没有可以读出两种意思的地方；得分怎样舍入，见[口径](readings.md)。"


def _forms_table() -> str:
    rows = []
    for form in (*FORMS, *SUMMED):
        first = _examples(form)[0]
        rows.append((f"[{TITLES[form]}]({form}.md)", quote(first.text), _TAKES[first.standard().form.takes]))
    return table(("写法", "例子", "靠什么算"), rows)


def _readings_table() -> str:
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))["$defs"]["readings"]["properties"]
    rows = []
    for name, values in {**READINGS, **SCORE_READINGS}.items():
        silent = DEFAULTS.get(name) or _SILENT.get(name, "给出范围")
        rows.append((name, "、".join(values), silent, quote(schema[name]["description"])))
    return table(("口径", "可以写", "不写时", "说明"), rows)


def _spellings_table(groups: Iterable[Spellings]) -> str:
    rows = []
    for group in groups:
        whole = group.frame == "{}"
        words = [quote(one) or "（不写）" for one in group.words]
        example = "" if whole else quote(group.sentences()[-1])
        rows.append((group.what, ("<br>" if whole else "、").join(words), example))
    return table(("说什么", "可以写成", "例子"), rows)

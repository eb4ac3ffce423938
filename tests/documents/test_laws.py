"""Laws of reading that hold for any report."""

from __future__ import annotations

import contextlib
from pathlib import Path

import pytest
from hypothesis import example, given, settings, strategies as st

from jixiao.desk.drafting import Read, draft_case
from jixiao.desk.read import read
from jixiao.documents.read import read_report
from jixiao.documents.readers.text import paper_of_text
from jixiao.files import open_library
from jixiao.model.diagnostic import Refused
from jixiao.model.draft import ReadCase
from jixiao.model.reading import Reading

ROOT = Path(__file__).parents[2]
LIBRARY = open_library(ROOT / "rules")
TABLE = LIBRARY.ruleset("huaihua-department@2022")
READINGS = sorted((ROOT.parent / "shared/reading").glob("*-*.txt")) + sorted(
    (ROOT.parent / "shared/reports").glob("*.txt")
)

SENTENCES = (
    "2022年年初预算225.18万元，其中：基本支出200万元，项目支出25.18万元。",
    "（一）编制19人，在职人员12人，占63.16%。",
    "三公经费决算25.12万元，比上年减少3.5万元，下降12.2%，完成预算的98.3%。",
    "一、概况",
    "2.无政府采购支出。",
    "自评得分98分，等级为优。",
    "预算控制率31.06%，得3分，扣2分。",
    "公务接待费 ３．６０ 万元，接待54批次350人次。",
    "项目\t预算数\t决算数\n会议费\t1.2\t0.9\n培训费\t3\t2.5",
)
WITHOUT_FIGURES = ("我局高度重视，认真落实各项要求。", "同志们辛苦了。", "现将有关情况报告如下。")
pieces = st.one_of(
    st.sampled_from(SENTENCES),
    st.text("一二（）、。0123456789.%万元人:;{}[]#'\"&*!|> \t年度预算", max_size=30),
)


def drafted(text: str, name: str = "report") -> ReadCase:
    """Give the draft of a report of 2022 with a table."""
    paper = paper_of_text(text, name)
    reading = read_report(paper, LIBRARY.items.items)
    return draft_case([Read(Path(f"{name}.txt"), reading, paper)], LIBRARY, TABLE)


def read_text(text: str) -> Reading:
    """Read a plain text."""
    return read_report(paper_of_text(text, "report"), LIBRARY.items.items)


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=400))
def test_any_bytes_end_in_a_case_or_a_message(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    path = tmp_path_factory.mktemp("bytes") / "报告.txt"
    path.write_bytes(data)
    with contextlib.suppress(Refused):
        run = read(path, table="huaihua-department@2022", rules=LIBRARY)
        assert run.cases[0].case is not None or run.cases[0].errors


@settings(max_examples=60, deadline=None)
@given(st.lists(pieces, max_size=8))
def test_a_draft_is_a_case(sentences: list[str]) -> None:
    """Whatever was read: what a case can't hold is doubtful, and nothing else is refused."""
    one = drafted("\n".join(["某局2022年度部门整体支出绩效自评报告", *sentences]))
    assert one.errors == ()
    assert one.case is not None
    assert len(one.case.whole.doubtful) == len(one.draft.doubtful)


@settings(max_examples=60, deadline=None)
@given(st.lists(pieces, max_size=8))
@example([])
def test_every_span_is_the_place_of_its_quote(sentences: list[str]) -> None:
    text = "\n".join(sentences)
    reading = read_text(text)
    for one in (*reading.figures, *reading.claims, *reading.unread):
        found = text[one.span.start : one.span.end]
        assert "".join(found.split()) == "".join(one.quote.split())


@settings(max_examples=40, deadline=None)
@given(
    st.lists(st.sampled_from(SENTENCES[:8]), min_size=1, max_size=5),
    st.sampled_from(WITHOUT_FIGURES),
    st.data(),
)
def test_a_sentence_without_figures_changes_nothing_else(
    sentences: list[str], empty: str, data: st.DataObject
) -> None:
    title = "某局2022年度部门整体支出绩效自评报告"
    place = data.draw(st.integers(0, len(sentences)))
    before = read_text("\n".join([title, *sentences]))
    after = read_text("\n".join([title, *sentences[:place], empty, *sentences[place:]]))
    assert said(after) == said(before)


def said(reading: Reading) -> list[tuple[object, ...]]:
    """Give what was read, wherever it stands."""
    return [
        (one.item, one.of, one.measure, one.value, one.unit, one.year, one.doubts) for one in reading.figures
    ] + [(one.what, one.value, one.kind, one.indicator) for one in reading.claims]


@pytest.mark.parametrize("path", READINGS, ids=lambda path: path.stem)
def test_the_shared_reports_become_cases(path: Path) -> None:
    """Ten reports and four real ones, which lie beside the project where they are there."""
    run = read(path, table="huaihua-department@2022", rules=LIBRARY)
    [one] = run.cases
    assert run.errors == one.errors == ()
    assert one.case is not None
    assert one.draft.figures


@pytest.mark.skipif(not READINGS, reason="../shared is not there")
def test_the_same_report_gives_the_same_draft() -> None:
    for path in READINGS[:3]:
        first, second = (read(path, rules=LIBRARY).cases[0].text for _ in range(2))
        assert first == second

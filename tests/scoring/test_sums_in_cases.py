"""A case rated by name scores what `standard --at` does, and what the sentence says."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import assume, given, settings, strategies as st

from jixiao.language.error import LanguageError
from jixiao.model.evaluation import Result, Status
from jixiao.scoring.sentence.at import read_at
from jixiao.scoring.sentence.meaning import Meaning, meaning_of
from jixiao.scoring.sentence.understand import understand
from shared.cases.small import run
from shared.oracle.sums import Findings, Found, Sum
from shared.sentences.sums import NAME, asked, findings, sums, with_extras, write
from shared.sentences.wording import decimal

Drawn = tuple[Sum, str, Findings, dict]


def rating_of(draw: st.DrawFn, meant: Sum, found: Findings) -> dict:
    """Write what was found as a rating, under one of the keys that can hold it."""
    rating: dict = {"发现": {}}
    items = {one.words: one for one in meant.items}
    listed = bool(items) and draw(st.booleans())
    for words, one in found.items():
        if words not in items or not listed:
            _place(draw, rating, words, one)
    if listed:
        presumed = {one.item.words: one.presumed for one in meant.sections if one.item is not None}
        met = [words for words in items if found.get(words, presumed[words])]
        rating["达到"] = draw(st.permutations(met)) or "无"
    if not rating["发现"]:
        rating["发现"] = "无"
    return rating


def _place(draw: st.DrawFn, rating: dict, words: str, one: Found) -> None:
    match one:
        case bool():
            rating["发现"][words] = "是" if one else "否"
        case str():
            rating["档次"] = one
        case int():
            key = draw(st.sampled_from(["发现", "次数"]))
            rating.setdefault(key, {})[words] = draw(st.sampled_from([one, str(one)]))
        case _:
            key = draw(st.sampled_from(["发现", "扣分"]))
            rating.setdefault(key, {})[words] = decimal(one)


@st.composite
def drawn(draw: st.DrawFn) -> Drawn:
    meant = draw(sums | with_extras())
    found = draw(findings(meant))
    return meant, draw(write(meant)), found, rating_of(draw, meant, found)


def meaning_in(text: str, points: Fraction) -> Meaning:
    try:
        return meaning_of(understand(text, NAME, points), {})
    except LanguageError:
        assume(False)
        raise


def rated(text: str, points: Fraction, rating: dict) -> Result:
    """Evaluate a case with that rating."""
    table = [{"名称": NAME, "分值": decimal(points), "评分标准": text}]
    case = {"评定": {NAME: {"评定人": "复核组", "依据": "核查记录", **rating}}}
    [found] = run_plain(table, case).results
    return found


def run_plain(table: list, case: dict):
    import json

    return run(json.dumps(table, ensure_ascii=False), json.dumps(case, ensure_ascii=False))


@settings(max_examples=settings.default.max_examples // 2)
@given(drawn())
def test_a_rating_by_name_scores_what_the_same_words_do(one: Drawn) -> None:
    """In a file, at the command line, and by the second implementation: one range."""
    meant, text, found, rating = one
    meaning = meaning_in(text, meant.points)
    assume(meaning.takes == "several")
    result = rated(text, meant.points, rating)
    assert (result.low, result.high) == meant.score(found)
    said = asked(found)
    if said:
        assert (result.low, result.high) == meaning.span(read_at(said, meaning))


@settings(max_examples=settings.default.max_examples // 2)
@given(drawn())
def test_its_ledger_adds_up_and_each_line_has_its_clause(one: Drawn) -> None:
    """Full marks less what is taken is the highest score; a line is a clause of the sentence, and says what it is of."""
    meant, text, _, rating = one
    assume(meaning_in(text, meant.points).takes == "several")
    result = rated(text, meant.points, rating)
    assert sum((cut.points for cut in result.deductions), Fraction(0)) == meant.points - result.high
    for cut in result.deductions:
        assert cut.clause in text
        assert cut.input is not None
        assert str(cut.reason)
    assert result.status == (Status.JUDGED if result.low == result.high else Status.OPEN)
    assert bool(result.missing) == (result.status is Status.OPEN)

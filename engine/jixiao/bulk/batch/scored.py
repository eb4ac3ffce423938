"""Chunks of rows → their columns of results, bad rows set aside."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from jixiao.bulk.batch.checking import CHECKS, RowChecks
from jixiao.bulk.batch.claims import ClaimColumn
from jixiao.bulk.batch.column import TextColumn, of_codes, of_numbers
from jixiao.bulk.batch.exact import Done, RowScore, Scorers
from jixiao.bulk.batch.frames import Frames
from jixiao.bulk.batch.tally import Tally
from jixiao.bulk.frame import Frame, Scores
from jixiao.bulk.reason import Why, code_text
from jixiao.dataclass import dataclass, field
from jixiao.files.rows.chunk import BadRow, Chunk
from jixiao.files.rows.head import Head, What
from jixiao.files.rows.heads import Heads
from jixiao.model.check_count import CheckCount
from jixiao.model.ruleset import Ruleset
from jixiao.quantity import decimal_text
from jixiao.scoring.program.program import Program
from jixiao.scoring.program.rule import Rule
from jixiao.scoring.scale.readings import Reading

if TYPE_CHECKING:
    from jixiao.bulk.frame import Truths

Score = Callable[[Frame], Scores]
"""Runs a table's program over a frame."""
LOW, HIGH, GRADE, CLAIM = "score_low", "score_high", "grade", "claim_status"
SCORE_KEY = "得分"
_OF_A_PART = Fraction(1, 10)
"""By how many points each part of a total is rounded at most, where people add up parts that they rounded."""
SEVERAL = "、"
"""Between the grades that are possible."""


@dataclass(frozen=True, slots=True)
class Results:
    """Some rows that are scored: kept columns and results by name, and the rows that have none."""

    columns: dict[str, Any]
    bad: tuple[BadRow, ...]
    tally: Tally
    checked: Mapping[str, CheckCount] = field(default_factory=dict)
    """How the checks of figures came out, by their ids, where they are run."""
    unread: int = 0
    """Cells that only checks ask for and that can't be read."""

    @property
    def count(self) -> int:
        """How many rows have a score."""
        return self.tally.scored


def result_names(ruleset: Ruleset, heads: Heads, *, checks: bool = False) -> list[str]:
    """Give the names of the columns of results, in their order; `checks`: whether checks of figures are run."""
    names = [LOW, HIGH, GRADE]
    if heads.of(What.TOTAL):
        names.append(CLAIM)
    claimed = {one.name for one in heads.of(What.CLAIM)}
    for one in ruleset.indicators:
        names += [f"{one.id}_low", f"{one.id}_high", f"{one.id}_why"]
        if one.name in claimed:
            names.append(f"{one.id}_{CLAIM}")
    return [*names, CHECKS] if checks else names


def result_type() -> Any:
    """Give the type in which results are held: texts, each once."""
    import pyarrow as pa

    return pa.dictionary(pa.int32(), pa.string())


@dataclass(slots=True)
class Scoring:
    """Scores chunks: by a program, and by the engine what it can't take."""

    frames: Frames
    score: Score
    scorers: Scorers
    kept: Sequence[tuple[str, Head]]
    """The columns that are written out again, by the names that they get."""
    claims: Sequence[ClaimColumn]
    """Of the total first, where that is claimed."""
    checks: RowChecks | None = None
    """The checks of figures that are run besides."""

    def results(self, chunk: Chunk) -> Results:
        """Score the rows of a chunk."""
        import numpy as np

        before = sum(item.reader.floats for one in self.frames.items for item in one.columns)
        frame = self.frames.frame(chunk)
        scores = self.score(frame)
        engine = np.array(scores.engine, bool)
        made = self._columns(chunk, scores, engine)
        keep = np.ones(chunk.count, bool)
        bad: list[BadRow] = [*chunk.broken]
        places = np.flatnonzero(engine).tolist()
        for at, done in zip(places, self._exactly(chunk, places), strict=True):
            if isinstance(done, RowScore):
                _put(made, at, done)
            else:
                keep[at] = False
                bad += done
        after = sum(item.reader.floats for one in self.frames.items for item in one.columns)
        lost = int((~keep).sum())
        by_cells, by_program = keep & frame.engine, keep & scores.engine & ~frame.engine
        tally = Tally(
            program=chunk.count - len(places),
            engine=len(places) - lost,
            by_cells=int(by_cells.sum()),
            by_program=int(by_program.sum()),
            bad=lost + len(chunk.broken),
            blank=chunk.blank,
            floats=after - before,
        )
        columns = {name: chunk.columns[head.at] for name, head in self.kept}
        columns |= {one.name: one for one in made.all}
        checked: Mapping[str, CheckCount] = {}
        unread = 0
        if self.checks is not None:
            found = self.checks.run(chunk, keep)
            columns[CHECKS], checked, unread = found.texts, found.counts, found.unread
        bad.sort(key=lambda one: one.row)
        return Results(_taken(columns, keep), tuple(bad), tally, checked, unread)

    def _exactly(self, chunk: Chunk, places: Sequence[int]) -> Iterator[Done]:
        everything = range(len(self.frames.heads.columns))
        jobs = [(chunk.texts(at, everything), int(chunk.rows[at]), int(chunk.lines[at])) for at in places]
        return iter(self.scorers.score(jobs))

    def _columns(self, chunk: Chunk, scores: Scores, engine: Truths) -> _Made:
        """Make the columns of what a program gave; marks in `engine` the claims that only the engine can judge."""
        import numpy as np

        ruleset, heads = self.frames.program.ruleset, self.frames.heads
        grades = [name for name, _ in ruleset.grades]
        words = {
            bits: SEVERAL.join(name for at, name in enumerate(grades) if bits >> at & 1)
            for bits in range(1 << len(grades))
        }
        made = _Made(
            of_numbers(LOW, scores.total_low.above, scores.total_low.below),
            of_numbers(HIGH, scores.total_high.above, scores.total_high.below),
            of_codes(GRADE, scores.grades, words),
        )
        claims = {one.head.name: one for one in self.claims if one.head.what is What.CLAIM}
        for one in self.claims:
            if one.head.what is What.TOTAL:
                made.claim, unsure = one.judge(
                    chunk, scores.total_low, scores.total_high, [*scores.low, *scores.high]
                )
                made.claim.name = CLAIM
                engine |= unsure
        claimed = {one.name for one in heads.of(What.CLAIM)}
        for at, indicator in enumerate(ruleset.indicators):
            low, high = scores.low[at], scores.high[at]
            claim = None
            if indicator.name in claims:
                claim, unsure = claims[indicator.name].judge(chunk, low, high)
                engine |= unsure
            elif indicator.name in claimed:
                claim = TextColumn("", np.zeros(chunk.count, np.int64), [""])
            if claim is not None:
                claim.name = f"{indicator.id}_{CLAIM}"
            code = indicator.id
            made.rules.append(
                (
                    of_numbers(f"{code}_low", low.above, low.below),
                    of_numbers(f"{code}_high", high.above, high.below),
                    of_codes(f"{code}_why", scores.why[at], _WHYS),
                    claim,
                )
            )
        return made


_MOST_STRETCHES = 1_000
_WHYS = {number: code_text(number) for number in (*(one.number for one in Why), *range(1, _MOST_STRETCHES))}


@dataclass(slots=True)
class _Made:
    """The columns of results."""

    low: TextColumn
    high: TextColumn
    grade: TextColumn
    claim: TextColumn | None = None
    rules: list[tuple[TextColumn, TextColumn, TextColumn, TextColumn | None]] = field(default_factory=list)

    @property
    def all(self) -> list[TextColumn]:
        """Give the columns in the order in which they are written out."""
        rest = [column for rule in self.rules for column in rule]
        return [one for one in (self.low, self.high, self.grade, self.claim, *rest) if one is not None]


def _put(made: _Made, at: int, done: RowScore) -> None:
    """Put what the engine found of a row in the place of what a program did."""
    made.low.put(at, decimal_text(done.low))
    made.high.put(at, decimal_text(done.high))
    made.grade.put(at, SEVERAL.join(done.grades))
    if made.claim is not None:
        made.claim.put(at, done.claim)
    for columns, (low, high, why, claim) in zip(made.rules, done.rules, strict=True):
        columns[0].put(at, decimal_text(low))
        columns[1].put(at, decimal_text(high))
        columns[2].put(at, code_text(why))
        if columns[3] is not None:
            columns[3].put(at, claim)


def _taken(columns: dict[str, Any], keep: Truths) -> dict[str, Any]:
    """Give the arrays of the rows that are kept."""
    import pyarrow as pa

    everything = bool(keep.all())
    mask = None if everything else pa.array(keep)
    found: dict[str, Any] = {}
    for name, one in columns.items():
        if isinstance(one, TextColumn):
            taken = one if everything else TextColumn(one.name, one.numbers[keep], one.words)
            found[name] = taken.array()
        else:
            found[name] = one if mask is None else one.filter(mask)
    return found


def claim_columns(program: Program, heads: Heads, types: Sequence[Any]) -> list[ClaimColumn]:
    """Make ready to judge what rows claim."""
    rounds = [_rounding(rule) for rule in program.rules]
    room = sum((max(one, _OF_A_PART) for one in rounds), Fraction(0)) + 1 if any(rounds) else None
    found = [ClaimColumn(one, types[one.at], room, signed=False) for one in heads.of(What.TOTAL)]
    own = {rule.indicator.name: one for rule, one in zip(program.rules, rounds, strict=True)}
    scores = [one for one in heads.of(What.CLAIM) if one.key == SCORE_KEY]
    return [*found, *(ClaimColumn(one, types[one.at], own[one.name], signed=True) for one in scores)]


def _rounding(rule: Rule) -> Fraction:
    """Give by how many points the table rounds a score at most."""
    places = rule.readings.get(Reading.DECIMALS)
    return Fraction(0) if places is None else Fraction(1, 10 ** int(places))

"""What a report claims → 自评: of the whole and of the table's indicators; the rest is kept as remarks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from jixiao.dataclass import replace
from jixiao.documents.draft.figures import place_of, printable, tables_among, words_of
from jixiao.documents.draft.names import Names
from jixiao.model.draft import DraftClaim, DraftFigure, RateDispute, Source
from jixiao.model.reading import ClaimKind, ReadClaim
from jixiao.quantity import NumberError, UnitError, as_printed, parse_quantity
from jixiao.quantity.printed import rounds_to

_KEYS = {
    ClaimKind.SCORE: "得分",
    ClaimKind.DEDUCTION: "扣分",
    ClaimKind.RATE: "比率",
    ClaimKind.REASON: "理由",
}
_RATE = _KEYS[ClaimKind.RATE]
_WHOLE = {"total": "总分", "mean": "平均分", "grade": "等级"}

_NOTHING_OFF = ("扣分", "0")
"""Says nothing beside a score."""

Said = tuple[Source, ReadClaim]


def whole_claim(said: Sequence[Said], *, of_several: bool = False) -> tuple[DraftClaim | None, list[str]]:
    """Give the claimed total and grade, and what is said otherwise; `of_several`: the mean of several projects' totals.

    Of several different totals none is taken; of several grades the one that stands
    where the total does, else the one that is said most often: which one else is meant is for a person to say.
    """
    found: dict[str, Said] = {}
    kinds = [one for one in _WHOLE if one != ("total" if of_several else "mean")]
    notes = [told(one) for one in said if one[1].what in _WHOLE and one[1].what not in kinds]
    for what in kinds:
        every = [one for one in said if one[1].what == what]
        ranked = Counter(_compared(one[1]) for one in every).most_common(2)
        if len(ranked) > 1 and what == "grade" and (score := found.get("total") or found.get("mean")):
            ranked = _beside(score, every) or ranked
        clear = len(ranked) == 1 or (what == "grade" and len(ranked) > 1 and ranked[0][1] > ranked[1][1])
        for one in every:
            if clear and _compared(one[1]) == ranked[0][0]:
                found.setdefault(what, one)
            else:
                notes.append(told(one))
    if not found:
        return None, notes
    source, claim = found.get("total") or found.get("mean") or found["grade"]
    keys = tuple((_WHOLE[what], printable(found[what][1].value)) for what in _WHOLE if what in found)
    words = words_of(claim, source.reading.text)
    return DraftClaim("", keys, place_of(source, claim.place), words), notes


def indicator_claims(said: Sequence[Said], names: Names) -> tuple[tuple[DraftClaim, ...], list[str]]:
    """Give the claims of the table's indicators, each once, and what has no place among them."""
    found: dict[str, DraftClaim] = {}
    notes: list[str] = []
    for source, claim in said:
        if claim.what in _WHOLE:
            continue
        name = names.indicator(claim.indicator or "")
        key = _KEYS.get(claim.kind)
        if name is None or key is None:
            notes.append(told((source, claim)))
            continue
        value = printable(claim.value)
        known = found.get(name)
        if known is None:
            place, words = place_of(source, claim.place), words_of(claim, source.reading.text)
            found[name] = DraftClaim(name, ((key, value),), place, words)
        elif key not in dict(known.said) and not {key, *dict(known.said)} >= {"得分", "扣分"}:
            found[name] = DraftClaim(name, (*known.said, (key, value)), known.place, known.words)
        elif dict(known.said).get(key) != value and (key, value) != _NOTHING_OFF:
            notes.append(told((source, claim)))
    return tuple(found.values()), list(dict.fromkeys(notes))


def with_rates(
    claims: Sequence[DraftClaim], rates: Mapping[str, Sequence[DraftFigure]]
) -> tuple[tuple[DraftClaim, ...], list[str]]:
    """Add the rates that reports give of indicators (比率), each once; what is said otherwise is a remark."""
    found = {one.indicator: one for one in claims}
    notes: list[str] = []
    for name, figures in rates.items():
        for one in figures:
            value, known = f"{one.value}%", found.get(name)
            if known is None:
                found[name] = DraftClaim(name, ((_RATE, value),), one.place, one.words)
            elif _RATE not in dict(known.said):
                found[name] = replace(known, said=(*known.said, (_RATE, value)))
            elif dict(known.said)[_RATE] != value:
                notes.append(f"{name} {_RATE} {value}（{one.place}）")
    return tuple(found.values()), list(dict.fromkeys(notes))


def rate_disputes(
    claims: Sequence[DraftClaim], rates: Mapping[str, Sequence[DraftFigure]]
) -> Iterator[RateDispute]:
    """Yield the rates of an indicator that differ by more than rounding; those of several tables may be of several projects."""
    claimed = {one.indicator: (dict(one.said).get(_RATE, ""), one.place) for one in claims}
    for name, figures in rates.items():
        told = [(f"{one.value}%", one.place) for one in figures]
        first, *others = [claimed[name], *told] if claimed.get(name, ("", ""))[0] else told
        if tables_among(place for _, place in (first, *others)) < 2:
            yield from (RateDispute(name, first, one) for one in others if _differ(first[0], one[0]))


def _differ(one: str, other: str) -> bool:
    try:
        finer, coarser = (as_printed(parse_quantity(text)) for text in (one, other))
    except (NumberError, UnitError):
        return False
    return finer.value != coarser.value and not rounds_to(finer, coarser) and not rounds_to(coarser, finer)


def claims_of(sources: Sequence[Source]) -> Iterator[Said]:
    """Yield every claim with its source."""
    for source in sources:
        for claim in source.reading.claims:
            yield source, claim


def _beside(total: Said, grades: Sequence[Said]) -> list[tuple[str, int]]:
    """Give the one grade that stands at the place of the total; nothing where there is none, or several."""
    source, claim = total
    near = {_compared(one) for label, one in grades if label == source and one.place == claim.place}
    return [(one, 1) for one in near] if len(near) == 1 else []


def _compared(claim: ReadClaim) -> str:
    """Give a total as totals are compared, 98.0 as 98; a grade as it is printed."""
    value = printable(claim.value)
    return value.rstrip("0").rstrip(".") if "." in value else value


def told(said: Said) -> str:
    """Give a claim in one line, for what has no place in the case."""
    source, claim = said
    what = _WHOLE.get(claim.what) or f"{printable(claim.indicator or '')} {_KEYS.get(claim.kind, '等级')}"
    of = "" if claim.project is None else f"{claim.project} "
    return f"{of}{what} {printable(claim.value)}（{place_of(source, claim.place)}）"

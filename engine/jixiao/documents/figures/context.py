"""What was spoken of so far: carried from number to number, and from a head to its paragraphs."""

from __future__ import annotations

from jixiao.dataclass import dataclass, field
from jixiao.documents.figures.lexicon import Found, fits
from jixiao.documents.figures.subject import Subject
from jixiao.model.reading import ReadFigure

MONEY = ("万元", "元", "亿元", "千元", "万", "亿", "")


def _kind(unit: str) -> str:
    """Give what units of one kind share: 批 and 批次, 人 and 名."""
    return {"批": "批次", "名": "人", "位": "人", "台": "辆", "部": "辆", "个": "个", "家": "个"}.get(
        unit, unit
    )


@dataclass(slots=True)
class Context:
    """The things that a number without a name of its own may be of."""

    year: int | None
    topic: Subject | None = None
    """What the head of the section names, or the words before the first sentence."""
    subject: Subject | None = None
    """What the last number was of."""
    main: Subject | None = None
    """What the sentence told first: what the next one goes on with where it names nothing."""
    rate: Subject | None = None
    """What the last rate was of: what percentage points are told of."""
    whole: str = ""
    """The whole whose parts are being told."""
    last_whole: str = ""
    told: Subject | None = None
    """What `last_whole` names."""
    outside: Subject | None = None
    """What was spoken of before the bracket that is open."""
    bracketed: bool = False
    """Whether the parts are told within brackets, and end where these do."""
    marks: frozenset[str] = frozenset()
    """The kinds of marks that count off wholes: a list of parts ends where the next whole is counted."""
    base: str = ""
    """What changes are told against: last year, or the budget."""
    names: list[Found] = field(default_factory=list)
    """The names of the last list, for a second row of numbers."""
    listed: str = ""
    past: Subject | None = None
    """What the last number was of, where it was one of a year before: 上年支出90万元，同比增长."""
    values: list[ReadFigure] = field(default_factory=list)
    """The values of the sentence, for shares told of them in turn."""
    spoken: set[str] = field(default_factory=set)
    """The names of all values of the paragraph."""
    counted: dict[str, Subject] = field(default_factory=dict)
    """For each unit what was counted in it last."""
    parts: int = 0
    """How many parts of the whole were told one after another, with nothing said of any of them."""
    aimed: Subject | None = None
    """What the target told last is of."""
    change: tuple[Subject, bool, str] | None = None
    """The change told last: of what, whether a decrease, and against what."""

    @property
    def around(self) -> frozenset[str]:
        """The names of what is spoken of."""
        near = (self.topic, self.subject, self.main)
        names = (one.name for one in near if one is not None)
        return frozenset(filter(None, (*names, self.whole, self.last_whole, *self.spoken)))

    def carried(self, unit: str) -> Subject | None:
        """Give what a number with this unit may be of where its own words name nothing."""
        near = [one for one in (self.subject, self.main, self.topic) if one is not None]
        if unit == "%":
            return near[0] if near else None
        fitting = (
            one for one in near if (one.unit in ("", unit) if one.item is None else fits(one.item, unit))
        )
        return next(fitting, near[0] if near else None)

    def counted_in(self, unit: str) -> Subject | None:
        """Give what was counted last in this unit: what 批次减少11批 is told of."""
        return None if unit in MONEY else self.counted.get(_kind(unit))

    def speak_of(self, subject: Subject) -> None:
        """Note what the text goes on with."""
        self.subject = subject
        self.main = self.main or subject

    def remember(self, subject: Subject, figure: ReadFigure, *, now: bool) -> None:
        """Note a value; `now`: it is of the report's own year, so that the text may go on with it."""
        is_past = self.year is not None and figure.year is not None and figure.year < self.year
        self.past = subject if is_past else None
        if figure.unit == "%":
            self.rate = subject
        elif now and figure.unit != "‰":
            self.speak_of(subject)
            self.values.append(figure)
            self.spoken.add(subject.name)
            if figure.unit not in MONEY:
                self.counted[_kind(figure.unit)] = subject
            if self.whole:
                self.parts += 1
            else:
                self.last_whole = subject.name
                self.told = subject

    def bracket(self, words: str) -> None:
        """Note brackets between two numbers: behind one that ends, the text goes on with what stood before it."""
        opens, closes = words.rfind("("), words.find(")")
        if self.outside is not None and closes >= 0 and "(" not in words[:closes]:
            self.subject, self.outside = self.outside, None
        if opens > words.rfind(")"):
            self.outside = self.subject

    def meet_marks(self, kinds: frozenset[str]) -> None:
        """Note marks before a number: one that counts off wholes ends a list of parts."""
        if self.whole and kinds & self.marks:
            self.whole, self.bracketed, self.parts = "", False, 0
        if not self.whole:
            self.marks |= kinds

    def next_sentence(self) -> None:
        """Forget what holds for one sentence only; behind several parts the text goes on with their whole."""
        if self.parts > 1 and self.told is not None and self.whole == self.told.name:
            self.main = self.told
        self.outside = None
        self.whole = ""
        self.parts = 0
        self.change = None
        self.past = None
        self.base = ""
        self.subject = self.main or self.subject
        self.main = None
        self.values = []

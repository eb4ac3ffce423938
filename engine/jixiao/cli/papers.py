"""What `check` is written up as for Word and Excel: which paper, by which template, into which file or folder."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from jixiao.cli import messages
from jixiao.cli.command import UsageError
from jixiao.cli.file_names import MAX_NAME, FileNames, harmless
from jixiao.cli.problems import reason
from jixiao.cli.streams import say
from jixiao.cli.to_file import paper_to_file
from jixiao.dataclass import dataclass
from jixiao.model.diagnostic import Refused
from jixiao.reports.check.choice import Choice
from jixiao.reports.check.content.kind import Kind, usual_kind

if TYPE_CHECKING:
    from jixiao.reports.check.content.form import Content, ContentForm
    from jixiao.reports.check.content.tree import Tree
    from jixiao.reports.check.piece import Piece, Tally
    from jixiao.reports.office.papers import Press

OFFICE = ("docx", "xlsx")
TEXT = "text"
"""The format that the name of a folder stands for."""
FEW = 8
"""Reports that may all be of one unit: only when they are read does it show whether they are one case or many."""


@dataclass(frozen=True, slots=True)
class Papers:
    """What is asked for; `kind` is None where nobody says, and shows when the cases are counted."""

    kind: Kind | None
    form: str
    output: Path
    is_folder: bool
    """Whether each case gets a file of its own, in this folder."""
    template: Path | None

    def content_form(self, files: int, choice: Choice) -> ContentForm:
        """Give what is wanted of each of so many files."""
        from jixiao.reports.check.content.form import ContentForm

        if self.kind is None:
            return ContentForm(choice, tells_case=files <= FEW, tells_lines=files > 1)
        many = self.kind.is_of_many
        return ContentForm(choice, tells_case=not many, tells_lines=many)


def read_kind(word: str) -> Kind:
    """Read the name of a kind of paper, English or Chinese; raises UsageError."""
    kind = Kind.named(word)
    if kind is None:
        known = "、".join(f"{one}（{one.word}）" for one in Kind)
        raise UsageError(messages.NOT_AMONG.format(option="--document", word=word, known=known))
    return kind


def papers_asked(kind: Kind | None, form: str, output: Path | None, template: Path | None) -> Papers | None:
    """Give what papers are asked for, None where none are; raises UsageError for what does not go together."""
    if form not in OFFICE and kind is None:
        if template is not None:
            raise UsageError(messages.TEMPLATE_FOR_WORD)
        return None
    is_folder = output is not None and (output.is_dir() or not output.suffix)
    if kind is not None and form == TEXT and is_folder:
        form = kind.formats[0]
    if kind is not None and form not in kind.formats:
        raise UsageError(messages.NOT_THIS_PAPER.format(kind=kind.word, form=form, known=_fitting(kind)))
    if output is None:
        raise UsageError(messages.PAPER_NEEDS_FILE.format(form=form))
    if template is not None and form != "docx":
        raise UsageError(messages.TEMPLATE_FOR_WORD)
    if is_folder and kind is Kind.SUMMARY:
        raise UsageError(messages.SUMMARY_IS_ONE.format(path=output))
    refuse_uninstalled()
    return Papers(kind, form, output, is_folder, template)


def _fitting(kind: Kind) -> str:
    return "、".join(f"-o 文件.{form}" for form in kind.formats)


def refuse_uninstalled() -> None:
    """Refuse where what writes office files is not installed; raises UsageError."""
    if any(find_spec(name) is None for name in ("docxtpl", "xlsxwriter")):
        raise UsageError(messages.NO_OFFICE)


def deliver(papers: Papers, pieces: Iterable[Piece], tally: Tally, titles: dict[str, str]) -> bool:
    """Write the papers; false where that can't be done, which is said once. `tally` takes in every piece."""
    try:
        return _delivered(papers, pieces, tally, titles)
    except Refused as refused:  # the template; cases that are refused stand in their pieces
        for diagnostic in refused.diagnostics:
            say(str(diagnostic))
        return False


def _template(path: Path) -> bytes:
    """Give the bytes of a template, no more than one can have; raises OSError, also for a pipe that may never end."""
    from jixiao.reports.office.template.hazards import MAX_BYTES

    if path.exists() and not path.is_file():
        raise OSError(0, messages.IS_FOLDER if path.is_dir() else messages.NO_ORDINARY_FILE)
    with path.open("rb") as stream:
        return stream.read(MAX_BYTES + 1)


def _delivered(papers: Papers, pieces: Iterable[Piece], tally: Tally, titles: dict[str, str]) -> bool:
    from jixiao.reports.office.papers import DEFAULT, Press

    template = None
    if papers.template is not None:
        try:
            template = _template(papers.template)
        except OSError as problem:
            why = messages.NO_SUCH_FILE if isinstance(problem, FileNotFoundError) else reason(problem)
            say(messages.NOT_READ_TEMPLATE.format(path=papers.template, why=why))
            return False
    file = DEFAULT if papers.template is None else str(papers.template)
    contents = _contents(pieces, tally)
    if papers.is_folder:
        kind = papers.kind or usual_kind(papers.form, many=False)
        return _each(papers, Press(kind, papers.form, template, file), contents)
    gathered = list(contents)
    if not gathered:
        return True
    kind = papers.kind or usual_kind(papers.form, many=len(gathered) > 1)
    press = Press(kind, papers.form, template, file)
    if kind.is_of_many:
        from jixiao.reports.check.content.summary.content import summary_content

        lines = [line for one in gathered for line in one.lines]
        return _write(press, papers.output, summary_content(lines, tally, titles))
    if len(gathered) > 1:
        raise UsageError(messages.ONE_CASE_A_PAPER.format(kind=kind.word, count=len(gathered)))
    [only] = gathered
    assert only.case is not None
    return _write(press, papers.output, only.case)


def _contents(pieces: Iterable[Piece], tally: Tally) -> Iterator[Content]:
    from jixiao.reports.check.content.form import Content

    for piece in pieces:
        tally.add(piece)
        if isinstance(piece.content, Content):
            yield piece.content


def _each(papers: Papers, press: Press, contents: Iterable[Content]) -> bool:
    """Write a file for each case; one that is there and says something else stays, since somebody may have written in it."""
    try:
        papers.output.mkdir(parents=True, exist_ok=True)
    except OSError as problem:
        say(messages.NOT_WRITTEN.format(path=papers.output, why=reason(problem)))
        return False
    written, names = 0, FileNames()
    for one in contents:
        assert one.case is not None
        path = papers.output / f"{names.free(_stem(one.case, press))}.{press.form}"
        written += _write(press, path, one.case)
    say(messages.PAPERS_WRITTEN.format(path=papers.output, kind=press.kind.word, count=written))
    return written == len(names)


def _stem(case: Tree, press: Press) -> str:
    """Name a file after code, unit and kind."""
    return harmless(f"{case['代码']}-{str(case['单位'])[:MAX_NAME]}-{press.kind.word}")


def _write(press: Press, path: Path, content: Tree) -> bool:
    return paper_to_file(path, press.printed(content))

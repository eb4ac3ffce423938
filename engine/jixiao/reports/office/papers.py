"""Content as a file of its kind: laid out by a template in Word, or as a workbook."""

from __future__ import annotations

from jixiao.dataclass import dataclass
from jixiao.reports.check.content.kind import Kind
from jixiao.reports.check.content.tree import Tree

DEFAULT = "默认模板"
"""What messages call the template that came with Jixiao."""


@dataclass(slots=True)
class Press:
    """Makes files of one kind; the template is made or read once for all of them."""

    kind: Kind
    form: str
    template: bytes | None = None
    file: str = DEFAULT
    """What messages call the template."""

    def printed(self, content: Tree) -> bytes:
        """Give the bytes of one file; raises Refused where the template is not in order."""
        if self.form == "docx":
            return self._word(content)
        if self.kind.is_of_many:
            from jixiao.reports.office.sheets.summary import summary_bytes

            return summary_bytes(content)
        from jixiao.reports.office.sheets.scores import scores_bytes

        return scores_bytes(content)

    def _word(self, content: Tree) -> bytes:
        from jixiao.reports.office.letter.made import template_bytes
        from jixiao.reports.office.template.fill import filled

        if self.template is None:
            self.template = template_bytes(self.kind)
        title = self.kind.word if self.kind.is_of_many else f"{content['单位']}{self.kind.word}"
        return filled(self.template, content, self.kind.names, title[:MAX_TITLE], self.file)


MAX_TITLE = 200
"""Signs of the title in a file's properties; Word's format has no longer ones than 255."""

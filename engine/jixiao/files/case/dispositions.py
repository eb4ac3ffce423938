"""处置 of a case → what a reviewer has set aside, and until when."""

from __future__ import annotations

from datetime import date

from jixiao.files import messages
from jixiao.files.case.vocabulary import Vocabulary
from jixiao.files.yaml.node import Mapping
from jixiao.model.case import Disposition


def read_dispositions(around: Mapping, vocabulary: Vocabulary) -> tuple[Disposition, ...]:
    """Give the dispositions under 处置; notes a date that no calendar has."""
    return tuple(_disposition(node, vocabulary) for node in around.mappings("处置"))


def _disposition(node: Mapping, vocabulary: Vocabulary) -> Disposition:
    indicator, item = node.scalar("指标"), node.scalar("数据项")
    owner = None if item is None else vocabulary.item_or_indicator(item)
    return Disposition(
        code=node.text("代码"),
        reason=node.text("理由"),
        by=node.text("处置人"),
        until=_until(node, vocabulary),
        fingerprint=node.text("指纹"),
        place=node.place,
        indicator="" if indicator is None else vocabulary.indicator(indicator) or "",
        item="" if owner is None else owner if isinstance(owner, str) else owner.name,
    )


def _until(node: Mapping, vocabulary: Vocabulary) -> date:
    written = node.scalar("期限")
    try:
        return date.fromisoformat("" if written is None else written.text.strip())
    except ValueError:
        if written is not None:
            vocabulary.collector.add(written.place, messages.BAD_DATE, text=written.text)
        return date.min

"""A case's YAML file, once its table is known → Case."""

from __future__ import annotations

from pathlib import Path

from jixiao.dataclass import replace
from jixiao.files.case.blanks import refuse_blanks
from jixiao.files.case.breakdowns import read_breakdowns
from jixiao.files.case.claims import read_claim
from jixiao.files.case.dispositions import read_dispositions
from jixiao.files.case.doubtful import read_doubtful
from jixiao.files.case.expectations import read_expected, refuse_of_whole
from jixiao.files.case.own import read_own
from jixiao.files.case.ratings import read_ratings
from jixiao.files.case.same_items import with_parts
from jixiao.files.case.sayings import read_sayings
from jixiao.files.case.sources import read_sources, unknown_sources
from jixiao.files.case.statements import read_data
from jixiao.files.case.vocabulary import Vocabulary
from jixiao.files.collector import Collector
from jixiao.files.names import refuse_repeated
from jixiao.files.schema.document import Document, document_of, read_document
from jixiao.files.yaml.node import Mapping, Scalar
from jixiao.model.case import Case, OwnIndicator, Project
from jixiao.model.ruleset import Ruleset


def read_case(path: Path) -> Document:
    """Read a case's file, as far as it goes without its table; raises Refused."""
    return read_document(path, "case", refuse_blanks)


def case_of_text(text: str, file: str, ruleset: Ruleset) -> Case:
    """Give the case of a text that is in no file, for a table; raises Refused with all that is wrong."""
    return build_case(document_of(text, file, "case", refuse_blanks), ruleset)


def build_case(document: Document, ruleset: Ruleset) -> Case:
    """Give the case of a document that fits the schema; raises Refused with all that is wrong."""
    root, collector = document.root, Collector()
    year = int(root.text("年度"))
    vocabulary = Vocabulary.of(ruleset, collector, year)
    own = read_own(root, vocabulary)
    whole = _project(root, None, own, vocabulary.with_own(_names(own)))
    if root.mappings("项目"):
        refuse_of_whole(whole.expected, vocabulary)
    refuse_repeated("项目", (node.scalar("名称") for node in root.mappings("项目")), collector)
    sources = read_sources(root, collector)
    case = Case(
        title=root.text("案例"),
        id=root.text("代码"),
        unit=root.text("单位"),
        nature=root.text("性质"),
        region=root.text("地区"),
        year=year,
        subject=root.text("对象"),
        ruleset=root.text("指标表"),
        sources=sources,
        whole=whole,
        projects=tuple(_listed_project(node, own, vocabulary) for node in root.mappings("项目")),
        digest=document.digest,
        place=root.place,
    )
    collector.refuse_if_any()
    return replace(case, warnings=(*collector.warnings, *unknown_sources(root, sources)))


def _listed_project(
    node: Mapping, shared: dict[str, tuple[OwnIndicator, ...]], vocabulary: Vocabulary
) -> Project:
    """Give one of several projects; it may also name own indicators that the whole case has."""
    own = read_own(node, vocabulary)
    return _project(node, node.text("名称"), own, vocabulary.with_own(_names(shared) + _names(own)))


def _project(
    node: Mapping, name: str | None, own: dict[str, tuple[OwnIndicator, ...]], vocabulary: Vocabulary
) -> Project:
    statements = read_data(node, vocabulary)
    breakdowns = read_breakdowns(node, vocabulary, statements)
    vocabulary = vocabulary.with_figures((*statements, *(one.item for one in breakdowns)))
    return Project(
        name=name,
        statements=with_parts(statements, breakdowns, vocabulary),
        breakdowns=breakdowns,
        ratings=read_ratings(node, vocabulary),
        claim=read_claim(node, vocabulary),
        own=own,
        expected=read_expected(node, vocabulary),
        place=node.place,
        dispositions=read_dispositions(node, vocabulary),
        chosen=_chosen(node, vocabulary),
        sayings=read_sayings(node, vocabulary, statements),
        doubtful=read_doubtful(node),
    )


def _chosen(node: Mapping, vocabulary: Vocabulary) -> dict[str, str]:
    """Give which of several indicators counts, with the grounds for it."""
    named = ((vocabulary.choice(key), grounds) for key, grounds in node.within("选用"))
    return {
        name: grounds.text.strip()
        for name, grounds in named
        if name is not None and isinstance(grounds, Scalar)
    }


def _names(own: dict[str, tuple[OwnIndicator, ...]]) -> list[str]:
    return [indicator.name for block in own.values() for indicator in block]

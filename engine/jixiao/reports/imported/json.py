"""An imported table as one JSON document, format jixiao.import/1."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from jixiao.model.diagnostic import Diagnostic, Place
from jixiao.model.imported import Import, ImportedIndicator, ImportedTable, Point
from jixiao.model.issued import Fate, Piece
from jixiao.quantity import decimal_text
from jixiao.reports.page.json_object import Object, error_object, written
from jixiao.reports.skeletons.imported_table import render_imported_table

FORMAT = "jixiao.import/1"


def render_import_json(
    found: Import | None, written_to: Sequence[Path] = (), errors: Sequence[Diagnostic] = ()
) -> str:
    """Give the document; `written_to`: the files that were written, one a table; none where none was."""
    tables = () if found is None else found.tables
    files: list[str | None] = [*map(str, written_to)] or [None] * len(tables)
    document = {
        "format": FORMAT,
        "file": None if found is None else found.file,
        "tables": [_table(table, file) for table, file in zip(tables, files, strict=True)],
        "cells": [] if found is None else [_fate(one) for one in found.fates],
        "remarks": [] if found is None else [error_object(one) for one in found.remarks],
        "errors": [error_object(one) for one in errors],
    }
    return written(document)


def _table(table: ImportedTable, file: str | None) -> Object:
    return {
        "where": list(table.where),
        "title": table.title,
        "id": table.code,
        "version": str(table.year),
        "region": table.region,
        "subject": table.subject,
        "full": decimal_text(table.full),
        "indicators": [_indicator(one) for one in table.indicators],
        "choices": [list(names) for names in table.choices],
        "notes": [_piece(one) for one in table.notes],
        "to_check": [_point(one) for one in table.every_point],
        "written_to": file,
        "yaml": render_imported_table(table),
    }


def _indicator(one: ImportedIndicator) -> Object:
    issued = one.issued
    return {
        "name": one.name,
        "id": one.code,
        "category": list(issued.path),
        "full": None if one.full is None else decimal_text(one.full),
        "sentence": one.sentence,
        "understood": one.is_understood,
        "formula": one.formula or None,
        "formula_written": None if issued.formula is None else issued.formula.text,
        "target": one.target or None,
        "extra": issued.extra or None,
        "common": one.common or None,
        "places": {
            "name": _places(issued.name),
            "full": _places(issued.points_at),
            "sentence": _places(issued.sentence),
        },
    }


def _piece(piece: Piece) -> Object:
    return {"text": piece.text, "places": _places(piece)}


def _places(piece: Piece) -> list[Object]:
    return [_place(one) for one in piece.places]


def _place(place: Place) -> Object:
    return {
        "sheet": place.sheet or None,
        "cell": place.cell or None,
        "line": place.line,
        "column": place.column,
    }


def _point(point: Point) -> Object:
    return {
        "key": point.key,
        "indicator": point.indicator or None,
        "message": point.message,
        "problem": point.is_problem,
        "place": _place(point.place),
    }


def _fate(fate: Fate) -> Object:
    return {
        "place": _place(fate.place),
        "text": fate.text,
        "taken": fate.is_taken,
        "as": fate.use.value,
        "indicator": fate.indicator or None,
        "why": fate.why or None,
    }

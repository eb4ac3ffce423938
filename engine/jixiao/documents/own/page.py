"""A page that `check` wrote: the cases that travel in it, byte for byte."""

from __future__ import annotations

import re

from jixiao.model.enclosed import CASE_MARK, enclosed

_BEGINNING = re.compile(rb"\s*<!doctype html>\s*<html lang=\"zh-CN\">")
_CASE = re.compile(rb'<template class="jixiao-case">([A-Za-z0-9+/=. \r\n]*)</template>')


def cases_within(data: bytes) -> tuple[bytes, ...]:
    """Give the case files that a page carries, in its order; none where it is none of ours, or what it carries is not whole."""
    if not _BEGINNING.match(data):
        return ()
    found = (enclosed(one.decode("ascii").split(" "), CASE_MARK) for one in _CASE.findall(data))
    return tuple(one for one in found if one is not None)

"""The first line of a rule or case file, which tells an editor what it checks the file against."""

from __future__ import annotations

from collections.abc import Iterator

PREFIX = "# yaml-language-server: $schema="


def schema_line(path: str | None, schema: str) -> Iterator[str]:
    """Yield the first line; where the way to the schema is not known, how to write it."""
    if path is not None:
        yield f"{PREFIX}{path}"
        return
    yield "# 第一行本应写明格式说明在哪里，编辑器靠它提示有哪些键、哪里写错了；现在还不知道文件放在哪里，所以没有写。"
    yield "# 文件放进有 rules 文件夹的项目以后，把下一行补成从本文件到它的相对路径，并移到最前面："
    yield f"# # yaml-language-server: $schema=…/rules/schema/{schema}.schema.json"

"""The page of JSON formats is what their schemas say."""

from generate import formats


def test_the_page_is_up_to_date() -> None:
    """`make docs` writes it."""
    assert formats.PAGE.read_text(encoding="utf-8") == formats.page(), "运行 make docs"


def test_every_format_is_told() -> None:
    assert {f"{name}-1.schema.json" for name in formats.ORDER} == {
        path.name for path in formats.FOLDER.iterdir()
    }

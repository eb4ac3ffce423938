"""The page on templates tells every name with what it is in a real case."""

from generate import templates


def test_the_page_is_up_to_date() -> None:
    """`make docs` writes it."""
    assert templates.PAGE.read_text(encoding="utf-8") == templates.page(), "运行 make docs"

"""The page of codes says what the commands say."""

from generate import codes


def test_the_page_is_up_to_date() -> None:
    """`make docs` writes it."""
    assert codes.PAGE.read_text(encoding="utf-8") == codes.page(), "运行 make docs"

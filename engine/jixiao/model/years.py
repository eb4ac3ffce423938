"""Under which name a figure of another year stands: last year's beside this year's, never for it.

An item may have a twin for the year before (三公经费决算, 上年三公经费决算); for one that has none the name is
formed in the same way. So what is stated twice of last year is compared, and reaches no score of this year.
"""

from __future__ import annotations

LAST_YEAR = "上年"
"""How the names of figures begin that belong to the year before."""
CHANGE, GROWTH = "较上年增减额", "较上年增减率"
"""How the names of items end that state how a figure changed since last year."""


def last_year_of(name: str) -> str:
    """Give the name of an item's figure in the year before."""
    return f"{LAST_YEAR}{name}"


def own_year(name: str, year: int) -> int:
    """Give the year that an item of a case of `year` belongs to."""
    return year - 1 if name.startswith(LAST_YEAR) else year


def in_year(name: str, said: int, year: int) -> str:
    """Give the name under which an item's figure of the year `said` stands in a case of `year`."""
    own = own_year(name, year)
    if said == own:
        return name
    return last_year_of(name) if said == year - 1 else f"{said}年{name}"

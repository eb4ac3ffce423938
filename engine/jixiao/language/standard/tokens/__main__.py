"""Keep anew with which characters the tokens can begin (`make tables`)."""

from jixiao.language.standard.tokens.beginnings import write_beginnings
from jixiao.language.standard.tokens.patterns import PATTERNS

write_beginnings(PATTERNS)

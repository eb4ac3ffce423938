"""Keep anew the shapes of the tokens (`make tables`)."""

from jixiao.language.standard.tokens.patterns import PATTERNS
from jixiao.language.standard.tokens.shapes import write_shapes

write_shapes(PATTERNS)

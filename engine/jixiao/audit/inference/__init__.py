"""Facts + finding rules → conclusions with their reasons, by forward chaining.

`open_engine` gives durable-rules where it is installed and a plain Python evaluator where it
is not; both give the same conclusions in the same order.
"""

from jixiao.audit.inference.conclusion import Conclusion
from jixiao.audit.inference.engine import Engine, engine_name, open_engine
from jixiao.audit.inference.pack import Pack, compile_pack

__all__ = ["Conclusion", "Engine", "Pack", "compile_pack", "engine_name", "open_engine"]

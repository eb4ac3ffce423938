"""The bytes of a YAML file and its text: an edited text gets the encoding, mark and line ends that were there."""

from __future__ import annotations

import codecs
import re
from collections import Counter
from collections.abc import Iterator
from difflib import SequenceMatcher

from jixiao.dataclass import dataclass
from jixiao.files import messages
from jixiao.files.yaml.encoding import decode
from jixiao.model.diagnostic import Diagnostic, Place, Refused

_END = re.compile("\r\n|\r|\n")


@dataclass(frozen=True, slots=True)
class Original:
    """A file as it is. `text`: with LF line ends, as it is parsed; `ends`: the line end of each of its lines."""

    text: str
    ends: tuple[str, ...]
    codec: str
    mark: bytes

    @classmethod
    def of(cls, data: bytes, file: str) -> Original:
        """Take the bytes of a file; raises Refused where they can't be written back as they are."""
        text = decode(data, file)
        mark = codecs.BOM_UTF8 if data.startswith(codecs.BOM_UTF8) else b""
        body = data.removeprefix(mark)
        for codec in ("utf-8", "gb18030"):
            try:
                raw = body.decode(codec)
            except UnicodeDecodeError:
                continue
            if raw.encode(codec) == body:
                return cls(text, tuple(_END.findall(raw)), codec, mark)
        raise Refused(Diagnostic(Place(file), messages.LOSSY))

    def revised(self, text: str) -> bytes:
        """Give the bytes of the file with another text: lines that stand keep their ends, others get the usual one."""
        old, new = self.text.split("\n"), text.split("\n")
        usual = Counter(self.ends).most_common(1)[0][0] if self.ends else "\n"
        ends = [usual] * (len(new) - 1) + [""]
        own = (*self.ends, "")
        for there, here in _kept(old, new):
            if here < len(new) - 1 and own[there]:
                ends[here] = own[there]
        raw = "".join(line + end for line, end in zip(new, ends, strict=True))
        return self.mark + raw.encode(self.codec)


def _kept(old: list[str], new: list[str]) -> Iterator[tuple[int, int]]:
    """Yield the lines that stand in both texts, as their numbers in the one and in the other."""
    most = min(len(old), len(new))
    start = next((at for at in range(most) if old[at] != new[at]), most)
    stop = next((at for at in range(most - start) if old[-1 - at] != new[-1 - at]), most - start)
    yield from ((at, at) for at in range(start))
    yield from ((len(old) - at, len(new) - at) for at in range(stop, 0, -1))
    middle = SequenceMatcher(None, old[start : len(old) - stop], new[start : len(new) - stop], autojunk=False)
    for before, after, size in middle.get_matching_blocks():
        yield from ((start + before + at, start + after + at) for at in range(size))

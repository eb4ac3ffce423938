"""A zip file in memory, whose members are read only within bounds. Nothing is unpacked to a disk.

What a file says of itself may be a lie: the bounds hold before anything is unpacked, by what its list of members says,
and again while a member is read.
"""

from __future__ import annotations

import io
import struct
import zlib
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from jixiao.files import messages
from jixiao.model.diagnostic import Diagnostic, Place, Refused
from jixiao.model.messages import filled

MAX_MEMBERS = 10_000
"""Most members of an archive; a report of 100 pages has 300. Stops lists that take minutes to look through."""

MAX_LIST_BYTES = 2_000_000
"""Longest list of members. Stops a file from having a million of them read before they can be counted."""

MAX_MEMBER_BYTES = 64_000_000
"""Largest member that is read; the text of 1,000 pages has some 30 MB. Stops one that only fills memory."""

MAX_TOTAL_BYTES = 400_000_000
"""Most bytes of all members together, pictures included. Stops many members that fill memory together."""

MAX_RATIO = 250
"""Times that a member may be larger than it is packed; tables full of equal cells reach 100. Stops zip bombs.

Asked of what is read alone: a white picture, which nobody here unpacks, is packed more tightly."""

SMALL_BYTES = 1_000_000
"""A member below this may be packed as tightly as it likes."""

_CHUNK_BYTES = 1_000_000
_IS_ENCRYPTED = 0x1
_WAYS = {ZIP_STORED, ZIP_DEFLATED}
_BROKEN = (BadZipFile, zlib.error, struct.error, EOFError, OSError, ValueError, OverflowError, RuntimeError)


class Archive:
    """The members of a zip file, by name."""

    def __init__(self, data: bytes, file: str) -> None:
        """Look through the list of members; raises Refused for what is broken or beyond a bound."""
        self._file = file
        self._left = MAX_TOTAL_BYTES
        stream = _Stream(data)
        try:
            self._zip = ZipFile(stream)
        except _ListTooLong as error:
            raise self._refused(messages.TOO_MANY_MEMBERS, limit=MAX_MEMBERS) from error
        except _BROKEN as error:
            raise self._refused(messages.BROKEN_ARCHIVE) from error
        stream.is_listing = False
        self._members = self._listed(self._zip.infolist())

    @property
    def names(self) -> tuple[str, ...]:
        """The names of all members, in the order of the archive."""
        return tuple(self._members)

    def __contains__(self, name: str) -> bool:
        return name in self._members

    def read(self, name: str) -> bytes:
        """Give the bytes of a member; raises Refused where there is none, or it is broken or beyond a bound."""
        member = self._members.get(name)
        if member is None:
            raise self._refused(messages.NO_MEMBER, name=name)
        self._refuse_unreadable(member)
        try:
            data = self._unpacked(member)
        except _BROKEN as error:
            raise self._refused(messages.BROKEN_MEMBER, name=name) from error
        return data

    def size(self, name: str) -> int:
        """Give the bytes that a member unpacks to; no more of it is ever read."""
        return self._members[name].file_size

    def _listed(self, members: list[ZipInfo]) -> dict[str, ZipInfo]:
        if len(members) > MAX_MEMBERS:
            raise self._refused(messages.TOO_MANY_MEMBERS, limit=MAX_MEMBERS)
        known: dict[str, ZipInfo] = {}
        for one in members:
            if one.filename in known:
                raise self._refused(messages.MEMBER_TWICE, name=one.filename)
            known[one.filename] = one
        if sum(one.file_size for one in members) > MAX_TOTAL_BYTES:
            raise self._refused(messages.ARCHIVE_TOO_LARGE, limit=MAX_TOTAL_BYTES // 1_000_000)
        return known

    def _refuse_unreadable(self, member: ZipInfo) -> None:
        if member.flag_bits & _IS_ENCRYPTED:
            raise self._refused(messages.ARCHIVE_ENCRYPTED)
        if member.compress_type not in _WAYS:  # others unpack any amount at one go
            raise self._refused(messages.BROKEN_MEMBER, name=member.filename)
        if member.file_size > MAX_MEMBER_BYTES:
            raise self._refused(
                messages.MEMBER_TOO_LARGE, name=member.filename, limit=MAX_MEMBER_BYTES // 1_000_000
            )

        if member.file_size > max(SMALL_BYTES, MAX_RATIO * member.compress_size):
            raise self._refused(messages.ARCHIVE_BOMB, name=member.filename)

    def _unpacked(self, member: ZipInfo) -> bytes:
        parts: list[bytes] = []
        length = 0
        with self._zip.open(member) as stream:
            while part := stream.read(_CHUNK_BYTES):
                parts.append(part)
                length += len(part)
                if length > min(self._left, MAX_MEMBER_BYTES):
                    raise self._refused(messages.ARCHIVE_BOMB, name=member.filename)
        if length != member.file_size:
            raise BadZipFile
        self._left -= length
        return b"".join(parts)

    def _refused(self, message: str, **pieces: object) -> Refused:
        return Refused(Diagnostic(Place(self._file), filled(message, **pieces)))


class _ListTooLong(Exception):
    """The list of members is longer than anybody's."""


class _Stream(io.BytesIO):
    """The archive's bytes, of which no more than a list of members is given while that is read."""

    is_listing = True

    def read(self, size: int | None = -1, /) -> bytes:
        if self.is_listing and size is not None and size > MAX_LIST_BYTES:
            raise _ListTooLong
        return super().read(size)

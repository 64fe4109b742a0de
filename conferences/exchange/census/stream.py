"""The markup of a file whose ordinary children are not fed to expat: a child that stands just as the schema
asks, after another one, is read by itself.
"""

from __future__ import annotations

from collections.abc import Generator, Iterator
from typing import BinaryIO
from xml.parsers import expat

from conferences.exchange.census.markup import CHUNK, MOST_BYTES_UNREAD, Found, Markup, Part, too_large
from conferences.exchange.census.ordinary import END, LONGEST, Ordinary, ordinary
from safeguarding.refusals import Refused

END_OF_CHILD = END.encode()
# Ways of writing in which a plain character is the byte that it is in ASCII.
PLAIN = frozenset({"utf-8", "us-ascii", "iso-8859-1", "iso-8859-15", "windows-1252"})


class Stream(Markup):
    """As Markup; an Ordinary for each child that is one, but for the first."""

    def __init__(self, most_bytes: int) -> None:
        self._plain = True
        self._fed = 0
        # Where the last child ended, of what was fed; to expat: line, and the column after it.
        self._ended = -1
        self._ended_at = (0, 0)
        # In that line so many columns were not fed since.
        self._unfed = 0
        super().__init__(most_bytes)

    def parts(self, file: BinaryIO) -> Iterator[Found]:
        """The Header and the Children in the order of the file."""
        rest = b""
        while chunk := file.read(CHUNK):
            if not self.bytes:
                chunk = self._beginning(chunk)
            self.bytes += len(chunk)
            if self.bytes > self.most_bytes:
                raise Refused(too_large(self.most_bytes))
            rest = yield from self._look_through(rest + chunk)
        self._feed(rest, last=True)
        yield from self._take()

    def _look_through(self, found: bytes) -> Generator[Found, None, bytes]:
        """Returns the child at the end that is not whole yet."""
        # Each byte a character: what is not plain is nothing that is looked for.
        text = found.decode("latin-1")
        at = 0
        while at < len(found):
            end = found.find(END_OF_CHILD, at)
            if self._is_between_children():
                if end < 0 and len(found) - at < LONGEST:
                    break
                line, column = self._ended_at
                if child := ordinary(text, at, line + self._lines_before, column + self._unfed):
                    self._pass_over(child)
                    yield child
                    at = child.end
                    continue
            after = end + len(END_OF_CHILD) if end >= 0 else len(found)
            self._feed(found[at:after])
            if self._fed - self._parser.CurrentByteIndex > MOST_BYTES_UNREAD:
                raise Refused(f"One element near line {self.line:,} is longer than any census has.")
            yield from self._take()
            at = after
        return found[at:]

    def _is_between_children(self) -> bool:
        """Whether what was fed ends with the end of a child: not with such words in a comment."""
        return self._plain and self._fed == self._ended

    def _pass_over(self, child: Ordinary) -> None:
        line, column = child.ends_at
        self._lines_before = line - self._ended_at[0]
        self._unfed = column - self._ended_at[1]

    @property
    def column(self) -> int:
        in_that_line = self._parser.CurrentLineNumber == self._ended_at[0]
        return super().column + (self._unfed if in_that_line else 0)

    def _expat(self, encoding: str | None = None) -> expat.XMLParserType:
        parser = super()._expat(encoding)
        parser.XmlDeclHandler = self._declared
        self._plain = encoding in (None, "utf-8")
        return parser

    def _declared(self, _version: str, encoding: str | None, _standalone: int) -> None:
        self._plain = self._plain and (encoding or "utf-8").lower() in PLAIN

    def _feed(self, chunk: bytes, *, last: bool = False) -> None:
        self._fed += len(chunk)
        super()._feed(chunk, last=last)

    def _hand_out(self, part: Part) -> None:
        super()._hand_out(part)
        if part.tag == "Child":
            parser, length = self._parser, len(END_OF_CHILD)
            if parser.CurrentLineNumber != self._ended_at[0]:
                self._unfed = 0
            self._ended = parser.CurrentByteIndex + length
            self._ended_at = parser.CurrentLineNumber, super().column + length

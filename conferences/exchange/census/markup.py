"""A census file as a stream of its parts: the header, then one child after another, each with its lines.

Expat, not a tree: its line numbers are right past line 65,535, memory holds one child at a time, and a
document type or an entity is refused when it is declared, before anything can expand.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import BinaryIO, NamedTuple
from xml.parsers import expat

from safeguarding.refusals import Refused

CHUNK = 1 << 16
MOST_ELEMENTS_IN_A_CHILD = 20_000
MOST_DEPTH = 30
MOST_CHARACTERS = 2_000
MOST_BYTES_UNREAD = 1 << 20
MOST_UNKNOWN_NAMES = 200

# Elements that hold elements. Any other that turns out to hold some is treated as one of these, and noted.
GROUPS = frozenset(
    [
        "Message",
        "Header",
        "CollectionDetails",
        "Source",
        "Content",
        "Children",
        "Child",
        "ChildIdentifiers",
        "ChildCharacteristics",
        "Disabilities",
        "CINdetails",
        "Assessments",
        "FactorsIdentifiedAtAssessment",
        "CINPlanDates",
        "Section47",
        "ChildProtectionPlans",
        "Reviews",
    ]
)
# Known, counted and read past: nothing of them is kept.
READ_PAST = frozenset({"PreProceedingsandFGDM", "Content"})
# Fields that may stand several times in their group.
REPEATED = frozenset({"Disability", "CPPreviewDate", "AssessmentFactors"})
# What stands above a child. One of these under another name would lose every child in it.
ABOVE_A_CHILD = {"Message": ("Header", "Children"), "Children": ("Child",)}

UTF_8_MARK = b"\xef\xbb\xbf"
UTF_16_MARKS = (b"\xff\xfe", b"\xfe\xff")
SAYS_UTF_16 = re.compile(rb"<\?xml[^>]*encoding=.utf-?16", re.IGNORECASE)

E = expat.errors
PLAIN_ERRORS = {
    E.XML_ERROR_NO_ELEMENTS: "it ends before its last element is closed: it was cut short, or is empty",
    E.XML_ERROR_UNCLOSED_TOKEN: "it ends in the middle of an element: it was cut short",
    E.XML_ERROR_TAG_MISMATCH: "an element is closed by another’s name",
    E.XML_ERROR_JUNK_AFTER_DOC_ELEMENT: "something follows its last element",
    E.XML_ERROR_UNDEFINED_ENTITY: "it uses a named character that XML does not know",
    E.XML_ERROR_UNKNOWN_ENCODING: "its first line names a way of writing characters that is not known",
    E.XML_ERROR_INCORRECT_ENCODING: "its characters are not written the way its first line says",
    E.XML_ERROR_PARTIAL_CHAR: "it ends in the middle of a character: it was cut short",
}


NOTHING: Mapping[str, int] = MappingProxyType({})


class Item(NamedTuple):
    """A field that may stand several times: its name, its text, and where it ends."""

    tag: str
    text: str
    line: int
    column: int


class Mark:
    """A place in a child of which no Part was made; `within` is its path within the child."""

    __slots__ = ("column", "line", "within")

    def __init__(self, line: int, column: int, within: str) -> None:
        self.line = line
        self.column = column
        self.within = within


class Found:
    """What is handed out of a file, by its `tag`: its Header, or a Child."""

    __slots__ = ()
    tag: str


class Part(Found):
    """An element that holds others: its fields by name, its repeated fields, the parts within. Lines and
    columns count from 1. What few parts have is made when it is first needed: there are millions.
    """

    __slots__ = ("again", "column", "line", "lists", "parts", "read_past", "stray_line", "tag", "values")

    def __init__(self, tag: str, line: int, column: int = 1) -> None:
        self.tag = tag
        self.line = line
        self.column = column
        self.values: dict[str, str] = {}
        self.parts: list[Part] = []
        self.lists: Sequence[Item] = ()
        self.again: Sequence[str] = ()
        self.read_past: Mapping[str, int] = NOTHING
        self.stray_line = 0


class Markup:
    """Feeds a file to expat and hands out each finished Header and Child. Raises Refused."""

    def __init__(self, most_bytes: int) -> None:
        self.most_bytes = most_bytes
        self.bytes = 0
        self.unknown: dict[tuple[str, str], Unknown] = {}
        self.prefixed_line = 0
        self.stray_line = 0
        self._stack: list[Part] = []
        self._leaf = ""
        self._text = ""
        self._skip = 0
        self._elements = 0
        self._done: list[Part] = []
        self._lines_before = 0
        self._parser = self._expat()

    def _expat(self, encoding: str | None = None) -> expat.XMLParserType:
        parser = expat.ParserCreate(encoding)
        parser.buffer_text = True
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._characters
        parser.StartDoctypeDeclHandler = refuse_declaration
        parser.EntityDeclHandler = refuse_declaration
        return parser

    def parts(self, file: BinaryIO) -> Iterator[Found]:
        """The Header and the Children in the order of the file."""
        while chunk := file.read(CHUNK):
            if not self.bytes:
                chunk = self._beginning(chunk)
            self.bytes += len(chunk)
            if self.bytes > self.most_bytes:
                raise Refused(too_large(self.most_bytes))
            self._feed(chunk)
            if self.bytes - self._parser.CurrentByteIndex > MOST_BYTES_UNREAD:
                raise Refused(f"One element near line {self.line:,} is longer than any census has.")
            yield from self._take()
        self._feed(b"", last=True)
        yield from self._take()

    def _beginning(self, chunk: bytes) -> bytes:
        """The first bytes without marks and blanks before the first element; how they are written decides
        over what their first line says.
        """
        encoding, rest, blanks = beginning(chunk)
        self._lines_before = blanks.count(b"\n")
        self._parser = self._expat(encoding)
        return rest

    @property
    def line(self) -> int:
        return self._parser.CurrentLineNumber + self._lines_before

    @property
    def column(self) -> int:
        return self._parser.CurrentColumnNumber + 1

    def _take(self) -> list[Part]:
        done, self._done = self._done, []
        return done

    def _feed(self, chunk: bytes, *, last: bool = False) -> None:
        try:
            self._parser.Parse(chunk, last)
        except expat.ExpatError as error:
            raise Refused(malformed(error, self._lines_before)) from None
        except (LookupError, ValueError):
            raise Refused(
                f"The file is not whole XML: {PLAIN_ERRORS[E.XML_ERROR_UNKNOWN_ENCODING]}."
            ) from None

    def _start(self, tag: str, _attributes: object) -> None:
        if self._skip:
            self._skip += 1
            return
        if ":" in tag:
            tag = self._local(tag)
        if self._leaf:
            self._push(self._leaf)
            self._leaf = ""
        if tag in GROUPS or tag in READ_PAST:
            self._group(tag)
        else:
            self._leaf, self._text = tag, ""
        self._elements += 1
        if self._elements > MOST_ELEMENTS_IN_A_CHILD:
            raise Refused(f"One child’s record near line {self.line:,} has more parts than any census has.")
        if not self._stack:
            raise Refused(f"The file’s first element is {shown(tag)}, where a census has Message.")

    def _local(self, tag: str) -> str:
        self.prefixed_line = self.prefixed_line or self.line
        return tag.rpartition(":")[2] or tag

    def _group(self, tag: str) -> None:
        if tag in READ_PAST and self._stack:
            self._skip = 1
            past = self._stack[-1].read_past
            self._stack[-1].read_past = {**past, tag: past.get(tag, 0) + 1}
        elif tag == "Message" or self._stack:
            self._push(tag)

    def _push(self, tag: str) -> None:
        if len(self._stack) >= MOST_DEPTH:
            raise Refused(f"Elements are nested too deep near line {self.line:,}.")
        if 0 < len(self._stack) < 3:
            refuse_another_name(self._stack[-1].tag, tag, self.line)
        self._stack.append(Part(tag, self.line, self.column))

    def _characters(self, data: str) -> None:
        if self._skip:
            return
        if self._leaf:
            if len(self._text) < MOST_CHARACTERS:
                self._text += data
        elif self._stack and not data.isspace():
            self._stack[-1].stray_line = self._stack[-1].stray_line or self.line

    def _end(self, _tag: str) -> None:
        if self._skip:
            self._skip -= 1
        elif self._leaf:
            self._close_field(self._stack[-1], self._leaf)
            self._leaf = ""
        else:
            self._close_group(self._stack.pop())

    def _close_field(self, part: Part, tag: str) -> None:
        text = self._text.strip()
        if len(self._stack) <= 2 and part.tag in ("Message", "Children"):
            self.note_unknown(part.tag, tag, self.line, self.column)
        elif tag in REPEATED:
            self._close_item(part, Item(tag, text, self.line, self.column))
        elif tag in part.values:
            part.again = [*part.again, tag]
            # An empty element before a filled one is what some systems write for a field without a value.
            part.values[tag] = part.values[tag] or text
        else:
            part.values[tag] = text

    @staticmethod
    def _close_item(part: Part, item: Item) -> None:
        if isinstance(part.lists, list):
            part.lists.append(item)
        else:
            part.lists = [item]

    def _close_group(self, part: Part) -> None:
        depth = len(self._stack)
        if (
            depth == 1
            and part.tag == "Header"
            or depth == 2
            and part.tag == "Child"
            and self._stack[1].tag == "Children"
        ):
            self._hand_out(part)
        elif depth == 1 and part.tag == "Children":
            self._elements = 0
            self.stray_line = self.stray_line or part.stray_line
        elif depth > 2 or (depth == 2 and self._stack[1].tag not in ("Message", "Children")):
            self._stack[-1].parts.append(part)
        elif depth:
            self.note_unknown(self._stack[-1].tag, part.tag, part.line, part.column, holds=True)
        else:
            self.stray_line = self.stray_line or part.stray_line

    def _hand_out(self, part: Part) -> None:
        self._done.append(part)
        self._elements = 0

    def note_unknown(self, within: str, tag: str, line: int, column: int, *, holds: bool = False) -> None:
        """Count an element that the census does not have where it stands, with the first place."""
        key = (within, tag)
        if key in self.unknown:
            self.unknown[key].times += 1
        elif len(self.unknown) < MOST_UNKNOWN_NAMES:
            self.unknown[key] = Unknown(line, column, holds)


@dataclass(slots=True)
class Unknown:
    """An element that the census has not got there: where it stood first, whether it holds others."""

    line: int
    column: int
    holds: bool
    times: int = 1


def refuse_declaration(*_declared: object) -> None:
    raise Refused(
        "The file declares a document type or entities. A census file never does, and they can be used to do"
        " harm, so it was not read."
    )


def refuse_another_name(within: str, tag: str, line: int) -> None:
    for known in ABOVE_A_CHILD.get(within, ()):
        if tag != known and same_but_for_case(tag, known):
            raise Refused(
                f"At line {line:,} {within} holds {shown(tag)}, where a census has {known}. Capital and small"
                " letters count in XML."
            )


def same_but_for_case(tag: str, known: str) -> bool:
    """Whether two names agree but for capitals, a last s, and marks between words."""
    return plain_name(tag) == plain_name(known)


def plain_name(tag: str) -> str:
    return re.sub("[-_.]", "", tag).casefold().removesuffix("s")


def beginning(head: bytes) -> tuple[str | None, bytes, bytes]:
    """(the encoding to read by, None where the file's own word holds; the bytes from the first element on;
    the blanks before it).
    """
    if head.startswith(UTF_16_MARKS):
        return "utf-16", head, b""
    if head[:2] in (b"<\x00", b"\x00<"):
        return ("utf-16le" if head[0] else "utf-16be"), head, b""
    rest = head.lstrip(UTF_8_MARK + b" \t\r\n")
    marked = UTF_8_MARK in head[: len(head) - len(rest)]
    return ("utf-8" if marked or SAYS_UTF_16.match(rest) else None), rest, head[: len(head) - len(rest)]


def paths(part: Part, name: str) -> dict[int, str]:
    """The path of each part and repeated field within, and of the part itself, by identity:
    "Child[3]/CINdetails[2]/Section47[1]".
    """
    found = {id(part): name}
    before: Counter[str] = Counter()
    for within in part.parts:
        before[within.tag] += 1
        found |= paths(within, f"{name}/{within.tag}[{before[within.tag]}]")
    for item in part.lists:
        before[item.tag] += 1
        found[id(item)] = f"{name}/{item.tag}[{before[item.tag]}]"
    return found


def malformed(error: expat.ExpatError, lines_before: int) -> str:
    """What expat stumbled over, in words, with the line."""
    plain = PLAIN_ERRORS.get(expat.ErrorString(error.code), "there is something that XML does not allow")
    return f"The file is not whole XML: at line {error.lineno + lines_before:,} {plain}."


def too_large(most_bytes: int) -> str:
    return f"The file must be smaller than {most_bytes // 1_000_000:,} MB."


def shown(text: str) -> str:
    """Something of the file inside a sentence: short, and in quotation marks."""
    short = " ".join(text.split())
    return f"“{short[:30]}…”" if len(short) > 30 else f"“{short}”"

"""What a document says, block by block, apart from any format: Word and PDF are written from the same."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum

# The typeface's size in points: 12 is the least for clear print.
SIZE = 12
# Of large print, which is set anew at this size (16 to 18: Hampshire, L) and not a page blown up.
LARGE_SIZE = 18
NOT_WRITABLE = re.compile("[^\\t\\n\\x20-\\ud7ff\\ue000-\\ufffd\\U00010000-\\U0010ffff]")


class Shape(Enum):
    """What a block is; the value is the word that the PDF's template knows it by."""

    HEADING = "heading"
    TEXT = "text"
    BULLETS = "bullets"


@dataclass(frozen=True)
class Block:
    """A heading (`level` 1 to 3), a paragraph, or a list. A new line in a text stays one. One that `keeps`
    stands on the page of the one after it.
    """

    shape: Shape
    lines: tuple[str, ...]
    level: int = 0
    keeps: bool = False


@dataclass(frozen=True)
class Paper:
    """A whole document. `title` and `council` are its properties too, so they name nobody."""

    title: str
    council: str
    blocks: tuple[Block, ...]


def heading(line: str, level: int) -> Block:
    return Block(Shape.HEADING, (line,), level)


def text(*lines: str) -> Block:
    return Block(Shape.TEXT, ("\n".join(lines),))


def signed(*lines: str, names: tuple[str, ...]) -> tuple[Block, ...]:
    """The last paragraphs of a letter and who signs it: no signature stands alone on a page."""
    return (*(Block(Shape.TEXT, (line,), keeps=True) for line in lines), text(*names))


def bullets(*lines: str) -> Block:
    return Block(Shape.BULLETS, lines)


def writable(line: str) -> str:
    """Without the control characters that no file can hold; a new line stays one."""
    return NOT_WRITABLE.sub("", line.replace("\r\n", "\n"))

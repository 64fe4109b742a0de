"""What the component templates take: small values that a view or a presenter prepares.

A template in templates/components/ says at its head which of these it wants.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.utils.html import conditional_escape, escape, format_html
from django.utils.safestring import SafeString
from django.utils.text import slugify


@dataclass(frozen=True)
class Link:
    """A link in a navigation; `current` when it leads to the page that shows it."""

    text: str
    href: str
    current: bool = False


@dataclass(frozen=True)
class TaskLine:
    """A line of a task list: something that may be done, where, and what is said beside it."""

    text: str
    href: str
    note: str = ""


@dataclass(frozen=True)
class Tag:
    """A word in a box. `colour`: grey, green, teal, blue, purple, magenta, red, orange, yellow, or none."""

    text: str
    colour: str = ""

    @property
    def html(self) -> SafeString:
        colour = f" govuk-tag--{self.colour}" if self.colour else ""
        return SafeString(f'<strong class="govuk-tag{colour}">{escape(self.text)}</strong>')


@dataclass(frozen=True)
class SummaryRow:
    """A key and what is known; `href` leads to where it is changed, `about` ends the link's hidden words."""

    key: str
    value: Any
    href: str = ""
    action: str = "Change"
    about: str = ""


@dataclass(frozen=True)
class Column:
    """A table's column; numbers are set right."""

    label: str
    numeric: bool = False


# Only these are broken: in a narrow column every word would be.
LONG_WORD = re.compile(r"[^\s-]{41}")
# A day alone stays in one line: in a narrow column it would be three lines high.
DAY_ALONE = re.compile(r"\d{1,2} [A-Z][a-z]+ \d{4}")


@dataclass(frozen=True)
class Cell:
    """A table's cell: words, perhaps a link, a tag, or a note in smaller type beneath. `about`: what a link
    says besides to who hears it, where others on the page read alike.
    """

    text: Any = ""
    href: str = ""
    tag: Tag | None = None
    note: str = ""
    about: str = ""

    @property
    def html(self) -> SafeString:
        """The cell as it is placed. Put together here, for a list has hundreds and a template is slow."""
        words = conditional_escape(self.text)
        if DAY_ALONE.fullmatch(words):
            words = format_html('<span class="app-day">{}</span>', words)
        if self.about:
            words += format_html('<span class="govuk-visually-hidden"> {}</span>', self.about)
        parts = [f'<a class="govuk-link" href="{escape(self.href)}">{words}</a>' if self.href else words]
        if self.tag:
            parts.append(f" {self.tag.html}")
        if self.note:
            parts.append(f' <span class="app-note">{conditional_escape(self.note)}</span>')
        told = "".join(parts)
        return SafeString(f'<span class="app-name">{told}</span>' if self._is_long else told)

    @property
    def _is_long(self) -> bool:
        """Whether a word of it would push the table wider than the page, were it not broken."""
        return any(LONG_WORD.search(words) for words in (str(self.text), self.note))


@dataclass(frozen=True)
class Table:
    """A table with a caption. Rows hold cells, or bare values; `row_heads`: the first column heads its row.

    `stack`: on a phone each row becomes a short list (for tables of words); else the table scrolls sideways.
    `dense`: there its cells stand one beside another, where many rows of few words would make a long page.
    """

    caption: str
    columns: Sequence[Column]
    rows: Sequence[Sequence[Any]]
    empty: str = "Nothing to show."
    caption_size: str = "m"
    caption_hidden: bool = False
    row_heads: bool = False
    stack: bool = False
    dense: bool = False

    @property
    def ident(self) -> str:
        return f"table-{slugify(self.caption)}"

    @property
    def lines(self) -> Iterator[tuple[list[tuple[Column, Cell]], list[tuple[Column, Cell]]]]:
        """Each row's heads, of which there is one or none, and its other cells, with their columns."""
        heads = 1 if self.row_heads else 0
        for row in self.rows:
            cells = (cell if isinstance(cell, Cell) else Cell(cell) for cell in row)
            line = list(zip(self.columns, cells, strict=True))
            yield line[:heads], line[heads:]


@dataclass(frozen=True)
class Entry:
    """One event of a timeline. `when` is already in words; `lines` stand beneath as paragraphs."""

    title: str
    when: str
    lines: Sequence[Any] = ()
    byline: str = ""
    href: str = ""
    link: str = ""
    tag: Tag | None = None
    is_struck: bool = False
    changes: Sequence[SummaryRow] = ()
    changes_title: str = ""


@dataclass(frozen=True)
class Fold:
    """What a closed part of a page says of itself: its heading, and the gravest of what is in it."""

    title: str
    fact: str


@dataclass(frozen=True)
class Tile:
    """A figure at a glance: never a colour without a word.

    `of`: "30 of 112"; `sparkline`: safe SVG with a class for its size, hidden from assistive technology.
    """

    label: str
    figure: str
    href: str = ""
    of: str = ""
    tag: Tag | None = None
    note: str = ""
    sparkline: str = ""


@dataclass(frozen=True)
class Chart:
    """A chart with its words. `svg` and `svg_narrow` are safe SVG; the headline is made from the data."""

    headline: str
    subtitle: str
    sentence: str
    svg: str
    table: Table
    svg_narrow: str = ""
    csv_href: str = ""
    notes: Sequence[str] = field(default_factory=tuple)

    @property
    def ident(self) -> str:
        return f"chart-{slugify(self.headline)[:40]}"

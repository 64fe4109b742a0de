"""A paper as a tagged PDF (PDF/UA-1): headings, lists and language for who listens, its typeface inside."""

from __future__ import annotations

import datetime as dt
import importlib.util
import json
from functools import cache
from pathlib import Path
from typing import Final

import typst

from conferences.documents.paper import LARGE_SIZE, SIZE, Paper, writable

FONT = "Source Sans Pro"
STANDARD: Final = "ua-1"
# The texts come in as data and never as markup: what somebody typed cannot be a command.
TEMPLATE = """
#let paper = json(bytes(sys.inputs.paper))
#set document(title: paper.title, author: paper.council, date: none)
#set page(paper: "a4", margin: paper.margin * 1mm, numbering: "1 of 1", number-align: right)
#set text(font: paper.font, size: paper.size * 1pt, lang: "en", region: "GB", hyphenate: false)
#set par(justify: false, leading: 0.7em, spacing: 1.1em)
#set list(spacing: 0.9em)
#show heading: set block(above: 1.5em, below: 0.8em, sticky: true)
#show heading.where(level: 1): set text(size: 1.2em)
#let lines(one) = one.split("\\n").map(line => [#line]).join(linebreak())
#for block in paper.blocks {
  if block.shape == "heading" { heading(level: block.level, block.lines.first()) }
  else if block.shape == "bullets" { list(..block.lines.map(lines)) }
  else if block.keeps { std.block(sticky: true, above: 1.1em, below: 1.1em, par(lines(block.lines.first()))) }
  else { par(lines(block.lines.first())) }
}
"""


class NotWritable(ValueError):
    """The typeface lacks a character of the text: a file would show a box where a name stands."""


def as_pdf(paper: Paper, made_at: dt.datetime, *, is_large: bool = False) -> bytes:
    """The file, or the same words in large print. Raises NotWritable."""
    blocks = [
        {
            "shape": one.shape.value,
            "level": one.level,
            "keeps": one.keeps,
            "lines": [writable(line) for line in one.lines],
        }
        for one in paper.blocks
    ]
    look = {"font": FONT, "size": LARGE_SIZE if is_large else SIZE, "margin": 20 if is_large else 25}
    said = {"title": paper.title, "council": paper.council, "blocks": blocks} | look
    try:
        made: bytes = typst.compile(
            TEMPLATE.encode(),
            format="pdf",
            font_paths=_typeface(),
            sys_inputs={"paper": json.dumps(said)},
            pdf_standards=STANDARD,
            timestamp=int(made_at.timestamp()),
        )
    except typst.TypstError as error:
        if "could not be displayed" in str(error):
            raise NotWritable from error
        raise
    return made


@cache
def _typeface() -> typst.Fonts:
    """The files that came with the locked package, and no other of this machine."""
    spec = importlib.util.find_spec("font_source_sans_pro")
    assert spec is not None and spec.origin is not None  # It is in the lock file.
    folder = str(Path(spec.origin).parent / "files")
    return typst.Fonts(include_system_fonts=False, font_paths=[folder])

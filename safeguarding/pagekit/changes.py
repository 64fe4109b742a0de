"""What changed from one text to the next, in words: what went is struck, what came is underlined.

Both are told to who hears the page: ins and del alone are passed over by most screen readers.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from django.template.defaultfilters import linebreaksbr
from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString, mark_safe

# Texts with less in common than this are two texts: one goes, and the other comes.
LEAST_ALIKE = 0.3
# Words that stay between two changes make them one, unless there are so many.
STAY = 2
# More words than this are compared line by line, so that a long text is no slow page.
MOST_WORDS = 1500
WORD, LINE = re.compile(r"\S+\s*"), re.compile(r"[^\n]*\n+|[^\n]+")
# A kind, what stood before, and what stands now.
Piece = tuple[str, str, str]


def marked(before: str, after: str) -> SafeString:
    """The later text with its changes to the one before, escaped, its lines kept."""
    return mark_safe("".join(_shown(piece) for piece in _pieces(before.strip(), after.strip())).strip())


def _pieces(before: str, after: str) -> list[Piece]:
    if not before or not after:
        return [("change", before, after)]
    old, new = WORD.findall(before), WORD.findall(after)
    if max(len(old), len(new)) > MOST_WORDS:
        old, new = LINE.findall(before), LINE.findall(after)
    found = SequenceMatcher(None, [one.strip() for one in old], [one.strip() for one in new], autojunk=False)
    if found.ratio() < LEAST_ALIKE:
        return [("change", before, after)]
    return list(_joined(_opcode_pieces(found, old, new)))


def _opcode_pieces(found: SequenceMatcher[str], old: Sequence[str], new: Sequence[str]) -> Iterator[Piece]:
    last = max(len(old), len(new))
    for kind, first, end, start, stop in found.get_opcodes():
        stays = kind == "equal" and (stop - start >= STAY or start == 0 or stop == last)
        yield "same" if stays else "change", "".join(old[first:end]), "".join(new[start:stop])


def _joined(pieces: Iterator[Piece]) -> Iterator[Piece]:
    """Changes one beside another as one."""
    went, came = "", ""
    for kind, before, after in pieces:
        if kind == "change":
            went, came = went + before, came + after
            continue
        if went or came:
            yield "change", went, came
            went, came = "", ""
        yield kind, before, after
    if went or came:
        yield "change", went, came


def _shown(piece: Piece) -> SafeString:
    kind, before, after = piece
    if kind == "same":
        return _text(after)
    parts = [_mark("del", "Removed", before), _mark("ins", "Added", after)]
    return mark_safe("".join(f"{part} " for part in parts if part))


def _mark(tag: str, said: str, text: str) -> SafeString:
    if not text.strip():
        return SafeString("")
    unseen = '<span class="govuk-visually-hidden">{}</span>'
    begins, ends = format_html(unseen, f"{said}: "), format_html(unseen, ";")
    return format_html("<{0}>{1}{2}{3}</{0}>", SafeString(tag), begins, _text(text.strip()), ends)


def _text(text: str) -> SafeString:
    return mark_safe(linebreaksbr(conditional_escape(text)))

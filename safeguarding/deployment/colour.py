"""How far two colours stand apart, so that words on the council's colour can be read (WCAG 2.2, 1.4.3)."""

import re

READABLE = 4.5


def contrast(one: str, other: str = "#ffffff") -> float:
    """The contrast of two colours written #rrggbb, 1 (none) to 21 (black on white). WCAG 2.2."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def carries_white_words(colour: str) -> bool:
    """Whether this is a colour, and dark enough for white words upon it."""
    return bool(re.fullmatch(r"#[0-9a-fA-F]{6}", colour)) and contrast(colour) >= READABLE


def _luminance(colour: str) -> float:
    channels = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue

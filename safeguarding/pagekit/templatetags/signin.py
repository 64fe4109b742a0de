"""What the pages of sign-in need: the square that an authenticator app reads, and a long key in fours."""

from __future__ import annotations

import re

from django import template
from django.utils.safestring import SafeString, mark_safe

register = template.Library()


@register.simple_tag
def totp_square(svg: str) -> SafeString:
    """The library's QR code as part of the page: the content policy forbids pictures inside an address."""
    shape = re.sub(r"^<\?xml[^>]*\?>\s*", "", svg)
    return mark_safe(shape.replace("<svg ", '<svg role="img" aria-label="Square code for the app" ', 1))


@register.filter
def in_fours(text: str) -> str:
    """ABCD EFGH: apps take the key with or without the gaps."""
    return " ".join(text[at : at + 4] for at in range(0, len(text), 4))

"""A file of a letter as it was kept, given to whoever asks for it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from conferences.rules.documents import MEDIA, DocumentFormat, is_whole
from conferences.views.documents import BY_SUFFIX, DAMAGED
from safeguarding.refusals import CONFLICT


class KeptFile(Protocol):
    """The bytes of a letter in one format, with their sum."""

    content: bytes | memoryview[int]
    sha256: str


def format_of(suffix: str) -> DocumentFormat:
    """Http404 where there is none."""
    if suffix not in BY_SUFFIX:
        raise Http404
    return BY_SUFFIX[suffix]


def give(
    request: HttpRequest,
    file: KeptFile,
    form: DocumentFormat,
    *,
    name: str,
    back: str,
    damaged: Callable[[], None],
) -> HttpResponse:
    """The file, held to the sum that was kept with it; where it is not that, `damaged` is called."""
    content, media = bytes(file.content), MEDIA[form]
    if not is_whole(content, file.sha256):
        damaged()
        values = {"sentence": DAMAGED, "back": back}
        return render(request, "conferences/documents/not_given.html", values, status=CONFLICT)
    headers = {"Content-Disposition": f'attachment; filename="{name}.{media.file_end}"'}
    return HttpResponse(content, content_type=media.content_type, headers=headers)

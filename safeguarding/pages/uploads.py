"""Large bodies: whether one may come, asked before it is read, and a limit on a file while it arrives."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.core.files.uploadhandler import FileUploadHandler, StopUpload
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.urls import resolve

from safeguarding.access import can
from safeguarding.access.views import policy_of
from safeguarding.pages.errors import NO_ROOM, forbidden, not_taken

GetResponse = Callable[[HttpRequest], HttpResponseBase]
# The web process asks under this name, which no header can set, before it reads a large body.
ASKED = "safeguarding.body_bytes"
GO_ON = 204
# While it is handled a file lies on the disk up to three times: as it came, as a file, as what is kept.
COPIES = 3
SIGNED_OUT = "You are not signed in, so the file was not taken. Sign in, and hand it in again."


class AskedFirstMiddleware:
    """Answers the web process's question whether a large body may come: 204, or the page that refuses it."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        size = request.META.get(ASKED)
        if size is None:
            return self.get_response(request)
        return refusal(request, int(size)) or HttpResponse(status=GO_ON)


def refusal(request: HttpRequest, size: int) -> HttpResponse | None:
    """The page that refuses a body of so many bytes (0: not said), or None where it may come."""
    is_file = request.content_type == "multipart/form-data"
    if not is_file:
        # What a form kept as a draft is read from everybody: a session that ended costs nobody a word.
        too_long = size > (settings.DATA_UPLOAD_MAX_MEMORY_SIZE or size)
        return not_taken(request, 413, "A form may not be so long.") if too_long else None
    if not request.user.is_authenticated:
        return not_taken(request, 401, SIGNED_OUT)
    if not _may_send(request):
        return forbidden(request)
    if size > settings.MOST_BODY_BYTES:
        most = settings.CENSUS_MOST_BYTES // 1_000_000
        return not_taken(request, 413, f"The file is larger than {most} MB, the most that is taken.")
    if not _has_room(size):
        return not_taken(request, 507, NO_ROOM)
    return None


def _may_send(request: HttpRequest) -> bool:
    try:
        policy = policy_of(resolve(request.path_info).func)
    except Http404:
        return False
    return bool(policy and (not policy.permission or can(request.user, policy.permission)))


def _has_room(size: int) -> bool:
    folders: list[str] = [tempfile.gettempdir(), str(settings.UPLOAD_FOLDER)]
    return all(shutil.disk_usage(f).free > COPIES * size for f in folders if os.path.isdir(f))


class SizeLimit(FileUploadHandler):
    """Stops an upload that grows over the largest file that any page takes; the form then finds no file."""

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        super().new_file(*args, **kwargs)
        self.received = 0

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes:
        self.received += len(raw_data)
        if self.received > settings.CENSUS_MOST_BYTES:
            raise StopUpload(connection_reset=False)
        return raw_data

    def file_complete(self, file_size: int) -> None:
        """The next handler keeps the file."""

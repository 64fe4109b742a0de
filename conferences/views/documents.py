"""A document as it was kept, byte for byte; never what is not what was kept."""

from __future__ import annotations

import uuid

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from conferences.models import Document
from conferences.operations import documents as operations
from conferences.queries.documents import document_in_scope, file_of
from conferences.rules.documents import MEDIA, DocumentFormat, is_whole
from safeguarding.access import Permission, needs, person_of
from safeguarding.clock import now
from safeguarding.refusals import CONFLICT

BY_SUFFIX = {media.suffix: form for form, media in MEDIA.items()}
DAMAGED = (
    "This file is not the one that was kept: it was changed in the database. Do not send it. Tell whoever"
    " looks after the service. The audit says which file it is and that you asked for it."
)


@needs(Permission.SEND_LETTERS)
@require_safe
def document_file(request: HttpRequest, ref: uuid.UUID, document: int, suffix: str) -> HttpResponse:
    """A version of what is sent, in one format. Its name tells nobody's."""
    found = document_in_scope(person_of(request), ref, document)
    if suffix not in BY_SUFFIX:
        raise Http404
    return given(request, ref, found, BY_SUFFIX[suffix])


def given(request: HttpRequest, ref: uuid.UUID, document: Document, form: DocumentFormat) -> HttpResponse:
    """The file of a document in scope, held to the sum that was kept with it; else a page that says so."""
    file, media = file_of(document, form), MEDIA[form]
    content = bytes(file.content)
    if not is_whole(content, file.sha256):
        operations.report_damage(file=file, by=person_of(request), at=now())
        values = {"sentence": DAMAGED, "back": reverse("letters", args=[ref])}
        return render(request, "conferences/documents/not_given.html", values, status=CONFLICT)
    name = f"{document.kind.lower().replace('_', '-')}-{document.pk}.{media.file_end}"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(content, content_type=media.content_type, headers=headers)

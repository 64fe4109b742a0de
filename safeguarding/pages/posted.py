"""What a form was sent with, for forms that keep no drafts (those ask safeguarding.pages.drafts.typed)."""

from django.http import HttpRequest, QueryDict


def posted(request: HttpRequest) -> QueryDict | None:
    """What was sent, though it may be empty; None where the form is only shown."""
    return request.POST if request.method == "POST" else None

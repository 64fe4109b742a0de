"""The product's addresses and one more: a page that reads and shows nothing, behind the same middleware."""

from django.http import HttpRequest, HttpResponse
from django.urls import path

from safeguarding.access import signed_in
from safeguarding.urls import handler400, handler403, handler404, handler500
from safeguarding.urls import urlpatterns as product

__all__ = ["handler400", "handler403", "handler404", "handler500"]


@signed_in("what a page costs before it does anything")
def bare(request: HttpRequest) -> HttpResponse:
    return HttpResponse("Nothing.")


urlpatterns = [path("bare", bare, name="bare"), *product]

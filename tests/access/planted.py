"""The site with faults planted in it, one address each: the matrix must find every one of them."""

from django.http import Http404, HttpResponse
from django.urls import include, path

from safeguarding.access import Permission, get, needs, scope, signed_in
from safeguarding.access.sight import sight_at
from safeguarding.clock import now
from safeguarding.models import Child


@needs(Permission.READ_CHILD)
def by_reference_alone(request, ref):
    child = Child.every.filter(ref=ref).first()
    if child is None:
        raise Http404
    return HttpResponse(child.family_name)


@needs(Permission.READ_CHILD)
def unscoped_list(request):
    return HttpResponse(" ".join(child.given_names for child in Child.every.all()))


@needs(Permission.READ_CHILD)
def settles_again(request):
    at = now()
    return HttpResponse(f"{sight_at(request.user, at)} {sight_at(request.user, at)}")


def forgotten_policy(request):
    return HttpResponse("Nobody said who may see this.")


@needs(Permission.READ_CHILD)
def round_the_log(request):
    return HttpResponse(" ".join(scope(request.user, Child).values_list("given_names", flat=True)))


@needs(Permission.READ_CHILD)
def tells_restricted_from_missing(request, ref):
    if Child.every.filter(ref=ref).exists():
        get_or_refuse(request.user, ref)
    raise Http404


def get_or_refuse(user, ref):
    try:
        return get(user, Child, ref=ref)
    except Http404:
        raise PermissionError from None


@needs(Permission.READ_CHILD)
def in_a_header(request):
    response = HttpResponse("Nothing here.")
    response.headers["Content-Disposition"] = f'attachment; filename="{Child.every.last().family_name}.pdf"'
    return response


@signed_in("A planted fault.")
def bare(request, nobody_gave_a_sample):
    return HttpResponse()


urlpatterns = [
    path("planted/<uuid:ref>", by_reference_alone, name="by_reference_alone"),
    path("planted/list", unscoped_list, name="unscoped_list"),
    path("planted/twice", settles_again, name="settles_again"),
    path("planted/forgotten", forgotten_policy, name="forgotten_policy"),
    path("planted/log", round_the_log, name="round_the_log"),
    path("planted/tells/<uuid:ref>", tells_restricted_from_missing, name="tells_restricted_from_missing"),
    path("planted/header", in_a_header, name="in_a_header"),
    path("planted/bare/<int:nobody_gave_a_sample>", bare, name="bare"),
    path("", include("safeguarding.urls")),
]
handler404 = "safeguarding.pages.errors.not_found"
handler500 = "safeguarding.pages.errors.server_error"
handler403 = "safeguarding.pages.errors.forbidden"

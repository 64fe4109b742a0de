"""Who has looked at whom: the log of one record, one's own looks, and the table of rights that
everybody may read.
"""

from __future__ import annotations

from uuid import UUID

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import NoReverseMatch, reverse
from django.views.decorators.http import require_http_methods, require_safe

from safeguarding.access import Permission, needs, person_of, restrictions, signed_in
from safeguarding.models import ReadKind, ReadLog
from safeguarding.pagekit.components import Cell, Column, Table
from safeguarding.pages.restriction_forms import NumberForm
from safeguarding.pages.restrictions import governed
from safeguarding.rights import CAN, Role
from safeguarding.wording import uk_moment

A_PAGE = 50
# What the pages are called in the log; one that is not here is called by its address's own name.
PAGES = {
    "child": "The record",
    "child_timeline": "The timeline",
    "family": "The family’s page",
    "find_child": "A search",
    "measure_children": "The children behind a figure",
    "measure_csv": "The children behind a figure, as a file",
    "import_report": "The report of an import",
    "child_looks": "Who has looked",
    "child_access": "Who may see the record",
    "restricted": "The list of restricted records",
    "bars": "The list of bars",
}


@needs(Permission.READ_ACCESS_LOG)
@require_http_methods(["GET", "POST"])
def access_log(request: HttpRequest) -> HttpResponse:
    """Find a record's log by the child's number."""
    form = NumberForm(request.POST or None, button="Show who has looked")
    if request.method == "POST" and form.is_valid():
        child = restrictions.governed(person_of(request), form.cleaned_data["number"])
        if child:
            return redirect("child_looks", ref=child.ref)
        form.unknown()
    return render(request, "safeguarding/access_log.html", {"form": form})


@needs(Permission.READ_ACCESS_LOG)
@require_safe
def child_looks(request: HttpRequest, ref: UUID) -> HttpResponse:
    """Who has looked at one record, newest first. Reading it is a look too."""
    child = governed(request, ref)
    page = Paginator(restrictions.lookers(child), A_PAGE).get_page(request.GET.get("page"))
    rows = [[uk_moment(look.read_at), look.user, *_where(look)] for look in page]
    columns = [Column(words) for words in ("When", "Who", "Page", "How")]
    table = Table("Looks", columns, rows, "Nobody has looked at this record.", stack=True)
    context = {"number": child.la_child_id, "table": table, "page": page}
    return render(request, "safeguarding/viewed.html", context)


def _where(look: ReadLog) -> tuple[str, str]:
    name = look.view_name
    return PAGES.get(name, name.replace("_", " ").capitalize()), ReadKind(look.kind).label


@needs(Permission.READ_OWN_VIEWS, reads=ReadKind.LISTED)
@require_safe
def own_views(request: HttpRequest) -> HttpResponse:
    """The records one has looked at oneself, newest first."""
    user = person_of(request)
    page = Paginator(restrictions.own_looks(user), A_PAGE).get_page(request.GET.get("page"))
    rows = [
        [uk_moment(view.look.read_at), _record(view), *_where(view.look)]
        for view in restrictions.with_children(user, page)
    ]
    columns = [Column(words) for words in ("When", "Record", "Page", "How")]
    table = Table(
        "Records you have viewed", columns, rows, "You have viewed none yet.", caption_hidden=True, stack=True
    )
    return render(request, "safeguarding/viewed_by_me.html", {"table": table, "page": page})


def _record(view: restrictions.OwnView) -> Cell:
    if view.child is None:
        return Cell("A record that you may not see")
    try:
        href = reverse("child", args=[view.child.ref])
    except NoReverseMatch:
        href = ""
    return Cell(view.child.display_name, href=href, note=view.child.la_child_id)


@signed_in("Everybody may know who may do what.")
@require_safe
def rights(request: HttpRequest) -> HttpResponse:
    """The table of roles and rights, from the code that decides."""
    columns = [Column("What"), *(Column(role.label) for role in Role)]
    rows = [
        [right.sentence, *("Yes" if right in CAN[role] else "–" for role in Role)] for right in Permission
    ]
    table = Table("Who may do what", columns, rows, caption_hidden=True, row_heads=True)
    return render(request, "safeguarding/rights.html", {"table": table})

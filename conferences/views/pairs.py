"""Two records that may be of one child: the list, the pair, what is said of it, the joining and its undo."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Mapping
from functools import partial

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from conferences.forms.pairs import JoinRecordsForm, OtherRecordForm, PairForm, UndoJoinForm
from conferences.operations import pairs as operations
from conferences.operations import pairs_join, pairs_undo
from conferences.queries import pairs as queries
from conferences.rules.same_child import PairAnswerCode
from conferences.views.presenters import pairs as presenter
from safeguarding.access import Permission, can, get, needs, person_of
from safeguarding.clock import now
from safeguarding.models import Child, ReadKind, User
from safeguarding.pagekit.checking import carried, check_answers
from safeguarding.pagekit.components import Link
from safeguarding.pages.drafts import typed
from safeguarding.pages.posted import posted
from safeguarding.wording import counted

A_PAGE = 25
Matches = Mapping[int, list[Link]]


def matches_of(user: User, children: Iterable[Child]) -> Matches:
    """{child: the records that may be of it too}, for pages about what is asked for these children."""
    judges = can(user, Permission.JOIN_RECORDS)
    found = queries.pairs_of(user, children)
    return {pk: presenter.match_lines(pairs, pk, judges=judges) for pk, pairs in found.items()}


def pairs_line(user: User) -> Link | None:
    """For My work: how many pairs wait for those who judge them, where any do."""
    count = queries.pairs_to_judge(user).count() if can(user, Permission.JOIN_RECORDS) else 0
    if not count:
        return None
    return Link(f"{counted(count, 'pair of records', 'pairs of records')} to look at", reverse("pairs"))


@needs(Permission.JOIN_RECORDS, reads=ReadKind.LISTED)
@require_safe
def pairs(request: HttpRequest) -> HttpResponse:
    """The pairs of which this person sees both records, and which nobody has said to be different."""
    user = person_of(request)
    page = Paginator(queries.pairs_to_judge(user), A_PAGE).get_page(request.GET.get("page"))
    shown = list(page.object_list)
    table = presenter.pairs_table(shown, queries.why_of(shown), queries.last_answers(user, shown))
    return render(request, "conferences/pairs/list.html", {"table": table, "page": page})


@needs(Permission.JOIN_RECORDS)
@require_http_methods(["GET", "HEAD", "POST"])
def pair_new(request: HttpRequest, ref: uuid.UUID) -> HttpResponse:
    """Somebody knows of another record of this child, by its number."""
    user = person_of(request)
    child: Child = get(user, Child, ref=ref)
    back = reverse("child", args=[ref])
    form = OtherRecordForm(posted(request), find=lambda text: queries.record_of_number(user, text), back=back)
    made = form.attempt(lambda: operations.name_pair(child=child, **form.given, by=user, at=now()))
    if made:
        return redirect("pair", ref=made.ref)
    values = {"form": form, "back": back, "name": child.display_name}
    return render(request, "conferences/pairs/new.html", values)


@needs(Permission.JOIN_RECORDS)
@require_http_methods(["GET", "HEAD", "POST"])
def pair(request: HttpRequest, ref: uuid.UUID) -> HttpResponse:
    """Both records side by side, and what this person thinks of them."""
    user = person_of(request)
    found = queries.pair_for(user, ref)
    form = PairForm(typed(request), back=reverse("pairs"))
    given = form.attempt(lambda: operations.answer(pair=found, **form.answers, by=user, at=now()))
    if given and given.answer == PairAnswerCode.SAME:
        messages.success(request, "Your answer is on the record. Now join the two records.")
        return redirect("pair_join", ref=ref)
    if given:
        messages.success(request, "Your answer is on the record.")
        return redirect("pairs")
    why, around = queries.why_of([found]).get(found.pk), queries.surroundings(user, found)
    page = presenter.pair_page(found, why, around, queries.answers_to(user, found))
    return render(request, "conferences/pairs/pair.html", {"page": page, "form": form, "pair": found})


@needs(Permission.JOIN_RECORDS)
@require_http_methods(["GET", "HEAD", "POST"])
def pair_join(request: HttpRequest, ref: uuid.UUID) -> HttpResponse:
    """Which number stays and why; then what follows; then it is done."""
    user = person_of(request)
    found = queries.pair_for(user, ref)
    both, back = (found.one, found.other), reverse("pair", args=[ref])
    form = JoinRecordsForm(typed(request), records=both, back=back)
    join = partial(pairs_join.join_records, pair=found, by=user, at=now())
    answers = check_answers(form, lambda: join(**form.given))
    if answers.done:
        messages.success(request, "The two records are joined. This is the record that stays.")
        return redirect("child", ref=answers.done.kept.ref)
    values = {"back": back, "form": form}
    if made := answers.to_check:
        kept, gone = both if made.kept_id == found.one_id else both[::-1]
        values |= {"page": presenter.join_preview(made, kept, gone), "carried": carried(form)}
        return render(request, "conferences/pairs/join_check.html", values | {"text": "Join the records"})
    return render(request, "conferences/pairs/join.html", values)


@needs(Permission.JOIN_RECORDS)
@require_http_methods(["GET", "HEAD", "POST"])
def join_undo(request: HttpRequest, ref: uuid.UUID) -> HttpResponse:
    """Put two records apart again that were joined."""
    user = person_of(request)
    found = queries.join_for(user, ref)
    back = reverse("child", args=[found.kept.ref])
    form = UndoJoinForm(typed(request), back=back)
    if form.attempt(lambda: pairs_undo.undo_join(join=found, **form.answers, by=user, at=now())):
        messages.success(request, "The joining is undone. Both records are as they were.")
        return redirect("pairs")
    values = {
        "form": form,
        "back": back,
        "rows": presenter.join_rows(found),
        "is_over": bool(found.undone_at),
    }
    return render(request, "conferences/pairs/undo.html", values)

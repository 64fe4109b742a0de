"""The file of children from the case system: handed in, shown, asked about, taken in or left."""

from __future__ import annotations

import uuid

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from conferences.exchange.feed import inbox
from conferences.exchange.feed.columns import NAMES
from conferences.exchange.feed.report import concern_words
from conferences.exchange.feed.writing import file_rows
from conferences.forms.children_feed import (
    THEIRS,
    AllAnswersForm,
    ChildrenFileForm,
    QuestionsForm,
    TakeInForm,
)
from conferences.models import ChildrenFeed, FeedStatus
from conferences.operations import children_feed as operations
from conferences.queries import children_feed as queries
from conferences.views.presenters import children_feed as presenter
from safeguarding.access import Permission, can, needs, person_of
from safeguarding.clock import now
from safeguarding.models import ReadKind, User
from safeguarding.pagekit.wholefile import WholeFile, csv_file
from safeguarding.pages.drafts import typed
from safeguarding.wording import counted, joined


@needs(Permission.FEED_CHILDREN)
@require_http_methods(["GET", "HEAD", "POST"])
def children_feed(request: HttpRequest) -> HttpResponse:
    """Hand in a file of children; below it, the files handed in before."""
    sent = request.method == "POST"
    form = ChildrenFileForm(
        request.POST if sent else None, request.FILES if sent else None, too_large=_too_large(request)
    )
    if sent and form.is_valid():
        upload, by = form.cleaned_data["file"], person_of(request)
        feed = form.attempt(lambda: inbox.hand_in(upload=upload, by=by, at=now()))
        if feed:
            return redirect("children_feed_progress", ref=feed.ref)
    page = queries.handed_in(_page(request))
    context = {
        "form": form,
        "columns": joined(list(NAMES.values())),
        "may_take_out": can(request.user, Permission.TAKE_OUT_CHILDREN),
        "table": presenter.feeds_table(list(page.object_list)),
        "page": page,
    }
    return render(request, "conferences/children_feed/hand_in.html", context)


@needs(Permission.TAKE_OUT_CHILDREN, reads=ReadKind.LISTED)
@require_safe
def children_csv(request: HttpRequest) -> WholeFile:
    """The children whom the person may see, as a file like that of the case system."""
    return csv_file("children.csv", file_rows(person_of(request)))


def _too_large(request: HttpRequest) -> str:
    """What to say where more arrived than is taken: the upload was stopped, and the form has no file."""
    if int(request.META.get("CONTENT_LENGTH") or 0) <= inbox.MOST_BYTES:
        return ""
    return f"The selected file must be smaller than {inbox.MOST_BYTES // 1_000_000} MB"


@needs(Permission.FEED_CHILDREN, reads=ReadKind.LISTED)
@require_safe
def children_feed_file(request: HttpRequest, ref: uuid.UUID) -> HttpResponse:
    """What a file would do, or what came of it."""
    feed, user = _feed(ref), person_of(request)
    if feed.status in operations.AT_WORK:
        return redirect("children_feed_progress", ref=ref)
    context = {"feed": feed, "summary": presenter.summary(feed), "status": presenter.status_tag(feed)}
    kind = request.GET.get("kind", "")
    links = presenter.lists(feed, kind)
    if kind in queries.OF_WHICH:
        rows, context["page"] = queries.lines(user, feed, kind=kind, page=_page(request))
        context["table"] = presenter.lines_table(rows, kind)
    if feed.status == FeedStatus.SHOWN:
        context["asked"] = sum(queries.asked_by_item(user, feed).values())
    context |= {
        "lists": links,
        "counts": presenter.counts_table(feed) if feed.counts else None,
        "concerns": concern_words(feed.concerns),
        "is_shown": feed.status == FeedStatus.SHOWN,
    }
    return render(request, "conferences/children_feed/file.html", context)


@needs(Permission.FEED_CHILDREN)
@require_safe
def children_feed_progress(request: HttpRequest, ref: uuid.UUID) -> HttpResponse:
    """How far the reading or the taking in is; the file, once it is done."""
    feed = _feed(ref)
    if feed.status not in operations.AT_WORK:
        return redirect("children_feed_file", ref=ref)
    standing = inbox.standing(feed, at=now())
    context = {"feed": feed, "summary": presenter.summary(feed), "standing": standing}
    return render(request, "conferences/children_feed/progress.html", context)


@needs(Permission.FEED_CHILDREN, reads=ReadKind.LISTED)
@require_http_methods(["GET", "HEAD", "POST"])
def children_feed_questions(request: HttpRequest, ref: uuid.UUID, number: int = 1) -> HttpResponse:
    """Where ours and the file’s differ: which is kept, one by one or of all of a kind.

    Each page has an address of its own, so that what is typed into one is not put back into another.
    """
    if "page" in request.GET:
        return redirect(_questions_at(ref, _page(request)))
    feed, user, at = _shown(ref), person_of(request), now()
    back, here = reverse("children_feed_file", args=[ref]), _questions_at(ref, number)
    found, page = queries.questions(user, feed, number)
    counts = queries.asked_by_item(user, feed)
    for_all = request.POST if "all" in request.POST else None
    whole = AllAnswersForm(for_all, counts=counts)
    form = QuestionsForm(
        None if for_all else typed(request),
        choices=presenter.choices(found),
        legends=presenter.legends(found),
        back=back,
    )
    if for_all is not None and whole.is_valid():
        take = whole.answers["answer"] == THEIRS
        item = whole.answers["item"]
        done = whole.attempt(lambda: operations.answer_all(feed=feed, item=item, take=take, by=user, at=at))
        if done is not None:
            messages.success(request, f"{counted(done, 'question')} answered.")
            return redirect(here)
    elif form.attempt(lambda: _answer(form, user)):
        messages.success(request, "The answers are saved.")
        return redirect(_questions_at(ref, page.next_page_number()) if page.has_next() else back)
    context = {"feed": feed, "form": form, "whole": whole, "page": page, "back": back, "found": found}
    return render(request, "conferences/children_feed/questions.html", context)


def _answer(form: QuestionsForm, user: User) -> bool:
    operations.answer(answers=form.taken, by=user, at=now())
    return True


def _questions_at(ref: uuid.UUID, number: int) -> str:
    """The address of a page of questions."""
    return reverse("children_feed_questions", args=[ref] if number == 1 else [ref, number])


@needs(Permission.FEED_CHILDREN)
@require_http_methods(["GET", "HEAD", "POST"])
def children_feed_take(request: HttpRequest, ref: uuid.UUID) -> HttpResponse:
    """Take the file in, with a reason where something is asked of it as a whole."""
    feed, by, at = _shown(ref), person_of(request), now()
    back = reverse("children_feed_file", args=[ref])
    form = TakeInForm(typed(request), is_asked=bool(feed.concerns), back=back)
    if form.attempt(lambda: operations.ask_in(feed=feed, **form.answers, by=by, at=at)):
        inbox.ask(_feed(ref))
        return redirect("children_feed_progress", ref=ref)
    concerns = concern_words(feed.concerns)
    context = {"feed": feed, "form": form, "back": back, "concerns": concerns}
    return render(request, "conferences/children_feed/take.html", context)


@needs(Permission.FEED_CHILDREN)
@require_POST
def children_feed_leave(request: HttpRequest, ref: uuid.UUID) -> HttpResponse:
    """Leave the file: nothing of it is taken in."""
    operations.leave(feed=_feed(ref), by=person_of(request), at=now())
    messages.success(request, "The file is left. Nothing of it was taken in.")
    return redirect("children_feed")


@needs(Permission.FEED_CHILDREN)
@require_POST
def children_feed_again(request: HttpRequest, ref: uuid.UUID) -> HttpResponse:
    """Ask once more for what a file waits for."""
    feed = _feed(ref)
    if feed.status in operations.AT_WORK and not inbox.ask(feed):
        messages.error(request, "The file could not be passed on now. It is kept, and will be tried again.")
    return redirect("children_feed_file", ref=ref)


def _feed(ref: uuid.UUID) -> ChildrenFeed:
    feed = queries.feed_handed_in(ref)
    if feed is None:
        raise Http404
    return feed


def _shown(ref: uuid.UUID) -> ChildrenFeed:
    """The file that waits to be taken in; 404 for any other."""
    feed = _feed(ref)
    if feed.status != FeedStatus.SHOWN:
        raise Http404
    return feed


def _page(request: HttpRequest) -> int:
    asked = request.GET.get("page", "")
    return int(asked) if asked.isascii() and asked.isdigit() and len(asked) < 9 else 1

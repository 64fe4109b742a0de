"""A family's consultation: its page, the asker's account, and the decision for each child."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from functools import partial

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from conferences.forms.consultations import AccountForm
from conferences.forms.consultations_decision import SAME, DecisionForm
from conferences.forms.consultations_first_views import FirstViewForm
from conferences.models import Consultation, ConsultationAnswer
from conferences.operations import consultations as operations
from conferences.operations import consultations_deciding as deciding
from conferences.operations import consultations_first_views as noting
from conferences.queries.consultations import FamilyView, family_view, mark_of
from conferences.queries.consultations_first_views import FirstViews, decidable, first_views, is_own
from conferences.queries.consultations_in_place import deciders_of
from conferences.queries.consultations_people import away_deciders, near_people, statements_in_force
from conferences.rules.consultations import UNANSWERED
from conferences.rules.workflow import CONSULTATION, Event, may
from conferences.views.consultations_page import (
    NOT_ANY_MORE,
    join_change,
    known_then,
    left_out,
    page_values,
    second_first,
)
from conferences.views.presenters import consultations as presenter
from conferences.views.presenters import consultations_check as check
from conferences.views.presenters.consultations_agreed import own_words
from conferences.views.presenters.consultations_since import changes_since
from safeguarding.access import Permission, can, needs, person_of
from safeguarding.clock import now, today
from safeguarding.models import User
from safeguarding.pagekit.checking import CONFIRM, STEP, carried, check_answers
from safeguarding.pagekit.dates import PARTS
from safeguarding.pagekit.joining import JoinsTexts
from safeguarding.pagekit.rows import quiet
from safeguarding.pagekit.typed import is_put_back
from safeguarding.pages.drafts import shows_saves, typed
from safeguarding.policy.words import in_words
from safeguarding.versions import StaleVersion

Forms = tuple[AccountForm | None, DecisionForm | FirstViewForm | None]
# In the address of the page: the form of the decision, though no first view was noted.
PAST = "decide"


@needs(Permission.READ_REQUEST)
@require_safe
def show(request: HttpRequest, ref: uuid.UUID) -> HttpResponse:
    """The consultation with the form of whoever is next. The address of one child leads to the family's."""
    user = person_of(request)
    view = family_view(user, ref)
    if view.within.ref != ref:
        return redirect("consultation", ref=view.within.ref)
    if blind := second_first(request, user, view.within):
        return redirect("second_opinion", ref=blind.ref)
    views = first_views(user, view)
    forms = _forms(request, view, views)
    return _page(request, view, forms, _lost_of_draft(view, forms), views=views)


def account_now(user: User, ref: uuid.UUID) -> StaleVersion | None:
    """The account as it stands, for who writes it too."""
    return operations.standing(_undecided(family_view(user, ref)), user)


@shows_saves(account_now)
@needs(Permission.ASK_CONFERENCE)
@require_http_methods(["GET", "HEAD", "POST"])
def ask(request: HttpRequest, ref: uuid.UUID) -> HttpResponse:
    """The asker's account. Asked for without one, as after signing in again, it leads back to the page."""
    user = person_of(request)
    view = family_view(user, ref)
    if request.method != "POST":
        return redirect("consultation", ref=view.within.ref)
    form, waiting = _account(request, view), _undecided(view)
    if waiting and (gone := _without_gone(request, view, (form, None))):
        return gone
    act = partial(operations.give_account, consultations=waiting or view.children, by=user, at=now())
    if form.attempt(lambda: act(**form.given)):
        messages.success(request, in_words("The account is with the {STRATEGIC_LEAD}.", today()))
        return redirect("consultation", ref=view.within.ref)
    return _again(request, ref, form)


@needs(Permission.DECIDE_CONSULTATION)
@require_http_methods(["GET", "HEAD", "POST"])
def answer(request: HttpRequest, ref: uuid.UUID) -> HttpResponse:
    """The decision: written for each child, checked, confirmed."""
    return _answer(request, ref, deciding.decide)


@needs(Permission.DECIDE_IN_PLACE)
@require_http_methods(["GET", "HEAD", "POST"])
def answer_in_place(request: HttpRequest, ref: uuid.UUID) -> HttpResponse:
    """The same by who stands above those who decide."""
    return _answer(request, ref, deciding.decide_in_place)


def _answer(
    request: HttpRequest, ref: uuid.UUID, decide: Callable[..., list[ConsultationAnswer]]
) -> HttpResponse:
    user = person_of(request)
    view = family_view(user, ref)
    if request.method != "POST":
        return redirect("consultation", ref=view.within.ref)
    form = _decision(request, view)
    if "same" in request.POST:
        quiet(form)
        return _page(request, view, (None, form))
    if _decides(user, view) and (gone := _without_gone(request, view, (None, form))):
        return gone
    act = partial(decide, consultations=view.children, by=user, at=now())
    told = {} if request.POST.get(STEP) != CONFIRM else known_then(user, view)
    answers = check_answers(form, lambda: act(**form.given, **form.opened, told=told))
    if answers.to_check:
        return _check(request, view, form)
    if answers.done:
        messages.success(request, "Your decision is on the record.")
        return redirect("consultation", ref=view.within.ref)
    return _again(request, ref, form)


@needs(Permission.DECIDE_CONSULTATION)
@require_http_methods(["GET", "HEAD", "POST"])
def first_view(request: HttpRequest, ref: uuid.UUID) -> HttpResponse:
    """Which way the decider leans, noted before the nearest earlier decisions are shown."""
    user = person_of(request)
    view = family_view(user, ref)
    if request.method != "POST":
        return redirect("consultation", ref=view.within.ref)
    form = _first_view(request, view, first_views(user, view))
    if _decides(user, view) and (gone := _without_gone(request, view, (None, form))):
        return gone
    act = partial(noting.note_first_views, consultations=view.children, by=user, at=now())
    if form.attempt(lambda: act(**form.given, **form.opened)):
        messages.success(request, "Your first view is kept. The nearest earlier decisions are shown now.")
        return redirect(f"{reverse('consultation', args=[view.within.ref])}#yours")
    return _again(request, ref, form)


def _check(request: HttpRequest, view: FamilyView, form: DecisionForm) -> HttpResponse:
    values = {
        "number": view.within.pk,
        "names": presenter.names(view.children),
        "cards": check.checked(view.children, **form.given),
        "split": check.split_words({one.pk: one for one in view.children}, form.given["answers"]),
        "carried": carried(form),
        "back": reverse("consultation", args=[view.within.ref]),
    }
    return render(request, "conferences/consultations/check.html", values)


def _undecided(view: FamilyView) -> list[Consultation]:
    return [one for one in view.children if one.state in UNANSWERED]


def _forms(request: HttpRequest, view: FamilyView, views: FirstViews) -> Forms:
    """The forms of whoever is next, where that is this person."""
    user = person_of(request)
    if _decides(user, view):
        return None, _deciding(request, view, views)
    asks = any(may(CONSULTATION, one.state, Event.ASK, *user.roles) for one in view.children)
    return _account(request, view) if asks else None, None


def _deciding(request: HttpRequest, view: FamilyView, views: FirstViews) -> DecisionForm | FirstViewForm:
    """A first view first, unless the decider goes past it or wrote a draft of the decision already."""
    page = _answer_page(person_of(request))
    is_past = PAST in request.GET or typed(request, page) is not None
    return _decision(request, view) if is_past or not views.to_note else _first_view(request, view, views)


def _answer_page(user: User) -> str:
    """The name of the page to which this person sends a decision."""
    return "consultation_answer" if can(user, Permission.DECIDE_CONSULTATION) else "consultation_in_place"


def _decides(user: User, view: FamilyView) -> bool:
    return bool(decidable(user, view.children)) and not is_own(user, view) and not view.unread


def _account(request: HttpRequest, view: FamilyView) -> AccountForm:
    waiting = _undecided(view)
    standing = operations.standing(waiting, person_of(request))
    form = AccountForm(
        typed(request, "consultation_ask"),
        waiting=waiting,
        back=reverse("consultations"),
        action=reverse("consultation_ask", args=[view.within.ref]),
        on=today(),
        initial=(standing.theirs | {"seen": standing.seen}) if standing else {"seen": ""},
    )
    form.join_if_put_back(standing)
    return form


def _decision(request: HttpRequest, view: FamilyView) -> DecisionForm:
    user, on = person_of(request), today()
    children = decidable(user, view.children) or list(view.children)
    name = _answer_page(user)
    data = typed(request, name)
    if data is not None and "same" in data:
        _copy_first(data, [one.pk for one in children])
    form = DecisionForm(
        data,
        children=children,
        people=near_people(children),
        away=away_deciders(user, on),
        statements=statements_in_force(on),
        back=reverse("consultations"),
        action=reverse(name, args=[view.within.ref]),
        on=on,
        initial={"seen": mark_of(view.children), "act": uuid.uuid4()},
    )
    join_change(form, view)
    return form


def _first_view(request: HttpRequest, view: FamilyView, views: FirstViews) -> FirstViewForm:
    page = reverse("consultation", args=[view.within.ref])
    form = FirstViewForm(
        typed(request, "consultation_first_view"),
        children=views.to_note or view.children,
        past=f"{page}?{PAST}#yours",
        action=reverse("consultation_first_view", args=[view.within.ref]),
        initial={"seen": mark_of(view.children), "act": uuid.uuid4()},
    )
    join_change(form, view)
    return form


def _copy_first(data: QueryDict, pks: list[int]) -> None:
    """What was chosen for the first child, for every other one too."""
    first, *others = pks
    for name in SAME:
        for other in others:
            data.setlist(_key(name, other), data.getlist(_key(name, first)))


def _key(name: str, pk: int) -> str:
    """The name of a box: a date has three, called after their parts."""
    stem, _, part = name.rpartition("_")
    return f"{stem}_{pk}_{part}" if part in PARTS else f"{name}_{pk}"


def _without_gone(request: HttpRequest, view: FamilyView, forms: Forms) -> HttpResponse | None:
    """The form once more, where something was written for a child whom it holds no more."""
    form = forms[0] or forms[1]
    assert form is not None
    refusal, lost = left_out(view, form)
    return _page(request, view, forms, {"refusal": refusal, "typed": lost}, status=409) if lost else None


def _lost_of_draft(view: FamilyView, forms: Forms) -> dict[str, object] | None:
    """What a draft that is put back holds for a child whom the form holds no more."""
    form = forms[0] or forms[1]
    if form is None or not is_put_back(form.data):
        return None
    refusal, lost = left_out(view, form)
    return {"refusal": refusal, "typed": lost} if lost else None


def _again(request: HttpRequest, ref: uuid.UUID, form: JoinsTexts) -> HttpResponse:
    """The form with its problems; or, where it can no longer be sent, everything typed, to be copied."""
    user = person_of(request)
    view = family_view(user, ref)
    if isinstance(form, AccountForm) and _undecided(view):
        return _page(request, view, (form, None), status=form.status)
    if isinstance(form, DecisionForm) and _decides(user, view):
        return _page(request, view, (None, form), status=form.status)
    if isinstance(form, FirstViewForm) and _decides(user, view) and first_views(user, view).to_note:
        return _page(request, view, (None, form), status=form.status)
    said = [f"{sentence}." for sentence in form.non_field_errors()]
    _, of_gone = left_out(view, form)
    lost: dict[str, object] = {"refusal": said or [NOT_ANY_MORE], "typed": [*form.typed(), *of_gone]}
    return _page(request, view, (None, None), lost, status=409)


def _page(
    request: HttpRequest,
    view: FamilyView,
    forms: Forms,
    lost: dict[str, object] | None = None,
    status: int = 200,
    views: FirstViews | None = None,
) -> HttpResponse:
    user = person_of(request)
    account, decision = forms
    asked = decision is None and can(user, Permission.DECIDE_CONSULTATION) and is_own(user, view)
    own = asked and bool(_undecided(view))
    values = page_values(
        user, view, views or first_views(user, view), decides=isinstance(decision, DecisionForm)
    ) | {
        "account_form": account,
        "account_heading": "Add to the account" if view.accounts else "Your account",
        "account_beside": "What the record tells stands above: write only what it cannot know.",
        "decision_form": decision,
        "is_first": isinstance(decision, FirstViewForm),
        # Its problems stand above the page.
        "form": decision or account,
        "replaces": decision is not None and not _undecided(view),
        "since": changes_since(view, decision.older, today()) if decision else None,
        "own": own_words(deciders_of(view.children), today()) if own else "",
    }
    return render(request, "conferences/consultations/family.html", values | (lost or {}), status=status)

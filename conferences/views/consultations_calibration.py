"""How consultations are decided: the page of a period, the decisions behind a number, and a file."""

from __future__ import annotations

from itertools import chain
from typing import Any

from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from conferences.queries.consultations_calibration import behind, decisions_of, paired, seconds_of
from conferences.queries.consultations_led import actions_behind, conditions_behind, led_of, open_before
from conferences.rules.consultations import Answer
from conferences.rules.consultations_calibration import FIGURES, PARTS, By, Decided
from conferences.rules.consultations_led import Kept, Led, rows_of
from conferences.views.measures import Asked, asked_of_council, period_links
from conferences.views.presenters import consultations_calibration as presenter
from conferences.views.presenters import consultations_led as led
from safeguarding.access import Permission, can, needs, person_of
from safeguarding.clock import today
from safeguarding.labelled import values
from safeguarding.models import ReadKind
from safeguarding.pagekit.wholefile import csv_file
from safeguarding.wording import lower_first

A_PAGE = 50
PAIR = "pair"


def _by(request: HttpRequest) -> By | None:
    typed = request.GET.get("by", "")
    return By(typed) if typed in values(By) else None


@needs(Permission.READ_CALIBRATION)
@require_safe
def page(request: HttpRequest) -> HttpResponse:
    """Rates, times, what followed, and how far second opinions agree."""
    user, on, given = person_of(request), today(), asked_of_council(request)
    found = decisions_of(user, given.period)
    seconds = seconds_of(user, given.period)
    address = presenter.Address(given.query)
    values_ = {
        "page": presenter.calibration_page(found, seconds, _by(request) or By.TEAM, address, on),
        "led": led.led_table(led_of(user, given.period), address, on),
        "led_note": led.ONCE_OVER,
        "led_before": led.before_links(open_before(user, given.period, on), address),
        "number": len(found),
        "counted": presenter.counted_words(found),
        "period": given.period,
        "form": given.form,
        "periods": period_links(given, on, "calibration"),
        "nobody_ranked": presenter.NOBODY_RANKED,
        "closed": presenter.CLOSED,
        "seconds_href": reverse("second_opinions") if can(user, Permission.GIVE_SECOND_OPINION) else "",
        "csv": reverse("calibration_csv") + given.query,
    }
    return render(request, "conferences/consultations/calibration.html", values_)


@needs(Permission.READ_CALIBRATION, reads=ReadKind.LISTED)
@require_safe
def listed(request: HttpRequest) -> HttpResponse:
    """The decisions behind one number of the page."""
    user, given = person_of(request), asked_of_council(request)
    if request.GET.get("figure") in values(Led):
        return _led(request, Led(request.GET["figure"]), given)
    chosen, words = _chosen(request, decisions_of(user, given.period), given)
    shown = Paginator(chosen, A_PAGE).get_page(request.GET.get("page"))
    by = _by(request)
    values_ = {
        "heading": words,
        "narrowed": _group_words(by, request.GET.get("of", ""), chosen),
        "counted": presenter.list_words(len(chosen)),
        "period": given.period,
        "shown": shown,
        "table": presenter.list_table(behind(user, list(shown.object_list))),
        "back": f"{reverse('calibration')}{given.query}",
    }
    return render(request, "conferences/consultations/calibration_list.html", values_)


def _led(request: HttpRequest, kind: Led, given: Asked) -> HttpResponse:
    """The conditions or actions behind one number. Http404 for a part that is none."""
    user, on, part = person_of(request), today(), request.GET.get("part", "whole")
    if part not in ("whole", led.BEFORE, *values(Kept)):
        raise Http404
    kept = Kept(part) if part in values(Kept) else None
    is_before = part == led.BEFORE
    found = open_before(user, given.period, on) if is_before else led_of(user, given.period)
    rows = rows_of(found[kind], on, kept)
    behind_it: QuerySet[Any] = (
        conditions_behind(user, rows) if kind is Led.CONDITIONS else actions_behind(user, rows)
    )
    shown = Paginator(behind_it, A_PAGE).get_page(request.GET.get("page"))
    values_ = {
        "heading": led.before_words(kind) if is_before else kind.label,
        "narrowed": kept.label if kept else "",
        "counted": led.list_words(len(rows)),
        "period": given.period,
        "shown": shown,
        "table": led.list_table(kind, list(shown.object_list)),
        "back": f"{reverse('calibration')}{given.query}",
    }
    return render(request, "conferences/consultations/calibration_list.html", values_)


def _chosen(request: HttpRequest, found: list[Decided], given: Asked) -> tuple[list[Decided], str]:
    """The decisions asked for, and what the number is called. Http404 for a figure or part that is none."""
    code, part = request.GET.get("figure", ""), request.GET.get("part", "part")
    by, of = _by(request), request.GET.get("of", "")
    own = [one for one in found if by is None or one.group(by).key == of]
    if code == presenter.ALL:
        return own, "Decisions"
    if code == PAIR:
        first, second = request.GET.get("first", ""), request.GET.get("second", "")
        if not {first, second} <= set(values(Answer)):
            raise Http404
        ids = paired(person_of(request), given.period, first, second)
        return [one for one in own if one.consultation in ids], presenter.pair_words(first, second)
    if code not in FIGURES or part not in PARTS:
        raise Http404
    figure = FIGURES[code]
    words = figure.words if part == "part" else f"{PARTS[part]}: {lower_first(figure.words)}"
    return figure.members(own, today(), part), words


def _group_words(by: By | None, of: str, chosen: list[Decided]) -> str:
    if by is None or not chosen:
        return ""
    return f"{by.label}: {chosen[0].group(by).words}"


@needs(Permission.READ_CALIBRATION)
@require_safe
def as_csv(request: HttpRequest) -> HttpResponseBase:
    """The numbers of the page as a file: counts alone, no child."""
    user, given, on = person_of(request), asked_of_council(request), today()
    period = given.period
    span = period.from_, period.to
    rows = chain(
        presenter.csv_rows(decisions_of(user, period), seconds_of(user, period), span, on),
        led.csv_rows(led_of(user, period), open_before(user, period, on), span, on),
    )
    name = f"consultations-{period.from_.isoformat()}-to-{period.to.isoformat()}.csv"
    return csv_file(name, rows)

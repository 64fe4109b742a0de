"""The local limits on pages: what they are, since when, by whom; and one changed from a day on."""

from __future__ import annotations

import datetime as dt
from itertools import groupby
from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from safeguarding import clock
from safeguarding.access import Permission, can, needs, person_of
from safeguarding.models import PolicySetting
from safeguarding.pagekit.components import Cell, Column, SummaryRow, Table, Tag
from safeguarding.pagekit.dates import DateField
from safeguarding.pagekit.drafts import KeepsDraft
from safeguarding.pagekit.layout import Button, Buttons, CancelLink, GovField, Helper
from safeguarding.pagekit.texts import words_field
from safeguarding.pages.drafts import typed
from safeguarding.policy import operations
from safeguarding.policy.keys import Kind, PolicyKey
from safeguarding.policy.limits import CATALOGUE
from safeguarding.policy.values import LimitOnDay, limits_on
from safeguarding.wording import uk_date, uk_moment

COLUMNS = (Column("Limit"), Column("Now"), Column("Since"), Column("Set by"))
NO_EFFECT = Tag("No effect yet", "grey")
UNSET = Tag("To set", "yellow")
FROM_TODAY = "Today or later. What was counted before that day does not change."
FIRST_VALUE = "The first value may hold from a day in the past: nothing was counted by this limit before."
HISTORY = (Column("Value"), Column("From"), Column("Set by"), Column("Reason"))


class ChangeForm(KeepsDraft):
    """A new value, the day from which it holds, and why: all of it the operation's to refuse."""

    draft_title = "Change of a local limit"

    value = forms.CharField(max_length=60, required=False)
    effective_date = DateField(
        label="When does it take effect?",
        subject="Day it takes effect",
        help_text=FROM_TODAY,
        required=False,
    )
    reason = words_field(
        "Why is it changing?",
        hint="For example, who agreed it and when. Do not name a child or a family.",
        subject="Reason",
        longest=1000,
    )

    def __init__(self, *args: Any, limit: PolicyKey, back: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["value"].label = f"New value in {limit.unit.many}" if limit.unit.many else "New value"
        self.fields["value"].help_text = limit.hint()
        if operations.is_first_of(limit):
            self.fields["effective_date"].help_text = FIRST_VALUE
        width = "two-thirds" if limit.kind in (Kind.WHOLES, Kind.WORDS, Kind.EITHER, Kind.PHRASE) else "5"
        self.helper = Helper(
            GovField("value", width=width),
            "effective_date",
            GovField("reason", characters=1000),
            Buttons(Button("Change the limit"), CancelLink(back)),
        )


@needs(Permission.READ_POLICY)
@require_safe
def policy(request: HttpRequest) -> HttpResponse:
    """Every local limit as it stands today."""
    limits = limits_on(clock.today())
    tables = [
        _overview(heading, list(group)) for heading, group in groupby(limits, lambda one: one.limit.heading)
    ]
    return render(request, "safeguarding/limits.html", {"tables": tables})


@needs(Permission.READ_POLICY)
@require_safe
def policy_limit(request: HttpRequest, slug: str) -> HttpResponse:
    """One limit: what it says, where it comes from, what it was and will be."""
    standing = _standing(slug, clock.today())
    context = {
        "standing": standing,
        "rows": _summary(standing),
        "upcoming": _settings("Changes to come", standing.limit, standing.upcoming),
        "earlier": _settings(
            "Values before", standing.limit, standing.earlier, empty="None before this one."
        ),
        "change_href": _change_href(request, standing.limit),
    }
    return render(request, "safeguarding/limit.html", context)


@needs(Permission.CHANGE_POLICY)
@require_http_methods(["GET", "POST"])
def policy_change(request: HttpRequest, slug: str) -> HttpResponse:
    """A new value for one limit, from a day on."""
    standing = _standing(slug, clock.today())
    back = reverse("policy_limit", args=[slug])
    form = ChangeForm(typed(request), limit=standing.limit, back=back)
    by, at = person_of(request), clock.now()
    setting = form.attempt(lambda: operations.set_value(key=standing.limit.key, **form.answers, by=by, at=at))
    if setting:
        messages.success(request, f"Changed from {uk_date(setting.effective_date)}.")
        return redirect(back)
    context = {"form": form, "standing": standing, "back": back}
    return render(request, "safeguarding/limit_change.html", context)


def slug_of(limit: PolicyKey) -> str:
    """record-working-days: the limit's key as it stands in an address."""
    return limit.key.lower().replace("_", "-")


def _standing(slug: str, on: dt.date) -> LimitOnDay:
    found = limits_on(on, {key for key, limit in CATALOGUE.items() if slug_of(limit) == slug})
    if not found:
        raise Http404
    return found[0]


def _overview(heading: str, limits: list[LimitOnDay]) -> Table:
    return Table(heading, COLUMNS, [_overview_row(one) for one in limits], row_heads=True, stack=True)


def _overview_row(standing: LimitOnDay) -> list[Cell]:
    limit, setting = standing.limit, standing.setting
    href = reverse("policy_limit", args=[slug_of(limit)])
    return [
        Cell(limit.name, href=href, note=f"{standing.sentence} {limit.waits}".strip()),
        _now(standing),
        Cell(_since(standing)),
        Cell(_set_by(standing), note="" if setting else limit.follows),
    ]


def _now(standing: LimitOnDay) -> Cell:
    if standing.value is None:
        return Cell("", tag=UNSET, note=_next(standing))
    tag = NO_EFFECT if standing.limit.waits else None
    return Cell(standing.limit.shown(standing.value), tag=tag, note=_next(standing))


def _since(standing: LimitOnDay) -> str:
    if standing.setting:
        return uk_date(standing.setting.effective_date)
    return "" if standing.value is None else "From the start"


def _set_by(standing: LimitOnDay) -> str:
    if standing.setting:
        return standing.setting.set_by.full_name
    return "Nobody yet" if standing.value is None else "Default"


def _next(standing: LimitOnDay) -> str:
    if not standing.upcoming:
        return ""
    coming = standing.upcoming[0]
    value = standing.limit.shown(standing.limit.read(coming.value))
    return f"{value} from {uk_date(coming.effective_date)}"


def _summary(standing: LimitOnDay) -> list[SummaryRow]:
    limit, setting = standing.limit, standing.setting
    rows = [
        SummaryRow("Now", limit.shown(standing.value)),
        *([SummaryRow("No effect yet", limit.waits)] if limit.waits else []),
    ]
    if standing.value is not None:
        since = _since(standing) if setting else "From the start: this is the default"
        rows.append(SummaryRow("Since", since))
    if setting:
        rows += [
            SummaryRow("Set by", f"{setting.set_by.full_name}, {uk_moment(setting.set_at)}"),
            SummaryRow("Reason", setting.reason),
        ]
    return [*rows, *_defaults(limit), SummaryRow("It may be", limit.hint())]


def _defaults(limit: PolicyKey) -> list[SummaryRow]:
    if limit.default is None:
        return [SummaryRow("Default", f"None. {limit.follows}.")]
    return [
        SummaryRow("Default", limit.shown(limit.default)),
        SummaryRow("The default follows", limit.follows),
    ]


def _settings(
    caption: str, limit: PolicyKey, settings: tuple[PolicySetting, ...], empty: str = "No change is set."
) -> Table:
    rows = [
        [
            limit.shown(limit.read(one.value)),
            uk_date(one.effective_date),
            Cell(one.set_by.full_name, note=uk_moment(one.set_at)),
            one.reason,
        ]
        for one in settings
    ]
    return Table(caption, HISTORY, rows, empty=empty, stack=True)


def _change_href(request: HttpRequest, limit: PolicyKey) -> str:
    may = can(request.user, Permission.CHANGE_POLICY)
    return reverse("policy_change", args=[slug_of(limit)]) if may else ""

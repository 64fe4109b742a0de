"""A first view is noted, before the decision and before anybody sees how others were decided."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID, uuid4

from conferences.models import Consultation, ConsultationFirstView
from conferences.operations.consultations import hold
from conferences.operations.consultations_deciding import OWN_REQUEST
from conferences.operations.consultations_guards import refuse_stale, refuse_unread
from conferences.queries.consultations import askers, last_account
from conferences.queries.consultations_first_views import standing_views
from conferences.rules.consultations import Answer
from conferences.rules.workflow import CONSULTATION, Event, may
from safeguarding import audit
from safeguarding.models import User
from safeguarding.operation import operation, refuse_own
from safeguarding.promises import SENTENCES
from safeguarding.refusals import Problem, Refused, missing, refuse_all
from safeguarding.rights import Permission

TOO_LATE = SENTENCES["firstview_before_the_decision"]
ALREADY = "You noted your first view already. It stays as it is: what you think now belongs in the decision."
NO_CHILD = "Select which way you lean"


@dataclass(frozen=True)
class FirstView:
    """Which way somebody leans for one child, and why."""

    leans: Answer | None
    words: str = ""


@operation(needs=Permission.DECIDE_CONSULTATION)
def note_first_views(
    *,
    consultations: Sequence[Consultation],
    views: Mapping[int, FirstView],
    act: UUID | None = None,
    seen: str | None = None,
    by: User,
    at: dt.datetime,
) -> list[ConsultationFirstView]:
    """Note a first view on the children (`views` by consultation id); the same act sent twice is one.

    Refused to everybody who asked, to who may not read the account that stands, after the decision, and to
    who noted one already; raises StaleVersion where an account or an answer came since it was `seen`.
    """
    refuse_all([] if views else [Problem(NO_CHILD, "leans")])
    held = hold([one for one in consultations if one.pk in views])
    noted = standing_views(held, by)
    if act and noted and {one.act for one in noted} == {act}:
        return noted
    refuse_own(by, *set().union(*(askers(one) for one in held)), sentence=OWN_REQUEST)
    if noted:
        raise Refused(ALREADY)
    refuse_unread(by, held)
    refuse_stale(consultations, seen)
    if not all(may(CONSULTATION, one.state, Event.AGREE, *by.roles) for one in held):
        raise Refused(TOO_LATE)
    refuse_all([problem for one in held for problem in _problems(one, views[one.pk])])
    act = act or uuid4()
    made = [_add(one, views[one.pk], act, by, at) for one in held]
    for one, view in zip(held, made, strict=True):
        audit.record("consultation.first_view", one, by=by, at=at, detail={"id": view.pk})
    return made


def _problems(one: Consultation, view: FirstView) -> list[Problem]:
    found = missing(
        leans=(view.leans, NO_CHILD),
        words=(view.words, "Enter why, in a sentence or two"),
    )
    return [Problem(problem.sentence, problem.field, one.pk) for problem in found]


def _add(
    one: Consultation, view: FirstView, act: UUID, writer: User, at: dt.datetime
) -> ConsultationFirstView:
    noted: ConsultationFirstView = ConsultationFirstView.objects.create(
        consultation=one,
        act=act,
        account=last_account([one]),
        leans=str(view.leans),
        words=view.words.strip(),
        noted_by=writer,
        noted_at=at,
    )
    return noted

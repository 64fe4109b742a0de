"""Which days the figures are known for, from the files kept and the day of going live: one query."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Sequence
from typing import Any

from django.db.models import (
    BooleanField,
    Case,
    CharField,
    Exists,
    F,
    Func,
    OuterRef,
    Q,
    Subquery,
    TextField,
    Value,
    When,
)
from django.db.models.functions import Cast, Coalesce, Greatest, JSONObject

from conferences.models import (
    ConferenceChild,
    ConferenceNeed,
    CoreGroup,
    Correction,
    Enquiry,
    ImportedChild,
    ImportedFile,
    ImportQuestion,
    Plan,
    QuestionKind,
    Source,
)
from conferences.models.imports import FileStatus
from conferences.rules.corrections import RecordKind
from conferences.rules.coverage import Coverage, census_year, coverage
from safeguarding.clock import day_of
from safeguarding.golive.day import BEFORE_ALL
from safeguarding.models import AuditEntry, Child, GoLive
from safeguarding.workingdays import Period, add_days

CENSUS, THIS, LIVE = "CENSUS", "THIS", "LIVE"
WHY = "whether anything was recorded here of what files left open: a yes or no, or a number for the council"


def known_days(file: int | None = None) -> Coverage:
    """The days known for the whole council; for one file (an ImportedFile's id) those of its own year.

    A census counts while it is kept. What a service recorded that was at work before a go-live day was kept
    is known since the first thing that it wrote down.
    """
    kept = ImportedFile.objects.filter(status=FileStatus.READ, reference_date__isnull=False).order_by()
    kind = Case(When(pk=file or 0, then=Value(THIS)), default=Value(CENSUS), output_field=CharField())
    live = GoLive.objects.order_by().values_list("day", Value(LIVE, CharField()))
    rows: list[tuple[dt.date, str]] = list(kept.values_list("reference_date", kind).union(live))
    here = next((day for day, kind in rows if kind == LIVE), None)
    known = coverage(
        [day for day, kind in rows if kind != LIVE], _first_entry() if here == BEFORE_ALL else here
    )
    if file is None:
        return with_silent(known)
    year = next((census_year(day) for day, kind in rows if kind == THIS), None)
    return known.within(year) if year else Coverage()


def _first_entry() -> dt.date | None:
    """The day of the first thing that was written down here."""
    moment = AuditEntry.objects.order_by("pk").values_list("done_at", flat=True).first()
    return day_of(moment) if moment else None


def worked_on() -> Q:
    """Of a plan: whether a conference or a core group of it was recorded here, so that it is known here."""
    meetings = ConferenceChild.objects.unscoped(WHY).filter(plan=OuterRef("pk"))
    groups = CoreGroup.objects.unscoped(WHY).filter(plan=OuterRef("pk"), in_error=False)
    return Q(Exists(meetings.exclude(conference__source=Source.CENSUS))) | Q(Exists(groups))


def last_said() -> Greatest:
    """Of a plan: when somebody here last put a fact of it right, or answered that it is still open, so that
    it is known to that day; None where nobody did.
    """
    of_plan = {"kind": RecordKind.PLAN.value, "child": OuterRef("child"), "row": OuterRef("pk")}
    right = Correction.objects.unscoped(WHY).filter(**of_plan).order_by("-corrected_at")
    number = OuterRef("child__la_child_id")
    asked = ImportQuestion.objects.filter(
        kind=QuestionKind.UNTOLD, fact="plans", answer="OPEN", number=number
    )
    answered = asked.filter(day=OuterRef("start_date")).order_by("-answered_at")
    return Greatest(Subquery(right.values("corrected_at")[:1]), Subquery(answered.values("answered_at")[:1]))


def with_silent(known: Coverage, *, also: int | None = None, without: Collection[int] = ()) -> Coverage:
    """The same with what files left open before each hole, and what is refused for it: a query for each hole
    and one more. `also` is a file (an ImportedFile's id) that counts as kept; `without` are children (ids)
    who do not count.
    """
    if not (holes := known.holes()):
        return known
    silent = [(add_days(hole.to, 1), _silent(hole, also=also, without=without)) for hole in holes]
    return known.with_silent(silent, _refused(holes, also=also, without=without))


def _refused(holes: Sequence[Period], *, also: int | None, without: Collection[int]) -> list[dt.date]:
    """The starts of plans that a file after a hole tells and that are not held, as the one that a file
    before it left open has no end yet. What was answered is what somebody wants.
    """
    hidden = Child.objects.unscoped(WHY).filter(pk__in=without).values("la_child_id")
    asked = ImportQuestion.objects.filter(
        Q(file__status=FileStatus.READ) | Q(file=also), kind=QuestionKind.ONE_PLAN, answer=""
    )
    if without:
        asked = asked.exclude(number__in=hidden)
    rows = asked.order_by().values_list("number", "day", "other_day").distinct()
    days = [(held, told) for _, held, told in rows if held and told]
    return [told for held, told in days if any(held < hole.from_ <= told for hole in holes)]


def _silent(hole: Period, *, also: int | None, without: Collection[int]) -> int:
    """How many plans and enquiries files left open before a hole, of which no file after it tells, and of
    which nothing was recorded here, or said since.
    """
    plans = Plan.objects.unscoped(WHY).filter(source=Source.CENSUS, end_date=None, start_date__lt=hole.from_)
    enquiries = Enquiry.objects.unscoped(WHY).filter(
        source=Source.CENSUS,
        conference_need=ConferenceNeed.UNDECIDED,
        outcome="",
        voided_at=None,
        conferences=None,
        started_date__lt=hole.from_,
    )
    unsaid = Q(said=None) | Q(said__date__lte=hole.to)
    unheard = plans.exclude(worked_on()).annotate(said=last_said()).filter(unsaid)
    told_plans = unheard.annotate(told_day=Coalesce("file_start_date", "start_date"))
    told_enquiries = enquiries.annotate(told_day=F("started_date"))
    left, waiting = (
        facts.exclude(child__in=without).exclude(_told_after(hole, table, also)).order_by().values_list("pk")
        for facts, table in ((told_plans, "census_plan"), (told_enquiries, "census_enquiry"))
    )
    count: int = left.union(waiting, all=True).count()
    return count


def _told_after(hole: Period, table: str, also: int | None) -> Exists:
    """Of a fact with its `told_day`: whether a file of a day after the hole tells of it. One that was read
    before tellings were kept names the child alone.
    """
    after = ImportedChild.objects.unscoped(WHY).filter(
        Q(file__status=FileStatus.READ) | Q(file=also),
        child=OuterRef("child"),
        file__reference_date__gt=hole.to,
    )
    return Exists(after.filter(Q(told__isnull=True) | Q(Tells(table, OuterRef("told_day")))))


class Tells(Func):
    """Whether a telling holds a fact of a kind and day."""

    template = "coalesce(jsonb_path_exists(%(expressions)s, true), false)"
    output_field = BooleanField()

    def __init__(self, table: str, day: Any) -> None:
        path = Func(Value(f"strict $.{table}[*] ? (@[2] == $day)"), template="%(expressions)s::jsonpath")
        super().__init__(F("told"), path, JSONObject(day=Cast(day, TextField())))

"""Section 47 enquiries: one strategy discussion starts an enquiry about each of the children chosen."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from django.db.models import Q

from conferences.models import Enquiry, NeedEpisode, StrategyDiscussion
from conferences.operations.duties_refresh import refresh
from conferences.queries.enquiries import days_of, still_open
from conferences.rules.children import Birth
from conferences.rules.enquiries import first_day_problem
from conferences.rules.requests import earliest_enquiry
from safeguarding import audit
from safeguarding.clock import day_of
from safeguarding.models import Child, User
from safeguarding.operation import lock_all, operation
from safeguarding.refusals import Problem, Refused, refuse_all
from safeguarding.rights import Permission
from safeguarding.wording import joined, lower_first, uk_date


@operation(needs=Permission.ASK_CONFERENCE)
def record_enquiry(
    *,
    children: Sequence[Child],
    held_date: dt.date | None,
    further_discussions: Sequence[dt.date | None],
    notes: str,
    is_another: bool = False,
    by: User,
    at: dt.datetime,
) -> list[Enquiry]:
    """Record the strategy discussion that started enquiries about `children`, and the others that were held.

    A discussion may be held on any day, at a weekend too. Refused: no child, children of two families, a day
    in the future, before a pregnancy, after a death or from the 18th birthday on, a further one of the same
    day, an enquiry of that day already, and one that is open where nobody says that this `is_another`.
    """
    locked = lock_all(children)
    held, on = _guard_given(locked, held_date), day_of(at)
    refuse_all([*_day_problems(locked, held, on), *_further_problems(held, further_discussions, on)])
    further = [day for day in further_discussions if day]
    _guard_new(locked, held)
    if not is_another:
        refuse_all(_open_problems(locked, day_of(at)))
    started = [_start(child, held, further, notes.strip(), by, at) for child in locked]
    refresh(*locked, met_by=by, at=at)
    return started


def _guard_given(children: Sequence[Child], held: dt.date | None) -> dt.date:
    """The day of the discussion, of children of one family."""
    missing = [] if children else [Problem("Select at least one child", "children")]
    if len({child.family_id for child in children}) > 1:
        missing.append(Problem("These children are not of one family", "children"))
    if held is None:
        missing.append(Problem("Enter the date of the strategy discussion", "held_date"))
    refuse_all(missing)
    assert held is not None
    return held


def _day_problems(children: Sequence[Child], held: dt.date, on: dt.date) -> list[Problem]:
    if held > on:
        return [Problem("The strategy discussion must be today or in the past", "held_date")]
    early = [child for child in children if _is_too_early(child, held)]
    if not early:
        return _over_problems(children, held, on)
    birth = "expected birth" if all(child.is_unborn for child in early) else "birth"
    names = joined([child.display_name for child in early])
    words = f"{uk_date(held)} is more than 40 weeks before the {birth} of {names}"
    return [Problem(words, "held_date")]


def _is_too_early(child: Child, held: dt.date) -> bool:
    birth = Birth.of(child.birth_date, child.expected_birth_date)
    return birth is not None and held < earliest_enquiry(birth)


def _over_problems(children: Sequence[Child], held: dt.date, on: dt.date) -> list[Problem]:
    """Those who had died or were 18 by then, each by name."""
    wrong = [(child, first_day_problem(held, days_of(child), on)) for child in children]
    return [
        Problem(f"{child.display_name}: {lower_first(words)}", "held_date") for child, words in wrong if words
    ]


def _further_problems(held: dt.date, further: Sequence[dt.date | None], on: dt.date) -> list[Problem]:
    """What is wrong with each further discussion, in turn."""
    found = []
    for row, day in enumerate(further):
        if day is None:
            continue
        if day == held:
            words = "This is the day of the discussion that started the enquiry"
        elif day > on:
            words = "A further discussion must be today or in the past"
        elif day in further[:row]:
            words = "This discussion is entered twice"
        else:
            continue
        found.append(Problem(words, "held_date", row))
    return found


def _guard_new(children: Sequence[Child], held: dt.date) -> None:
    known = Enquiry.objects.unscoped("Whether these children have an enquiry of that day already.")
    twice = set(
        known.filter(child__in=children, started_date=held, voided_at=None).values_list("child", flat=True)
    )
    for child in children:
        if child.pk in twice:
            words = f"An enquiry about {child.display_name} from {uk_date(held)} is already recorded"
            raise Refused(words, "held_date")


def _open_problems(children: Sequence[Child], on: dt.date) -> list[Problem]:
    """An enquiry that is open: a further discussion belongs to it, and is no enquiry of its own."""
    names = {child.pk: child.display_name for child in children}
    return [
        Problem(
            f"The enquiry about {names[one.child_id]} from {uk_date(one.started_date)} is open. Add the"
            " discussion to it, or say that this is another enquiry",
            "is_another",
        )
        for one in still_open(list(names), on)
    ]


def _start(
    child: Child, held: dt.date, further: Sequence[dt.date], notes: str, by: User, at: dt.datetime
) -> Enquiry:
    enquiry = Enquiry.objects.create(child=child, started_date=held, episode=episode_of(child, held))
    first = StrategyDiscussion(enquiry=enquiry, held_date=held, started_enquiry=True, notes=notes)
    StrategyDiscussion.objects.bulk_create(
        [first, *(StrategyDiscussion(enquiry=enquiry, held_date=day) for day in sorted(further))]
    )
    audit.record(
        "enquiry.recorded", enquiry, by=by, at=at, detail={"child": child.pk, "started": held.isoformat()}
    )
    return enquiry


def episode_of(child: Child, held: dt.date) -> NeedEpisode | None:
    """The spell in need in which the discussion lies, where one is recorded."""
    spells = NeedEpisode.objects.unscoped("The spell in need of a child about whom an enquiry is recorded.")
    lasting = Q(closure_date__isnull=True) | Q(closure_date__gte=held)
    found: NeedEpisode | None = spells.filter(
        lasting, child=child, referral_date__lte=held, in_error=False
    ).first()
    return found

"""What is recorded here in the shape of a census year's file, and the census's rules asked of it."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from django.db.models import F, Q, QuerySet

from conferences.exchange.census.checks import Facts, WholeFile, check_child
from conferences.exchange.census.faults import Fault, Faults, Spot
from conferences.exchange.census.records import (
    CensusChild,
    CensusEnquiry,
    CensusPlan,
    Episode,
    Header,
    InNeedPlan,
    Review,
)
from conferences.models import (
    ChildInNeedPlan,
    ConferenceChild,
    ConferenceNeed,
    Enquiry,
    NeedEpisode,
    Plan,
)
from conferences.queries.measures import known_days
from conferences.rules.coverage import NEVER, known_words
from conferences.rules.vocabulary import ConferenceKind
from safeguarding.bankholidays import england
from safeguarding.db import snapshot
from safeguarding.models import Child, ChildDisability
from safeguarding.models.base import ChildRecord
from safeguarding.register.authorities import authority_codes
from safeguarding.workingdays import Period

Rows = Callable[[type[ChildRecord]], QuerySet[Any]]
NOWHERE = Spot(0, 0, "")
# Rules that turn on assessments: a file’s are read and not kept, so that the record breaks and keeps none.
NOT_ASKED = frozenset(
    ["1103", "8608", "8614", "8670Q", "8696", "8736", "8863Q", "8867", "8869", "8873Q", "8896", "8897Q"]
    + ["8898", "8945Q", "8950Q", "2991Q", "8825Q"]
)


@dataclass(frozen=True)
class Return:
    """What a census year's return would be told: how many children it has, and the rules that it breaks.

    `known`: which of the year's days are known here, where not all are; of a year of which none is nothing is
    asked (`is_asked`).
    """

    year: int
    first: dt.date
    reference: dt.date
    children: int
    faults: list[Fault]
    known: str = ""
    is_asked: bool = True


def check_return(year: int, rows: Rows, *, on: dt.date) -> Return:
    """Every rule that can be asked, of the children of the year whom `rows` shows, as known on a day.

    Before the year is over its facts are judged as of the day asked on. One snapshot of the database.
    """
    period = Period.year(year)
    header = Header(NOWHERE, "", year, min(period.to, on), period.from_)
    days, known = Period(header.first, header.reference), known_days()
    words = "" if known.holds(days) else known_words(days, known) or NEVER
    if not known.parts(days):
        return Return(year, days.from_, days.to, 0, [], words, is_asked=False)
    facts = Facts.of(header, england(), authority_codes())
    file, say = WholeFile(facts), Faults(live=True)
    with snapshot():
        for child in live_children(rows, facts):
            say.begin(child.number, None, "")
            check_child(child, facts, file, say)
    say.begin("", None, "")
    file.finish(NOWHERE, say)
    found = [fault for fault in say.take() if fault.rule not in NOT_ASKED]
    return Return(year, header.first, header.reference, file.children, found, words)


def live_children(rows: Rows, facts: Facts) -> Iterator[CensusChild]:
    """The children who stand in the year's return, by number, each with what the return would tell."""
    told = Told(rows, facts)
    ids = told.children()
    codes = grouped(rows(ChildDisability).values_list("child_id", "code"))
    who = ("id", "la_child_id", "upn", "former_upn", "upn_unknown")
    about_them = ("birth_date", "expected_birth_date", "death_date", "sex", "ethnicity")
    found = rows(Child).filter(joined_into=None).order_by("la_child_id").values_list(*who, *about_them)
    n = 0
    for pk, *about in found.iterator(chunk_size=2_000):
        if pk in ids:
            n += 1
            child = CensusChild(NOWHERE, n, *about)
            child.disabilities = [code for (code,) in codes[pk]]
            child.death = told.known(child.death)
            if child.birth and not told.known(child.birth):
                # On the reference date the child was not born.
                child.birth, child.expected, child.sex = None, child.birth, "U"
            child.episodes = told.episodes_of(pk)
            yield child


class Told:
    """What the record holds of a census year, by child: read once, a statement a kind of record."""

    def __init__(self, rows: Rows, facts: Facts) -> None:
        self.facts = facts
        first, reference = facts.first, facts.reference
        ongoing = Q(end_date=None) | Q(end_date__gte=first)
        started = {"start_date__lte": reference}
        episodes = rows(NeedEpisode).filter(
            Q(closure_date=None, no_further_action=False)
            | Q(closure_date__gte=first)
            | Q(referral_date__gte=first),
            referral_date__lte=reference,
            in_error=False,
        )
        self.episodes = grouped(
            episodes.order_by("referral_date").values_list(
                "child_id",
                "id",
                "referral_date",
                "referral_source",
                "primary_need",
                "no_further_action",
                "closure_date",
                "closure_reason",
            )
        )
        plans = rows(Plan).filter(ongoing, held_for_other_authority=False, **started)
        self.plans = grouped(
            plans.order_by("start_date").values_list(
                "child_id",
                "episode_id",
                "id",
                "start_date",
                "end_date",
                "initial_category",
                "latest_category",
            )
        )
        in_need = rows(ChildInNeedPlan).filter(ongoing, in_error=False, **started).order_by("start_date")
        self.in_need = grouped(in_need.values_list("child_id", "episode_id", "start_date", "end_date"))
        self._conferences(rows)
        self._enquiries(rows)

    def _conferences(self, rows: Rows) -> None:
        """Reviews by plan, first conferences by enquiry, and arrivals by child."""
        held = rows(ConferenceChild).filter(conference__held_date__lte=self.facts.reference)
        review, initial = held.filter(kind=ConferenceKind.REVIEW), held.filter(kind=ConferenceKind.INITIAL)
        day = "conference__held_date"
        self.reviews = grouped(review.order_by(day).values_list("plan_id", day))
        self.held = dict(initial.exclude(enquiry=None).values_list("enquiry_id", day))
        alone = held.exclude(kind=ConferenceKind.REVIEW).filter(
            enquiry=None, **{f"{day}__gte": self.facts.first}
        )
        self.arrivals = grouped(alone.values_list("child_id", F("transfer_in__episode_id"), day))

    def _enquiries(self, rows: Rows) -> None:
        enquiries = rows(Enquiry).filter(voided_at=None, started_date__lte=self.facts.reference)
        columns = ("child_id", "episode_id", "id", "started_date", "conference_need", "recorded_target_date")
        first = self.facts.first
        self.enquiries: dict[int, list[tuple[Any, ...]]] = defaultdict(list)
        for child, *about in enquiries.order_by("started_date").values_list(*columns):
            _, pk, started, need, _ = about
            waits = pk not in self.held and need != ConferenceNeed.NOT_NEEDED
            if started >= first or waits or (pk in self.held and self.held[pk] >= first):
                self.enquiries[child].append(tuple(about))

    def known(self, day: dt.date | None) -> dt.date | None:
        """A day that the return can tell of: none after its reference date."""
        return day if day and day <= self.facts.reference else None

    def children(self) -> frozenset[int]:
        return frozenset().union(self.episodes, self.plans, self.in_need, self.enquiries, self.arrivals)

    def episodes_of(self, child: int) -> list[Episode]:
        """The child's episodes, and what hangs from each; what hangs from none stands in one of its days."""
        found: dict[int | None, Episode] = {}
        for pk, referral, source, need, nfa, closure, reason in self.episodes[child]:
            closed = self.known(closure)
            found[pk] = Episode(NOWHERE, referral, source, need, nfa, closed, reason if closed else "", None)
        for episode, pk, start, end, initial, latest in self.plans[child]:
            reviews = [Review(NOWHERE, day) for (day,) in self.reviews[pk]]
            plan = CensusPlan(NOWHERE, start, self.known(end), initial, latest, None, reviews)
            place(found, episode, start).plans.append(plan)
        for episode, start, end in self.in_need[child]:
            place(found, episode, start).in_need.append(InNeedPlan(NOWHERE, start, self.known(end)))
        for episode, pk, start, need, target in self.enquiries[child]:
            not_needed = need == ConferenceNeed.NOT_NEEDED
            enquiry = CensusEnquiry(NOWHERE, start, target, self.held.get(pk), not_needed)
            place(found, episode, start).enquiries.append(enquiry)
        for episode, day in self.arrivals[child]:
            place(found, episode, day).conference = day
        return list(found.values())


def place(found: dict[int | None, Episode], episode: int | None, day: dt.date) -> Episode:
    """The episode that a record names; else the last that had begun by the day; else one of no referral."""
    if episode in found and episode is not None:
        return found[episode]
    begun = [e for e in found.values() if e.referral and e.referral <= day]
    if begun:
        return begun[-1]
    return found.setdefault(None, Episode(NOWHERE, None, "", "", None, None, "", None))


def grouped(rows: QuerySet[Any]) -> dict[int, list[tuple[Any, ...]]]:
    """{first column: [the others of each row]}."""
    found: dict[int, list[tuple[Any, ...]]] = defaultdict(list)
    for key, *others in rows.iterator(chunk_size=5_000):
        found[key].append(tuple(others))
    return found

"""A council in which every text about every child is a token that stands nowhere else.

For each kind of record (open, another team's, restricted, named, run out, barred, a hidden sibling) there is
a child with a family, grown-ups, homes and a story. Who reads a token has seen that field of that child.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import re
from contextlib import nullcontext
from dataclasses import dataclass, field
from functools import cache
from itertools import count

import pgtrigger
from django.db import IntegrityError, models, transaction

from conferences.operations.feedback_giving import digest_of
from safeguarding.clock import now
from safeguarding.models import Child, Household
from safeguarding.models.base import ChildRecord
from tests import factories as make
from tests.access.story import CODES, tell
from tests.cast import cast

# Every kind of record. MISSING has no record at all: an address that leads nowhere.
KINDS = ("OPEN", "OTHER_TEAM", "RESTRICTED", "NAMED", "RUN_OUT", "BARRED", "SIBLING")
TOKEN = re.compile(r"ZQ[A-Z]\d{5}")
REFERENCE = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}")
NHS_NUMBER = re.compile(r"\b99\d ?\d{3} ?\d{4}\b")
SHORTEST = 10


@dataclass(frozen=True)
class Planted:
    """What a token stands for: a field of a record about a child of some kind."""

    kind: str
    where: str
    children: frozenset[int]


@dataclass
class World:
    """The people, the children by kind, and every token with what it stands for."""

    people: dict = field(default_factory=dict)
    children: dict = field(default_factory=dict)
    stories: dict = field(default_factory=dict)
    grants: dict = field(default_factory=dict)
    bars: dict = field(default_factory=dict)
    extra: dict = field(default_factory=dict)
    tokens: dict = field(default_factory=dict)
    numbers: count = field(default_factory=lambda: count(1))

    def plant(self, record: models.Model, kind: str, children: list[Child]) -> None:
        """Put a token into every text of a record that is long enough, and note its reference."""
        about = frozenset(child.pk for child in children)
        fields = [
            f for f in record._meta.fields if is_text(f) and f"{type(record).__name__}.{f.name}" not in CODES
        ]
        # Those of its own table: to name every trigger there is takes longer than the writing.
        triggers = triggers_of(type(record))
        with pgtrigger.ignore(*triggers) if triggers else nullcontext():
            for column in fields:
                self._plant(record, column, kind, about)
        if hasattr(record, "ref"):
            self.tokens[str(record.ref)] = Planted(kind, f"{type(record).__name__}.ref", about)

    def _plant(self, record, column, kind, about) -> None:
        """One token into one column; a column that a rule of the database holds empty stays as it is."""
        manager = type(record).every if isinstance(record, ChildRecord) else type(record).objects
        token = self._token(kind, column, record, about)
        try:
            with transaction.atomic():
                manager.filter(pk=record.pk).update(**{column.name: token})
        except IntegrityError:
            self.tokens = {
                known: planted for known, planted in self.tokens.items() if known not in token.upper()
            }

    def _token(self, kind, text, record, about) -> str:
        number, at = next(self.numbers), KINDS.index(kind)
        token = f"99{at}{number:07d}" if text.name == "nhs_number" else f"ZQ{chr(65 + at)}{number:05d}"
        self.tokens[token] = Planted(kind, f"{type(record).__name__}.{text.name}", about)
        return f"{token.lower()}@fableshire.example" if isinstance(text, models.EmailField) else token

    def in_text(self, text: str) -> set[str]:
        """The tokens and references of the world that stand in a text, whatever their capitals."""
        found = set(TOKEN.findall(text.upper())) | set(REFERENCE.findall(text.lower()))
        numbers = {number.replace(" ", "") for number in NHS_NUMBER.findall(text)}
        return (found | numbers) & self.tokens.keys()

    def token_of(self, where: str, kind: str) -> str:
        return next(t for t, planted in self.tokens.items() if (planted.where, planted.kind) == (where, kind))


@cache
def triggers_of(kind: type[models.Model]) -> tuple[str, ...]:
    """The triggers of a table, as pgtrigger names them."""
    return tuple(f"{kind._meta.label}:{one.name}" for model, one in pgtrigger.registered() if model is kind)


def is_text(column: models.Field) -> bool:
    """A column that holds free text (no code of a list, no generated column) and has room for a token."""
    plain = isinstance(column, models.CharField | models.TextField) and not isinstance(
        column, models.GeneratedField
    )
    return plain and not column.choices and (column.max_length or SHORTEST) >= 8


def build() -> World:
    """The council. Every person is in the first team; the children's kinds differ for all of them alike."""
    world = World()
    home, other = make.TeamFactory(), make.TeamFactory()
    world.people = cast(home) | {"GIVER": make.UserFactory(role="STRATEGIC_LEAD", full_name="Sample Giver")}
    further = {"role": "REVIEWER", "given_by": world.people["SYSTEM_ADMINISTRATOR"]}
    make.HeldRoleFactory(person=world.people["GIVER"], **further)
    for kind in KINDS:
        _child(world, kind, other if kind == "OTHER_TEAM" else home)
    for user in [world.people[role] for role in world.people if role != "GIVER"]:
        _grant(world, "NAMED", user, dt.timedelta(hours=5))
        _grant(world, "RUN_OUT", user, dt.timedelta(hours=-1))
        bar = make.BarFactory(
            user=user, family=world.children["BARRED"].family, barred_by=world.people["GIVER"]
        )
        world.plant(bar, "BARRED", [world.children["BARRED"]])
    outsider = make.UserFactory(full_name="Sample Outsider")
    for kind in ("OPEN", "RESTRICTED"):
        bar = make.BarFactory(user=outsider, family=world.children[kind].family)
        world.plant(bar, kind, [world.children[kind]])
        world.bars[kind] = bar
    _joint(world)
    _import(world)
    _drafts(world)
    _children_feed(world)
    room = make.RoomFactory()
    file = make.DirectoryFileFactory(handed_in_by=world.people["BUSINESS_SUPPORT"])
    rows = "\n".join(f"{child.la_child_id},Juniper Fableton,Mother" for child in world.children.values())
    world.extra["parents_file"] = make.DirectoryFileFactory(
        directory="parents",
        content=f"Child number,Name,Relationship\n{rows}".encode(),
        handed_in_by=world.people["BUSINESS_SUPPORT"],
    ).ref
    world.extra["people_file"] = make.DirectoryFileFactory(
        directory="people",
        content=b"Email address,Name,Role\nrowan@fableshire.example,Rowan Sample,CHAIR\n",
        handed_in_by=world.people["SYSTEM_ADMINISTRATOR"],
    ).ref
    world.extra |= {"room": room.pk, "team": home.pk, "rows_file": file.ref}
    parked = {"parked_at": now(), "parked_because": "The mail server refuses this e-mail for good"}
    world.extra["message"] = make.MessageFactory(recipient=world.people["CHAIR"], **parked).ref
    away = {"person": world.people["CHAIR"], "deputy": world.people["GIVER"]}
    world.extra["leave"] = make.LeaveFactory(**away, last_date=dt.date(2040, 1, 2)).pk
    hours = {"person": world.people["CHAIR"], "first_date": dt.date(2040, 1, 2)}
    world.extra["hours"] = make.WorkingHoursFactory(**hours, set_by=world.people["GIVER"]).pk
    world.extra["removals"] = [
        make.RestrictionRemovalFactory(child=world.children[kind], last_date=dt.date(2040, 1, 2)).ref
        for kind in ("RESTRICTED", "BARRED")
    ]
    asked = make.AccountChangeFactory(account=world.people["SOCIAL_WORKER"], last_date=dt.date(2040, 1, 2))
    world.extra["account_change"] = asked.ref
    world.extra["feed"] = "an-invented-secret"
    kept = hashlib.sha256(world.extra["feed"].encode()).hexdigest()
    make.DiaryFeedFactory(owner=world.people["CHAIR"], secret=kept)
    _learning(world)
    return world


def _learning(world: World) -> None:
    """What was learned elsewhere, with its trial, and from the consultations of two kinds of child."""
    trial = make.LearningTrialFactory(idea__owner=world.people["STRATEGIC_LEAD"])
    make.LearningReadingFactory(trial=trial)
    make.LearningDecisionFactory(idea=trial.idea)
    noted = [
        make.LearningIdeaFactory(
            came_from="CONSULTATION", consultation=world.stories[kind]["family_consultation"]
        )
        for kind in ("OPEN", "RESTRICTED")
    ]
    world.extra["learning"] = {
        "ideas": [trial.idea.ref, *(one.ref for one in noted)],
        "trials": [trial.ref],
        "heard": [make.LearningHeardFactory().ref],
    }
    world.extra["link"] = f"link-{world.stories['OPEN']['request'].pk}"
    _feedback(world)


def _feedback(world: World) -> None:
    """What came back after conferences, of months that are over and are told; and a slip that is not used."""
    told = make.FeedbackAnswerFactory.create_batch(5)
    read = make.FeedbackReadingFactory().answer
    offer = make.FeedbackOfferFactory()
    world.extra["slip"] = "BCDFGHJKMN"
    make.FeedbackCodeFactory(digest=digest_of(world.extra["slip"]))
    world.extra["feedback"] = {"words": [read.pk, told[0].pk], "offers": [offer.pk]}


def _grant(world: World, kind: str, user, lasts: dt.timedelta) -> None:
    begun = now() - dt.timedelta(hours=9)
    giver = world.people["GIVER"]
    grant = make.RestrictedGrantFactory(
        child=world.children[kind], user=user, granted_by=giver, granted_at=begun, until_at=now() + lasts
    )
    world.plant(grant, kind, [world.children[kind]])
    world.grants[kind] = grant


def _child(world: World, kind: str, team) -> None:
    hidden = kind in ("RESTRICTED", "NAMED", "RUN_OUT", "SIBLING")
    family = {"family": world.children["OPEN"].family} if kind == "SIBLING" else {}
    child = make.ChildFactory(restricted=hidden, **family)
    world.children[kind] = child
    for record in records_of(child, team):
        world.plant(record, kind, [child])
        if isinstance(record, Household):
            world.extra.setdefault("households", {})[kind] = record.pk
    world.plant(child, kind, [child])
    if kind != "SIBLING":
        world.plant(child.family, kind, [child])
    plan, carer = child.plans.get(), child.relationships.get().person
    told = tell(child, world.people, plan, carer, KINDS.index(kind))
    world.stories[kind] = told
    for record in told.values():
        world.plant(record, kind, [child])


def records_of(child: Child, team) -> list[models.Model]:
    """One of everything that hangs from a child."""
    episode = make.NeedEpisodeFactory(child=child)
    enquiry = make.EnquiryFactory(child=child, episode=episode)
    initial = make.ConferenceChildFactory(child=child, enquiry=enquiry, held_date=dt.date(2018, 4, 20))
    plan = make.PlanFactory(child=child, episode=episode, begun_at=initial, start_date=dt.date(2018, 4, 20))
    carer = make.RelationshipFactory(child=child, kind="FOSTER_CARER").person
    household = make.HouseholdMemberFactory(child=child).household
    # A confidential address shows only to somebody who asked for it, and is noted (the oracle says so).
    type(carer).every.filter(pk=carer.pk).update(address_is_confidential=True)
    type(household).every.filter(pk=household.pk).update(is_confidential=True)
    make.HouseholdMemberFactory(household=household, child=None, person=carer)
    make.AllocationFactory(child=child, team=team)
    make.ChildDisabilityFactory(child=child)
    make.PlanCategoryFactory(plan=plan)
    make.ImportedChildFactory(child=child)
    make.ChildInNeedPlanFactory(child=child, start_date=dt.date(2017, 1, 2))
    return [
        make.ChildNameFactory(child=child),
        make.FamilyMoveFactory(child=child),
        make.CorrectionFactory(child=child, field="upn"),
        make.ParentMemoryFactory(child=child),
        enquiry.discussions.get(),
        make.EnquiryFactory(child=child, started_date=dt.date(2018, 1, 8), void=True),
        make.DecisionFactory(conference_child=initial),
        make.DecisionChangeFactory(conference_child=initial, last_date=dt.date(2099, 1, 1)),
        make.ReviewFactory(plan=plan, held_date=dt.date(2018, 7, 1)),
        make.PlanElsewhereFactory(child=child, start_date=dt.date(2015, 1, 5), end_date=dt.date(2015, 9, 1)),
        make.TransferInFactory(child=child),
        carer,
        household,
    ]


def _import(world: World) -> None:
    """A file with a fault about each child."""
    file = make.ImportedFileFactory(
        uploaded_by=world.people["GIVER"], reference_date=dt.date(2019, 3, 31), collection_year=2019
    )
    world.extra["file"] = file.ref
    for kind, child in world.children.items():
        fault = make.ImportFaultFactory(file=file)
        world.plant(fault, kind, [child])
        number = world.token_of("Child.la_child_id", kind)
        type(fault).objects.filter(pk=fault.pk).update(la_child_id=number, rule="8925")


def _joint(world: World) -> None:
    """A meeting of the open child and the hidden sibling."""
    meeting = make.ConferenceFactory(family=world.children["OPEN"].family, held_date=dt.date(2018, 9, 3))
    for kind in ("OPEN", "SIBLING"):
        make.ConferenceChildFactory(conference=meeting, child=world.children[kind])
    children = [world.children["OPEN"], world.children["SIBLING"]]
    world.plant(meeting, "SIBLING", children)


def _drafts(world: World) -> None:
    """What the social worker typed of each kind of child's core group, and of two siblings at once."""
    world.extra["drafts"] = []
    for kind in KINDS:
        about = [world.children[kind]] + ([world.children["OPEN"]] if kind == "SIBLING" else [])
        plan = world.stories["OPEN" if kind == "SIBLING" else kind]["plan"]
        token = f"ZQ{chr(65 + KINDS.index(kind))}{next(world.numbers):05d}"
        world.tokens[token] = Planted(kind, "Draft.fields", frozenset(child.pk for child in about))
        draft = make.DraftFactory(
            owner=world.people["SOCIAL_WORKER"],
            subject=str(plan.ref),
            children=[child.pk for child in about],
            fields={"notes": [f"{token} was agreed"]},
            kept_at=now(),
        )
        world.extra["drafts"].append(draft.pk)


def _children_feed(world: World) -> None:
    """A file that waits with a line about each kind of child, and what the last one said of them."""
    feed = make.ChildrenFeedFactory(handed_in_by=world.people["GIVER"])
    world.extra["children_feed"] = feed.ref
    for kind, child in world.children.items():
        world.plant(make.FeedMemoryFactory(feed=feed, child=child), kind, [child])
        line = make.FeedLineFactory(feed=feed, child=child, asks=["NAME", "UPN", "ADDRESS"])
        world.plant(line, kind, [child])
        number = world.token_of("Child.la_child_id", kind)
        type(line).every.filter(pk=line.pk).update(number=number)


# Records with texts that nobody has planted yet. Whoever adds one plants it (story.py) and leaves this empty.
NOT_PLANTED_YET: frozenset[str] = frozenset()

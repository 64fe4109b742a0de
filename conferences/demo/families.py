"""The demo's families and children as rows: names, numbers, codes, and who holds them."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from random import Random

from conferences.demo import people
from conferences.demo.adults import Adults
from conferences.demo.batch import Batch
from conferences.demo.choice import pick
from conferences.demo.council import LOCALITIES
from conferences.demo.ledger import RESTRICTED, open_plans
from conferences.demo.needs import Spell
from conferences.demo.other_work import OVERDUE, WAITING
from conferences.demo.staff import Staff
from conferences.demo.story import ChildStory, FamilyStory
from safeguarding.models import Allocation, Child, ChildDisability, ChildName, Family, Team
from safeguarding.models.child import NameKind
from safeguarding.register.codes import Disability, Ethnicity, UpnUnknown
from safeguarding.workingdays import add_days, age, days_between

ANOTHER_SURNAME = 0.1
EARLIER_NAME = 0.06
KNOWN_AS = 0.05
DISABLED = 0.12
CHILD_NEEDS_HELP_TO_FOLLOW = 0.05
NEW_WORKER = 0.3
SCHOOL_AGE = 5
ETHNICITIES = ((Ethnicity.WBRI, 76), (Ethnicity.WOTH, 4), (Ethnicity.MWBC, 5), (Ethnicity.MWAS, 3)) + (
    (Ethnicity.APKN, 5),
    (Ethnicity.BAFR, 3),
    (Ethnicity.OOTH, 2),
    (Ethnicity.NOBT, 2),
)
DISABILITIES = (Disability.LD, Disability.AUT, Disability.BEH, Disability.COMM, Disability.MOB)


@dataclass
class Dresser:
    """Turns the families of the story into rows of the batch."""

    batch: Batch
    staff: Staff
    on: dt.date

    def dress(self, story: FamilyStory) -> dict[ChildStory, Child]:
        """Adds the family, its children and its grown-ups; each child of the story with its row."""
        rng = Random(f"fableshire family {story.number}")
        family = self.batch.add(Family(name=people.family_name(story.number, story.shown_as)))
        youngest_last = sorted(story.children, key=lambda child: child.birth)
        # The names of the families shown go girl, boy, girl.
        sexes = ["FM"[at % 2] if story.shown_as else rng.choice("FM") for at in range(len(youngest_last))]
        ethnicity = pick(ETHNICITIES, rng)
        names = people.given_names(sexes, rng, story.shown_as)
        rows = {}
        for child, sex, given in zip(youngest_last, sexes, names, strict=True):
            rows[child] = self._child(child, family, sex, given, rng)
            rows[child].ethnicity = "" if rows[child].is_unborn else ethnicity.value
        today = bool(open_plans(story)) or story.shown_as in (WAITING, OVERDUE)
        Adults(self.batch, family, list(rows.values()), rng).add(story.shown_as, today)
        if story.shown_as == RESTRICTED:
            self.staff.restrict(list(rows.values()), self.on)
        return rows

    def _child(self, story: ChildStory, family: Family, sex: str, given: str, rng: Random) -> Child:
        child = Child(family=family, la_child_id=people.la_child_id(story.number), family_name=family.name)
        if story.birth >= self.on:
            child.expected_birth_date = story.expected or story.birth
            child.upn_unknown = UpnUnknown.UN1
            return self.batch.add(child)
        child.given_names, child.sex, child.birth_date = given, sex, story.birth
        child.nhs_number = people.nhs_number(story.number)
        at_school = age(story.birth, self.on) >= SCHOOL_AGE
        child.upn_unknown = UpnUnknown.UN4 if at_school else UpnUnknown.UN1
        self._say(child, rng)
        self._names(child, story, rng)
        self._disability(child, rng)
        return self.batch.add(child)

    def _say(self, child: Child, rng: Random) -> None:
        if rng.random() < CHILD_NEEDS_HELP_TO_FOLLOW:
            child.communication_needs = rng.choice(people.NEEDS)
        if rng.random() < CHILD_NEEDS_HELP_TO_FOLLOW / 2:
            child.interpreter_language = rng.choice(people.LANGUAGES)

    def _names(self, child: Child, story: ChildStory, rng: Random) -> None:
        if story.expected:
            self._also(child, "Unborn", child.family_name, NameKind.EARLIER, story.birth)
        shown = bool(story.family.shown_as)
        if rng.random() < ANOTHER_SURNAME and not shown:
            child.family_name = people.family_name(rng.randint(1, 10_000))
        if rng.random() < EARLIER_NAME or (story.family.shown_as == "REPLAN" and not _has_elder(story)):
            earlier = people.family_name(rng.randint(1, 10_000)) if not shown else "Placeholder"
            changed = add_days(story.birth, days_between(story.birth, self.on) // 2)
            self._also(child, child.given_names, earlier, NameKind.EARLIER, changed)
        if rng.random() < KNOWN_AS and not shown:
            self._also(child, child.given_names[:3], "", NameKind.KNOWN_AS, None)

    def _also(self, child: Child, given: str, family: str, kind: NameKind, until: dt.date | None) -> None:
        self.batch.add(
            ChildName(child=child, given_names=given, family_name=family, kind=kind, until_date=until)
        )

    def _disability(self, child: Child, rng: Random) -> None:
        codes = [Disability.NONE]
        if rng.random() < DISABLED:
            codes = rng.sample(DISABILITIES, rng.choice((1, 1, 2)))
        for code in codes:
            self.batch.add(ChildDisability(child=child, code=code))

    def allocate(self, story: FamilyStory, child: Child, spells: list[Spell]) -> None:
        """The team and the worker who hold the child from its first referral to the end of its last need."""
        team = self._team(story)
        rng = Random(f"fableshire allocation {child.la_child_id}")
        worker = self.staff.worker_of(team, story.number, story.shown_as)
        start, end = spells[0].referral, spells[-1].closure
        handover = self.staff.another_worker(team, worker)
        lasted = days_between(start, end or self.on)
        if end is None and lasted > 120 and rng.random() < NEW_WORKER:
            changed = add_days(start, rng.randint(40, lasted - 20))
            self.batch.add(
                Allocation(child=child, team=team, worker=handover, start_date=start, end_date=changed)
            )
            start = changed
        self.batch.add(Allocation(child=child, team=team, worker=worker, start_date=start, end_date=end))

    def _team(self, story: FamilyStory) -> Team:
        on_plans = any(child.plans for child in story.children)
        if story.shown_as and story.shown_as != WAITING:
            return self.staff.teams[LOCALITIES[0]]
        if not on_plans:
            return self.staff.assessment
        return self.staff.teams[LOCALITIES[story.number % len(LOCALITIES)]]


def _has_elder(story: ChildStory) -> bool:
    return any(child.birth < story.birth for child in story.family.children)

"""The people who work in the demo, as rows: who holds which family, who may see which, who is barred."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from random import Random
from zoneinfo import ZoneInfo

from django.conf import settings
from django.contrib.auth.hashers import make_password

from conferences.demo.batch import Batch
from conferences.demo.council import AGENCIES, ASSESSMENT, DEMO_USERS, DOMAIN, TEAMS, UNIT
from conferences.demo.ledger import BARRED
from safeguarding.models import Agency, Bar, Child, Family, Professional, RestrictedGrant, Team, User
from safeguarding.rights import Role
from safeguarding.workingdays import add_days

GRANTED_FOR = 90
GRANTED_SINCE = 20
ANOTHER_CHAIR = 0.1


@dataclass
class Staff:
    """Adds the council's own rows to the batch, and answers who does what."""

    batch: Batch
    teams: dict[str, Team] = field(default_factory=dict)
    users: dict[str, User] = field(default_factory=dict)

    def add(self) -> None:
        for name in TEAMS:
            self.teams[name] = self.batch.add(Team(name=name, is_safeguarding_unit=name == UNIT))
        # Worked out once: a slow hash is what it is for, and they share the password anyway.
        password = make_password(settings.DEMO_PASSWORD)
        for person in DEMO_USERS:
            self.users[person.name] = self.batch.add(
                User(
                    email=person.email,
                    full_name=person.full_name,
                    role=person.role,
                    team=self.teams.get(person.team),
                    password=password,
                )
            )
        self._agencies()

    def _agencies(self) -> None:
        rng = Random("fableshire agencies")
        for name, (kind, people) in AGENCIES.items():
            agency = self.batch.add(Agency(name=name, kind_id=kind))
            for full_name, job_title in people:
                address = full_name.removeprefix("Dr ").lower().replace(" ", ".")
                self.batch.add(
                    Professional(
                        full_name=full_name,
                        job_title=job_title,
                        agency=agency,
                        email=f"{address}@agencies.{DOMAIN}",
                        telephone=f"01632 960{rng.randint(0, 999):03}",
                    )
                )

    @property
    def assessment(self) -> Team:
        return self.teams[ASSESSMENT]

    def chair_of(self, family_number: int, rng: Random) -> User:
        """A family keeps its chair, but for holidays."""
        chairs = [user for user in self.users.values() if user.role == Role.CHAIR]
        return rng.choice(chairs) if rng.random() < ANOTHER_CHAIR else chairs[family_number % len(chairs)]

    def worker_of(self, team: Team, family_number: int, shown_as: str) -> User:
        workers = self._workers(team)
        return workers[0 if shown_as and shown_as != BARRED else family_number // len(TEAMS) % len(workers)]

    def another_worker(self, team: Team, worker: User) -> User:
        return next(user for user in self._workers(team) if user is not worker)

    def _workers(self, team: Team) -> list[User]:
        return [u for u in self.users.values() if u.role == Role.SOCIAL_WORKER and u.team is team]

    def restrict(self, children: list[Child], on: dt.date) -> None:
        """Only one chair and the family's own worker may see these children."""
        since = add_days(on, -GRANTED_SINCE)
        for child in children:
            child.is_restricted = True
            child.restricted_reason = "A parent works for the council."
            child.restricted_by = self.users["lead"]
            child.restricted_at = moment(since, 9)
        self.grant("chair", children, since, "Chairs the family's conferences.")
        self.grant("socialworker", children, since, "The family's social worker.")

    def grant(self, name: str, children: list[Child], since: dt.date, reason: str) -> None:
        for child in children:
            self.batch.add(
                RestrictedGrant(
                    child=child,
                    user=self.users[name],
                    reason=reason,
                    granted_by=self.users["lead"],
                    granted_at=moment(since, 10),
                    until_at=moment(add_days(since, GRANTED_FOR), 10),
                )
            )

    def bar(self, name: str, family: Family, on: dt.date) -> None:
        self.batch.add(
            Bar(
                user=self.users[name],
                family=family,
                reason="The children's aunt.",
                barred_by=self.users["governance"],
                barred_at=moment(add_days(on, -GRANTED_SINCE), 11),
            )
        )


def moment(day: dt.date, hour: int, minute: int = 0) -> dt.datetime:
    """An hour of a day in England."""
    return dt.datetime.combine(day, dt.time(hour, minute), ZoneInfo(settings.TIME_ZONE))

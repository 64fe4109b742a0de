"""How far a council has come in beginning: what there is of all that a first conference needs."""

from __future__ import annotations

import datetime as dt

from django.conf import settings
from django.db.models import Case, Count, Q, When

from conferences.models import BenchmarkFigure, Room, StatisticalNeighbour
from conferences.rules.start import Step, StepCode, steps
from safeguarding.bankholidays import england
from safeguarding.golive.day import day_set
from safeguarding.models import Agency, Child, Heartbeat, Part, PolicySetting, Team, User
from safeguarding.models.user import in_roles
from safeguarding.policy.limits import WITHOUT_DEFAULT
from safeguarding.rights import Role
from safeguarding.workingdays import span

REACHED = {"COMPLAINT_TO_WORDS", "CHAIR_REACHED_WORDS"}
PEOPLE = {
    StepCode.SOCIAL_WORKERS: Role.SOCIAL_WORKER,
    StepCode.CHAIRS: Role.CHAIR,
    StepCode.LEAD: Role.STRATEGIC_LEAD,
    StepCode.SUPPORT: Role.BUSINESS_SUPPORT,
    StepCode.GOVERNANCE: Role.INFORMATION_GOVERNANCE,
    StepCode.ADMINISTRATORS: Role.SYSTEM_ADMINISTRATOR,
}


def first_steps(*, on: dt.date) -> list[Step]:
    """Every step as it stands on a day, in eleven queries."""
    active = User.objects.filter(is_active=True, is_system=False)
    by_role = active.aggregate(**{code: Count("pk", filter=in_roles(role)) for code, role in PEOPLE.items()})
    hold, managers = Q(is_safeguarding_unit=False), active.filter(in_roles(Role.TEAM_MANAGER))
    teams = Team.objects.filter(is_active=True).aggregate(
        hold=Count("pk", filter=hold),
        managed=Count("pk", filter=hold & Q(pk__in=managers.values("team"))),
        unit=Count("pk", filter=Q(is_safeguarding_unit=True)),
    )
    unnamed = Child.objects.unscoped("how many children have no name; none of them is read").filter(
        joined_into=None
    )
    limits = _limits_set(on)
    counts = {
        StepCode.TEAMS: teams["hold"],
        StepCode.UNIT: teams["unit"],
        StepCode.TEAM_MANAGERS: teams["managed"],
        **{code: by_role[code] for code in PEOPLE},
        StepCode.ROOMS: Room.objects.filter(is_active=True).count(),
        StepCode.AGENCIES: _kinds_that_count(),
        StepCode.LIMITS: len(limits - {*WITHOUT_DEFAULT} - REACHED),
        StepCode.REACHED: len(limits & REACHED),
        StepCode.FIGURES: len(limits & {*WITHOUT_DEFAULT}),
        StepCode.PUBLISHED: sum(table.objects.exists() for table in (BenchmarkFigure, StatisticalNeighbour)),
        StepCode.MAIL: int(settings.EMAIL_FILE_PATH is None and not _is_refused()),
        StepCode.HOLIDAYS: span(on, england().last).months,
        StepCode.NAMES: unnamed.filter(given_names="", family_name="", birth_date__isnull=False).count(),
        StepCode.GO_LIVE: int(day_set() is not None),
    }
    return steps(counts, {StepCode.TEAM_MANAGERS: teams["hold"]})


def _kinds_that_count() -> int:
    """Of how many kinds there is an agency; those that count towards a quorum together are one."""
    agencies = Agency.objects.filter(is_active=True, kind__counts=True)
    alone = Case(When(kind__counts_with="", then="kind__code"), default="kind__counts_with")
    return agencies.values(alone=alone).distinct().count()


def _is_refused() -> bool:
    """Whether the server of e-mails was tried, and did not take them the last time."""
    return Heartbeat.objects.filter(part=Part.MAIL).exclude(wrong="").exists()


def _limits_set(on: dt.date) -> set[str]:
    """The keys of the limits that the council has set by a day."""
    return set(PolicySetting.objects.filter(effective_date__lte=on).values_list("key", flat=True))

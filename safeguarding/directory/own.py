"""The directories of the ground: teams, agencies and the people of agencies."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any

from django.db.models import QuerySet

from safeguarding.directory.directory import Directory
from safeguarding.directory.items import Email, Row, Text, YesNo
from safeguarding.models import Agency, AgencyKind, Allocation, Professional, Team, User
from safeguarding.models.user import in_roles
from safeguarding.policy.words import role_words
from safeguarding.refusals import Problem
from safeguarding.register.agencykinds import NEVER_COUNT, SOCIAL_CARE
from safeguarding.rights import SEES_OWN_TEAM, Permission, Role
from safeguarding.wording import counted, joined


def _team_still_has(team: Team, people: QuerySet[User]) -> str:
    """What a team holds still: so many people, children."""
    number = people.filter(team=team, is_active=True).count()
    held = Allocation.objects.unscoped("how many children a team holds, named to nobody")
    children = held.filter(team=team, end_date__isnull=True).count()
    parts = [
        *([counted(number, "person", "people")] if number else []),
        *([counted(children, "child", "children")] if children else []),
    ]
    return f"{team.name} still has {joined(parts)}" if parts else ""


def _team_at_work(team: Team, at: dt.datetime) -> str:
    still = _team_still_has(team, User.objects.all())
    return f"{still}. Move them to another team first." if still else ""


def _team_problems(team: Team | None, values: Mapping[str, Any]) -> list[Problem]:
    """A safeguarding unit holds no children: who works with them belongs to another team."""
    if team is None or team.is_safeguarding_unit or not values["is_safeguarding_unit"]:
        return []
    still = _team_still_has(team, User.objects.filter(in_roles(*SEES_OWN_TEAM)))
    sentence = f"{still} who need a team that holds children. Move them to another team first"
    return [Problem(sentence, "is_safeguarding_unit")] if still else []


def _team_facts(team: Team, on: dt.date) -> Sequence[tuple[str, str]]:
    people = User.objects.filter(team=team, is_active=True)
    managers = [one.full_name for one in people.filter(in_roles(Role.TEAM_MANAGER)).order_by("full_name")]
    workers = people.filter(in_roles(Role.SOCIAL_WORKER)).count()
    return [
        (role_words(Role.TEAM_MANAGER, on).firsts, joined(managers) or "None yet"),
        (role_words(Role.SOCIAL_WORKER, on).firsts, str(workers)),
    ]


TEAMS = Directory(
    slug="teams",
    one="team",
    many="teams",
    about="Teams hold children. Who works in a team, and who manages it, see its children alone.",
    model=Team,
    items=(
        Text("name", "Name", longest=100),
        YesNo(
            "is_safeguarding_unit",
            "Safeguarding unit",
            "Who chair conferences, book them and send the letters belong to it",
        ),
    ),
    needs=Permission.MANAGE_USERS,
    shown=("is_safeguarding_unit",),
    used_in=Allocation,
    problems=_team_problems,
    in_the_way=_team_at_work,
    facts=_team_facts,
)


def _kind_problems(kind: AgencyKind | None, values: Mapping[str, Any]) -> list[Problem]:
    """A kind that every council has cannot become what it is not."""
    code = kind.code if kind else ""
    if code in NEVER_COUNT and values["counts"]:
        return [Problem(f"{kind} never counts towards a quorum", "counts")]
    if code == SOCIAL_CARE and not values["counts"]:
        return [Problem(f"No conference is quorate without {kind}", "counts")]
    if values["counts_with"] and not values["counts"]:
        return [Problem("Leave this empty for a kind that does not count", "counts_with")]
    return []


def _kind_at_work(kind: AgencyKind, at: dt.datetime) -> str:
    if kind.code == SOCIAL_CARE:
        return f"No conference is quorate without {kind}."
    if agencies := kind.agencies.filter(is_active=True).count():
        still = counted(agencies, "agency", "agencies")
        return f"{still} of this kind still in use. Give each another kind first."
    return ""


AGENCY_KINDS = Directory(
    slug="agency-kinds",
    one="kind of agency",
    many="kinds of agency",
    about="What somebody at a conference is there as, and which kinds count towards a quorum.",
    model=AgencyKind,
    items=(
        Text("name", "Name", longest=60),
        YesNo("counts", "Counts towards a quorum", "Two people of one kind count once"),
        Text(
            "counts_with",
            "Counts together with",
            "Kinds with the same word here, such as Health, count once between them",
            is_needed=False,
            longest=60,
        ),
    ),
    needs=Permission.KEEP_DIRECTORY,
    shown=("counts", "counts_with"),
    problems=_kind_problems,
    in_the_way=_kind_at_work,
)


def _kinds() -> QuerySet[Any]:
    return AgencyKind.objects.filter(is_active=True)


AGENCIES = Directory(
    slug="agencies",
    one="agency",
    many="agencies",
    about="Services that are asked for reports and come to conferences. The kind decides what counts towards"
    " a quorate conference.",
    model=Agency,
    items=(Text("name", "Name", longest=150), Row("kind", "Kind", rows=_kinds)),
    needs=Permission.KEEP_DIRECTORY,
    shown=("kind",),
)


def _agencies() -> QuerySet[Any]:
    return Agency.objects.filter(is_active=True)


PROFESSIONALS = Directory(
    slug="professionals",
    one="professional",
    many="professionals",
    about="People of agencies who come to conferences, write reports or belong to core groups.",
    model=Professional,
    items=(
        Text("full_name", "Name", longest=150),
        Row("agency", "Agency", rows=_agencies),
        Text("job_title", "Job title", is_needed=False, longest=100),
        Email("email", "Email address", is_needed=False),
        Text("telephone", "Telephone", is_needed=False, longest=30),
    ),
    keyed_by=2,
    needs=Permission.KEEP_DIRECTORY,
    shown=("agency", "job_title"),
)

"""The cast: one person a role, whom the tests of pages send in."""

from safeguarding.models import Team, User
from safeguarding.rights import Role
from tests.factories import TeamFactory, UserFactory


def cast(team: Team | None = None) -> dict[str, User]:
    """{"CHAIR": user, ...}: everybody in one team (made where none is given), for client.force_login."""
    home = team or TeamFactory()
    return {role.value: person(role.value, team=home) for role in Role}


def person(role: str, **fields: object) -> User:
    """One person of a role, whose address tells it."""
    return UserFactory(role=role, full_name=f"Sample {Role(role).label}", **fields)

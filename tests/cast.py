"""The cast: one person a role, whom the tests of pages send in."""

from django.db import transaction

from safeguarding.models import Team, User
from safeguarding.policy.role_words import WORD_FOR, words_of
from safeguarding.rights import Role
from tests.factories import HeldRoleFactory, TeamFactory, UserFactory


def cast(team: Team | None = None) -> dict[str, User]:
    """{"CHAIR": user, ...}: everybody in one team (made where none is given), for client.force_login."""
    home = team or TeamFactory()
    return {role.value: person(role.value, team=home) for role in Role}


@transaction.atomic
def person(role: str, *further: str, **fields: object) -> User:
    """One person of a role, whose name tells it, and of further ones."""
    name = words_of(str(WORD_FOR[Role(role)].default)).first
    user: User = UserFactory(role=role, full_name=f"Sample {name}", **fields)
    for other in further:
        HeldRoleFactory(person=user, role=other)
    if further:
        user.refresh_from_db()
    return user

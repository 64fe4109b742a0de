"""Reading teams."""

from django.db.models import QuerySet

from safeguarding.models import Team, User
from safeguarding.models.user import in_roles
from safeguarding.rights import Role


def teams() -> QuerySet[Team]:
    """Every team in use, by name."""
    return Team.objects.filter(is_active=True)


def teams_that_hold(*, besides: Team | None) -> QuerySet[Team]:
    """The teams in use that hold children, besides one, by name."""
    return teams().filter(is_safeguarding_unit=False).exclude(pk=besides.pk if besides else 0)


def managers_of(team: Team) -> QuerySet[User]:
    """Those in use who manage a team, by name."""
    return User.objects.filter(in_roles(Role.TEAM_MANAGER), team=team, is_active=True).order_by("full_name")

"""Reading teams."""

from django.db.models import QuerySet

from safeguarding.models import Team


def teams() -> QuerySet[Team]:
    """Every team in use, by name."""
    return Team.objects.filter(is_active=True)


def teams_that_hold(*, besides: Team | None) -> QuerySet[Team]:
    """The teams in use that hold children, besides one, by name."""
    return teams().filter(is_safeguarding_unit=False).exclude(pk=besides.pk if besides else 0)

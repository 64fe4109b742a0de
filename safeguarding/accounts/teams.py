"""Reading teams."""

from django.db.models import QuerySet

from safeguarding.models import Team


def teams() -> QuerySet[Team]:
    """Every team, by name."""
    return Team.objects.all()

"""Teams of the council, to which social workers and their children belong."""

from django.db import models

from safeguarding.history import keeps_history


@keeps_history()
class Team(models.Model):
    """A team that holds children (locality, assessment) or the safeguarding unit itself."""

    name = models.CharField(max_length=100, unique=True)
    is_safeguarding_unit = models.BooleanField(default=False)
    is_active = models.BooleanField(default=True, db_default=True)

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name

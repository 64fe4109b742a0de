"""Where a fact came from: recorded here, or read from a file of another system."""

from django.db import models


class Source(models.TextChoices):
    RECORDED = "RECORDED", "Recorded here"
    CENSUS = "CENSUS", "Children in Need census"


SOURCES = Source.choices


def source_known(name: str) -> models.CheckConstraint:
    """That a record says where it came from by one of the codes."""
    return models.CheckConstraint(condition=models.Q(source__in=Source.values), name=f"{name}_source_known")

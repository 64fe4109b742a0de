"""Where a fact came from: recorded here, or read from a file of another system."""

import pgtrigger
from django.db import models

from safeguarding.promises import stays


class Source(models.TextChoices):
    RECORDED = "RECORDED", "Recorded here"
    CENSUS = "CENSUS", "Children in Need census"


SOURCES = Source.choices


def source_known(name: str) -> models.CheckConstraint:
    """That a record says where it came from by one of the codes."""
    return models.CheckConstraint(condition=models.Q(source__in=Source.values), name=f"{name}_source_known")


def source_stays(name: str) -> pgtrigger.Trigger:
    """What was recorded here is never made a file's: what is promised of it would hold no more."""
    return stays(
        f"{name}_source_stays",
        "What was recorded here is not a file’s.",
        operation=pgtrigger.UpdateOf("source"),
        when="OLD.source = 'RECORDED'",
        wrong="NEW.source = 'CENSUS'",
    )

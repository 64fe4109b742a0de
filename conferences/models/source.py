"""Where a fact came from: recorded here, or read from a file of another system."""

from django.db import models


class Source(models.TextChoices):
    RECORDED = "RECORDED", "Recorded here"
    CENSUS = "CENSUS", "Children in Need census"


SOURCES = Source.choices

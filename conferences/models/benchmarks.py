"""The DfE's published figures for England, its regions and authorities, and which authorities are alike.

Facts to compare with, loaded by `manage.py load_benchmarks`; nothing here is about a child.
"""

from django.db import models


class Geography(models.TextChoices):
    COUNTRY = "COUNTRY", "Country"
    REGION = "REGION", "Region"
    AUTHORITY = "AUTHORITY", "Local authority"


class Statistic(models.TextChoices):
    """Which side of a measure a figure is: what was counted, out of how many, or the figure itself."""

    NUMERATOR = "NUMERATOR", "Count"
    DENOMINATOR = "DENOMINATOR", "Out of"
    VALUE = "VALUE", "Percentage or rate"


class BenchmarkFigure(models.Model):
    """One published figure of one place and year; `year` is the year of the statistics, named by its end.

    `place` is the DfE's three digits for an authority and the ONS code for a region or country. `part` is
    the band or category of a breakdown, blank for the whole. A figure that was not published has a
    `marker` in its stead: c hidden because it is small, u unreliable or not available. `derived` says that
    the figure was worked out from published ones; `source` says how.
    """

    geography = models.CharField(max_length=10, choices=Geography)
    place = models.CharField(max_length=9)
    place_name = models.CharField(max_length=80)
    year = models.PositiveSmallIntegerField()
    measure = models.CharField(max_length=40)
    part = models.CharField(max_length=40, blank=True, default="")
    statistic = models.CharField(max_length=11, choices=Statistic)
    value = models.DecimalField(max_digits=18, decimal_places=6, null=True, blank=True)
    marker = models.CharField(max_length=2, blank=True, default="")
    derived = models.BooleanField(default=False)
    source = models.CharField(max_length=200)
    release = models.PositiveSmallIntegerField()

    class Meta:
        ordering = ["measure", "part", "year", "geography", "place", "statistic"]
        constraints = [
            models.UniqueConstraint(
                fields=["measure", "part", "year", "place", "statistic"], name="benchmark_one_figure"
            ),
            models.CheckConstraint(
                condition=models.Q(value__isnull=False, marker="")
                | (models.Q(value__isnull=True) & ~models.Q(marker="")),
                name="benchmark_value_or_marker",
            ),
            models.CheckConstraint(condition=models.Q(geography__in=Geography), name="benchmark_geography"),
            models.CheckConstraint(condition=models.Q(statistic__in=Statistic), name="benchmark_statistic"),
        ]

    def __str__(self) -> str:
        return f"{self.measure} {self.part} {self.statistic} {self.place_name} {self.year}"


class StatisticalNeighbour(models.Model):
    """One of the ten authorities most like another, in one year's model: lists change, so they are dated."""

    authority = models.CharField(max_length=3)
    neighbour = models.CharField(max_length=3)
    model_year = models.PositiveSmallIntegerField()
    rank = models.PositiveSmallIntegerField()

    class Meta:
        ordering = ["authority", "-model_year", "rank"]
        constraints = [
            models.UniqueConstraint(fields=["authority", "model_year", "rank"], name="neighbour_one_a_rank"),
            models.UniqueConstraint(
                fields=["authority", "model_year", "neighbour"], name="neighbour_named_once"
            ),
            models.CheckConstraint(
                condition=~models.Q(authority=models.F("neighbour")), name="neighbour_is_another"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.authority}: {self.rank} {self.neighbour} ({self.model_year})"

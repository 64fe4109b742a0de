"""Addresses of excluding somebody from a conference."""

from django.urls import path

from conferences.views import exclusions

EXCLUSIONS = [
    path("requests/<uuid:ref>/exclude", exclusions.exclusion_ask, name="exclusion_ask"),
    path("exclusions/<uuid:ref>", exclusions.exclusion, name="exclusion"),
    path("exclusions/<uuid:ref>/change", exclusions.exclusion_change, name="exclusion_change"),
    path("exclusions/<uuid:ref>/decide", exclusions.exclusion_decide, name="exclusion_decide"),
    path("exclusions/<uuid:ref>/told", exclusions.exclusion_told, name="exclusion_told"),
    path("exclusions/<uuid:ref>/outcome", exclusions.exclusion_outcome, name="exclusion_outcome"),
    path("exclusions/<uuid:ref>/lift", exclusions.exclusion_lift, name="exclusion_lift"),
]

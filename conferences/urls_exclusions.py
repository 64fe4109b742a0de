"""Addresses of excluding somebody from a conference."""

from django.urls import path

from conferences.views import exclusions, exclusions_letters

EXCLUSIONS = [
    path("requests/<uuid:ref>/exclude", exclusions.exclusion_ask, name="exclusion_ask"),
    path("exclusions/<uuid:ref>", exclusions.exclusion, name="exclusion"),
    path("exclusions/<uuid:ref>/change", exclusions.exclusion_change, name="exclusion_change"),
    path("exclusions/<uuid:ref>/decide", exclusions.exclusion_decide, name="exclusion_decide"),
    path(
        "exclusions/<uuid:ref>/decide-in-place",
        exclusions.exclusion_decide_in_place,
        name="exclusion_decide_in_place",
    ),
    path("exclusions/<uuid:ref>/told", exclusions.exclusion_told, name="exclusion_told"),
    path("exclusions/<uuid:ref>/not-told", exclusions.exclusion_not_let_in, name="exclusion_not_let_in"),
    path("exclusions/<uuid:ref>/take-back", exclusions.exclusion_untold, name="exclusion_untold"),
    path("exclusions/<uuid:ref>/outcome", exclusions.exclusion_outcome, name="exclusion_outcome"),
    path(
        "exclusions/<uuid:ref>/outcome-in-place",
        exclusions.exclusion_outcome_in_place,
        name="exclusion_outcome_in_place",
    ),
    path("exclusions/<uuid:ref>/way", exclusions_letters.exclusion_way, name="exclusion_way"),
    path("exclusions/<uuid:ref>/lift", exclusions.exclusion_lift, name="exclusion_lift"),
    path("exclusions/<uuid:ref>/letter", exclusions_letters.exclusion_letter, name="exclusion_letter"),
    path(
        "exclusions/<uuid:ref>/letters/<int:version>/sent",
        exclusions_letters.exclusion_letter_sent,
        name="exclusion_letter_sent",
    ),
    path(
        "exclusions/<uuid:ref>/letters/<int:version>.<str:suffix>",
        exclusions_letters.exclusion_letter_file,
        name="exclusion_letter_file",
    ),
]

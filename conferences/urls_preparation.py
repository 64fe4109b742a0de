"""Addresses of what goes before a conference."""

from django.urls import path

from conferences.views import preparation, readiness

PREPARATION = [
    path("readiness", readiness.readiness, name="readiness"),
    path("requests/<uuid:ref>/preparation", preparation.preparation, name="preparation"),
    path("requests/<uuid:ref>/preparation/contact", preparation.contact_new, name="contact_new"),
    path("requests/<uuid:ref>/preparation/words", preparation.views_new, name="views_new"),
    path("contacts/<uuid:ref>", preparation.contact_change, name="contact_change"),
    path("views/<uuid:ref>", preparation.views_change, name="views_change"),
]

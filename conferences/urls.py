"""Addresses of the story: opaque references only, never a name or a number of a child."""

from django.urls import path

from conferences.views import measures

urlpatterns = [
    path("performance/", measures.measures, name="measures"),
    path("performance/<slug:code>", measures.measure_, name="measure"),
    path("performance/<slug:code>/children", measures.measure_children, name="measure_children"),
    path("performance/<slug:code>/csv", measures.measure_csv, name="measure_csv"),
]

"""Addresses of the story: opaque references only, never a name or a number of a child."""

from django.urls import path

from conferences.views import children, exchange, families, home, measures

urlpatterns = [
    path("", home.home, name="home"),
    path("children/find", children.find_child, name="find_child"),
    path("children/found/<uuid:search>", children.find_child_results, name="find_child_results"),
    path("children/<uuid:ref>", children.child, name="child"),
    path("children/<uuid:ref>/timeline", children.child_timeline, name="child_timeline"),
    path("families/<uuid:ref>", families.family, name="family"),
    path("families/<uuid:ref>/address", families.family_address, name="family_address"),
    path("families/<uuid:ref>/timeline", families.family_timeline, name="family_timeline"),
    path("performance/", measures.measures, name="measures"),
    path("performance/<slug:code>", measures.measure_, name="measure"),
    path("performance/<slug:code>/children", measures.measure_children, name="measure_children"),
    path("performance/<slug:code>/csv", measures.measure_csv, name="measure_csv"),
    path("import/", exchange.import_census, name="import_census"),
    path("import/<uuid:ref>", exchange.import_report, name="import_report"),
    path("import/<uuid:ref>/progress", exchange.import_progress, name="import_progress"),
    path("import/<uuid:ref>/ask", exchange.import_ask, name="import_ask"),
]

"""Addresses of the whole site: health, sign-in, and the story's own."""

from django.urls import include, path

from safeguarding.pages import health

urlpatterns = [
    path("health/live", health.live, name="health_live"),
    path("health/ready", health.ready, name="health_ready"),
    path("", include("conferences.urls")),
]

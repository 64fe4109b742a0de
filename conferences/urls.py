"""Addresses of the story: opaque references only, never a name or a number of a child."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []

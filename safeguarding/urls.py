"""Addresses of the whole site: health, sign-in, and the story's own."""

from django.conf import settings
from django.urls import include, path

from safeguarding.pages import catalogue, health, policy, views

urlpatterns = [
    path("", views.home, name="home"),
    path("health/live", health.live, name="health_live"),
    path("health/ready", health.ready, name="health_ready"),
    path("brand.css", views.brand, name="brand"),
    path("accessibility", views.accessibility, name="accessibility"),
    path("account/", include("safeguarding.signin.urls")),
    path("limits", policy.policy, name="policy"),
    path("limits/<slug:slug>", policy.policy_limit, name="policy_limit"),
    path("limits/<slug:slug>/change", policy.policy_change, name="policy_change"),
    path("", include("conferences.urls")),
]

if settings.COMPONENTS_PAGE:
    urlpatterns += [
        path("components", catalogue.components, name="components"),
        path("components/error/<int:status>", catalogue.error_page, name="component_error"),
    ]

handler400 = "safeguarding.pages.errors.bad_request"
handler403 = "safeguarding.pages.errors.forbidden"
handler404 = "safeguarding.pages.errors.not_found"
handler500 = "safeguarding.pages.errors.server_error"

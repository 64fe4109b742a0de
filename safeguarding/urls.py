"""Addresses of the whole site: health, sign-in, and the story's own."""

from django.conf import settings
from django.urls import include, path

from safeguarding.pages import catalogue, health, looks, policy, restrictions, users, views

urlpatterns = [
    path("health/live", health.live, name="health_live"),
    path("health/ready", health.ready, name="health_ready"),
    path("brand.css", views.brand, name="brand"),
    path("accessibility", views.accessibility, name="accessibility"),
    path("account/", include("safeguarding.signin.urls")),
    path("limits", policy.policy, name="policy"),
    path("limits/<slug:slug>", policy.policy_limit, name="policy_limit"),
    path("limits/<slug:slug>/change", policy.policy_change, name="policy_change"),
    path("people", users.user_list, name="people"),
    path("people/add", users.user_add, name="user_add"),
    path("people/<uuid:ref>", users.user_page, name="user"),
    path("people/<uuid:ref>/role", users.user_role, name="user_role"),
    path("people/<uuid:ref>/link", users.user_link, name="user_link"),
    path("people/<uuid:ref>/switch-off", users.user_off, name="user_off"),
    path("people/<uuid:ref>/switch-on", users.user_on, name="user_on"),
    path("people/<uuid:ref>/second-check", users.user_reset_check, name="user_reset_check"),
    path("rights", looks.rights, name="rights"),
    path("my-views", looks.own_views, name="own_views"),
    path("looks", looks.access_log, name="access_log"),
    path("looks/<uuid:ref>", looks.child_looks, name="child_looks"),
    path("restricted", restrictions.restricted, name="restricted"),
    path("access/<uuid:ref>", restrictions.child_access, name="child_access"),
    path("access/<uuid:ref>/restrict", restrictions.child_restrict, name="child_restrict"),
    path("access/<uuid:ref>/open", restrictions.child_unrestrict, name="child_unrestrict"),
    path("access/<uuid:ref>/name", restrictions.child_grant, name="child_grant"),
    path("access/<uuid:ref>/end/<int:pk>", restrictions.child_grant_end, name="child_grant_end"),
    path("bars", restrictions.bars, name="bars"),
    path("bars/add", restrictions.bar_add, name="bar_add"),
    path("bars/<int:pk>/lift", restrictions.bar_lift, name="bar_lift"),
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

"""Addresses of the whole site: health, sign-in, and the story's own."""

from django.conf import settings
from django.urls import include, path

from safeguarding.pages import (
    account_changes,
    catalogue,
    directory,
    directory_files,
    frame,
    go_live,
    health,
    leave,
    limits,
    own_drafts,
    people,
    people_details,
    people_files,
    people_further,
    restrictions,
    viewed,
)

urlpatterns = [
    path("health/live", health.live, name="health_live"),
    path("health/ready", health.ready, name="health_ready"),
    path("health/working", health.working, name="health_working"),
    path("brand.css", frame.brand, name="brand"),
    path("accessibility", frame.accessibility, name="accessibility"),
    path("account/", include("safeguarding.accounts.signin.urls")),
    path("limits", limits.policy, name="policy"),
    path("limits/<slug:slug>", limits.policy_limit, name="policy_limit"),
    path("limits/<slug:slug>/change", limits.policy_change, name="policy_change"),
    path("people", people.user_list, name="people"),
    path("people/add", people.user_add, name="user_add"),
    path("people/csv", people_files.people_csv, name="people_csv"),
    path("people/file", people_files.people_file, name="people_file"),
    path("people/file/<uuid:ref>", people_files.people_preview, name="people_preview"),
    path("people/waiting", account_changes.account_changes, name="account_changes"),
    path("people/waiting/<uuid:ref>/end", account_changes.account_change_end, name="account_change_end"),
    path("people/<uuid:ref>", people.user_page, name="user"),
    path("people/<uuid:ref>/name", people_details.user_name, name="user_name"),
    path("people/<uuid:ref>/email", people_details.user_address, name="user_address"),
    path("people/<uuid:ref>/link", people.user_link, name="user_link"),
    path("people/<uuid:ref>/further-role", people_further.user_further, name="user_further"),
    path("people/<uuid:ref>/switch-on", people.user_on, name="user_on"),
    path("people/<uuid:ref>/second-check", people.user_reset_check, name="user_reset_check"),
    path("people/<uuid:ref>/password", people.user_reset_password, name="user_reset_password"),
    path("directory/", directory.directory_list, name="directories"),
    path("directory/<slug:slug>", directory.rows, name="directory"),
    path("directory/<slug:slug>/add", directory.row_add, name="directory_add"),
    path("directory/<slug:slug>/csv", directory_files.csv, name="directory_csv"),
    path("directory/<slug:slug>/file", directory_files.hand_in, name="directory_file"),
    path("directory/<slug:slug>/file/<uuid:ref>", directory_files.preview, name="directory_preview"),
    path("directory/<slug:slug>/<int:pk>", directory.row, name="directory_row"),
    path("directory/<slug:slug>/<int:pk>/change", directory.row_change, name="directory_change"),
    path("directory/<slug:slug>/<int:pk>/use", directory.row_use, name="directory_use"),
    path("go-live", go_live.go_live, name="go_live"),
    path("leave", leave.leave, name="leave"),
    path("leave/add", leave.leave_add, name="leave_add"),
    path("leave/<uuid:ref>/add", leave.leave_add_for, name="leave_add_for"),
    path("leave/<int:pk>/take-back", leave.leave_end, name="leave_end"),
    path("rights", viewed.rights, name="rights"),
    path("drafts", own_drafts.own_drafts, name="own_drafts"),
    path("drafts/<int:pk>", own_drafts.draft, name="draft"),
    path("drafts/<int:pk>/form", own_drafts.draft_form, name="draft_form"),
    path("drafts/<int:pk>/discard", own_drafts.draft_discard, name="draft_discard"),
    path("viewed/by-me", viewed.viewed_by_me, name="viewed_by_me"),
    path("viewed", viewed.viewed, name="viewed"),
    path("viewed/<uuid:ref>", viewed.child_viewed, name="child_viewed"),
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

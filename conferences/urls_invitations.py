"""Addresses of letters of invitation."""

from django.urls import path

from conferences.views import invitations_giving as giving
from conferences.views import invitations_letters as letters
from conferences.views import invitations_links as links
from conferences.views import invitations_showings as showings

INVITATIONS = [
    path("requests/<uuid:ref>/invited/letters", letters.invited_letters, name="invited_letters"),
    path(
        "requests/<uuid:ref>/invited/letters/sent", letters.invited_letters_sent, name="invited_letters_sent"
    ),
    path("requests/<uuid:ref>/invited/shown", showings.reports_shown, name="reports_shown"),
    path("showings/<uuid:ref>", showings.showing_change, name="showing_change"),
    path("invitations/<uuid:ref>/letter", letters.invitation_letter, name="invitation_letter"),
    path("invitations/<uuid:ref>/arrival", letters.invitation_arrival, name="invitation_arrival"),
    path(
        "invitations/<uuid:ref>/letters/<int:version>/sent",
        letters.invitation_letter_sent,
        name="invitation_letter_sent",
    ),
    path(
        "invitations/<uuid:ref>/letters/<int:version>.<str:suffix>",
        letters.invitation_letter_file,
        name="invitation_letter_file",
    ),
    path("report/sent", giving.report_sent, name="report_sent"),
    path("report/<slug:secret>", giving.report_give, name="report_give"),
    path("invitations/<uuid:ref>/link", links.report_link, name="report_link"),
    path("invitations/<uuid:ref>/reports/<int:version>", links.agency_report, name="agency_report"),
    path(
        "invitations/<uuid:ref>/reports/<int:version>/sheet",
        links.agency_report_sheet,
        name="agency_report_sheet",
    ),
    path(
        "invitations/<uuid:ref>/reports/<int:version>/read",
        links.agency_report_read,
        name="agency_report_read",
    ),
]

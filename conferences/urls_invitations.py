"""Addresses of letters of invitation."""

from django.urls import path

from conferences.views import invitations_letters as letters

INVITATIONS = [
    path("requests/<uuid:ref>/invited/letters", letters.invited_letters, name="invited_letters"),
    path(
        "requests/<uuid:ref>/invited/letters/sent", letters.invited_letters_sent, name="invited_letters_sent"
    ),
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
]

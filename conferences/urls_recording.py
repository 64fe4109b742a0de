"""Addresses of recording a meeting, and of what goes out of its record."""

from django.urls import path

from conferences.views import (
    copies,
    copies_agencies,
    copies_closing,
    copies_own,
    documents,
    documents_readings,
    letters,
    recording,
    recording_meeting,
    recording_next,
    recording_outcomes,
    recording_parts,
    recording_screen,
    recording_withheld,
)

RECORDING = [
    path("meetings/<uuid:ref>/day", recording_meeting.meeting_day, name="meeting_day"),
    path("meetings/<uuid:ref>/record", recording.record, name="record"),
    path(
        "meetings/<uuid:ref>/record/attendance", recording_parts.record_attendance, name="record_attendance"
    ),
    path("meetings/<uuid:ref>/record/screen", recording_screen.record_screen, name="record_screen"),
    path("meetings/<uuid:ref>/record/saves", recording_parts.record_saves, name="record_saves"),
    path("meetings/<uuid:ref>/record/common", recording_parts.record_common, name="record_common"),
    path(
        "meetings/<uuid:ref>/record/children/<uuid:child>", recording_parts.record_child, name="record_child"
    ),
    path(
        "meetings/<uuid:ref>/record/children/<uuid:child>/next",
        recording_next.record_next,
        name="record_next",
    ),
    path(
        "meetings/<uuid:ref>/record/confidential", recording_withheld.record_withheld, name="record_withheld"
    ),
    path(
        "meetings/<uuid:ref>/record/confidential/<uuid:part>",
        recording_withheld.record_withheld_part,
        name="record_withheld_part",
    ),
    path("meetings/<uuid:ref>/record/end", recording_outcomes.record_end, name="record_end"),
    path(
        "meetings/<uuid:ref>/record/otherwise", recording_outcomes.record_otherwise, name="record_otherwise"
    ),
    path("meetings/<uuid:ref>/record/adjourn", recording_outcomes.record_adjourn, name="record_adjourn"),
    path("meetings/<uuid:ref>/record/check", recording.record_check, name="record_check"),
    path("meetings/<uuid:ref>/record/children/<uuid:child>/own-line", copies_own.own_line, name="own_line"),
    path("meetings/<uuid:ref>/record/children/<uuid:child>/own-none", copies_own.own_none, name="own_none"),
    path("meetings/<uuid:ref>/record/copies/<int:document>/given", copies_own.own_told, name="own_told"),
    path("releases", copies.releases, name="releases"),
    path("meetings/<uuid:ref>/record/copies", copies.record_copies, name="record_copies"),
    path(
        "meetings/<uuid:ref>/agencies/<uuid:child>",
        copies_agencies.record_agencies,
        name="record_agencies",
    ),
    path(
        "meetings/<uuid:ref>/record/copies/<int:document>/release",
        copies.record_copy_release,
        name="record_copy_release",
    ),
    path(
        "meetings/<uuid:ref>/record/copies/<int:document>/sent",
        copies.record_copy_sent,
        name="record_copy_sent",
    ),
    path(
        "meetings/<uuid:ref>/record/copies/<int:document>/again",
        copies.record_copy_again,
        name="record_copy_again",
    ),
    path(
        "meetings/<uuid:ref>/record/copies/<int:document>/off",
        copies.record_copy_off,
        name="record_copy_off",
    ),
    path(
        "meetings/<uuid:ref>/record/closing-letters", copies_closing.closing_letters, name="closing_letters"
    ),
    path("meetings/<uuid:ref>/letters", letters.letters, name="letters"),
    path("meetings/<uuid:ref>/letters/<int:letter>", letters.letter_docx, name="letter_docx"),
    path("meetings/<uuid:ref>/letters/<int:letter>/sent", letters.letter_sent, name="letter_sent"),
    path("meetings/<uuid:ref>/letters/<int:letter>/release", letters.letter_release, name="letter_release"),
    path("meetings/<uuid:ref>/letters/<int:letter>/off", letters.letter_off, name="letter_off"),
    path("meetings/<uuid:ref>/letters/<int:letter>/again", letters.letter_again, name="letter_again"),
    path(
        "meetings/<uuid:ref>/documents/<int:document>.<slug:suffix>",
        documents.document_file,
        name="document_file",
    ),
    path(
        "meetings/<uuid:ref>/documents/<int:document>/read",
        documents_readings.document_read,
        name="document_read",
    ),
]

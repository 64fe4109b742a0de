"""Addresses of the story: opaque references only, never a name or a number of a child."""

from django.urls import path

from conferences.views import (
    children,
    core_groups,
    diary,
    duties,
    enquiries,
    families,
    imports,
    letters,
    measures,
    recording,
    recording_parts,
    replans,
    requests,
    scheduling,
    thinking_time,
)

urlpatterns = [
    path("", duties.my_work, name="my_work"),
    path("work/<slug:part>", duties.my_work_list, name="my_work_list"),
    path("children/find", children.find_child, name="find_child"),
    path("children/found/<uuid:search>", children.find_child_results, name="find_child_results"),
    path("children/<uuid:ref>", children.child, name="child"),
    path("children/<uuid:ref>/timeline", children.child_timeline, name="child_timeline"),
    path("families/<uuid:ref>", families.family, name="family"),
    path("families/<uuid:ref>/address", families.family_address, name="family_address"),
    path("families/<uuid:ref>/timeline", families.family_timeline, name="family_timeline"),
    path("performance/", measures.measures, name="measures"),
    path("performance/for-publication", measures.measures_public, name="measures_public"),
    path("performance/<slug:code>", measures.measure_, name="measure"),
    path("performance/<slug:code>/children", measures.measure_children, name="measure_children"),
    path("performance/<slug:code>/csv", measures.measure_csv, name="measure_csv"),
    path("import/", imports.import_census, name="import_census"),
    path("import/<uuid:ref>", imports.import_report, name="import_report"),
    path("import/<uuid:ref>/progress", imports.import_progress, name="import_progress"),
    path("import/<uuid:ref>/ask", imports.import_ask, name="import_ask"),
    # Asking, checking and consulting.
    path("families/<uuid:ref>/enquiry", enquiries.new, name="enquiry_new"),
    path("families/<uuid:ref>/request", requests.new, name="request_new"),
    path("requests/", requests.listed, name="requests"),
    path("requests/<uuid:ref>", requests.show, name="request"),
    path("requests/<uuid:ref>/withdraw", requests.withdraw, name="request_withdraw"),
    path("consultations/", replans.listed, name="consultations"),
    path("consultations/<uuid:ref>", replans.show, name="consultation"),
    path("consultations/<uuid:ref>/ask", replans.ask, name="consultation_ask"),
    path("consultations/<uuid:ref>/answer", replans.answer, name="consultation_answer"),
    # Scheduling, the diary and thinking time.
    path("requests/<uuid:ref>/book", scheduling.book, name="book"),
    path("meetings/<uuid:ref>", scheduling.booking, name="booking"),
    path("meetings/<uuid:ref>/move", scheduling.booking_move, name="booking_move"),
    path("meetings/<uuid:ref>/cancel", scheduling.booking_cancel, name="booking_cancel"),
    path("meetings/<uuid:ref>/calendar", scheduling.booking_ics, name="booking_ics"),
    path("diary", diary.diary, name="diary"),
    path("diary/chairs", diary.diary_chairs, name="diary_chairs"),
    path("diary/calendar", diary.own_feed, name="own_diary_feed"),
    path("diary/calendar/make", diary.own_feed_make, name="own_diary_feed_make"),
    path("diary/calendar/end", diary.own_feed_end, name="own_diary_feed_end"),
    path("diary/feeds/<str:secret>", diary.diary_feed, name="diary_feed"),
    path("requests/<uuid:ref>/think", thinking_time.thinking_time_new, name="thinking_time_new"),
    path("thinking/<uuid:ref>", thinking_time.thinking_time, name="thinking_time"),
    path("thinking/<uuid:ref>/hold", thinking_time.thinking_time_hold, name="thinking_time_hold"),
    # Recording the meeting, its letters, and core groups.
    path("meetings/<uuid:ref>/record", recording.record, name="record"),
    path(
        "meetings/<uuid:ref>/record/attendance", recording_parts.record_attendance, name="record_attendance"
    ),
    path("meetings/<uuid:ref>/record/common", recording_parts.record_common, name="record_common"),
    path(
        "meetings/<uuid:ref>/record/children/<uuid:child>", recording_parts.record_child, name="record_child"
    ),
    path("meetings/<uuid:ref>/record/check", recording.record_check, name="record_check"),
    path("meetings/<uuid:ref>/record/sent", letters.record_sent, name="record_sent"),
    path("meetings/<uuid:ref>/letters", letters.letters, name="letters"),
    path("meetings/<uuid:ref>/letters/<int:letter>", letters.letter_docx, name="letter_docx"),
    path("meetings/<uuid:ref>/letters/<int:letter>/sent", letters.letter_sent, name="letter_sent"),
    path("plans/<uuid:ref>/core-groups/new", core_groups.core_group_new, name="core_group_new"),
]

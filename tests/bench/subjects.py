"""What fills the addresses of the pages: statements on the demo, by how an address begins."""

from __future__ import annotations

import datetime as dt

from safeguarding.clock import today
from safeguarding.models import User
from tests import factories as make
from tests.bench.copies import run

ON_A_PLAN = (
    "SELECT c.ref FROM safeguarding_child c JOIN conferences_plan p ON p.child_id = c.id"
    " WHERE NOT c.is_restricted AND p.end_date IS NULL ORDER BY md5(c.la_child_id)"
)
FAMILIES = (
    "SELECT f.ref FROM safeguarding_family f WHERE EXISTS (SELECT FROM safeguarding_child c"
    " JOIN conferences_plan p ON p.child_id = c.id"
    " WHERE c.family_id = f.id AND p.end_date IS NULL) ORDER BY md5(f.id::text)"
)


def _latest(table: str) -> str:
    return f"SELECT ref FROM {table} ORDER BY id DESC"


SUBJECTS = {
    "children/": ON_A_PLAN,
    "children/<uuid:ref>/enquiries/": (
        "SELECT c.ref, e.id FROM conferences_enquiry e JOIN safeguarding_child c ON c.id = e.child_id"
        " WHERE NOT c.is_restricted ORDER BY e.id DESC"
    ),
    "access/": ON_A_PLAN,
    "access/<uuid:ref>/open": "SELECT ref FROM safeguarding_child WHERE is_restricted",
    "access/<uuid:ref>/name": "SELECT ref FROM safeguarding_child WHERE is_restricted",
    "access/<uuid:ref>/end/": (
        "SELECT c.ref, g.id FROM safeguarding_restrictedgrant g"
        " JOIN safeguarding_child c ON c.id = g.child_id WHERE g.ended_at IS NULL"
    ),
    "viewed/": ON_A_PLAN,
    "work/": (
        "SELECT unnest(ARRAY['today', 'week', 'later', 'conferences', 'waiting', 'done',"
        " 'team', 'not-booked', 'not-signed', 'standing-in'])"
    ),
    "due/": "SELECT ref FROM conferences_duty WHERE closed_at IS NULL ORDER BY id DESC",
    "children/<uuid:ref>/facts/": (
        "SELECT c.ref, 'child', c.id FROM safeguarding_child c JOIN conferences_plan p ON p.child_id = c.id"
        " WHERE NOT c.is_restricted AND p.end_date IS NULL ORDER BY md5(c.la_child_id)"
    ),
    "children/<uuid:ref>/decisions/": (
        "SELECT c.ref, a.id FROM conferences_childpart p"
        " JOIN conferences_conferencechild a ON a.id = p.conference_child_id"
        " JOIN safeguarding_child c ON c.id = a.child_id WHERE NOT c.is_restricted ORDER BY a.id DESC"
    ),
    # Nothing of the demo was signed wrongly.
    "decisions/to-agree/": "",
    "families/": FAMILIES,
    "families/<uuid:ref>/homes/add": FAMILIES,
    "families/<uuid:ref>/homes/": (
        "SELECT f.ref, h.id FROM safeguarding_household h JOIN safeguarding_family f ON f.id = h.family_id"
        " JOIN safeguarding_householdmember m ON m.household_id = h.id JOIN safeguarding_child c"
        " ON c.id = m.child_id WHERE NOT c.is_restricted ORDER BY h.id DESC"
    ),
    "families/<uuid:ref>/residents/": (
        "SELECT f.ref, m.id FROM safeguarding_household h JOIN safeguarding_family f ON f.id = h.family_id"
        " JOIN safeguarding_householdmember m ON m.household_id = h.id JOIN safeguarding_child c"
        " ON c.id = m.child_id WHERE NOT c.is_restricted AND m.end_date IS NULL ORDER BY h.id DESC"
    ),
    "children/pairs/": _latest("conferences_childpair"),
    "children/joined/": _latest("conferences_recordjoin"),
    "requests/": _latest("conferences_request"),
    "requests/<uuid:ref>/fit/": (
        "SELECT q.ref, b.id FROM conferences_busytime b JOIN conferences_request q ON q.id = b.request_id"
        " WHERE b.off_at IS NULL ORDER BY b.id DESC"
    ),
    "consultations/": _latest("conferences_consultation"),
    "consultations/<uuid:ref>/": (
        "SELECT ref FROM conferences_familyconsultation ORDER BY NOT is_over DESC, id DESC"
    ),
    "consultations/<uuid:ref>/decided/": (
        "SELECT f.ref, a.act FROM conferences_consultationanswer a JOIN conferences_consultation c"
        " ON c.id = a.consultation_id JOIN conferences_familyconsultation f ON f.id = c.within_id"
        " WHERE a.act IS NOT NULL ORDER BY a.id DESC"
    ),
    "consultations/<uuid:ref>/review/": _latest("conferences_consultation"),
    "consultations/second-opinions/": (
        "SELECT ref FROM conferences_secondopinion ORDER BY given_at IS NOT NULL, id DESC"
    ),
    "conditions/": (
        "SELECT ref FROM conferences_consultationcondition WHERE closed_at IS NULL ORDER BY id DESC"
    ),
    "learning/": _latest("conferences_learningidea"),
    "learning/trials/": _latest("conferences_learningtrial"),
    "learning/said/": _latest("conferences_learningheard"),
    "feedback/handed-out/": "SELECT id FROM conferences_feedbackoffer ORDER BY id DESC",
    "feedback/languages/": "SELECT code FROM conferences_feedbacklanguage ORDER BY code",
    "feedback/words/": ("SELECT answer_id FROM conferences_feedbackreading ORDER BY id DESC"),
    "feedback/<slug:giver>/": "SELECT lower(giver), lower(wave) FROM conferences_feedbackanswer",
    "say/": "SELECT substr(digest, 1, 10) FROM conferences_feedbackcode",
    "thresholds/": "SELECT ref FROM conferences_thresholdstatement WHERE until_date IS NULL ORDER BY id DESC",
    "thinking/": _latest("conferences_thinkingtime"),
    "thinking/actions/": _latest("conferences_thinkingaction"),
    "thinking/waivers/": _latest("conferences_thinkingwaiver"),
    "invitations/": "SELECT ref FROM conferences_invitation WHERE off_at IS NULL ORDER BY id DESC",
    "chases/": "SELECT ref FROM conferences_reportchase WHERE taken_back_at IS NULL ORDER BY id DESC",
    "showings/": "SELECT ref FROM conferences_reportshowing WHERE taken_back_at IS NULL ORDER BY id DESC",
    "exclusions/": "SELECT ref FROM conferences_exclusion WHERE lifted_at IS NULL ORDER BY id DESC",
    "exclusions/<uuid:ref>/letters/": (
        "SELECT e.ref, l.version FROM conferences_exclusionletter l"
        " JOIN conferences_exclusion e ON e.id = l.exclusion_id ORDER BY l.id DESC"
    ),
    "contacts/": "SELECT ref FROM conferences_familycontact WHERE taken_back_at IS NULL ORDER BY id DESC",
    "views/": "SELECT ref FROM conferences_viewsbefore WHERE taken_back_at IS NULL ORDER BY id DESC",
    "invitations/<uuid:ref>/reports/": (
        "SELECT i.ref, a.version FROM conferences_agencyreport a"
        " JOIN conferences_invitation i ON i.id = a.invitation_id ORDER BY a.id DESC"
    ),
    "report/": "SELECT digest FROM conferences_reportlink",
    "invitations/<uuid:ref>/letters/": (
        "SELECT i.ref, l.version FROM conferences_invitationletter l"
        " JOIN conferences_invitation i ON i.id = l.invitation_id ORDER BY l.id DESC"
    ),
    "meetings/": (
        "SELECT b.ref FROM conferences_booking b LEFT JOIN conferences_meetingrecord m ON m.booking_id = b.id"
        " ORDER BY m.state = 'DRAFT' DESC NULLS LAST, b.id DESC"
    ),
    "meetings/<uuid:ref>/record/children/": (
        "SELECT b.ref, c.ref FROM conferences_booking b JOIN conferences_requestedchild r USING (request_id)"
        " JOIN safeguarding_child c ON c.id = r.child_id"
        " LEFT JOIN conferences_meetingrecord m ON m.booking_id = b.id"
        " ORDER BY m.state = 'DRAFT' DESC NULLS LAST, b.id DESC"
    ),
    "meetings/<uuid:ref>/agencies/": (
        "SELECT b.ref, c.ref FROM conferences_booking b JOIN conferences_requestedchild r USING (request_id)"
        " JOIN safeguarding_child c ON c.id = r.child_id WHERE c.is_restricted ORDER BY b.id DESC"
    ),
    "meetings/<uuid:ref>/record/confidential/": (
        "SELECT b.ref, w.ref FROM conferences_withheldtext w"
        " JOIN conferences_meetingrecord m ON m.id = w.record_id"
        " JOIN conferences_booking b ON b.id = m.booking_id ORDER BY m.state = 'DRAFT' DESC, w.id DESC"
    ),
    "meetings/<uuid:ref>/record/copies/": (
        "SELECT b.ref, d.id FROM conferences_document d"
        " JOIN conferences_meetingrecord m ON m.id = d.record_id"
        " JOIN conferences_booking b ON b.id = m.booking_id WHERE d.kind = 'RECORD' ORDER BY d.id DESC"
    ),
    "meetings/<uuid:ref>/letters/": (
        "SELECT b.ref, l.id FROM conferences_letter l JOIN conferences_meetingrecord m ON m.id = l.record_id"
        " JOIN conferences_booking b ON b.id = m.booking_id"
    ),
    "meetings/<uuid:ref>/documents/": (
        "SELECT b.ref, d.id, 'docx' FROM conferences_document d"
        " JOIN conferences_meetingrecord m ON m.id = d.record_id"
        " JOIN conferences_booking b ON b.id = m.booking_id ORDER BY d.id DESC"
    ),
    "team/": (
        "SELECT c.ref FROM safeguarding_child c JOIN safeguarding_allocation a ON a.child_id = c.id"
        " WHERE a.end_date IS NULL AND NOT c.is_restricted ORDER BY md5(c.la_child_id)"
    ),
    "team/<uuid:ref>/take-on": (
        "SELECT c.ref FROM safeguarding_child c WHERE NOT c.is_restricted AND NOT EXISTS"
        " (SELECT FROM safeguarding_allocation a WHERE a.child_id = c.id AND a.end_date IS NULL)"
    ),
    "taken-on/": _latest("conferences_takenon"),
    "children/<uuid:ref>/happened/": (
        "SELECT c.ref, 'died' FROM safeguarding_child c JOIN conferences_plan p ON p.child_id = c.id"
        " WHERE NOT c.is_restricted AND p.end_date IS NULL ORDER BY md5(c.la_child_id)"
    ),
    "children/<uuid:ref>/in-need/": (
        "SELECT c.ref, n.id FROM conferences_childinneedplan n JOIN safeguarding_child c ON c.id = n.child_id"
        " WHERE n.end_date IS NULL AND NOT c.is_restricted ORDER BY n.id"
    ),
    "happened/": _latest("conferences_lifeevent"),
    "supports/": _latest("conferences_supporttried"),
    "plans/to-end/": _latest("conferences_planending"),
    "plans/": "SELECT ref FROM conferences_plan WHERE end_date IS NULL ORDER BY id DESC",
    "people-of-families/": _latest("safeguarding_person"),
    "restricted/to-open/": _latest("safeguarding_restrictionremoval"),
    "people/waiting/": _latest("safeguarding_accountchange"),
    # A file that waits is its owner's alone.
    "people/file/": "",
    "people/": _latest("safeguarding_user"),
    "leave/": _latest("safeguarding_user"),
    "leave/<int:pk>/take-back": "SELECT id FROM safeguarding_leave",
    "directory/": "SELECT unnest(ARRAY['rooms', 'teams', 'agencies', 'professionals'])",
    "directory/<slug:slug>/<int:pk>": "SELECT 'rooms', id FROM conferences_room",
    # A file that waits is its owner's alone.
    "directory/<slug:slug>/file/": "",
    "bars/": "SELECT id FROM safeguarding_bar WHERE lifted_at IS NULL",
    "performance/": "SELECT unnest(ARRAY['plans_open', 'icpc_in_15_days', 'repeat_plans'])",
    "limits/": "SELECT 'restriction-review-days'",
    "letter-words/": "SELECT unnest(ARRAY['decision', 'invitation', 'exclusion'])",
    "letter-words/<slug:slug>/parts/": "SELECT 'decision', 'heading'",
    "letter-words/<slug:slug>/preview/": "SELECT 'decision', 1",
    "import/": _latest("conferences_importedfile"),
    "return/": "SELECT 2024",
    "components/": "SELECT 404",
    "drafts/": "SELECT id FROM safeguarding_draft ORDER BY id DESC",
    # Addresses that stand in a session or an e-mail: no row of the demo leads to them.
    "children/files/": "",
    "children/found/": "",
    "diary/feeds/": "",
    "diary/hours/": ("SELECT ref FROM safeguarding_user WHERE role = 'CHAIR' AND is_active ORDER BY id DESC"),
    "diary/hours/<int:pk>/take-back": "SELECT id FROM conferences_workinghours WHERE ended_at IS NULL",
    "service/messages/": "SELECT gen_random_uuid()",
    "account/": "",
}


# Addresses that are no page to somebody signed in to this demo, and why. Those only sent to need no word.
NO_PAGE = {
    "account_login": "for whoever is not signed in",
    "mfa_login_webauthn": "for whoever is not signed in",
    "mfa_authenticate": "for whoever is not signed in",
    "account_reset_password_from_key": "for whoever is not signed in",
    "mfa_reauthenticate": "for who has a second factor; here only a password is asked for",
    "mfa_reauthenticate_webauthn": "for who has a second factor",
    "mfa_deactivate_totp": "for who has a second factor",
    "mfa_view_recovery_codes": "for who has a second factor",
    "mfa_download_recovery_codes": "for who has a second factor",
    "mfa_edit_webauthn": "for who has a passkey",
    "mfa_remove_webauthn": "for who has a passkey",
    "find_child_results": "stands in the session of who searched; the search has a bench of its own",
    "diary_feed": "read by calendars",
    "component_error": "answers as the errors it shows",
    "user_link": "leads on to the person",
    "consultation_ask": "leads on to the consultation",
    "consultation_answer": "leads on to the consultation",
    "consultation_in_place": "leads on to the consultation",
    "consultation_first_view": "leads on to the consultation",
    "health_working": "answers 503 where no worker runs",
    "directory_preview": "for whoever handed the file in",
    "people_preview": "for whoever handed the file in",
    "draft_form": "leads on to the form that the draft belongs to",
    "children_feed_progress": "for a script, while a file is read",
    **dict.fromkeys(
        [f"children_feed_{of}" for of in ("file", "questions", "take", "leave", "again")],
        "of a file that waits, and none does here; the file has a bench of its own",
    ),
    "import_progress": "for a script, while a file is read",
}
LETTERS = """
    INSERT INTO conferences_letter (record_id, person_id, made_by_id, made_at)
    SELECT m.id, p.id, m.saved_by_id, m.saved_at FROM conferences_meetingrecord m
    JOIN conferences_booking b ON b.id = m.booking_id JOIN conferences_request r ON r.id = b.request_id
    JOIN safeguarding_person p ON p.family_id = r.family_id WHERE m.state = 'SIGNED'
    ON CONFLICT DO NOTHING
"""


def add_what_the_demo_lacks() -> None:
    """A file read with faults, letters of the signed records, and something somebody has begun to write."""
    lead, manager = (User.objects.get(email=f"{who}@fableshire.example") for who in ("lead", "teammanager"))
    file = make.ImportedFileFactory(uploaded_by=lead)
    make.ImportFaultFactory.create_batch(40, file=file)
    make.DraftFactory(owner=manager)
    make.RestrictionRemovalFactory(last_date=dt.date(2040, 1, 2))
    make.AccountChangeFactory(account=manager, last_date=dt.date(2040, 1, 2))
    make.LeaveFactory(person=manager, deputy=lead, first_date=today(), last_date=today())
    make.TakenOnFactory()
    make.PlanEndingFactory(last_date=dt.date(2040, 1, 2))
    make.PlanResumptionFactory(last_date=dt.date(2040, 1, 2))
    run(LETTERS)


def most_particular(route: str) -> str | None:
    """The longest beginning that an address with parts shares with SUBJECTS."""
    return max((beginning for beginning in SUBJECTS if route.startswith(beginning)), key=len, default=None)


def statement_for(route: str) -> str:
    """What gives the parts of an address, a row each. KeyError where nobody has said."""
    beginning = most_particular(route)
    if beginning is None:
        raise KeyError(f"{route} has no subject: say in tests/bench/subjects.py what fills it.")
    return SUBJECTS[beginning] or "SELECT WHERE false"

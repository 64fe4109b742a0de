"""A closed case is taken on, and goes its way: enquiry, request, consultation, meeting, record and letter."""

from __future__ import annotations

import datetime as dt
import re
import time

from scripts.trial.council import Council
from scripts.trial.files import CLOSED
from scripts.trial.people import CHAIR, LEAD, SUPPORT, TEAM_MANAGER, WORKER, Person, date_boxes
from scripts.trial.visitor import TrialError, Visitor

CHILD = f"{CLOSED.given} {CLOSED.family}"
MOTHER = "Hazel Sampleford"
# A meeting is put into the diary so long before it begins, at the least.
AHEAD = dt.timedelta(seconds=10)
GUESTS = (
    ("Tilly Exemplar", "Head teacher", "School or college"),
    ("Pat Placeholder", "Sergeant", "Police"),
)
RELEASE, SENT = "Look at it and release it", "Record that it was sent"


def _own(visitor: Visitor, field: str) -> str:
    """The name that a field has for the one child whom a consultation is about."""
    names = [control.name for form in visitor.page.forms for control in form.controls]
    return next(name for name in names if re.fullmatch(rf"{field}_\d+", name))


class Story:
    """One family from a closed case to the letter."""

    def __init__(self, council: Council) -> None:
        self.council = council
        self.family = self.request = self.meeting = ""
        self.begin = dt.datetime.max

    def browser(self, person: Person) -> Visitor:
        return self.council.at_work[person]

    def take_on(self) -> str:
        """The team manager finds the child by name and birth date, takes the child on and gives it."""
        visitor = self.browser(TEAM_MANAGER)
        visitor.open("/team/find")
        born = date_boxes("born", *CLOSED.born)
        visitor.press("Look", {"family_name": CLOSED.family, **born})
        visitor.follow("Take on")
        visitor.press("Take the child on", {"reason": "A new referral"})
        page = visitor.press("Give", {"worker": WORKER.full_name})
        if f"has been given to {WORKER.full_name}" not in page.text:
            raise TrialError(f"The child was not given: {page.text[:300]}")
        return ""

    def find_family(self) -> str:
        """The worker finds the child, and adds the mother on the family's page."""
        visitor = self.browser(WORKER)
        visitor.open("/children/find")
        visitor.press("Search", {"typed": CHILD})
        visitor.follow(CHILD)
        child = visitor.page.address.rsplit("/", 1)[-1]
        visitor.follow("Family")
        self.family = visitor.page.address
        visitor.follow("Add a parent, carer or other")
        visitor.press(
            "Save",
            {
                "full_name": MOTHER,
                f"kind_{child}": "MOTHER",
                f"pr_{child}": "YES",
                "address": "4 Sampleford Lane, Sampleton",
                "postcode": "ZZ4 4ZZ",
            },
        )
        return ""

    def record_enquiry(self) -> str:
        visitor = self.browser(WORKER)
        visitor.open(self.family)
        visitor.follow("Record an enquiry")
        held = date_boxes("held_date", *_parts(self.council.on))
        notes = "Social care, police, health and school took part."
        visitor.press("Save and request a conference", {"children": CHILD, "notes": notes, **held})
        return ""

    def request_conference(self) -> str:
        """What the request is for stands on the form already: the enquiry of today."""
        visitor = self.browser(WORKER)
        words = "Police were called twice this month."
        visitor.press("Check your answers", {"children": CHILD, "reason": words})
        page = visitor.press("Request the conference")
        self.request = page.address
        if "1 earlier plan found" not in page.text:
            raise TrialError(f"The earlier plan of the census was not found: {page.text[:600]}")
        return "1 earlier plan found"

    def consult(self) -> str:
        """The worker gives the account, the Strategic Lead notes a first view and answers."""
        visitor = self.browser(WORKER)
        visitor.follow("Re-plan consultation")
        visitor.press(
            "Send to the Strategic Lead",
            {
                "why_now": "Police were called twice, and the child was in the house.",
                "what_is_different": "The partner has moved back in.",
                _own(visitor, "child_words"): "I want it to be quiet at night.",
            },
        )
        lead = self.browser(LEAD)
        lead.open("/consultations/")
        lead.follow(CHILD)
        first = {_own(lead, "leans"): "AGREE", _own(lead, "words"): "The harm is the old one."}
        lead.press("Note my first view", first)
        answers = {_own(lead, "answer"): "AGREE", "reasons": "The same harm has come back."}
        lead.press("Check and confirm", answers)
        lead.press("Confirm your decision")
        return ""

    def schedule(self) -> str:
        """The meeting begins at the next full minute: nothing is signed before it began."""
        visitor = self.browser(SUPPORT)
        visitor.open(self.request)
        visitor.follow("Schedule the conference")
        self.begin = (self.council.clock.now() + AHEAD).replace(second=0, microsecond=0) + dt.timedelta(
            minutes=1
        )
        visitor.press(
            "Continue",
            {
                "slot": "OTHER",
                "start": f"{self.begin:%H:%M}",
                "length": "60",
                "room": "Sample room",
                "chair": CHAIR.full_name,
                **date_boxes("date", *_parts(self.begin.date())),
            },
        )
        self.meeting = visitor.press("Schedule this conference").address
        return f"at {self.begin:%H:%M}"

    def think(self) -> str:
        """The chair's thinking time, which an earlier plan asks for."""
        visitor = self.browser(CHAIR)
        visitor.open(self.request)
        visitor.open(_address(visitor, r"/thinking/[0-9a-f-]+"))
        page = visitor.follow("Record that it was held")
        entry = re.search(r'name="(entry_[0-9]+)"', page.html)
        if entry is None:
            raise TrialError(f"There is no box for the child’s file: {page.text[:300]}")
        visitor.press("Save", {"minutes": "45", entry[1]: "Look at what the earlier plan left unchanged."})
        return ""

    def write_record(self) -> str:
        """Attendance of the family, the worker and two agencies; the child's own part."""
        visitor = self.browser(CHAIR)
        visitor.open(f"{self.meeting}/record")
        visitor.press("Start the record")
        visitor.follow("Attendance")
        for _ in GUESTS:
            visitor.press("Add another person")
        visitor.press("Save attendance", self._attendance(visitor))
        visitor.open(f"{self.meeting}/record")
        visitor.follow(CHILD)
        visitor.press("Add another action")
        day = self.begin.date() + dt.timedelta(days=14)
        visitor.press(
            "Save",
            {
                "voice": "I want it to be quiet at night.",
                "outcome": "PLAN_BEGINS",
                "category": "NEG",
                "reasons": "The same harm has come back.",
                "rows-0-what": "See the health visitor",
                "rows-0-who": MOTHER,
                **date_boxes("rows-0-by_date", *_parts(day)),
            },
        )
        return ""

    def _attendance(self, visitor: Visitor) -> dict[str, str]:
        """Everybody who is expected came; beside them the guests of other agencies."""
        names = [
            c for form in visitor.page.forms for c in form.controls if re.fullmatch(r"rows-\d+-name", c.name)
        ]
        empty = [one.name.removesuffix("name") for one in names if not one.value]
        answers = {one.name.removesuffix("name") + "mode": "IN_PERSON" for one in names}
        for row, (name, role, kind) in zip(empty, GUESTS, strict=True):
            answers |= {f"{row}name": name, f"{row}role": role, f"{row}kind": kind}
        return answers

    def sign(self) -> str:
        """Once the meeting has begun."""
        while (seconds := (self.begin - self.council.clock.now()).total_seconds()) > 0:
            time.sleep(min(seconds, 1))
        visitor = self.browser(CHAIR)
        page = visitor.open(f"{self.meeting}/record/check")
        if "Sign the record" not in page.text:
            raise TrialError(f"The record cannot be signed: {page.text[:600]}")
        page = visitor.press("Sign the record")
        words = "a child protection plan begins, under neglect"
        if words not in page.text:
            raise TrialError(f"The signed record does not say “{words}”: {page.text[:600]}")
        return words

    def send_letter(self) -> str:
        """A letter to the mother, as a Word file, marked as sent; and every copy of the record."""
        visitor = self.browser(SUPPORT)
        visitor.open(f"{self.meeting}/letters")
        visitor.press("Make letters")
        file = visitor.fetch(_address(visitor, r"/meetings/[0-9a-f-]+/letters/[0-9]+"))
        if not file.startswith(b"PK"):
            raise TrialError("The letter is no Word file.")
        visitor.follow(f"Enter the day the letter to {MOTHER} was sent")
        visitor.press("Save")
        self._send_copies(visitor, self.browser(CHAIR))
        return f"{len(file):,} bytes"

    def _send_copies(self, visitor: Visitor, second: Visitor) -> None:
        """Made by one, looked at and released by the other, and sent."""
        address = f"{self.meeting}/record/copies"
        visitor.open(address)
        visitor.press("Make copies")
        page = second.open(address)
        while any(RELEASE in text for text, _ in page.links):
            second.follow(RELEASE)
            page = second.press("I have read it: release it")
        page = visitor.open(address)
        while any(SENT in text for text, _ in page.links):
            visitor.follow(SENT)
            page = visitor.press("Save", {"how": "By post"})
        if "The record was sent on" not in page.text:
            raise TrialError(f"The record is not marked as sent: {page.text[:300]}")


def _parts(day: dt.date) -> tuple[int, int, int]:
    return day.year, day.month, day.day


def _address(visitor: Visitor, pattern: str) -> str:
    """The address of the first link that fits whole."""
    found = next((href for _, href in visitor.page.links if re.fullmatch(pattern, href)), None)
    if found is None:
        raise TrialError(f"No link {pattern} on {visitor.page.address}: {visitor.page.text[:300]}")
    return found

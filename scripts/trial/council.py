"""A council begins on its pages: accounts, teams, rooms, agencies, limits, a census and its names."""

from __future__ import annotations

import re

from scripts.trial import files
from scripts.trial.clock import Clock
from scripts.trial.letters import LINK, Letters
from scripts.trial.people import (
    ADMINISTRATORS,
    MANAGER,
    STAFF,
    SUPPORT,
    TEAM,
    UNIT,
    AtWork,
    Person,
    date_boxes,
)
from scripts.trial.service import Service
from scripts.trial.visitor import TrialError, Visitor

SUMMARY = re.compile(r"[0-9]+ of [0-9]+ steps are done")
LIMITS = {
    "band-centre": "250",
    "band-width-percent": "4",
    "benchmark-authority": "358",
    "target-icpc-in-15-days-percent": "90",
    "target-reviews-on-time-percent": "95",
    "target-repeat-plans-percent": "22",
    "target-open-two-years-percent": "3",
    "complaint-to-words": "the safeguarding unit, Sample house, telephone 01632 960000",
    "chair-reached-words": "by telephone, 01632 960000",
}
ROOM = {
    "name": "Sample room",
    "site": "Sample house",
    "seats": "16",
    "is_step_free": "yes",
}
# How the subject of each e-mail begins that is about work or the service itself.
OF_WORK = "Child protection conferences:"
NOT_LIVE = "Not live yet: nothing is sent and no duties are raised"
SECONDS = 90


class Council:
    """Who is at work in the service, and the post that comes to them."""

    def __init__(self, service: Service, letters: Letters, clock: Clock) -> None:
        self.service, self.letters, self.clock = service, letters, clock
        self.on = clock.now().date()
        self.at_work = AtWork()
        self.links: dict[Person, str] = {}

    def add_administrators(self) -> str:
        """The first two by command, which prints the link of each."""
        for person in ADMINISTRATORS:
            told = self.service.manage(
                "safeguarding_app", "add_person", person.email, person.full_name, person.role
            )
            found = LINK.search(told)
            if found is None:
                raise TrialError(f"add_person printed no link: {told}")
            self.links[person] = found[1]
        return ""

    def sign_in_administrators(self) -> str:
        for person in ADMINISTRATORS:
            self.at_work.sign_in(person, self.service.visitor(), self.links[person])
        return self.summary()

    def summary(self) -> str:
        """What the page of first steps says altogether."""
        found = SUMMARY.search(self.at_work[ADMINISTRATORS[0]].open("/first-steps").text)
        return found[0] if found else ""

    def check_steps(self, *steps: str) -> str:
        """Raises TrialError unless the page of first steps has these as done."""
        page = self.at_work[ADMINISTRATORS[0]].open("/first-steps")
        for step in steps:
            status = re.search(rf'id="{step}-status">(.*?)</div>', page.html, re.DOTALL)
            if status is None or status[1].strip() != "Done":
                hint = re.search(rf'id="{step}-hint"[^>]*>(.*?)</div>', page.html, re.DOTALL)
                raise TrialError(f"First steps has {step} not as done: {hint[1] if hint else ''}")
        return self.summary()

    def add_teams(self) -> str:
        for name, is_unit in ((TEAM, "no"), (UNIT, "yes")):
            self._add_row(ADMINISTRATORS[0], "teams", {"name": name, "is_safeguarding_unit": is_unit})
        return self.check_steps("teams", "unit")

    def _add_row(self, person: Person, slug: str, answers: dict[str, str]) -> None:
        visitor = self.at_work[person]
        visitor.open(f"/directory/{slug}/add")
        visitor.press("Save", answers)

    def ask_accounts(self) -> str:
        """One administrator asks for each account, the other confirms it."""
        first, second = (self.at_work[person] for person in ADMINISTRATORS)
        for person in STAFF:
            first.open("/people/add")
            answers = {"full_name": person.full_name, "email": person.email, "role": person.role}
            first.press("Ask for this account", answers | ({"team": person.team} if person.team else {}))
            second.open("/people/waiting")
            second.follow(person.full_name)
            second.press("Confirm")
        roles = [one.role.lower() for one in STAFF if one is not MANAGER]
        renamed = {"team_manager": "team_managers", "social_worker": "social_workers", "chair": "chairs"}
        renamed |= {"strategic_lead": "lead", "business_support": "support"}
        renamed |= {"information_governance": "governance"}
        return self.check_steps("administrators", *(renamed[role] for role in roles))

    def sign_in_staff(self) -> str:
        """Each by the link that came by e-mail, and an app of their own."""
        for person in STAFF:
            self.at_work.sign_in(person, self.service.visitor(), self.letters.link(person.email))
        return f"{len(STAFF)} people"

    def add_room(self) -> str:
        self._add_row(SUPPORT, "rooms", ROOM)
        return self.check_steps("rooms")

    def load_agencies(self) -> str:
        """By file, shown before it is taken in."""
        visitor = self.at_work[SUPPORT]
        visitor.open("/directory/agencies/file")
        page = visitor.press("See what it would change", {"file": ("agencies.csv", files.agencies())})
        if f"{len(files.AGENCIES)} added" not in page.text:
            raise TrialError(f"Not all agencies would be added: {page.text[:300]}")
        visitor.press("Take it in")
        return self.check_steps("agencies")

    def set_limits(self) -> str:
        """Band, targets and authority, from a day in the past."""
        visitor = self.at_work[ADMINISTRATORS[0]]
        begin = date_boxes("effective_date", 2024, 4, 1)
        for slug, value in LIMITS.items():
            visitor.open(f"/limits/{slug}/change")
            visitor.press("Change the limit", {"value": value, "reason": "Agreed by the partners", **begin})
        return self.check_steps("figures", "reached", "mail", "holidays")

    def import_census(self) -> str:
        """The manager hands it in; a worker process reads it; the manager sees what it adds and keeps it."""
        visitor = self.at_work[MANAGER]
        visitor.open("/import/")
        visitor.press("Import", {"file": ("census.xml", files.census())})
        self._wait(visitor, "What the file would change")
        visitor.press("Keep the file")
        self._wait(visitor, "Result of the import")
        page = self.at_work[ADMINISTRATORS[0]].open("/first-steps")
        words = f"{len(files.CHILDREN)} children without a name"
        if words not in page.text:
            raise TrialError(
                f"First steps does not say “{words}” after the census: {visitor.page.text[:600]}"
            )
        return words

    def feed_names(self) -> str:
        """Business support hands the case system's file in, sees what it would change, and takes it in."""
        visitor = self.at_work[SUPPORT]
        visitor.open("/children/files/")
        visitor.press("See what it would change", {"file": ("children.csv", files.children())})
        self._wait(visitor, "What the file would change")
        visitor.follow("Take it in")
        visitor.press("Take it in")
        self._wait(visitor, "A file of children Taken in")
        return self.check_steps("names")

    def go_live(self) -> str:
        """An administrator sets today: until then e-mails of accounts alone went out."""
        if sent := [subject for _, subject, _ in self.letters.read if subject.startswith(OF_WORK)]:
            raise TrialError(f"E-mails went out before the go-live day: {sent}")
        visitor = self.at_work[ADMINISTRATORS[0]]
        if NOT_LIVE not in visitor.open("/").text:
            raise TrialError(f"My work does not say “{NOT_LIVE}” before the go-live day.")
        visitor.open("/go-live")
        day = date_boxes("day", self.on.year, self.on.month, self.on.day)
        visitor.press("Set the day", {**day, "is_today_meant": "on"})
        if NOT_LIVE in visitor.open("/").text:
            raise TrialError("My work still says that the service is not live.")
        return self.check_steps("go_live")

    def check_green(self) -> str:
        """Every step is done."""
        told = self.summary()
        done, _, every = told.split(" ")[:3]
        if done != every:
            raise TrialError(f"First steps says: {told}")
        return told

    def _wait(self, visitor: Visitor, words: str) -> None:
        """Look at the page again until it has these words."""
        address = visitor.page.address
        missing = f"“{words}” did not come at {address}:"
        self.service.wait(
            lambda: "" if words in visitor.open(address).text else visitor.page.text[:400], SECONDS, missing
        )

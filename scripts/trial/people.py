"""The people of the trial, invented: each sets a password by a link, and a second factor by an app."""

from __future__ import annotations

import base64
import hmac
import re
import struct
import time
from dataclasses import dataclass, field

from scripts.trial.visitor import TrialError, Visitor

PASSWORD = "seven quiet invented herons"
SECRET = re.compile(r"data-secret>([A-Z2-7 ]+)<")
UNIT, TEAM = "Sample safeguarding unit", "Sample north team"


@dataclass(frozen=True)
class Person:
    """Somebody with an account; `team` is "" for none."""

    full_name: str
    role: str
    team: str = ""

    @property
    def email(self) -> str:
        return f"{self.full_name.lower().replace(' ', '.')}@sampleshire.example"


ADMINISTRATORS = (
    Person("Ada Fablewright", "SYSTEM_ADMINISTRATOR"),
    Person("Otto Exemplar", "SYSTEM_ADMINISTRATOR"),
)
TEAM_MANAGER = Person("Tamsin Fablemoor", "TEAM_MANAGER", TEAM)
WORKER = Person("Sol Samplewell", "SOCIAL_WORKER", TEAM)
CHAIR = Person("Cleo Testerby", "CHAIR", UNIT)
LEAD = Person("Leda Fableworth", "STRATEGIC_LEAD")
SUPPORT = Person("Bess Exampleton", "BUSINESS_SUPPORT", UNIT)
GOVERNANCE = Person("Gwen Placeholder", "INFORMATION_GOVERNANCE")
MANAGER = Person("Max Samplestone", "MANAGER")
STAFF = (TEAM_MANAGER, WORKER, CHAIR, LEAD, SUPPORT, GOVERNANCE, MANAGER)


@dataclass
class AtWork:
    """Who has a browser of their own, signed in."""

    browsers: dict[Person, Visitor] = field(default_factory=dict)

    def __getitem__(self, person: Person) -> Visitor:
        return self.browsers[person]

    def sign_in(self, person: Person, visitor: Visitor, link: str) -> None:
        """A password by the link; the page that asks for a second factor; an app for it."""
        visitor.open(link)
        visitor.press("Set password", {"password1": PASSWORD, "password2": PASSWORD})
        visitor.open("/account/sign-in")
        visitor.press("Sign in", {"login": person.email, "password": PASSWORD})
        if "Set up a second check" not in visitor.page.text:
            raise TrialError(f"{person.role} is not asked for a second factor: {visitor.page.text[:200]}")
        page = visitor.follow("Set up an authenticator app")
        found = SECRET.search(page.html)
        if found is None:
            raise TrialError("The page shows no key for an authenticator app.")
        page = visitor.press("Continue", {"code": code(found[1].replace(" ", ""))})
        if "Recovery codes" not in page.text:
            raise TrialError(f"No recovery codes are shown: {page.text[:200]}")
        self.browsers[person] = visitor


def code(secret: str) -> str:
    """The six digits that an authenticator app shows now. Source: RFC 6238."""
    counter = struct.pack(">Q", int(time.time()) // 30)
    digest = hmac.digest(base64.b32decode(secret + "=" * (-len(secret) % 8)), counter, "sha1")
    (number,) = struct.unpack(">I", digest[digest[-1] & 15 :][:4])
    return f"{(number & 0x7FFFFFFF) % 1_000_000:06d}"


def date_boxes(name: str, year: int, month: int, day: int) -> dict[str, str]:
    """A date as its three boxes send it."""
    return {f"{name}_day": str(day), f"{name}_month": str(month), f"{name}_year": str(year)}

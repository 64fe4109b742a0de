"""A link of an agency as its reader opens it."""

from django.test import Client
from django.urls import reverse

from conferences.operations.invitations_links import make_link
from tests.scheduling import NOW

REPORT = {
    "act": "send",
    "involved": "I visit the family each week.",
    "well": "The baby grows.",
    "writer": "Nora Thermometer",
    "writer_role": "Health visitor",
    "shared_way": "READ",
    "shared_with": "Both parents",
    "sheet": "He must not know of the flat.",
}


def day_fields(on):
    return {f"shared_date_{part}": getattr(on, part) for part in ("day", "month", "year")}


class Door:
    """A link as its reader opens it."""

    def __init__(self, invitation, support):
        made = make_link(invitation=invitation, address_of=str, by=support, at=NOW)
        self.secret, self.code = made.address, made.code
        self.client, self.path = Client(), reverse("report_give", args=[made.address])

    def post(self, **typed):
        return self.client.post(self.path, {"code": self.code, **typed})

    def send(self, page=None, **typed):
        shown = page.context["form"].data if page else {}
        day = day_fields(NOW.date())
        carried = {name: shown.get(name, "") for name in ("mark", "version", "page")}
        return self.post(**REPORT | day | carried | typed)

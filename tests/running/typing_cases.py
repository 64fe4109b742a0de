"""The long forms of a typing trial, made in its database and told as JSON; and afterwards what stands there.

python -m tests.running.typing_cases make|told NAME NUMBER
"""

from __future__ import annotations

import json
import sys

import django

django.setup()

import time_machine  # noqa: E402  (models need the apps)
from allauth.mfa.models import Authenticator  # noqa: E402
from django.db import transaction  # noqa: E402

from tests import factories  # noqa: E402
from tests.accounts.people import PASSWORD, with_password  # noqa: E402
from tests.drafts.cases import LONG, NOW  # noqa: E402

MAKERS = {make.__name__: make for make in LONG}


def make(name: str) -> dict[str, object]:
    """A form, and who signs in to fill it in."""
    with transaction.atomic():
        case = MAKERS[name]()
        with_password(case.user)
        # The demo lets somebody in without a second check, so that the trial types and does not wait.
        Authenticator.objects.filter(user=case.user).delete()
    return {
        "name": name,
        "email": case.user.email,
        "password": PASSWORD,
        "path": case.path,
        "fields": case.fields,
        "texts": case.texts,
        "steps": len(case.steps),
    }


def told(name: str) -> str:
    """Every text that stands where this form's texts go. What is made to ask for it is undone."""
    with transaction.atomic():
        text = MAKERS[name]().told()
        transaction.set_rollback(True)
    return text


if __name__ == "__main__":
    act, name, number = sys.argv[1:]
    # The factories number what they make from nought in each process; each of ours has numbers of its own.
    for factory in (one for one in vars(factories).values() if hasattr(one, "reset_sequence")):
        factory.reset_sequence(int(number) * 100, force=True)
    with time_machine.travel(NOW, tick=False):
        print(json.dumps(make(name) if act == "make" else told(name)))

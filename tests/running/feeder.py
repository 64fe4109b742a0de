"""Makes meetings whose chairs have a record to finish, one by one: run as a process of its own."""

import sys

import django

django.setup()

from django.db import Error, connection, transaction  # noqa: E402  (models need the apps)

from tests.factories import BookingFactory, RequestedChildFactory  # noqa: E402
from tests.running.processes import wait_for  # noqa: E402


def feed(number: int) -> None:
    """So many meetings, each in a transaction of its own, so that scans meet them by turns.

    One that the database lost is made again. Each has a chair of its own, who is owed one notice.
    """
    for _ in range(number):
        wait_for(made, 60)


def made() -> bool:
    try:
        with transaction.atomic():
            BookingFactory(request=RequestedChildFactory(request__state="BOOKED").request)
    except Error:
        connection.close()
        return False
    return True


if __name__ == "__main__":
    feed(int(sys.argv[1]))

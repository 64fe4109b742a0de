"""Makes requests without a conference, one by one, each owing one duty: run as a process of its own."""

import sys

import django

django.setup()

from tests.factories import RequestedChildFactory  # noqa: E402  (models need the apps)


def feed(number: int) -> None:
    """So many requested children, each in a transaction of its own, so that scans meet them by turns."""
    for _ in range(number):
        RequestedChildFactory()


if __name__ == "__main__":
    feed(int(sys.argv[1]))

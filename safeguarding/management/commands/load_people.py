"""Takes in a CSV of the people who sign in."""

from safeguarding.accounts.file_operations import load_people, people_file
from safeguarding.clock import now, today
from safeguarding.directory.files import read
from safeguarding.directory.operations import Loaded
from safeguarding.management.load_rows import LoadRows
from safeguarding.models import User


class Command(LoadRows):
    help = (
        "Make an account for each person of a CSV (Email address, Name, Role, Team) who has none, without a"
        " password. Several roles stand with semicolons between, the chief one first. An account that is"
        " there stays as it is; one that differs is named."
    )
    slug = "people"

    def take_in(self, content: bytes, by: User) -> Loaded:
        return load_people(rows=read(people_file(today()), content), by=by, at=now())

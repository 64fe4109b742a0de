"""Takes in a CSV of parents and carers from the case system."""

from conferences.operations.families_feed import hand_in_parents, take_in_parents
from safeguarding.clock import now
from safeguarding.directory.operations import Loaded
from safeguarding.management.load_rows import LoadRows
from safeguarding.models import User


class Command(LoadRows):
    help = (
        "Take in a CSV of parents and carers (Child number, Name, Relationship, and more). What was written"
        " here by hand is kept; nobody is moved between families, and nobody taken away."
    )
    slug = "parents"

    def take_in(self, content: bytes, by: User) -> Loaded:
        file = hand_in_parents(name="parents.csv", content=content, by=by, at=now())
        loaded = take_in_parents(file=file, by=by, at=now())
        for row, words in loaded.noted:
            self.stdout.write(f"row {row}, taken in part: {words}")
        return loaded

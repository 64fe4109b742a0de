"""Takes in a CSV of rooms."""

from safeguarding.management.load_rows import LoadRows


class Command(LoadRows):
    help = "Take in a CSV of rooms, as it can be downloaded from the directory."
    slug = "rooms"

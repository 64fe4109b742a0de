"""Takes in a CSV of agencies."""

from safeguarding.management.load_rows import LoadRows


class Command(LoadRows):
    help = "Take in a CSV of agencies, as it can be downloaded from the directory."
    slug = "agencies"

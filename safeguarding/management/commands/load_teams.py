"""Takes in a CSV of teams."""

from safeguarding.management.load_rows import LoadRows


class Command(LoadRows):
    help = "Take in a CSV of teams, as it can be downloaded from the directory."
    slug = "teams"

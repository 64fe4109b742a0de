"""Takes in a CSV of professionals."""

from safeguarding.management.load_rows import LoadRows


class Command(LoadRows):
    help = "Take in a CSV of professionals, as it can be downloaded from the directory."
    slug = "professionals"

"""The refusal of a whole file, in a sentence fit for a page or a terminal."""


class FileRefused(Exception):
    """The file itself cannot be read as a census; its text says why. Nothing of it was kept."""

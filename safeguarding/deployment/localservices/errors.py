"""The one refusal of the local servers, apart from the modules that raise it."""


class LocalServicesError(Exception):
    """The local servers cannot run here; the text says why and what to do."""

"""Files of parents and carers that were handed in."""

from __future__ import annotations

from uuid import UUID

from safeguarding.models import DirectoryFile, User


def own_file(user: User, slug: str, ref: UUID) -> DirectoryFile | None:
    """The file that this person handed in, as long as it was not let go."""
    own = DirectoryFile.objects.filter(ref=ref, directory=slug, handed_in_by=user)
    return own.exclude(content=b"", taken_in_at=None).first()

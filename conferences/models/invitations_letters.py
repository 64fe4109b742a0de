"""The letter of invitation to one person on a list, kept as it was made: a version, and its files."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from conferences.models.documents import kept_bytes, never_changed
from conferences.models.invitations import Invitation
from conferences.models.letters_kept import kept_versions
from conferences.models.promises_invitations_letters import LETTER_HOLDS
from conferences.rules.documents import DocumentFormat, SentHow
from safeguarding.history import keeps_history
from safeguarding.labelled import choices
from safeguarding.models import User
from safeguarding.models.base import ChildRecord


@keeps_history()
class InvitationLetter(ChildRecord):
    """One version of the letter to somebody on the list. `told` is what it was made from and is compared by;
    `changed` says what a version has other than the one before; `left_out` why a format is missing;
    `doubt_words` why it may go to somebody of whom something was in doubt.
    """

    CHILD_PATH = "invitation__request__children__child"
    IS_JOINT = True
    SEEN_WITH = ("invitation__requested_child",)

    invitation = models.ForeignKey(Invitation, on_delete=models.PROTECT, related_name="letters")
    version = models.PositiveSmallIntegerField(default=1)
    changed = models.TextField(blank=True, help_text="What is other than in the version before.")
    left_out = models.TextField(blank=True)
    told = models.JSONField(default=dict)
    is_in_doubt = models.BooleanField(default=False)
    doubt_words = models.TextField(blank=True)
    made_by = models.ForeignKey(User, on_delete=models.PROTECT, db_index=False, related_name="+")
    made_at = models.DateTimeField()
    sent_how = models.CharField(max_length=15, choices=choices(SentHow), blank=True)
    sent_date = models.DateField(null=True, blank=True)
    sent_by = models.ForeignKey(
        User, on_delete=models.PROTECT, null=True, blank=True, db_index=False, related_name="+"
    )
    sent_at = models.DateTimeField(null=True, blank=True)
    sent_proof = models.TextField(blank=True, help_text="What shows that it went.")
    # That it went was recorded in error, the last time that it was.
    back_words = models.TextField(blank=True, default="", db_default="")
    taken_back_by = models.ForeignKey(
        User, on_delete=models.PROTECT, null=True, blank=True, db_index=False, related_name="+"
    )
    taken_back_at = models.DateTimeField(null=True, blank=True)

    class Meta(ChildRecord.Meta):
        ordering = ["id"]
        constraints = [
            *kept_versions("invitationletter", "invitation"),
            models.CheckConstraint(
                condition=Q(is_in_doubt=False, doubt_words="") | (Q(is_in_doubt=True) & ~Q(doubt_words="")),
                name="invitationletter_in_doubt_for_a_reason",
            ),
            models.CheckConstraint(
                condition=Q(sent_proof="") | Q(sent_date__isnull=False),
                name="invitationletter_proof_of_what_went",
            ),
        ]
        triggers = LETTER_HOLDS

    def __str__(self) -> str:
        return f"Letter {self.pk} of invitation {self.invitation_id}"


class InvitationLetterFile(ChildRecord):
    """The bytes of such a letter in one format. Added and never changed; no history, which would copy it."""

    CHILD_PATH = "letter__invitation__request__children__child"
    IS_JOINT = True
    SEEN_WITH = ("letter__invitation__requested_child",)

    letter = models.ForeignKey(InvitationLetter, on_delete=models.PROTECT, related_name="files")
    format = models.CharField(max_length=4, choices=choices(DocumentFormat))
    content = models.BinaryField()
    sha256 = models.CharField(max_length=64)

    class Meta(ChildRecord.Meta):
        ordering = ["id"]
        constraints = kept_bytes("invitationletterfile", "letter")
        triggers = [never_changed("invitationletterfile")]

    def __str__(self) -> str:
        return f"File {self.pk} of letter {self.letter_id} of invitation"

"""What a census brings by the hundred thousand has no index that nobody looks into: of keys that are mostly
empty only where they are not, of keys with which a constraint's index begins none, of the history none but that
of the row.
"""

from django.contrib.postgres.operations import AddIndexConcurrently
from django.db import migrations, models

from safeguarding.deployment.migrating import WithoutIndexes


class Migration(migrations.Migration):
    atomic = False

    dependencies = [("conferences", "0132_actions_fall_due_checked")]

    operations = [
        AddIndexConcurrently(
            "conference",
            models.Index(fields=["chair"], condition=models.Q(chair__isnull=False), name="conference_chair"),
        ),
        AddIndexConcurrently(
            "conference",
            models.Index(
                fields=["family"], condition=models.Q(family__isnull=False), name="conference_family"
            ),
        ),
        AddIndexConcurrently(
            "plancategory",
            models.Index(
                fields=["conference_child"],
                condition=models.Q(conference_child__isnull=False),
                name="plancategory_decided",
            ),
        ),
        WithoutIndexes(
            {
                "conference": ["chair", "family"],
                "conferencechild": ["conference", "enquiry", "transfer_in"],
                "conferencechildevent": [
                    "child",
                    "conference",
                    "enquiry",
                    "pgh_context",
                    "plan",
                    "transfer_in",
                ],
                "conferenceevent": ["chair", "family", "pgh_context"],
                "enquiryevent": ["child", "episode", "pgh_context", "voided_by"],
                "importedchild": ["file"],
                "needepisodeevent": ["child", "pgh_context"],
                "plan": ["child"],
                "plancategory": ["conference_child", "plan"],
                "plancategoryevent": ["conference_child", "pgh_context", "plan"],
                "planevent": ["begun_at", "child", "episode", "pgh_context"],
                "strategydiscussionevent": ["enquiry", "pgh_context"],
            },
        ),
    ]

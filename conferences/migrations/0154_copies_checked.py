"""The documents that stood before are checked too: each goes to a person, and waits for no release."""

from django.contrib.postgres.operations import ValidateConstraint
from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [
        ("conferences", "0153_one_copy_a_version"),
    ]

    operations = [
        ValidateConstraint("document", "document_to_a_person_or_an_agency"),
        ValidateConstraint("document", "document_copy_sent_how"),
        ValidateConstraint("document", "document_released_by_and_at"),
        ValidateConstraint("document", "document_released_by_another"),
        ValidateConstraint("document", "document_released_before_it_goes"),
        ValidateConstraint("document", "document_off_by_at_and_why"),
        ValidateConstraint("document", "document_sent_after_it_was_made"),
    ]

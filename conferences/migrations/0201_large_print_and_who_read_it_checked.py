"""The rows that were there keep what was promised."""

from django.contrib.postgres.operations import ValidateConstraint
from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("conferences", "0200_large_print_and_who_read_it")]

    operations = [
        ValidateConstraint(model_name="document", name="document_read_how_when_and_by_whom"),
        ValidateConstraint(model_name="document", name="document_read_when_it_may_go"),
        ValidateConstraint(model_name="document", name="document_read_after_it_was_made"),
        ValidateConstraint(model_name="documentfile", name="documentfile_format_known"),
        ValidateConstraint(model_name="exclusionletterfile", name="exclusionletterfile_format_known"),
        ValidateConstraint(model_name="invitationletterfile", name="invitationletterfile_format_known"),
    ]

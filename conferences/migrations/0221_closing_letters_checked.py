"""The rows that were there fit what is asked of them now."""

from django.contrib.postgres.operations import ValidateConstraint
from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("conferences", "0220_closing_letters")]
    operations = [
        ValidateConstraint(model_name="daytold", name="daytold_code_known"),
        ValidateConstraint(model_name="document", name="document_to_a_person_or_an_agency"),
        ValidateConstraint(model_name="document", name="document_copy_sent_how"),
        ValidateConstraint(model_name="document", name="document_kind_known"),
        ValidateConstraint(model_name="duty", name="duty_kind_known"),
        ValidateConstraint(model_name="letterwording", name="letterwording_kind_known"),
        ValidateConstraint(model_name="meetingrecord", name="meetingrecord_closing_letters_after_signing"),
        ValidateConstraint(
            model_name="meetingrecord", name="meetingrecord_closing_letters_of_what_was_signed"
        ),
        ValidateConstraint(model_name="reconciliationdifference", name="difference_kind_known"),
    ]

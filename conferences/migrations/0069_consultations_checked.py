"""What was there before keeps the new rules of consultations too."""

from django.contrib.postgres.operations import ValidateConstraint
from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("conferences", "0068_consultations_are_of_a_child")]
    operations = [
        ValidateConstraint(model_name="booking", name="booking_despite_known"),
        ValidateConstraint(model_name="consultationanswer", name="consultationanswer_known"),
        ValidateConstraint(model_name="consultationanswer", name="consultationanswer_says_what_instead"),
        ValidateConstraint(model_name="consultationanswer", name="consultationanswer_of_an_account"),
        ValidateConstraint(model_name="consultationanswer", name="consultationanswer_way_lead_and_review"),
        ValidateConstraint(model_name="consultationanswer", name="consultationanswer_to_whom"),
        ValidateConstraint(model_name="consultationanswer", name="consultationanswer_partner_who_and_when"),
        ValidateConstraint(model_name="consultationanswer", name="consultationanswer_supersedes_with_reason"),
        ValidateConstraint(model_name="consultationanswer", name="consultationanswer_deputy_is_another"),
        ValidateConstraint(model_name="consultation", name="consultation_state_known"),
        ValidateConstraint(model_name="consultation", name="consultation_asked_in_its_state"),
        ValidateConstraint(model_name="consultation", name="consultation_cause_known"),
        ValidateConstraint(model_name="consultation", name="consultation_of_the_plan_it_is_about"),
        ValidateConstraint(model_name="consultation", name="consultation_of_a_child_within_a_familys"),
    ]

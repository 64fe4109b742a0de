"""The reference date of the census that last told of a record: whether a file is the later one."""

import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("conferences", "0001_story"),
    ]

    operations = [
        pgtrigger.migrations.RemoveTrigger(
            model_name="childinneedplan",
            name="update_update",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="enquiry",
            name="update_update",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="needepisode",
            name="update_update",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="plan",
            name="update_update",
        ),
        migrations.AddField(
            model_name="childinneedplan",
            name="census_date",
            field=models.DateField(
                blank=True,
                help_text="The reference date of the latest census file that told of it.",
                null=True,
            ),
        ),
        migrations.AddField(
            model_name="enquiry",
            name="census_date",
            field=models.DateField(
                blank=True,
                help_text="The reference date of the latest census file that told of it.",
                null=True,
            ),
        ),
        migrations.AddField(
            model_name="needepisode",
            name="census_date",
            field=models.DateField(
                blank=True,
                help_text="The reference date of the latest census file that told of it.",
                null=True,
            ),
        ),
        migrations.AddField(
            model_name="plan",
            name="census_date",
            field=models.DateField(
                blank=True,
                help_text="The reference date of the latest census file that told of it.",
                null=True,
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="childinneedplan",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_childinneedplanevent" ("child_id", "end_date", "episode_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "source", "start_date") SELECT new_values."child_id", new_values."end_date", new_values."episode_id", new_values."id", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."source", new_values."start_date" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values."child_id" IS DISTINCT FROM (new_values."child_id") OR old_values."end_date" IS DISTINCT FROM (new_values."end_date") OR old_values."episode_id" IS DISTINCT FROM (new_values."episode_id") OR old_values."id" IS DISTINCT FROM (new_values."id") OR old_values."source" IS DISTINCT FROM (new_values."source") OR old_values."start_date" IS DISTINCT FROM (new_values."start_date")) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="aa273f71581e0842697340a4c8b086522672d1c6",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_35ab6",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="conferences_childinneedplan",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="enquiry",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_enquiryevent" ("child_id", "conference_need", "episode_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_target_date", "source", "started_date") SELECT new_values."child_id", new_values."conference_need", new_values."episode_id", new_values."id", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."recorded_target_date", new_values."source", new_values."started_date" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values."child_id" IS DISTINCT FROM (new_values."child_id") OR old_values."conference_need" IS DISTINCT FROM (new_values."conference_need") OR old_values."episode_id" IS DISTINCT FROM (new_values."episode_id") OR old_values."id" IS DISTINCT FROM (new_values."id") OR old_values."recorded_target_date" IS DISTINCT FROM (new_values."recorded_target_date") OR old_values."source" IS DISTINCT FROM (new_values."source") OR old_values."started_date" IS DISTINCT FROM (new_values."started_date")) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="c9a590fdcb257c32b3c419a4df63c50b6f2bea09",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_d8d14",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="conferences_enquiry",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="needepisode",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_needepisodeevent" ("child_id", "closure_date", "closure_reason", "id", "no_further_action", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "primary_need", "referral_date", "referral_source", "source") SELECT new_values."child_id", new_values."closure_date", new_values."closure_reason", new_values."id", new_values."no_further_action", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."primary_need", new_values."referral_date", new_values."referral_source", new_values."source" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values."child_id" IS DISTINCT FROM (new_values."child_id") OR old_values."closure_date" IS DISTINCT FROM (new_values."closure_date") OR old_values."closure_reason" IS DISTINCT FROM (new_values."closure_reason") OR old_values."id" IS DISTINCT FROM (new_values."id") OR old_values."no_further_action" IS DISTINCT FROM (new_values."no_further_action") OR old_values."primary_need" IS DISTINCT FROM (new_values."primary_need") OR old_values."referral_date" IS DISTINCT FROM (new_values."referral_date") OR old_values."referral_source" IS DISTINCT FROM (new_values."referral_source") OR old_values."source" IS DISTINCT FROM (new_values."source")) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="c633e8cd49fb493d651e33a5ce8461494d771848",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_39c67",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="conferences_needepisode",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="plan",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_planevent" ("begun_at_id", "child_id", "end_date", "end_reason", "episode_id", "held_for_other_authority", "id", "initial_category", "latest_category", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "previous_plans_recorded", "ref", "source", "start_date", "step_down") SELECT new_values."begun_at_id", new_values."child_id", new_values."end_date", new_values."end_reason", new_values."episode_id", new_values."held_for_other_authority", new_values."id", new_values."initial_category", new_values."latest_category", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."previous_plans_recorded", new_values."ref", new_values."source", new_values."start_date", new_values."step_down" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values."begun_at_id" IS DISTINCT FROM (new_values."begun_at_id") OR old_values."child_id" IS DISTINCT FROM (new_values."child_id") OR old_values."end_date" IS DISTINCT FROM (new_values."end_date") OR old_values."end_reason" IS DISTINCT FROM (new_values."end_reason") OR old_values."episode_id" IS DISTINCT FROM (new_values."episode_id") OR old_values."held_for_other_authority" IS DISTINCT FROM (new_values."held_for_other_authority") OR old_values."id" IS DISTINCT FROM (new_values."id") OR old_values."initial_category" IS DISTINCT FROM (new_values."initial_category") OR old_values."latest_category" IS DISTINCT FROM (new_values."latest_category") OR old_values."previous_plans_recorded" IS DISTINCT FROM (new_values."previous_plans_recorded") OR old_values."ref" IS DISTINCT FROM (new_values."ref") OR old_values."source" IS DISTINCT FROM (new_values."source") OR old_values."start_date" IS DISTINCT FROM (new_values."start_date") OR old_values."step_down" IS DISTINCT FROM (new_values."step_down")) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="45f35122ba7136e4b96d9b3a177d93fe43af979c",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_b6214",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="conferences_plan",
                    when="AFTER",
                ),
            ),
        ),
    ]

"""The category with which a plan of a file began changes with its correction, and with nothing else."""

import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [
        ("conferences", "0051_places_of_faults"),
    ]

    operations = [
        pgtrigger.migrations.RemoveTrigger(
            model_name="plan",
            name="plan_initial_category_stays",
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="plan",
            trigger=pgtrigger.compiler.Trigger(
                name="plan_initial_category_stays",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.initial_category <> NEW.initial_category)",
                    func="\n    IF NOT (EXISTS (\n        SELECT FROM conferences_decisionchange AS v\n            JOIN conferences_decisionchangeevent AS e ON e.pgh_obj_id = v.id\n        WHERE v.outcome = 'CONFIRMED' AND e.outcome = 'CONFIRMED' AND e.pgh_created_at = now()\n            AND v.conference_child_id IN (SELECT id FROM conferences_conferencechild WHERE id = OLD.begun_at_id OR plan_id = OLD.id)) OR (OLD.source <> 'RECORDED' AND EXISTS (\n        SELECT FROM conferences_correction AS c\n            JOIN conferences_correctionevent AS e ON e.pgh_obj_id = c.id\n        WHERE c.kind = 'PLAN' AND c.row = OLD.id AND c.field = 'initial_category'\n            AND c.was = OLD.initial_category AND c.now = NEW.initial_category\n            AND e.pgh_created_at = now()))) THEN\n        RAISE EXCEPTION 'plan_initial_category_stays' USING ERRCODE = 'check_violation', CONSTRAINT = 'plan_initial_category_stays';\n    END IF;\n    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;\n    RETURN NEW;",
                    hash="16a7895e3e4523344965b91121cef8ca7e5ecb2a",
                    operation="UPDATE",
                    pgid="pgtrigger_plan_initial_category_stays_b417f",
                    table="conferences_plan",
                    when="BEFORE",
                ),
            ),
        ),
    ]

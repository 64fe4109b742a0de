"""What two people decide stays as it was asked and as it ended, and is never deleted."""

import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [
        ("conferences", "0041_duty_steps_keep_their_duty"),
    ]

    operations = [
        pgtrigger.migrations.AddTrigger(
            model_name="decisionchange",
            trigger=pgtrigger.compiler.Trigger(
                name="asked_never_deleted",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                    hash="b59726bdb3647e3d49b81cdba602da912fff55f4",
                    operation="DELETE",
                    pgid="pgtrigger_asked_never_deleted_704b1",
                    table="conferences_decisionchange",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="decisionchange",
            trigger=pgtrigger.compiler.Trigger(
                name="closed_for_good",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."closed_at" IS NOT NULL)',
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="89f579d9544ac73d7f3284d0ade1ce0df2982967",
                    operation="UPDATE",
                    pgid="pgtrigger_closed_for_good_13a04",
                    table="conferences_decisionchange",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="decisionchange",
            trigger=pgtrigger.compiler.Trigger(
                name="as_it_was_asked",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."asked_at" IS DISTINCT FROM (NEW."asked_at") OR OLD."asked_by_id" IS DISTINCT FROM (NEW."asked_by_id") OR OLD."conference_child_id" IS DISTINCT FROM (NEW."conference_child_id") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."last_date" IS DISTINCT FROM (NEW."last_date") OR OLD."new_category" IS DISTINCT FROM (NEW."new_category") OR OLD."new_end_reason" IS DISTINCT FROM (NEW."new_end_reason") OR OLD."new_outcome" IS DISTINCT FROM (NEW."new_outcome") OR OLD."new_reasons" IS DISTINCT FROM (NEW."new_reasons") OR OLD."new_step_down" IS DISTINCT FROM (NEW."new_step_down") OR OLD."ref" IS DISTINCT FROM (NEW."ref") OR OLD."version" IS DISTINCT FROM (NEW."version") OR OLD."was_category" IS DISTINCT FROM (NEW."was_category") OR OLD."was_end_reason" IS DISTINCT FROM (NEW."was_end_reason") OR OLD."was_outcome" IS DISTINCT FROM (NEW."was_outcome") OR OLD."was_reasons" IS DISTINCT FROM (NEW."was_reasons") OR OLD."was_step_down" IS DISTINCT FROM (NEW."was_step_down") OR OLD."why" IS DISTINCT FROM (NEW."why") OR OLD."words" IS DISTINCT FROM (NEW."words"))',
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="99425307912a9cad6990040fab543132ca7cd0e6",
                    operation="UPDATE",
                    pgid="pgtrigger_as_it_was_asked_1a361",
                    table="conferences_decisionchange",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="planending",
            trigger=pgtrigger.compiler.Trigger(
                name="closed_for_good",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."closed_at" IS NOT NULL)',
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="ab5f6838ea8a27f758ec98aebf9fe64b60699d02",
                    operation="UPDATE",
                    pgid="pgtrigger_closed_for_good_89828",
                    table="conferences_planending",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="planending",
            trigger=pgtrigger.compiler.Trigger(
                name="as_it_was_asked",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."asked_at" IS DISTINCT FROM (NEW."asked_at") OR OLD."asked_by_id" IS DISTINCT FROM (NEW."asked_by_id") OR OLD."end_reason" IS DISTINCT FROM (NEW."end_reason") OR OLD."event_id" IS DISTINCT FROM (NEW."event_id") OR OLD."evidence" IS DISTINCT FROM (NEW."evidence") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."last_date" IS DISTINCT FROM (NEW."last_date") OR OLD."plan_id" IS DISTINCT FROM (NEW."plan_id") OR OLD."ref" IS DISTINCT FROM (NEW."ref") OR OLD."step_down" IS DISTINCT FROM (NEW."step_down"))',
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="c39f02826c786a2d9c7d87c4324fe16220a76c6f",
                    operation="UPDATE",
                    pgid="pgtrigger_as_it_was_asked_1c156",
                    table="conferences_planending",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="planending",
            trigger=pgtrigger.compiler.Trigger(
                name="end_of_its_event",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."end_date" IS DISTINCT FROM (NEW."end_date"))',
                    func="\n    IF NOT EXISTS (\n        SELECT FROM conferences_lifeevent e, conferences_plan p\n        WHERE e.id = NEW.event_id AND p.id = NEW.plan_id AND NEW.end_date = greatest(e.day, p.start_date + 1)\n    ) THEN RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;\n    END IF;\n    RETURN NEW;\n",
                    hash="74ce3c1e841c07af3c68f4f83e4e02431a4db28f",
                    operation="UPDATE",
                    pgid="pgtrigger_end_of_its_event_141a9",
                    table="conferences_planending",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="planending",
            trigger=pgtrigger.compiler.Trigger(
                name="asked_goes_with_its_event",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n    IF OLD.outcome = 'CONFIRMED' OR NOT EXISTS (\n        SELECT FROM conferences_lifeevent e JOIN safeguarding_child c ON c.id = e.child_id\n        WHERE e.id = OLD.event_id AND (\n            e.kind = 'DIED' AND c.death_date IS NULL\n            OR e.kind = 'EIGHTEEN' AND (\n                c.birth_date IS NULL OR (c.birth_date - 1 + interval '18 years')::date + 1 > e.day\n            )\n        )\n    ) THEN RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;\n    END IF;\n    RETURN OLD;\n",
                    hash="8eeee2893595e56b88d5733d935ae72cae0fa734",
                    operation="DELETE",
                    pgid="pgtrigger_asked_goes_with_its_event_eeb82",
                    table="conferences_planending",
                    when="BEFORE",
                ),
            ),
        ),
    ]

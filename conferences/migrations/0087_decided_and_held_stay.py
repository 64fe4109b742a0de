"""What was decided, and a meeting that was held or cancelled, stays as it was."""

import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [
        ("conferences", "0086_thinking_actions_checked"),
    ]

    operations = [
        pgtrigger.migrations.RemoveTrigger(
            model_name="booking",
            name="booking_held_stays",
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="booking",
            trigger=pgtrigger.compiler.Trigger(
                name="booking_over_stays",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.state IN ('HELD', 'CANCELLED') AND NEW.state = OLD.state)",
                    func="\n    IF to_jsonb(OLD) - 'starts_at' - 'ends_at' - 'state' <> to_jsonb(NEW) - 'starts_at' - 'ends_at' - 'state' OR (OLD.starts_at AT TIME ZONE 'Europe/London')::time <> (NEW.starts_at AT TIME ZONE 'Europe/London')::time OR (OLD.ends_at AT TIME ZONE 'Europe/London')::time <> (NEW.ends_at AT TIME ZONE 'Europe/London')::time\n        OR (OLD.state = 'CANCELLED' AND OLD.starts_at <> NEW.starts_at) THEN\n        RAISE EXCEPTION 'booking_over_stays' USING ERRCODE = 'check_violation', CONSTRAINT = 'booking_over_stays';\n    END IF;\n    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;\n    RETURN NEW;",
                    hash="1ce5357e6002deb192d3fa21c4967f2f8cff12b4",
                    operation="UPDATE",
                    pgid="pgtrigger_booking_over_stays_eb12b",
                    table="conferences_booking",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="booking",
            trigger=pgtrigger.compiler.Trigger(
                name="booking_stays",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n    IF true THEN\n        RAISE EXCEPTION 'booking_stays' USING ERRCODE = 'check_violation', CONSTRAINT = 'booking_stays';\n    END IF;\n    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;\n    RETURN NEW;",
                    hash="7f8b5859ee6e356c93f94301afc8d3ff6bb428f8",
                    operation="DELETE",
                    pgid="pgtrigger_booking_stays_06fdd",
                    table="conferences_booking",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="conference",
            trigger=pgtrigger.compiler.Trigger(
                name="plancategory_as_decided",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN ((OLD.held_date IS DISTINCT FROM NEW.held_date))",
                    constraint="CONSTRAINT",
                    func="\n    IF EXISTS (\n        SELECT FROM (SELECT * FROM conferences_plancategory WHERE conference_child_id IN (SELECT id FROM conferences_conferencechild WHERE conference_id = NEW.id)) AS r\n            JOIN conferences_conferencechild AS cc ON cc.id = r.conference_child_id\n            JOIN conferences_conference AS c ON c.id = cc.conference_id AND c.source = 'RECORDED'\n            JOIN conferences_decision AS d ON d.conference_child_id = cc.id\n            JOIN conferences_plan AS p ON p.id = r.plan_id\n        WHERE r.category <> d.category OR r.from_date <> c.held_date\n            OR (p.id IS DISTINCT FROM cc.plan_id AND p.begun_at_id IS DISTINCT FROM cc.id)) THEN\n        RAISE EXCEPTION 'plancategory_as_decided' USING ERRCODE = 'check_violation', CONSTRAINT = 'plancategory_as_decided';\n    END IF;\n    RETURN NULL;",
                    hash="bff0c2792a9779895b2f245cc22979d7778de73c",
                    operation='UPDATE OF "held_date"',
                    pgid="pgtrigger_plancategory_as_decided_e88f8",
                    table="conferences_conference",
                    timing="DEFERRABLE INITIALLY DEFERRED",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="conference",
            trigger=pgtrigger.compiler.Trigger(
                name="conference_signed_keeps_its_chair",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.chair_id IS DISTINCT FROM NEW.chair_id)",
                    func="\n    IF EXISTS (\n        SELECT FROM conferences_booking AS b JOIN conferences_meetingrecord AS m ON m.booking_id = b.id\n        WHERE b.conference_id = OLD.id AND m.state = 'SIGNED') THEN\n        RAISE EXCEPTION 'conference_signed_keeps_its_chair' USING ERRCODE = 'check_violation', CONSTRAINT = 'conference_signed_keeps_its_chair';\n    END IF;\n    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;\n    RETURN NEW;",
                    hash="65481e90016df108cb631a25a1bd8ea2c303370c",
                    operation="UPDATE",
                    pgid="pgtrigger_conference_signed_keeps_its_chair_14582",
                    table="conferences_conference",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="conference",
            trigger=pgtrigger.compiler.Trigger(
                name="conference_of_its_family",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN ((OLD.family_id IS DISTINCT FROM NEW.family_id))",
                    constraint="CONSTRAINT",
                    func="\n    IF EXISTS (\n        SELECT FROM conferences_booking AS b JOIN conferences_meetingrecord AS m ON m.booking_id = b.id\n        WHERE b.conference_id = OLD.id AND m.state = 'SIGNED') AND NOT EXISTS (\n        SELECT FROM safeguarding_familymove AS f JOIN conferences_conferencechild AS k ON k.child_id = f.child_id\n        WHERE k.conference_id = NEW.id AND (f.from_family_id, f.to_family_id) = (OLD.family_id, NEW.family_id)) THEN\n        RAISE EXCEPTION 'conference_of_its_family' USING ERRCODE = 'check_violation', CONSTRAINT = 'conference_of_its_family';\n    END IF;\n    RETURN NULL;",
                    hash="28d7c831a8ea4675e057485c09f213bf82418db2",
                    operation='UPDATE OF "family_id"',
                    pgid="pgtrigger_conference_of_its_family_82e2b",
                    table="conferences_conference",
                    timing="DEFERRABLE INITIALLY DEFERRED",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="plancategory",
            trigger=pgtrigger.compiler.Trigger(
                name="plancategory_as_decided_new",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n    IF EXISTS (\n        SELECT FROM (SELECT * FROM new_rows WHERE true) AS r\n            JOIN conferences_conferencechild AS cc ON cc.id = r.conference_child_id\n            JOIN conferences_conference AS c ON c.id = cc.conference_id AND c.source = 'RECORDED'\n            JOIN conferences_decision AS d ON d.conference_child_id = cc.id\n            JOIN conferences_plan AS p ON p.id = r.plan_id\n        WHERE r.category <> d.category OR r.from_date <> c.held_date\n            OR (p.id IS DISTINCT FROM cc.plan_id AND p.begun_at_id IS DISTINCT FROM cc.id)) THEN\n        RAISE EXCEPTION 'plancategory_as_decided' USING ERRCODE = 'check_violation', CONSTRAINT = 'plancategory_as_decided';\n    END IF;\n    RETURN NULL;",
                    hash="74a035ceaf0398b9efd0d6b9eb2791e4555e5cdf",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_plancategory_as_decided_new_a6407",
                    referencing="REFERENCING NEW TABLE AS new_rows ",
                    table="conferences_plancategory",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="plancategory",
            trigger=pgtrigger.compiler.Trigger(
                name="plancategory_as_decided",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN ((OLD.category IS DISTINCT FROM NEW.category OR OLD.from_date IS DISTINCT FROM NEW.from_date OR OLD.conference_child_id IS DISTINCT FROM NEW.conference_child_id OR OLD.plan_id IS DISTINCT FROM NEW.plan_id))",
                    constraint="CONSTRAINT",
                    func="\n    IF EXISTS (\n        SELECT FROM (SELECT * FROM conferences_plancategory WHERE id = NEW.id) AS r\n            JOIN conferences_conferencechild AS cc ON cc.id = r.conference_child_id\n            JOIN conferences_conference AS c ON c.id = cc.conference_id AND c.source = 'RECORDED'\n            JOIN conferences_decision AS d ON d.conference_child_id = cc.id\n            JOIN conferences_plan AS p ON p.id = r.plan_id\n        WHERE r.category <> d.category OR r.from_date <> c.held_date\n            OR (p.id IS DISTINCT FROM cc.plan_id AND p.begun_at_id IS DISTINCT FROM cc.id)) THEN\n        RAISE EXCEPTION 'plancategory_as_decided' USING ERRCODE = 'check_violation', CONSTRAINT = 'plancategory_as_decided';\n    END IF;\n    RETURN NULL;",
                    hash="57af74788d73675c6864de1e07ad8a4bbce7e12b",
                    operation='UPDATE OF "category", "from_date", "conference_child_id", "plan_id"',
                    pgid="pgtrigger_plancategory_as_decided_c5ee4",
                    table="conferences_plancategory",
                    timing="DEFERRABLE INITIALLY DEFERRED",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="plancategory",
            trigger=pgtrigger.compiler.Trigger(
                name="plancategory_decided_stays",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.conference_child_id IS NOT NULL AND NEW.conference_child_id IS NULL)",
                    func="\n    IF true THEN\n        RAISE EXCEPTION 'plancategory_decided_stays' USING ERRCODE = 'check_violation', CONSTRAINT = 'plancategory_decided_stays';\n    END IF;\n    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;\n    RETURN NEW;",
                    hash="cb0601e4957776b1e85c24aa6d5b742838b8640f",
                    operation="UPDATE",
                    pgid="pgtrigger_plancategory_decided_stays_bb0b4",
                    table="conferences_plancategory",
                    when="BEFORE",
                ),
            ),
        ),
    ]

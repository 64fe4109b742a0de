"""What was done, asked for and told of a child is not deleted, and stays of its child."""

import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [
        ("conferences", "0087_decided_and_held_stay"),
        ("safeguarding", "0044_days_were_finite"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        pgtrigger.migrations.AddTrigger(
            model_name="bookingmove",
            trigger=pgtrigger.compiler.Trigger(
                name="bookingmove_stays",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n    IF true THEN\n        RAISE EXCEPTION 'bookingmove_stays' USING ERRCODE = 'check_violation', CONSTRAINT = 'bookingmove_stays';\n    END IF;\n    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;\n    RETURN NEW;",
                    hash="af9a71582b0c41481f1752ac0cb1b7ec67a477e9",
                    operation="DELETE",
                    pgid="pgtrigger_bookingmove_stays_1e23f",
                    table="conferences_bookingmove",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="coregroup",
            trigger=pgtrigger.compiler.Trigger(
                name="coregroup_stays",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n    IF NOT EXISTS (\n        SELECT FROM conferences_decisionchange AS v\n            JOIN conferences_decisionchangeevent AS e ON e.pgh_obj_id = v.id\n        WHERE v.outcome = 'CONFIRMED' AND e.outcome = 'CONFIRMED' AND e.pgh_created_at = now()\n            AND v.conference_child_id IN (SELECT begun_at_id FROM conferences_plan WHERE id = OLD.plan_id)) THEN\n        RAISE EXCEPTION 'coregroup_stays' USING ERRCODE = 'check_violation', CONSTRAINT = 'coregroup_stays';\n    END IF;\n    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;\n    RETURN NEW;",
                    hash="caf945df565f46cb5facfbf48d551fe6e7b717a1",
                    operation="DELETE",
                    pgid="pgtrigger_coregroup_stays_6275a",
                    table="conferences_coregroup",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="followup",
            trigger=pgtrigger.compiler.Trigger(
                name="followup_stays",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n    IF NOT EXISTS (\n        SELECT FROM conferences_decisionchange AS v\n            JOIN conferences_decisionchangeevent AS e ON e.pgh_obj_id = v.id\n        WHERE v.outcome = 'CONFIRMED' AND e.outcome = 'CONFIRMED' AND e.pgh_created_at = now()\n            AND v.conference_child_id IN (SELECT begun_at_id FROM conferences_plan WHERE id = OLD.plan_id)) THEN\n        RAISE EXCEPTION 'followup_stays' USING ERRCODE = 'check_violation', CONSTRAINT = 'followup_stays';\n    END IF;\n    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;\n    RETURN NEW;",
                    hash="f27dd22ecce365ee35502f570d4d351a9f912dcb",
                    operation="DELETE",
                    pgid="pgtrigger_followup_stays_2729b",
                    table="conferences_followup",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="lifeevent",
            trigger=pgtrigger.compiler.Trigger(
                name="whathappened_to_its_child",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN ((OLD.child_id IS DISTINCT FROM NEW.child_id))",
                    constraint="CONSTRAINT",
                    func="\n    IF NOT EXISTS (\n        SELECT FROM conferences_recordjoin AS j JOIN conferences_recordjoinevent AS e ON e.pgh_obj_id = j.id\n        WHERE e.pgh_created_at = now()\n            AND (OLD.child_id, NEW.child_id) IN ((j.gone_id, j.kept_id), (j.kept_id, j.gone_id))) THEN\n        RAISE EXCEPTION 'whathappened_to_its_child' USING ERRCODE = 'check_violation', CONSTRAINT = 'whathappened_to_its_child';\n    END IF;\n    RETURN NULL;",
                    hash="7586f8b1c1eb3f60464fe023fee8ffcf7db4923e",
                    operation='UPDATE OF "child_id"',
                    pgid="pgtrigger_whathappened_to_its_child_6feca",
                    table="conferences_lifeevent",
                    timing="DEFERRABLE INITIALLY DEFERRED",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="lifeevent",
            trigger=pgtrigger.compiler.Trigger(
                name="lifeevent_stays",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n    IF (TG_OP = 'UPDATE' AND NEW.kind <> OLD.kind)\n        OR (TG_OP = 'DELETE' AND NOT EXISTS (\n        SELECT FROM conferences_correction AS c JOIN conferences_correctionevent AS e ON e.pgh_obj_id = c.id\n        WHERE c.kind = 'CHILD' AND c.child_id = OLD.child_id AND c.field IN ('birth_date', 'death_date')\n            AND OLD.kind IN ('BORN', 'DIED', 'EIGHTEEN') AND e.pgh_created_at = now())) THEN\n        RAISE EXCEPTION 'lifeevent_stays' USING ERRCODE = 'check_violation', CONSTRAINT = 'lifeevent_stays';\n    END IF;\n    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;\n    RETURN NEW;",
                    hash="a72b673466e59730715df68d38f90c1e41bed22a",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_lifeevent_stays_bed90",
                    table="conferences_lifeevent",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="reflectivenote",
            trigger=pgtrigger.compiler.Trigger(
                name="reflectivenote_stays",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n    IF true THEN\n        RAISE EXCEPTION 'reflectivenote_stays' USING ERRCODE = 'check_violation', CONSTRAINT = 'reflectivenote_stays';\n    END IF;\n    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;\n    RETURN NEW;",
                    hash="ffac4fa7358257a3895855aea354ad54ec93477c",
                    operation="DELETE",
                    pgid="pgtrigger_reflectivenote_stays_e7a34",
                    table="conferences_reflectivenote",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="requestedchild",
            trigger=pgtrigger.compiler.Trigger(
                name="requestedchild_stays_in_its_request",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n    IF TG_OP = 'DELETE' OR (NEW.request_id <> OLD.request_id AND NOT EXISTS (\n        SELECT FROM conferences_request AS q JOIN conferences_request AS o ON o.id = q.parted_from_id\n        WHERE q.id = NEW.request_id AND o.id = OLD.request_id\n            AND q.state = 'WITHDRAWN' AND o.state IN ('REQUESTED', 'BOOKED'))) THEN\n        RAISE EXCEPTION 'requestedchild_stays_in_its_request' USING ERRCODE = 'check_violation', CONSTRAINT = 'requestedchild_stays_in_its_request';\n    END IF;\n    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;\n    RETURN NEW;",
                    hash="f24ecde52973b886119a95f884e98d17724fd812",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_requestedchild_stays_in_its_request_eaa16",
                    table="conferences_requestedchild",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="requestedchild",
            trigger=pgtrigger.compiler.Trigger(
                name="requestedchild_day_stays_as_told",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN ((OLD.due_date, OLD.due_rule, OLD.due_explanation, OLD.history_checked_at) IS DISTINCT FROM\n            (NEW.due_date, NEW.due_rule, NEW.due_explanation, NEW.history_checked_at))",
                    func="\n    IF NOT EXISTS (\n        SELECT FROM conferences_request AS q\n        WHERE q.id = OLD.request_id AND q.state IN ('REQUESTED', 'BOOKED')) THEN\n        RAISE EXCEPTION 'requestedchild_day_stays_as_told' USING ERRCODE = 'check_violation', CONSTRAINT = 'requestedchild_day_stays_as_told';\n    END IF;\n    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;\n    RETURN NEW;",
                    hash="480ccdbb195f45579316ae81ebc45813de0b218a",
                    operation="UPDATE",
                    pgid="pgtrigger_requestedchild_day_stays_as_told_4c1e8",
                    table="conferences_requestedchild",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="strategydiscussion",
            trigger=pgtrigger.compiler.Trigger(
                name="strategydiscussion_stays",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n    IF NOT (strpos(coalesce(current_setting('pghistory.context_metadata', true), ''), '\"file\":') > 0 AND EXISTS (\n        SELECT FROM conferences_enquiry AS e WHERE e.id = OLD.enquiry_id AND e.source = 'CENSUS')) THEN\n        RAISE EXCEPTION 'strategydiscussion_stays' USING ERRCODE = 'check_violation', CONSTRAINT = 'strategydiscussion_stays';\n    END IF;\n    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;\n    RETURN NEW;",
                    hash="16c9d8b4ff2798fd51cf58c930e4bb1685cf36ab",
                    operation="DELETE",
                    pgid="pgtrigger_strategydiscussion_stays_0c358",
                    table="conferences_strategydiscussion",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="thinkingtime",
            trigger=pgtrigger.compiler.Trigger(
                name="thinkingtime_stays",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n    IF NOT (OLD.state = 'DUE' AND NOT OLD.in_error) THEN\n        RAISE EXCEPTION 'thinkingtime_stays' USING ERRCODE = 'check_violation', CONSTRAINT = 'thinkingtime_stays';\n    END IF;\n    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;\n    RETURN NEW;",
                    hash="c99f8b24b05eb2b86e814bcea68f80be5f479385",
                    operation="DELETE",
                    pgid="pgtrigger_thinkingtime_stays_7a322",
                    table="conferences_thinkingtime",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="thinkingtimeentry",
            trigger=pgtrigger.compiler.Trigger(
                name="thinkingtimeentry_stays",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n    IF true THEN\n        RAISE EXCEPTION 'thinkingtimeentry_stays' USING ERRCODE = 'check_violation', CONSTRAINT = 'thinkingtimeentry_stays';\n    END IF;\n    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;\n    RETURN NEW;",
                    hash="3ff17b2a35e1f339b630b8c62d5cd9889e526d6f",
                    operation="DELETE",
                    pgid="pgtrigger_thinkingtimeentry_stays_e466e",
                    table="conferences_thinkingtimeentry",
                    when="BEFORE",
                ),
            ),
        ),
    ]

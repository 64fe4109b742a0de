"""A plan that was none goes by a new version of its decision, and what is over of it stays without it."""

import pgtrigger.compiler
import pgtrigger.migrations
from django.contrib.postgres.operations import AddConstraintNotValid
from django.db import migrations, models
from django.db.models.lookups import Exact

from safeguarding.promises import LocalDay


class Migration(migrations.Migration):
    dependencies = [
        ("conferences", "0062_notices_of_a_way_back"),
        ("safeguarding", "0038_in_error_is_over"),
    ]

    operations = [
        pgtrigger.migrations.RemoveTrigger(
            model_name="earlierplan",
            name="earlierplan_never_changed",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="enquiry",
            name="requestedchild_on_its_own",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="enquiry",
            name="enquiry_not_needed_had_none",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="enquiry",
            name="enquiry_void_carries_nothing",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="plan",
            name="requestedchild_on_its_own",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="planending",
            name="asked_goes_with_its_event",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="planresumption",
            name="asked_never_deleted",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="requestedchild",
            name="requestedchild_on_its_own_new",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="requestedchild",
            name="requestedchild_on_its_own",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="transferin",
            name="requestedchild_on_its_own",
        ),
        migrations.RemoveConstraint(
            model_name="requestedchild",
            name="requestedchild_stands_on_what_its_kind_needs",
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="earlierplan",
            trigger=pgtrigger.compiler.Trigger(
                name="earlierplan_never_changed",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n    IF TG_OP = 'DELETE' OR NEW.plan_id IS NOT NULL\n        OR to_jsonb(OLD) - 'plan_id' <> to_jsonb(NEW) - 'plan_id' OR NOT EXISTS (\n        SELECT FROM conferences_decisionchange AS v\n            JOIN conferences_decisionchangeevent AS e ON e.pgh_obj_id = v.id\n        WHERE v.outcome = 'CONFIRMED' AND e.outcome = 'CONFIRMED' AND e.pgh_created_at = now()\n            AND v.conference_child_id IN (SELECT begun_at_id FROM conferences_plan WHERE id = OLD.plan_id)) THEN\n        RAISE EXCEPTION 'earlierplan_never_changed' USING ERRCODE = 'check_violation', CONSTRAINT = 'earlierplan_never_changed';\n    END IF;\n    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;\n    RETURN NEW;",
                    hash="b746ba6e8e8b8fe05a84cf195db3fa812dcda4a2",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_earlierplan_never_changed_111c9",
                    table="conferences_earlierplan",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="enquiry",
            trigger=pgtrigger.compiler.Trigger(
                name="requestedchild_on_its_own",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN ((OLD.child_id IS DISTINCT FROM NEW.child_id))",
                    constraint="CONSTRAINT",
                    func="\n    IF EXISTS (\n        SELECT FROM (SELECT * FROM conferences_requestedchild WHERE enquiry_id = NEW.id) AS r JOIN conferences_request AS q ON q.id = r.request_id\n            LEFT JOIN conferences_enquiry AS e ON e.id = r.enquiry_id\n            LEFT JOIN conferences_transferin AS t ON t.id = r.transfer_in_id\n            LEFT JOIN conferences_plan AS p ON p.id = r.plan_id\n        WHERE e.child_id <> r.child_id OR t.child_id <> r.child_id OR p.child_id <> r.child_id\n            OR (q.state <> 'WITHDRAWN' AND (t.in_error OR e.voided_at IS NOT NULL\n                OR (r.kind = 'REVIEW' AND r.plan_id IS NULL)\n                OR (e.conference_need = 'NOT_NEEDED' AND e.source = 'RECORDED')))) THEN\n        RAISE EXCEPTION 'requestedchild_on_its_own' USING ERRCODE = 'check_violation', CONSTRAINT = 'requestedchild_on_its_own';\n    END IF;\n    RETURN NULL;",
                    hash="fb40d799d32b7828778e8dcd72eee81a75997b78",
                    operation='UPDATE OF "child_id"',
                    pgid="pgtrigger_requestedchild_on_its_own_4083a",
                    table="conferences_enquiry",
                    timing="DEFERRABLE INITIALLY DEFERRED",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="enquiry",
            trigger=pgtrigger.compiler.Trigger(
                name="enquiry_not_needed_had_none",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN ((OLD.conference_need IS DISTINCT FROM NEW.conference_need) AND (NEW.source = 'RECORDED' AND NEW.conference_need = 'NOT_NEEDED'))",
                    constraint="CONSTRAINT",
                    func="\n    IF EXISTS (\n        SELECT FROM (SELECT * FROM conferences_conferencechild WHERE enquiry_id = NEW.id) AS r JOIN conferences_enquiry AS e ON e.id = r.enquiry_id\n        WHERE e.conference_need = 'NOT_NEEDED' AND e.source = 'RECORDED') OR EXISTS (\n        SELECT FROM (SELECT * FROM conferences_requestedchild WHERE enquiry_id = NEW.id) AS r JOIN conferences_request AS q ON q.id = r.request_id\n            LEFT JOIN conferences_enquiry AS e ON e.id = r.enquiry_id\n            LEFT JOIN conferences_transferin AS t ON t.id = r.transfer_in_id\n            LEFT JOIN conferences_plan AS p ON p.id = r.plan_id\n        WHERE e.child_id <> r.child_id OR t.child_id <> r.child_id OR p.child_id <> r.child_id\n            OR (q.state <> 'WITHDRAWN' AND (t.in_error OR e.voided_at IS NOT NULL\n                OR (r.kind = 'REVIEW' AND r.plan_id IS NULL)\n                OR (e.conference_need = 'NOT_NEEDED' AND e.source = 'RECORDED')))) THEN\n        RAISE EXCEPTION 'enquiry_not_needed_had_none' USING ERRCODE = 'check_violation', CONSTRAINT = 'enquiry_not_needed_had_none';\n    END IF;\n    RETURN NULL;",
                    hash="529363c3c185bc628c532672054bda5589ddd95e",
                    operation='UPDATE OF "conference_need"',
                    pgid="pgtrigger_enquiry_not_needed_had_none_99171",
                    table="conferences_enquiry",
                    timing="DEFERRABLE INITIALLY DEFERRED",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="enquiry",
            trigger=pgtrigger.compiler.Trigger(
                name="enquiry_void_carries_nothing",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN ((OLD.voided_at IS DISTINCT FROM NEW.voided_at) AND (NEW.voided_at IS NOT NULL))",
                    constraint="CONSTRAINT",
                    func="\n    IF EXISTS (\n        SELECT FROM (SELECT * FROM conferences_requestedchild WHERE enquiry_id = NEW.id) AS r JOIN conferences_request AS q ON q.id = r.request_id\n            LEFT JOIN conferences_enquiry AS e ON e.id = r.enquiry_id\n            LEFT JOIN conferences_transferin AS t ON t.id = r.transfer_in_id\n            LEFT JOIN conferences_plan AS p ON p.id = r.plan_id\n        WHERE e.child_id <> r.child_id OR t.child_id <> r.child_id OR p.child_id <> r.child_id\n            OR (q.state <> 'WITHDRAWN' AND (t.in_error OR e.voided_at IS NOT NULL\n                OR (r.kind = 'REVIEW' AND r.plan_id IS NULL)\n                OR (e.conference_need = 'NOT_NEEDED' AND e.source = 'RECORDED')))) OR EXISTS (\n        SELECT FROM (SELECT * FROM conferences_conferencechild WHERE enquiry_id = NEW.id) AS r\n            JOIN conferences_conference AS c ON c.id = r.conference_id\n            LEFT JOIN conferences_enquiry AS e ON e.id = r.enquiry_id\n            LEFT JOIN conferences_transferin AS t ON t.id = r.transfer_in_id\n            LEFT JOIN conferences_plan AS p ON p.id = r.plan_id\n        WHERE e.child_id <> r.child_id OR t.child_id <> r.child_id OR p.child_id <> r.child_id\n            OR e.voided_at IS NOT NULL OR t.in_error\n            OR (c.source = 'RECORDED' AND (\n                c.held_date < e.started_date OR c.held_date < t.notified_date OR c.held_date <= p.start_date\n                OR (p.source = 'RECORDED' AND c.held_date > p.end_date)))) THEN\n        RAISE EXCEPTION 'enquiry_void_carries_nothing' USING ERRCODE = 'check_violation', CONSTRAINT = 'enquiry_void_carries_nothing';\n    END IF;\n    RETURN NULL;",
                    hash="fe3a55e2d79bd0987d269bcb1c4c41dd87b75c20",
                    operation='UPDATE OF "voided_at"',
                    pgid="pgtrigger_enquiry_void_carries_nothing_020f7",
                    table="conferences_enquiry",
                    timing="DEFERRABLE INITIALLY DEFERRED",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="plan",
            trigger=pgtrigger.compiler.Trigger(
                name="requestedchild_on_its_own",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN ((OLD.child_id IS DISTINCT FROM NEW.child_id))",
                    constraint="CONSTRAINT",
                    func="\n    IF EXISTS (\n        SELECT FROM (SELECT * FROM conferences_requestedchild WHERE plan_id = NEW.id) AS r JOIN conferences_request AS q ON q.id = r.request_id\n            LEFT JOIN conferences_enquiry AS e ON e.id = r.enquiry_id\n            LEFT JOIN conferences_transferin AS t ON t.id = r.transfer_in_id\n            LEFT JOIN conferences_plan AS p ON p.id = r.plan_id\n        WHERE e.child_id <> r.child_id OR t.child_id <> r.child_id OR p.child_id <> r.child_id\n            OR (q.state <> 'WITHDRAWN' AND (t.in_error OR e.voided_at IS NOT NULL\n                OR (r.kind = 'REVIEW' AND r.plan_id IS NULL)\n                OR (e.conference_need = 'NOT_NEEDED' AND e.source = 'RECORDED')))) THEN\n        RAISE EXCEPTION 'requestedchild_on_its_own' USING ERRCODE = 'check_violation', CONSTRAINT = 'requestedchild_on_its_own';\n    END IF;\n    RETURN NULL;",
                    hash="bc74228fca95e70e2befe971ed9dcd9ff9afe493",
                    operation='UPDATE OF "child_id"',
                    pgid="pgtrigger_requestedchild_on_its_own_c843d",
                    table="conferences_plan",
                    timing="DEFERRABLE INITIALLY DEFERRED",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="planending",
            trigger=pgtrigger.compiler.Trigger(
                name="asked_goes_with_its_event",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n    IF NOT EXISTS (\n        SELECT FROM conferences_decisionchange AS v\n            JOIN conferences_decisionchangeevent AS e ON e.pgh_obj_id = v.id\n        WHERE v.outcome = 'CONFIRMED' AND e.outcome = 'CONFIRMED' AND e.pgh_created_at = now()\n            AND v.conference_child_id IN (SELECT begun_at_id FROM conferences_plan WHERE id = OLD.plan_id)) AND (OLD.outcome = 'CONFIRMED' OR NOT EXISTS (\n        SELECT FROM conferences_lifeevent e JOIN safeguarding_child c ON c.id = e.child_id\n        WHERE e.id = OLD.event_id AND (\n            e.kind = 'DIED' AND c.death_date IS NULL\n            OR e.kind = 'EIGHTEEN' AND (\n                c.birth_date IS NULL OR (c.birth_date - 1 + interval '18 years')::date + 1 > e.day\n            )\n        )\n    )) THEN RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;\n    END IF;\n    RETURN OLD;\n",
                    hash="2a2edec3f01202ea05deddc943b0319a28942379",
                    operation="DELETE",
                    pgid="pgtrigger_asked_goes_with_its_event_eeb82",
                    table="conferences_planending",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="planresumption",
            trigger=pgtrigger.compiler.Trigger(
                name="asked_goes_with_its_plan",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="IF NOT EXISTS (\n        SELECT FROM conferences_decisionchange AS v\n            JOIN conferences_decisionchangeevent AS e ON e.pgh_obj_id = v.id\n        WHERE v.outcome = 'CONFIRMED' AND e.outcome = 'CONFIRMED' AND e.pgh_created_at = now()\n            AND v.conference_child_id IN (SELECT begun_at_id FROM conferences_plan WHERE id = OLD.plan_id)) THEN RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME; END IF; RETURN OLD;",
                    hash="2f36d424d612671f9498dc94e832dd88671d244f",
                    operation="DELETE",
                    pgid="pgtrigger_asked_goes_with_its_plan_7ac3b",
                    table="conferences_planresumption",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="requestedchild",
            trigger=pgtrigger.compiler.Trigger(
                name="requestedchild_on_its_own_new",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n    IF EXISTS (\n        SELECT FROM (SELECT * FROM new_rows WHERE true) AS r JOIN conferences_request AS q ON q.id = r.request_id\n            LEFT JOIN conferences_enquiry AS e ON e.id = r.enquiry_id\n            LEFT JOIN conferences_transferin AS t ON t.id = r.transfer_in_id\n            LEFT JOIN conferences_plan AS p ON p.id = r.plan_id\n        WHERE e.child_id <> r.child_id OR t.child_id <> r.child_id OR p.child_id <> r.child_id\n            OR (q.state <> 'WITHDRAWN' AND (t.in_error OR e.voided_at IS NOT NULL\n                OR (r.kind = 'REVIEW' AND r.plan_id IS NULL)\n                OR (e.conference_need = 'NOT_NEEDED' AND e.source = 'RECORDED')))) THEN\n        RAISE EXCEPTION 'requestedchild_on_its_own' USING ERRCODE = 'check_violation', CONSTRAINT = 'requestedchild_on_its_own';\n    END IF;\n    RETURN NULL;",
                    hash="02a981fb3fe0e6813dfefb7dce51a8a59e9042fe",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_requestedchild_on_its_own_new_855af",
                    referencing="REFERENCING NEW TABLE AS new_rows ",
                    table="conferences_requestedchild",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="requestedchild",
            trigger=pgtrigger.compiler.Trigger(
                name="requestedchild_on_its_own",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN ((OLD.child_id IS DISTINCT FROM NEW.child_id OR OLD.enquiry_id IS DISTINCT FROM NEW.enquiry_id OR OLD.transfer_in_id IS DISTINCT FROM NEW.transfer_in_id OR OLD.plan_id IS DISTINCT FROM NEW.plan_id))",
                    constraint="CONSTRAINT",
                    func="\n    IF EXISTS (\n        SELECT FROM (SELECT * FROM conferences_requestedchild WHERE id = NEW.id) AS r JOIN conferences_request AS q ON q.id = r.request_id\n            LEFT JOIN conferences_enquiry AS e ON e.id = r.enquiry_id\n            LEFT JOIN conferences_transferin AS t ON t.id = r.transfer_in_id\n            LEFT JOIN conferences_plan AS p ON p.id = r.plan_id\n        WHERE e.child_id <> r.child_id OR t.child_id <> r.child_id OR p.child_id <> r.child_id\n            OR (q.state <> 'WITHDRAWN' AND (t.in_error OR e.voided_at IS NOT NULL\n                OR (r.kind = 'REVIEW' AND r.plan_id IS NULL)\n                OR (e.conference_need = 'NOT_NEEDED' AND e.source = 'RECORDED')))) THEN\n        RAISE EXCEPTION 'requestedchild_on_its_own' USING ERRCODE = 'check_violation', CONSTRAINT = 'requestedchild_on_its_own';\n    END IF;\n    RETURN NULL;",
                    hash="19b4f92bdc717b495eef843bf40e5f991a245865",
                    operation='UPDATE OF "child_id", "enquiry_id", "transfer_in_id", "plan_id"',
                    pgid="pgtrigger_requestedchild_on_its_own_3a195",
                    table="conferences_requestedchild",
                    timing="DEFERRABLE INITIALLY DEFERRED",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="transferin",
            trigger=pgtrigger.compiler.Trigger(
                name="requestedchild_on_its_own",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN ((OLD.child_id IS DISTINCT FROM NEW.child_id OR OLD.in_error IS DISTINCT FROM NEW.in_error))",
                    constraint="CONSTRAINT",
                    func="\n    IF EXISTS (\n        SELECT FROM (SELECT * FROM conferences_requestedchild WHERE transfer_in_id = NEW.id) AS r JOIN conferences_request AS q ON q.id = r.request_id\n            LEFT JOIN conferences_enquiry AS e ON e.id = r.enquiry_id\n            LEFT JOIN conferences_transferin AS t ON t.id = r.transfer_in_id\n            LEFT JOIN conferences_plan AS p ON p.id = r.plan_id\n        WHERE e.child_id <> r.child_id OR t.child_id <> r.child_id OR p.child_id <> r.child_id\n            OR (q.state <> 'WITHDRAWN' AND (t.in_error OR e.voided_at IS NOT NULL\n                OR (r.kind = 'REVIEW' AND r.plan_id IS NULL)\n                OR (e.conference_need = 'NOT_NEEDED' AND e.source = 'RECORDED')))) THEN\n        RAISE EXCEPTION 'requestedchild_on_its_own' USING ERRCODE = 'check_violation', CONSTRAINT = 'requestedchild_on_its_own';\n    END IF;\n    RETURN NULL;",
                    hash="ba9ba6573145489a338e988ff9bab22ba6709b8f",
                    operation='UPDATE OF "child_id", "in_error"',
                    pgid="pgtrigger_requestedchild_on_its_own_0aeb8",
                    table="conferences_transferin",
                    timing="DEFERRABLE INITIALLY DEFERRED",
                    when="AFTER",
                ),
            ),
        ),
        AddConstraintNotValid(
            model_name="requestedchild",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("enquiry__isnull", True), ("kind", "REVIEW"), ("transfer_in__isnull", True)),
                    models.Q(
                        ("enquiry__isnull", False),
                        ("kind", "INITIAL"),
                        ("plan__isnull", True),
                        ("transfer_in__isnull", True),
                    ),
                    models.Q(
                        ("enquiry__isnull", True),
                        ("kind", "TRANSFER_IN"),
                        ("plan__isnull", True),
                        ("transfer_in__isnull", False),
                    ),
                    _connector="OR",
                ),
                name="requestedchild_stands_on_what_its_kind_needs",
            ),
        ),
        AddConstraintNotValid(
            model_name="booking",
            constraint=models.CheckConstraint(
                condition=Exact(LocalDay("starts_at"), LocalDay("ends_at")), name="booking_on_one_day"
            ),
        ),
    ]

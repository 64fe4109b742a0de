"""What the database holds of what was told otherwise, decided by two, answered, and booked (decision 91)."""

import pgtrigger.compiler
import pgtrigger.migrations
from django.contrib.postgres.operations import AddConstraintNotValid
from django.db import migrations, models


class Migration(migrations.Migration):
    # Each table is held for a moment and not until the last one has its triggers.
    atomic = False

    dependencies = [
        ("conferences", "0056_benchmarks_rounded_where_shown"),
    ]

    operations = [
        pgtrigger.migrations.RemoveTrigger(
            model_name="conference",
            name="conferencechild_fits",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="conferencechild",
            name="conferencechild_fits_new",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="conferencechild",
            name="conferencechild_fits",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="enquiry",
            name="conferencechild_fits",
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
            model_name="plan",
            name="conferencechild_fits",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="plan",
            name="requestedchild_on_its_own",
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
            name="conferencechild_fits",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="transferin",
            name="requestedchild_on_its_own",
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="booking",
            trigger=pgtrigger.compiler.Trigger(
                name="request_as_its_meeting",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    constraint="CONSTRAINT",
                    func="\n    IF EXISTS (\n        SELECT FROM conferences_request AS q\n            LEFT JOIN conferences_booking AS b ON b.request_id = q.id AND b.state <> 'CANCELLED'\n        WHERE q.id IN (OLD.request_id, NEW.request_id)\n            AND coalesce(b.state, '') <> CASE WHEN q.state IN ('BOOKED', 'HELD') THEN q.state ELSE '' END) THEN\n        RAISE EXCEPTION 'request_as_its_meeting' USING ERRCODE = 'check_violation', CONSTRAINT = 'request_as_its_meeting';\n    END IF;\n    RETURN NULL;",
                    hash="241c00c24d2de5167672d51925880e815e0b1f3a",
                    operation='INSERT OR DELETE OR UPDATE OF "state", "request_id"',
                    pgid="pgtrigger_request_as_its_meeting_2dd08",
                    table="conferences_booking",
                    timing="DEFERRABLE INITIALLY DEFERRED",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="conference",
            trigger=pgtrigger.compiler.Trigger(
                name="conferencechild_fits",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN ((OLD.held_date IS DISTINCT FROM NEW.held_date))",
                    constraint="CONSTRAINT",
                    func="\n    IF EXISTS (\n        SELECT FROM (SELECT * FROM conferences_conferencechild WHERE conference_id = NEW.id) AS r\n            JOIN conferences_conference AS c ON c.id = r.conference_id\n            LEFT JOIN conferences_enquiry AS e ON e.id = r.enquiry_id\n            LEFT JOIN conferences_transferin AS t ON t.id = r.transfer_in_id\n            LEFT JOIN conferences_plan AS p ON p.id = r.plan_id\n        WHERE e.child_id <> r.child_id OR t.child_id <> r.child_id OR p.child_id <> r.child_id\n            OR e.voided_at IS NOT NULL\n            OR (c.source = 'RECORDED' AND (\n                c.held_date < e.started_date OR c.held_date < t.notified_date OR c.held_date <= p.start_date\n                OR (p.source = 'RECORDED' AND c.held_date > p.end_date)))) THEN\n        RAISE EXCEPTION 'conferencechild_fits' USING ERRCODE = 'check_violation', CONSTRAINT = 'conferencechild_fits';\n    END IF;\n    RETURN NULL;",
                    hash="c0f8f791c3c5e52c8e1d62a36e5a71f48979c516",
                    operation='UPDATE OF "held_date"',
                    pgid="pgtrigger_conferencechild_fits_4e168",
                    table="conferences_conference",
                    timing="DEFERRABLE INITIALLY DEFERRED",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="conferencechild",
            trigger=pgtrigger.compiler.Trigger(
                name="conferencechild_fits_new",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n    IF EXISTS (\n        SELECT FROM (SELECT * FROM new_rows WHERE true) AS r\n            JOIN conferences_conference AS c ON c.id = r.conference_id\n            LEFT JOIN conferences_enquiry AS e ON e.id = r.enquiry_id\n            LEFT JOIN conferences_transferin AS t ON t.id = r.transfer_in_id\n            LEFT JOIN conferences_plan AS p ON p.id = r.plan_id\n        WHERE e.child_id <> r.child_id OR t.child_id <> r.child_id OR p.child_id <> r.child_id\n            OR e.voided_at IS NOT NULL\n            OR (c.source = 'RECORDED' AND (\n                c.held_date < e.started_date OR c.held_date < t.notified_date OR c.held_date <= p.start_date\n                OR (p.source = 'RECORDED' AND c.held_date > p.end_date)))) THEN\n        RAISE EXCEPTION 'conferencechild_fits' USING ERRCODE = 'check_violation', CONSTRAINT = 'conferencechild_fits';\n    END IF;\n    RETURN NULL;",
                    hash="a080243c7b6454b7d94e2eb51d09c716ae1fedab",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_conferencechild_fits_new_9036f",
                    referencing="REFERENCING NEW TABLE AS new_rows ",
                    table="conferences_conferencechild",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="conferencechild",
            trigger=pgtrigger.compiler.Trigger(
                name="conferencechild_fits",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN ((OLD.conference_id IS DISTINCT FROM NEW.conference_id OR OLD.child_id IS DISTINCT FROM NEW.child_id OR OLD.enquiry_id IS DISTINCT FROM NEW.enquiry_id OR OLD.transfer_in_id IS DISTINCT FROM NEW.transfer_in_id OR OLD.plan_id IS DISTINCT FROM NEW.plan_id))",
                    constraint="CONSTRAINT",
                    func="\n    IF EXISTS (\n        SELECT FROM (SELECT * FROM conferences_conferencechild WHERE id = NEW.id) AS r\n            JOIN conferences_conference AS c ON c.id = r.conference_id\n            LEFT JOIN conferences_enquiry AS e ON e.id = r.enquiry_id\n            LEFT JOIN conferences_transferin AS t ON t.id = r.transfer_in_id\n            LEFT JOIN conferences_plan AS p ON p.id = r.plan_id\n        WHERE e.child_id <> r.child_id OR t.child_id <> r.child_id OR p.child_id <> r.child_id\n            OR e.voided_at IS NOT NULL\n            OR (c.source = 'RECORDED' AND (\n                c.held_date < e.started_date OR c.held_date < t.notified_date OR c.held_date <= p.start_date\n                OR (p.source = 'RECORDED' AND c.held_date > p.end_date)))) THEN\n        RAISE EXCEPTION 'conferencechild_fits' USING ERRCODE = 'check_violation', CONSTRAINT = 'conferencechild_fits';\n    END IF;\n    RETURN NULL;",
                    hash="6af3463d61b27f4417343311bb577f92e8f853a3",
                    operation='UPDATE OF "conference_id", "child_id", "enquiry_id", "transfer_in_id", "plan_id"',
                    pgid="pgtrigger_conferencechild_fits_d29a9",
                    table="conferences_conferencechild",
                    timing="DEFERRABLE INITIALLY DEFERRED",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="consultation",
            trigger=pgtrigger.compiler.Trigger(
                name="consultation_as_it_was_answered",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (NEW.state IN ('AGREED', 'ANOTHER_WAY', 'MORE_INFORMATION'))",
                    constraint="CONSTRAINT",
                    func="\n    IF EXISTS (\n        SELECT FROM conferences_consultation AS k\n        WHERE k.id = NEW.id AND k.state = NEW.state AND k.state IS DISTINCT FROM (\n            SELECT CASE a.answer WHEN 'AGREE' THEN 'AGREED' ELSE a.answer END\n            FROM conferences_consultationanswer AS a WHERE a.consultation_id = k.id\n            ORDER BY a.id DESC LIMIT 1)) THEN\n        RAISE EXCEPTION 'consultation_as_it_was_answered' USING ERRCODE = 'check_violation', CONSTRAINT = 'consultation_as_it_was_answered';\n    END IF;\n    RETURN NULL;",
                    hash="bc647d397c498cb08562a898d7b92200ff073bfe",
                    operation='INSERT OR UPDATE OF "state"',
                    pgid="pgtrigger_consultation_as_it_was_answered_7fb7e",
                    table="conferences_consultation",
                    timing="DEFERRABLE INITIALLY DEFERRED",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="consultation",
            trigger=pgtrigger.compiler.Trigger(
                name="consultation_over_stays_over",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.state IN ('AGREED', 'ANOTHER_WAY', 'CLOSED'))",
                    func="\n    IF to_jsonb(OLD) - 'requested_child_id' <> to_jsonb(NEW) - 'requested_child_id' THEN\n        RAISE EXCEPTION 'consultation_over_stays_over' USING ERRCODE = 'check_violation', CONSTRAINT = 'consultation_over_stays_over';\n    END IF;\n    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;\n    RETURN NEW;",
                    hash="5a63241a4d142c39dee456a6caf0c3471c2c9d01",
                    operation="UPDATE",
                    pgid="pgtrigger_consultation_over_stays_over_013fb",
                    table="conferences_consultation",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="consultationanswer",
            trigger=pgtrigger.compiler.Trigger(
                name="consultation_as_it_was_answered",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    constraint="CONSTRAINT",
                    func="\n    IF NOT EXISTS (\n        SELECT FROM conferences_consultationevent AS e\n        WHERE e.pgh_obj_id = NEW.consultation_id AND e.pgh_created_at = now()\n            AND e.state = CASE NEW.answer WHEN 'AGREE' THEN 'AGREED' ELSE NEW.answer END) THEN\n        RAISE EXCEPTION 'consultation_as_it_was_answered' USING ERRCODE = 'check_violation', CONSTRAINT = 'consultation_as_it_was_answered';\n    END IF;\n    RETURN NULL;",
                    hash="ebbadbaf7328bed9869b0639f07b71a47f128c35",
                    operation="INSERT",
                    pgid="pgtrigger_consultation_as_it_was_answered_f2060",
                    table="conferences_consultationanswer",
                    timing="DEFERRABLE INITIALLY DEFERRED",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="correction",
            trigger=pgtrigger.compiler.Trigger(
                name="correction_stays",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n    IF TG_OP = 'DELETE' OR to_jsonb(OLD) - 'child_id' <> to_jsonb(NEW) - 'child_id' THEN\n        RAISE EXCEPTION 'correction_stays' USING ERRCODE = 'check_violation', CONSTRAINT = 'correction_stays';\n    END IF;\n    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;\n    RETURN NEW;",
                    hash="cf0742c0b2f500960a5652cc5a5af9334d1bf700",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_correction_stays_8a921",
                    table="conferences_correction",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="decision",
            trigger=pgtrigger.compiler.Trigger(
                name="decision_on_a_living_child_new",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n    IF EXISTS (\n        SELECT FROM (SELECT * FROM new_rows WHERE true) AS r\n            JOIN conferences_conferencechild AS cc ON cc.id = r.conference_child_id\n            JOIN conferences_conference AS c ON c.id = cc.conference_id AND c.source = 'RECORDED'\n            JOIN safeguarding_child AS k ON k.id = cc.child_id\n        WHERE k.death_date < c.held_date) THEN\n        RAISE EXCEPTION 'decision_on_a_living_child' USING ERRCODE = 'check_violation', CONSTRAINT = 'decision_on_a_living_child';\n    END IF;\n    RETURN NULL;",
                    hash="45a3ae1a8b7c4675ad56469f535e05f9f2a77566",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_decision_on_a_living_child_new_3c93f",
                    referencing="REFERENCING NEW TABLE AS new_rows ",
                    table="conferences_decision",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="decision",
            trigger=pgtrigger.compiler.Trigger(
                name="decision_on_a_living_child",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN ((OLD.conference_child_id IS DISTINCT FROM NEW.conference_child_id))",
                    constraint="CONSTRAINT",
                    func="\n    IF EXISTS (\n        SELECT FROM (SELECT * FROM conferences_decision WHERE id = NEW.id) AS r\n            JOIN conferences_conferencechild AS cc ON cc.id = r.conference_child_id\n            JOIN conferences_conference AS c ON c.id = cc.conference_id AND c.source = 'RECORDED'\n            JOIN safeguarding_child AS k ON k.id = cc.child_id\n        WHERE k.death_date < c.held_date) THEN\n        RAISE EXCEPTION 'decision_on_a_living_child' USING ERRCODE = 'check_violation', CONSTRAINT = 'decision_on_a_living_child';\n    END IF;\n    RETURN NULL;",
                    hash="3d4662bce4fb897babd76d02bd05dac324c007d4",
                    operation='UPDATE OF "conference_child_id"',
                    pgid="pgtrigger_decision_on_a_living_child_ca5b8",
                    table="conferences_decision",
                    timing="DEFERRABLE INITIALLY DEFERRED",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="decisionchange",
            trigger=pgtrigger.compiler.Trigger(
                name="decisionchange_replaces_what_stands_new",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n    IF EXISTS (\n        SELECT FROM (SELECT * FROM new_rows WHERE true) AS r WHERE NOT EXISTS (\n            SELECT FROM conferences_decision AS d\n            WHERE d.conference_child_id = r.conference_child_id\n                AND (d.outcome, d.category) = (r.was_outcome, r.was_category))) THEN\n        RAISE EXCEPTION 'decisionchange_replaces_what_stands' USING ERRCODE = 'check_violation', CONSTRAINT = 'decisionchange_replaces_what_stands';\n    END IF;\n    RETURN NULL;",
                    hash="ddf41f142268f8eb99dcec8670b279fadd02ebd3",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_decisionchange_replaces_what_stands_new_04a67",
                    referencing="REFERENCING NEW TABLE AS new_rows ",
                    table="conferences_decisionchange",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="decisionchange",
            trigger=pgtrigger.compiler.Trigger(
                name="decisionchange_replaces_what_stands",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN ((OLD.conference_child_id IS DISTINCT FROM NEW.conference_child_id))",
                    constraint="CONSTRAINT",
                    func="\n    IF EXISTS (\n        SELECT FROM (SELECT * FROM conferences_decisionchange WHERE id = NEW.id) AS r WHERE NOT EXISTS (\n            SELECT FROM conferences_decision AS d\n            WHERE d.conference_child_id = r.conference_child_id\n                AND (d.outcome, d.category) = (r.was_outcome, r.was_category))) THEN\n        RAISE EXCEPTION 'decisionchange_replaces_what_stands' USING ERRCODE = 'check_violation', CONSTRAINT = 'decisionchange_replaces_what_stands';\n    END IF;\n    RETURN NULL;",
                    hash="f38ac7c9d950169892a8969706b10565d338511a",
                    operation='UPDATE OF "conference_child_id"',
                    pgid="pgtrigger_decisionchange_replaces_what_stands_113c4",
                    table="conferences_decisionchange",
                    timing="DEFERRABLE INITIALLY DEFERRED",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="decisionchange",
            trigger=pgtrigger.compiler.Trigger(
                name="decisionchange_confirmed_is_the_decision",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN ((OLD.outcome IS DISTINCT FROM NEW.outcome) AND (NEW.outcome = 'CONFIRMED'))",
                    constraint="CONSTRAINT",
                    func="\n    IF NOT EXISTS (\n        SELECT FROM conferences_decision AS d\n        WHERE d.conference_child_id = NEW.conference_child_id\n            AND (d.outcome, d.category, d.reasons) = (NEW.new_outcome, NEW.new_category, NEW.new_reasons))\n        OR NEW.version <> 1 + (\n        SELECT count(*) FROM conferences_decisionchange AS v\n        WHERE v.conference_child_id = NEW.conference_child_id AND v.outcome = 'CONFIRMED') THEN\n        RAISE EXCEPTION 'decisionchange_confirmed_is_the_decision' USING ERRCODE = 'check_violation', CONSTRAINT = 'decisionchange_confirmed_is_the_decision';\n    END IF;\n    RETURN NULL;",
                    hash="85c5e3d5ca6dd043b24cebd8bf5d539e2f34ee73",
                    operation='UPDATE OF "outcome"',
                    pgid="pgtrigger_decisionchange_confirmed_is_the_decision_f1d77",
                    table="conferences_decisionchange",
                    timing="DEFERRABLE INITIALLY DEFERRED",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="enquiry",
            trigger=pgtrigger.compiler.Trigger(
                name="conferencechild_fits",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN ((OLD.child_id IS DISTINCT FROM NEW.child_id OR OLD.started_date IS DISTINCT FROM NEW.started_date))",
                    constraint="CONSTRAINT",
                    func="\n    IF EXISTS (\n        SELECT FROM (SELECT * FROM conferences_conferencechild WHERE enquiry_id = NEW.id) AS r\n            JOIN conferences_conference AS c ON c.id = r.conference_id\n            LEFT JOIN conferences_enquiry AS e ON e.id = r.enquiry_id\n            LEFT JOIN conferences_transferin AS t ON t.id = r.transfer_in_id\n            LEFT JOIN conferences_plan AS p ON p.id = r.plan_id\n        WHERE e.child_id <> r.child_id OR t.child_id <> r.child_id OR p.child_id <> r.child_id\n            OR e.voided_at IS NOT NULL\n            OR (c.source = 'RECORDED' AND (\n                c.held_date < e.started_date OR c.held_date < t.notified_date OR c.held_date <= p.start_date\n                OR (p.source = 'RECORDED' AND c.held_date > p.end_date)))) THEN\n        RAISE EXCEPTION 'conferencechild_fits' USING ERRCODE = 'check_violation', CONSTRAINT = 'conferencechild_fits';\n    END IF;\n    RETURN NULL;",
                    hash="170089e878f7c866dc345fddf8b63cb7daf50156",
                    operation='UPDATE OF "child_id", "started_date"',
                    pgid="pgtrigger_conferencechild_fits_d4a79",
                    table="conferences_enquiry",
                    timing="DEFERRABLE INITIALLY DEFERRED",
                    when="AFTER",
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
                    func="\n    IF EXISTS (\n        SELECT FROM (SELECT * FROM conferences_requestedchild WHERE enquiry_id = NEW.id) AS r JOIN conferences_request AS q ON q.id = r.request_id\n            LEFT JOIN conferences_enquiry AS e ON e.id = r.enquiry_id\n            LEFT JOIN conferences_transferin AS t ON t.id = r.transfer_in_id\n            LEFT JOIN conferences_plan AS p ON p.id = r.plan_id\n        WHERE e.child_id <> r.child_id OR t.child_id <> r.child_id OR p.child_id <> r.child_id\n            OR (q.state <> 'WITHDRAWN' AND (\n                e.voided_at IS NOT NULL OR (e.conference_need = 'NOT_NEEDED' AND e.source = 'RECORDED')))) THEN\n        RAISE EXCEPTION 'requestedchild_on_its_own' USING ERRCODE = 'check_violation', CONSTRAINT = 'requestedchild_on_its_own';\n    END IF;\n    RETURN NULL;",
                    hash="6e92b786891b43176e00748f11bfdeeeaf462686",
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
                    func="\n    IF EXISTS (\n        SELECT FROM (SELECT * FROM conferences_conferencechild WHERE enquiry_id = NEW.id) AS r JOIN conferences_enquiry AS e ON e.id = r.enquiry_id\n        WHERE e.conference_need = 'NOT_NEEDED' AND e.source = 'RECORDED') OR EXISTS (\n        SELECT FROM (SELECT * FROM conferences_requestedchild WHERE enquiry_id = NEW.id) AS r JOIN conferences_request AS q ON q.id = r.request_id\n            LEFT JOIN conferences_enquiry AS e ON e.id = r.enquiry_id\n            LEFT JOIN conferences_transferin AS t ON t.id = r.transfer_in_id\n            LEFT JOIN conferences_plan AS p ON p.id = r.plan_id\n        WHERE e.child_id <> r.child_id OR t.child_id <> r.child_id OR p.child_id <> r.child_id\n            OR (q.state <> 'WITHDRAWN' AND (\n                e.voided_at IS NOT NULL OR (e.conference_need = 'NOT_NEEDED' AND e.source = 'RECORDED')))) THEN\n        RAISE EXCEPTION 'enquiry_not_needed_had_none' USING ERRCODE = 'check_violation', CONSTRAINT = 'enquiry_not_needed_had_none';\n    END IF;\n    RETURN NULL;",
                    hash="17eac9eced380f12d42ddedb6801f9aafde3a432",
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
                    func="\n    IF EXISTS (\n        SELECT FROM (SELECT * FROM conferences_requestedchild WHERE enquiry_id = NEW.id) AS r JOIN conferences_request AS q ON q.id = r.request_id\n            LEFT JOIN conferences_enquiry AS e ON e.id = r.enquiry_id\n            LEFT JOIN conferences_transferin AS t ON t.id = r.transfer_in_id\n            LEFT JOIN conferences_plan AS p ON p.id = r.plan_id\n        WHERE e.child_id <> r.child_id OR t.child_id <> r.child_id OR p.child_id <> r.child_id\n            OR (q.state <> 'WITHDRAWN' AND (\n                e.voided_at IS NOT NULL OR (e.conference_need = 'NOT_NEEDED' AND e.source = 'RECORDED')))) OR EXISTS (\n        SELECT FROM (SELECT * FROM conferences_conferencechild WHERE enquiry_id = NEW.id) AS r\n            JOIN conferences_conference AS c ON c.id = r.conference_id\n            LEFT JOIN conferences_enquiry AS e ON e.id = r.enquiry_id\n            LEFT JOIN conferences_transferin AS t ON t.id = r.transfer_in_id\n            LEFT JOIN conferences_plan AS p ON p.id = r.plan_id\n        WHERE e.child_id <> r.child_id OR t.child_id <> r.child_id OR p.child_id <> r.child_id\n            OR e.voided_at IS NOT NULL\n            OR (c.source = 'RECORDED' AND (\n                c.held_date < e.started_date OR c.held_date < t.notified_date OR c.held_date <= p.start_date\n                OR (p.source = 'RECORDED' AND c.held_date > p.end_date)))) THEN\n        RAISE EXCEPTION 'enquiry_void_carries_nothing' USING ERRCODE = 'check_violation', CONSTRAINT = 'enquiry_void_carries_nothing';\n    END IF;\n    RETURN NULL;",
                    hash="80dc97b9f2c9e6df37d481988d8e9656b2669513",
                    operation='UPDATE OF "voided_at"',
                    pgid="pgtrigger_enquiry_void_carries_nothing_020f7",
                    table="conferences_enquiry",
                    timing="DEFERRABLE INITIALLY DEFERRED",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="lifeevent",
            trigger=pgtrigger.compiler.Trigger(
                name="lifeevent_on_the_childs_own_day",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (NEW.kind IN ('BORN', 'DIED'))",
                    constraint="CONSTRAINT",
                    func="\n    IF EXISTS (\n        SELECT FROM conferences_lifeevent AS e JOIN safeguarding_child AS c ON c.id = e.child_id\n        WHERE e.id = NEW.id AND NOT e.in_error AND e.day IS DISTINCT FROM\n            CASE e.kind WHEN 'BORN' THEN c.birth_date WHEN 'DIED' THEN c.death_date ELSE e.day END) THEN\n        RAISE EXCEPTION 'lifeevent_on_the_childs_own_day' USING ERRCODE = 'check_violation', CONSTRAINT = 'lifeevent_on_the_childs_own_day';\n    END IF;\n    RETURN NULL;",
                    hash="25646f7375e0156a27915e56dd364a21e5e5dfe6",
                    operation='INSERT OR UPDATE OF "day", "kind"',
                    pgid="pgtrigger_lifeevent_on_the_childs_own_day_9e414",
                    table="conferences_lifeevent",
                    timing="DEFERRABLE INITIALLY DEFERRED",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="lifeevent",
            trigger=pgtrigger.compiler.Trigger(
                name="planending_by_its_own_childs_event",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN ((OLD.child_id IS DISTINCT FROM NEW.child_id OR OLD.kind IS DISTINCT FROM NEW.kind OR OLD.in_error IS DISTINCT FROM NEW.in_error))",
                    constraint="CONSTRAINT",
                    func="\n    IF EXISTS (\n        SELECT FROM (SELECT * FROM conferences_planending WHERE event_id = NEW.id) AS r\n            JOIN conferences_lifeevent AS e ON e.id = r.event_id\n            JOIN conferences_plan AS p ON p.id = r.plan_id\n        WHERE e.child_id <> p.child_id OR (e.kind, r.end_reason) NOT IN (('MOVED_AWAY', 'MOVED'), ('LOOKED_AFTER', 'LOOKED_AFTER'), ('OTHER_ORDER', 'OTHER_ORDER'), ('LEFT_UK', 'LEFT_UK'), ('EIGHTEEN', 'EIGHTEEN'), ('DIED', 'DIED'))\n            OR (e.in_error AND (r.closed_at IS NULL OR r.outcome = 'CONFIRMED'))) THEN\n        RAISE EXCEPTION 'planending_by_its_own_childs_event' USING ERRCODE = 'check_violation', CONSTRAINT = 'planending_by_its_own_childs_event';\n    END IF;\n    RETURN NULL;",
                    hash="c064715517157271cb63b77c22a01dc114359106",
                    operation='UPDATE OF "child_id", "kind", "in_error"',
                    pgid="pgtrigger_planending_by_its_own_childs_event_6abfb",
                    table="conferences_lifeevent",
                    timing="DEFERRABLE INITIALLY DEFERRED",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="plan",
            trigger=pgtrigger.compiler.Trigger(
                name="conferencechild_fits",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN ((OLD.child_id IS DISTINCT FROM NEW.child_id OR OLD.start_date IS DISTINCT FROM NEW.start_date OR OLD.end_date IS DISTINCT FROM NEW.end_date))",
                    constraint="CONSTRAINT",
                    func="\n    IF EXISTS (\n        SELECT FROM (SELECT * FROM conferences_conferencechild WHERE plan_id = NEW.id) AS r\n            JOIN conferences_conference AS c ON c.id = r.conference_id\n            LEFT JOIN conferences_enquiry AS e ON e.id = r.enquiry_id\n            LEFT JOIN conferences_transferin AS t ON t.id = r.transfer_in_id\n            LEFT JOIN conferences_plan AS p ON p.id = r.plan_id\n        WHERE e.child_id <> r.child_id OR t.child_id <> r.child_id OR p.child_id <> r.child_id\n            OR e.voided_at IS NOT NULL\n            OR (c.source = 'RECORDED' AND (\n                c.held_date < e.started_date OR c.held_date < t.notified_date OR c.held_date <= p.start_date\n                OR (p.source = 'RECORDED' AND c.held_date > p.end_date)))) THEN\n        RAISE EXCEPTION 'conferencechild_fits' USING ERRCODE = 'check_violation', CONSTRAINT = 'conferencechild_fits';\n    END IF;\n    RETURN NULL;",
                    hash="23ad922eb042b07df7e09cabadf6bde61e992714",
                    operation='UPDATE OF "child_id", "start_date", "end_date"',
                    pgid="pgtrigger_conferencechild_fits_ed8a4",
                    table="conferences_plan",
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
                    func="\n    IF EXISTS (\n        SELECT FROM (SELECT * FROM conferences_requestedchild WHERE plan_id = NEW.id) AS r JOIN conferences_request AS q ON q.id = r.request_id\n            LEFT JOIN conferences_enquiry AS e ON e.id = r.enquiry_id\n            LEFT JOIN conferences_transferin AS t ON t.id = r.transfer_in_id\n            LEFT JOIN conferences_plan AS p ON p.id = r.plan_id\n        WHERE e.child_id <> r.child_id OR t.child_id <> r.child_id OR p.child_id <> r.child_id\n            OR (q.state <> 'WITHDRAWN' AND (\n                e.voided_at IS NOT NULL OR (e.conference_need = 'NOT_NEEDED' AND e.source = 'RECORDED')))) THEN\n        RAISE EXCEPTION 'requestedchild_on_its_own' USING ERRCODE = 'check_violation', CONSTRAINT = 'requestedchild_on_its_own';\n    END IF;\n    RETURN NULL;",
                    hash="68b8ba41d9e5eb4c6b26df287956a885455cf951",
                    operation='UPDATE OF "child_id"',
                    pgid="pgtrigger_requestedchild_on_its_own_c843d",
                    table="conferences_plan",
                    timing="DEFERRABLE INITIALLY DEFERRED",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="plan",
            trigger=pgtrigger.compiler.Trigger(
                name="plan_ends_by_a_review_or_by_two",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN ((OLD.end_date IS DISTINCT FROM NEW.end_date) AND (NEW.source = 'RECORDED' AND OLD.end_date IS NULL AND NEW.end_reason <> 'RISK_REDUCED'))",
                    constraint="CONSTRAINT",
                    func="\n    IF NOT EXISTS (\n        SELECT FROM conferences_planending AS e WHERE e.plan_id = NEW.id AND e.outcome = 'CONFIRMED')\n        AND NOT EXISTS (\n        SELECT FROM conferences_conferencechild AS cc\n            JOIN conferences_decision AS d ON d.conference_child_id = cc.id AND d.outcome = 'PLAN_ENDS'\n        WHERE cc.plan_id = NEW.id) THEN\n        RAISE EXCEPTION 'plan_ends_by_a_review_or_by_two' USING ERRCODE = 'check_violation', CONSTRAINT = 'plan_ends_by_a_review_or_by_two';\n    END IF;\n    RETURN NULL;",
                    hash="76d883e47a4f6c48efa8c01b4a7c49367ffafcdd",
                    operation='UPDATE OF "end_date"',
                    pgid="pgtrigger_plan_ends_by_a_review_or_by_two_0ce5b",
                    table="conferences_plan",
                    timing="DEFERRABLE INITIALLY DEFERRED",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="plan",
            trigger=pgtrigger.compiler.Trigger(
                name="planending_by_its_own_childs_event",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN ((OLD.child_id IS DISTINCT FROM NEW.child_id))",
                    constraint="CONSTRAINT",
                    func="\n    IF EXISTS (\n        SELECT FROM (SELECT * FROM conferences_planending WHERE plan_id = NEW.id) AS r\n            JOIN conferences_lifeevent AS e ON e.id = r.event_id\n            JOIN conferences_plan AS p ON p.id = r.plan_id\n        WHERE e.child_id <> p.child_id OR (e.kind, r.end_reason) NOT IN (('MOVED_AWAY', 'MOVED'), ('LOOKED_AFTER', 'LOOKED_AFTER'), ('OTHER_ORDER', 'OTHER_ORDER'), ('LEFT_UK', 'LEFT_UK'), ('EIGHTEEN', 'EIGHTEEN'), ('DIED', 'DIED'))\n            OR (e.in_error AND (r.closed_at IS NULL OR r.outcome = 'CONFIRMED'))) THEN\n        RAISE EXCEPTION 'planending_by_its_own_childs_event' USING ERRCODE = 'check_violation', CONSTRAINT = 'planending_by_its_own_childs_event';\n    END IF;\n    RETURN NULL;",
                    hash="d1af4e3ca61e3c705e9cbd254e9fd64817f8f387",
                    operation='UPDATE OF "child_id"',
                    pgid="pgtrigger_planending_by_its_own_childs_event_09435",
                    table="conferences_plan",
                    timing="DEFERRABLE INITIALLY DEFERRED",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="plan",
            trigger=pgtrigger.compiler.Trigger(
                name="plancategory_fits",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN ((OLD.start_date IS DISTINCT FROM NEW.start_date OR OLD.end_date IS DISTINCT FROM NEW.end_date) AND (NEW.source = 'RECORDED'))",
                    constraint="CONSTRAINT",
                    func="\n    IF EXISTS (\n        SELECT FROM (SELECT * FROM conferences_plancategory WHERE plan_id = NEW.id) AS r JOIN conferences_plan AS p ON p.id = r.plan_id\n            LEFT JOIN conferences_conferencechild AS cc ON cc.id = r.conference_child_id\n        WHERE r.from_date < p.start_date OR r.from_date > p.end_date OR cc.child_id <> p.child_id) THEN\n        RAISE EXCEPTION 'plancategory_fits' USING ERRCODE = 'check_violation', CONSTRAINT = 'plancategory_fits';\n    END IF;\n    RETURN NULL;",
                    hash="dbad48975c6f2685e08a5d82c52b274ba61e7693",
                    operation='UPDATE OF "start_date", "end_date"',
                    pgid="pgtrigger_plancategory_fits_85120",
                    table="conferences_plan",
                    timing="DEFERRABLE INITIALLY DEFERRED",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="plan",
            trigger=pgtrigger.compiler.Trigger(
                name="coregroup_while_the_plan_runs",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN ((OLD.start_date IS DISTINCT FROM NEW.start_date OR OLD.end_date IS DISTINCT FROM NEW.end_date) AND (NEW.source = 'RECORDED'))",
                    constraint="CONSTRAINT",
                    func="\n    IF EXISTS (\n        SELECT FROM (SELECT * FROM conferences_coregroup WHERE plan_id = NEW.id) AS r JOIN conferences_plan AS p ON p.id = r.plan_id\n        WHERE r.held_date < p.start_date OR r.held_date > p.end_date) THEN\n        RAISE EXCEPTION 'coregroup_while_the_plan_runs' USING ERRCODE = 'check_violation', CONSTRAINT = 'coregroup_while_the_plan_runs';\n    END IF;\n    RETURN NULL;",
                    hash="294064e9288ede0bd547f6bebd01d5c3bc89062b",
                    operation='UPDATE OF "start_date", "end_date"',
                    pgid="pgtrigger_coregroup_while_the_plan_runs_5c7b1",
                    table="conferences_plan",
                    timing="DEFERRABLE INITIALLY DEFERRED",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="plan",
            trigger=pgtrigger.compiler.Trigger(
                name="followup_after_the_end",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN ((OLD.start_date IS DISTINCT FROM NEW.start_date OR OLD.end_date IS DISTINCT FROM NEW.end_date) AND (NEW.source = 'RECORDED'))",
                    constraint="CONSTRAINT",
                    func="\n    IF EXISTS (\n        SELECT FROM (SELECT * FROM conferences_followup WHERE plan_id = NEW.id) AS r JOIN conferences_plan AS p ON p.id = r.plan_id\n        WHERE r.held_date <= p.end_date) THEN\n        RAISE EXCEPTION 'followup_after_the_end' USING ERRCODE = 'check_violation', CONSTRAINT = 'followup_after_the_end';\n    END IF;\n    RETURN NULL;",
                    hash="8dfc30b4345aede76a6c32630d02551ddd39353f",
                    operation='UPDATE OF "start_date", "end_date"',
                    pgid="pgtrigger_followup_after_the_end_fd24b",
                    table="conferences_plan",
                    timing="DEFERRABLE INITIALLY DEFERRED",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="planending",
            trigger=pgtrigger.compiler.Trigger(
                name="planending_by_its_own_childs_event_new",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n    IF EXISTS (\n        SELECT FROM (SELECT * FROM new_rows WHERE true) AS r\n            JOIN conferences_lifeevent AS e ON e.id = r.event_id\n            JOIN conferences_plan AS p ON p.id = r.plan_id\n        WHERE e.child_id <> p.child_id OR (e.kind, r.end_reason) NOT IN (('MOVED_AWAY', 'MOVED'), ('LOOKED_AFTER', 'LOOKED_AFTER'), ('OTHER_ORDER', 'OTHER_ORDER'), ('LEFT_UK', 'LEFT_UK'), ('EIGHTEEN', 'EIGHTEEN'), ('DIED', 'DIED'))\n            OR (e.in_error AND (r.closed_at IS NULL OR r.outcome = 'CONFIRMED'))) THEN\n        RAISE EXCEPTION 'planending_by_its_own_childs_event' USING ERRCODE = 'check_violation', CONSTRAINT = 'planending_by_its_own_childs_event';\n    END IF;\n    RETURN NULL;",
                    hash="d572febfdda942cb9cc49a3a3e2b002d3688d54d",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_planending_by_its_own_childs_event_new_c9bf1",
                    referencing="REFERENCING NEW TABLE AS new_rows ",
                    table="conferences_planending",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="planending",
            trigger=pgtrigger.compiler.Trigger(
                name="planending_by_its_own_childs_event",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN ((OLD.outcome IS DISTINCT FROM NEW.outcome))",
                    constraint="CONSTRAINT",
                    func="\n    IF EXISTS (\n        SELECT FROM (SELECT * FROM conferences_planending WHERE id = NEW.id) AS r\n            JOIN conferences_lifeevent AS e ON e.id = r.event_id\n            JOIN conferences_plan AS p ON p.id = r.plan_id\n        WHERE e.child_id <> p.child_id OR (e.kind, r.end_reason) NOT IN (('MOVED_AWAY', 'MOVED'), ('LOOKED_AFTER', 'LOOKED_AFTER'), ('OTHER_ORDER', 'OTHER_ORDER'), ('LEFT_UK', 'LEFT_UK'), ('EIGHTEEN', 'EIGHTEEN'), ('DIED', 'DIED'))\n            OR (e.in_error AND (r.closed_at IS NULL OR r.outcome = 'CONFIRMED'))) THEN\n        RAISE EXCEPTION 'planending_by_its_own_childs_event' USING ERRCODE = 'check_violation', CONSTRAINT = 'planending_by_its_own_childs_event';\n    END IF;\n    RETURN NULL;",
                    hash="48e22c24be7795ab2a7acea314b3b8478ea0352f",
                    operation='UPDATE OF "outcome"',
                    pgid="pgtrigger_planending_by_its_own_childs_event_9d6f4",
                    table="conferences_planending",
                    timing="DEFERRABLE INITIALLY DEFERRED",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="planending",
            trigger=pgtrigger.compiler.Trigger(
                name="planending_confirmed_ends_its_plan",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN ((OLD.outcome IS DISTINCT FROM NEW.outcome) AND (NEW.outcome = 'CONFIRMED'))",
                    constraint="CONSTRAINT",
                    func="\n    IF NOT EXISTS (\n        SELECT FROM conferences_plan AS p\n        WHERE p.id = NEW.plan_id AND p.end_date = NEW.end_date AND p.end_reason = NEW.end_reason) THEN\n        RAISE EXCEPTION 'planending_confirmed_ends_its_plan' USING ERRCODE = 'check_violation', CONSTRAINT = 'planending_confirmed_ends_its_plan';\n    END IF;\n    RETURN NULL;",
                    hash="e87d0980cb2a6752a68a55c305e8cd0cf0fc4136",
                    operation='UPDATE OF "outcome"',
                    pgid="pgtrigger_planending_confirmed_ends_its_plan_c24de",
                    table="conferences_planending",
                    timing="DEFERRABLE INITIALLY DEFERRED",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="recordjoin",
            trigger=pgtrigger.compiler.Trigger(
                name="recordjoin_stays",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n    IF TG_OP = 'DELETE' OR to_jsonb(OLD) - 'undone_by_id' - 'undone_at' - 'undone_reason' <> to_jsonb(NEW) - 'undone_by_id' - 'undone_at' - 'undone_reason' THEN\n        RAISE EXCEPTION 'recordjoin_stays' USING ERRCODE = 'check_violation', CONSTRAINT = 'recordjoin_stays';\n    END IF;\n    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;\n    RETURN NEW;",
                    hash="7e49759ac1cab947d004f9073aa7a3db2ee77580",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_recordjoin_stays_d27a3",
                    table="conferences_recordjoin",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="recordjoin",
            trigger=pgtrigger.compiler.Trigger(
                name="recordjoin_undone_once",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.undone_at IS NOT NULL)",
                    func="\n    IF true THEN\n        RAISE EXCEPTION 'recordjoin_undone_once' USING ERRCODE = 'check_violation', CONSTRAINT = 'recordjoin_undone_once';\n    END IF;\n    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;\n    RETURN NEW;",
                    hash="b7f08ac64ba57f2c000263c4e6177b4caaee1bcf",
                    operation="UPDATE",
                    pgid="pgtrigger_recordjoin_undone_once_48fc0",
                    table="conferences_recordjoin",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="recordjoin",
            trigger=pgtrigger.compiler.Trigger(
                name="child_joined_by_a_joining",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    constraint="CONSTRAINT",
                    func="\n    IF EXISTS (\n        SELECT FROM safeguarding_child AS c\n        WHERE c.id = NEW.gone_id AND (c.joined_into_id = c.id OR (c.joined_into_id IS NOT NULL) <> EXISTS (\n            SELECT FROM conferences_recordjoin AS j WHERE j.gone_id = c.id AND j.undone_at IS NULL))) THEN\n        RAISE EXCEPTION 'child_joined_by_a_joining' USING ERRCODE = 'check_violation', CONSTRAINT = 'child_joined_by_a_joining';\n    END IF;\n    RETURN NULL;",
                    hash="d2b60c123c9e0180f9c99171e4d9655dff457f87",
                    operation='INSERT OR UPDATE OF "undone_at"',
                    pgid="pgtrigger_child_joined_by_a_joining_41926",
                    table="conferences_recordjoin",
                    timing="DEFERRABLE INITIALLY DEFERRED",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="request",
            trigger=pgtrigger.compiler.Trigger(
                name="request_as_its_meeting",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    constraint="CONSTRAINT",
                    func="\n    IF EXISTS (\n        SELECT FROM conferences_request AS q\n            LEFT JOIN conferences_booking AS b ON b.request_id = q.id AND b.state <> 'CANCELLED'\n        WHERE q.id IN (NEW.id)\n            AND coalesce(b.state, '') <> CASE WHEN q.state IN ('BOOKED', 'HELD') THEN q.state ELSE '' END) THEN\n        RAISE EXCEPTION 'request_as_its_meeting' USING ERRCODE = 'check_violation', CONSTRAINT = 'request_as_its_meeting';\n    END IF;\n    RETURN NULL;",
                    hash="42fcff05855180ad3e2b4937bf3cb59c4b727ecb",
                    operation='INSERT OR UPDATE OF "state"',
                    pgid="pgtrigger_request_as_its_meeting_2d8b8",
                    table="conferences_request",
                    timing="DEFERRABLE INITIALLY DEFERRED",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="requestedchild",
            trigger=pgtrigger.compiler.Trigger(
                name="requestedchild_on_its_own_new",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n    IF EXISTS (\n        SELECT FROM (SELECT * FROM new_rows WHERE true) AS r JOIN conferences_request AS q ON q.id = r.request_id\n            LEFT JOIN conferences_enquiry AS e ON e.id = r.enquiry_id\n            LEFT JOIN conferences_transferin AS t ON t.id = r.transfer_in_id\n            LEFT JOIN conferences_plan AS p ON p.id = r.plan_id\n        WHERE e.child_id <> r.child_id OR t.child_id <> r.child_id OR p.child_id <> r.child_id\n            OR (q.state <> 'WITHDRAWN' AND (\n                e.voided_at IS NOT NULL OR (e.conference_need = 'NOT_NEEDED' AND e.source = 'RECORDED')))) THEN\n        RAISE EXCEPTION 'requestedchild_on_its_own' USING ERRCODE = 'check_violation', CONSTRAINT = 'requestedchild_on_its_own';\n    END IF;\n    RETURN NULL;",
                    hash="9f017e66f7b52428e94d6ff6e27f200c4cac63bc",
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
                    func="\n    IF EXISTS (\n        SELECT FROM (SELECT * FROM conferences_requestedchild WHERE id = NEW.id) AS r JOIN conferences_request AS q ON q.id = r.request_id\n            LEFT JOIN conferences_enquiry AS e ON e.id = r.enquiry_id\n            LEFT JOIN conferences_transferin AS t ON t.id = r.transfer_in_id\n            LEFT JOIN conferences_plan AS p ON p.id = r.plan_id\n        WHERE e.child_id <> r.child_id OR t.child_id <> r.child_id OR p.child_id <> r.child_id\n            OR (q.state <> 'WITHDRAWN' AND (\n                e.voided_at IS NOT NULL OR (e.conference_need = 'NOT_NEEDED' AND e.source = 'RECORDED')))) THEN\n        RAISE EXCEPTION 'requestedchild_on_its_own' USING ERRCODE = 'check_violation', CONSTRAINT = 'requestedchild_on_its_own';\n    END IF;\n    RETURN NULL;",
                    hash="dd61bc32f077a20855bc90d581ad21c2ac442833",
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
                name="conferencechild_fits",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN ((OLD.child_id IS DISTINCT FROM NEW.child_id OR OLD.notified_date IS DISTINCT FROM NEW.notified_date))",
                    constraint="CONSTRAINT",
                    func="\n    IF EXISTS (\n        SELECT FROM (SELECT * FROM conferences_conferencechild WHERE transfer_in_id = NEW.id) AS r\n            JOIN conferences_conference AS c ON c.id = r.conference_id\n            LEFT JOIN conferences_enquiry AS e ON e.id = r.enquiry_id\n            LEFT JOIN conferences_transferin AS t ON t.id = r.transfer_in_id\n            LEFT JOIN conferences_plan AS p ON p.id = r.plan_id\n        WHERE e.child_id <> r.child_id OR t.child_id <> r.child_id OR p.child_id <> r.child_id\n            OR e.voided_at IS NOT NULL\n            OR (c.source = 'RECORDED' AND (\n                c.held_date < e.started_date OR c.held_date < t.notified_date OR c.held_date <= p.start_date\n                OR (p.source = 'RECORDED' AND c.held_date > p.end_date)))) THEN\n        RAISE EXCEPTION 'conferencechild_fits' USING ERRCODE = 'check_violation', CONSTRAINT = 'conferencechild_fits';\n    END IF;\n    RETURN NULL;",
                    hash="bb5b3ecd58a5b818f28455726dc41bf4c1e5b487",
                    operation='UPDATE OF "child_id", "notified_date"',
                    pgid="pgtrigger_conferencechild_fits_a69eb",
                    table="conferences_transferin",
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
                    condition="WHEN ((OLD.child_id IS DISTINCT FROM NEW.child_id))",
                    constraint="CONSTRAINT",
                    func="\n    IF EXISTS (\n        SELECT FROM (SELECT * FROM conferences_requestedchild WHERE transfer_in_id = NEW.id) AS r JOIN conferences_request AS q ON q.id = r.request_id\n            LEFT JOIN conferences_enquiry AS e ON e.id = r.enquiry_id\n            LEFT JOIN conferences_transferin AS t ON t.id = r.transfer_in_id\n            LEFT JOIN conferences_plan AS p ON p.id = r.plan_id\n        WHERE e.child_id <> r.child_id OR t.child_id <> r.child_id OR p.child_id <> r.child_id\n            OR (q.state <> 'WITHDRAWN' AND (\n                e.voided_at IS NOT NULL OR (e.conference_need = 'NOT_NEEDED' AND e.source = 'RECORDED')))) THEN\n        RAISE EXCEPTION 'requestedchild_on_its_own' USING ERRCODE = 'check_violation', CONSTRAINT = 'requestedchild_on_its_own';\n    END IF;\n    RETURN NULL;",
                    hash="08367adeadddc184de188ec6ed5b2e3e0f1b990f",
                    operation='UPDATE OF "child_id"',
                    pgid="pgtrigger_requestedchild_on_its_own_0aeb8",
                    table="conferences_transferin",
                    timing="DEFERRABLE INITIALLY DEFERRED",
                    when="AFTER",
                ),
            ),
        ),
        AddConstraintNotValid(
            model_name="consultation",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("state", "RAISED"), _negated=True), ("asked_at__isnull", True), _connector="OR"
                ),
                name="consultation_raised_is_not_asked",
            ),
        ),
    ]

"""A record that was joined stays empty, and a consultation stands as it was answered last."""

import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [
        ("conferences", "0079_conditions_fall_due_checked"),
    ]

    operations = [
        pgtrigger.migrations.RemoveTrigger(
            model_name="consultation",
            name="consultation_as_it_was_answered",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="recordjoin",
            name="child_joined_by_a_joining",
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="childinneedplan",
            trigger=pgtrigger.compiler.Trigger(
                name="childinneedplan_of_a_record_that_stands_new",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n    IF EXISTS (\n        SELECT FROM (SELECT * FROM new_rows WHERE true) AS r JOIN safeguarding_child AS c ON c.id = r.child_id\n        WHERE c.joined_into_id IS NOT NULL) THEN\n        RAISE EXCEPTION 'childinneedplan_of_a_record_that_stands' USING ERRCODE = 'check_violation', CONSTRAINT = 'childinneedplan_of_a_record_that_stands';\n    END IF;\n    RETURN NULL;",
                    hash="cf05f4d8960cb94a73d0860b5c3350ec2df5985e",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_childinneedplan_of_a_record_that_stands_new_a052a",
                    referencing="REFERENCING NEW TABLE AS new_rows ",
                    table="conferences_childinneedplan",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="childinneedplan",
            trigger=pgtrigger.compiler.Trigger(
                name="childinneedplan_of_a_record_that_stands",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN ((OLD.child_id IS DISTINCT FROM NEW.child_id))",
                    constraint="CONSTRAINT",
                    func="\n    IF EXISTS (\n        SELECT FROM (SELECT * FROM conferences_childinneedplan WHERE id = NEW.id) AS r JOIN safeguarding_child AS c ON c.id = r.child_id\n        WHERE c.joined_into_id IS NOT NULL) THEN\n        RAISE EXCEPTION 'childinneedplan_of_a_record_that_stands' USING ERRCODE = 'check_violation', CONSTRAINT = 'childinneedplan_of_a_record_that_stands';\n    END IF;\n    RETURN NULL;",
                    hash="fb213d1e8a7f1c49b0859be98823215bf4be82c9",
                    operation='UPDATE OF "child_id"',
                    pgid="pgtrigger_childinneedplan_of_a_record_that_stands_7623e",
                    table="conferences_childinneedplan",
                    timing="DEFERRABLE INITIALLY DEFERRED",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="conference",
            trigger=pgtrigger.compiler.Trigger(
                name="decision_on_a_living_child",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN ((OLD.held_date IS DISTINCT FROM NEW.held_date))",
                    constraint="CONSTRAINT",
                    func="\n    IF EXISTS (\n        SELECT FROM (SELECT * FROM conferences_decision WHERE conference_child_id IN (SELECT id FROM conferences_conferencechild WHERE conference_id = NEW.id)) AS r\n            JOIN conferences_conferencechild AS cc ON cc.id = r.conference_child_id\n            JOIN conferences_conference AS c ON c.id = cc.conference_id AND c.source = 'RECORDED'\n            JOIN safeguarding_child AS k ON k.id = cc.child_id\n        WHERE k.death_date < c.held_date) THEN\n        RAISE EXCEPTION 'decision_on_a_living_child' USING ERRCODE = 'check_violation', CONSTRAINT = 'decision_on_a_living_child';\n    END IF;\n    RETURN NULL;",
                    hash="b95207b2c6bf8b7027fa80124095317600ac9feb",
                    operation='UPDATE OF "held_date"',
                    pgid="pgtrigger_decision_on_a_living_child_5614d",
                    table="conferences_conference",
                    timing="DEFERRABLE INITIALLY DEFERRED",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="conferencechild",
            trigger=pgtrigger.compiler.Trigger(
                name="decision_on_a_living_child",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN ((OLD.child_id IS DISTINCT FROM NEW.child_id))",
                    constraint="CONSTRAINT",
                    func="\n    IF EXISTS (\n        SELECT FROM (SELECT * FROM conferences_decision WHERE conference_child_id = NEW.id) AS r\n            JOIN conferences_conferencechild AS cc ON cc.id = r.conference_child_id\n            JOIN conferences_conference AS c ON c.id = cc.conference_id AND c.source = 'RECORDED'\n            JOIN safeguarding_child AS k ON k.id = cc.child_id\n        WHERE k.death_date < c.held_date) THEN\n        RAISE EXCEPTION 'decision_on_a_living_child' USING ERRCODE = 'check_violation', CONSTRAINT = 'decision_on_a_living_child';\n    END IF;\n    RETURN NULL;",
                    hash="71a898cfdd1a00e49ea31c4a838ac780caa9cb03",
                    operation='UPDATE OF "child_id"',
                    pgid="pgtrigger_decision_on_a_living_child_e0ff0",
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
                    condition="WHEN (NEW.state <> 'CLOSED')",
                    constraint="CONSTRAINT",
                    func="\n    IF EXISTS (\n        SELECT FROM conferences_consultation AS k\n        WHERE k.id = NEW.id AND k.state = NEW.state\n            AND CASE WHEN k.state IN ('RAISED', 'ASKED')\n                THEN (k.asked_at >= (\n        SELECT a.answered_at FROM conferences_consultationanswer AS a WHERE a.consultation_id = k.id\n        ORDER BY a.id DESC LIMIT 1)) IS FALSE\n                ELSE k.state IS DISTINCT FROM (\n        SELECT (CASE a.answer WHEN 'AGREE' THEN 'AGREED' WHEN 'AGREE_LEGAL' THEN 'AGREED' WHEN 'ANOTHER_WAY' THEN 'ANOTHER_WAY' WHEN 'MORE_INFORMATION' THEN 'MORE_INFORMATION' WHEN 'ESCALATE' THEN 'ESCALATED' WHEN 'PARTNER_RIGHT' THEN 'AGREED' END) FROM conferences_consultationanswer AS a WHERE a.consultation_id = k.id\n        ORDER BY a.id DESC LIMIT 1)\n            END) THEN\n        RAISE EXCEPTION 'consultation_as_it_was_answered' USING ERRCODE = 'check_violation', CONSTRAINT = 'consultation_as_it_was_answered';\n    END IF;\n    RETURN NULL;",
                    hash="4e86616a5cf48a50e66ff2044035e0f858e5c3a5",
                    operation='INSERT OR UPDATE OF "state"',
                    pgid="pgtrigger_consultation_as_it_was_answered_7fb7e",
                    table="conferences_consultation",
                    timing="DEFERRABLE INITIALLY DEFERRED",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="enquiry",
            trigger=pgtrigger.compiler.Trigger(
                name="enquiry_of_a_record_that_stands_new",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n    IF EXISTS (\n        SELECT FROM (SELECT * FROM new_rows WHERE true) AS r JOIN safeguarding_child AS c ON c.id = r.child_id\n        WHERE c.joined_into_id IS NOT NULL) THEN\n        RAISE EXCEPTION 'enquiry_of_a_record_that_stands' USING ERRCODE = 'check_violation', CONSTRAINT = 'enquiry_of_a_record_that_stands';\n    END IF;\n    RETURN NULL;",
                    hash="c13dacc9054355abafcc8ef7e0552edbf38ddc11",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_enquiry_of_a_record_that_stands_new_e733a",
                    referencing="REFERENCING NEW TABLE AS new_rows ",
                    table="conferences_enquiry",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="enquiry",
            trigger=pgtrigger.compiler.Trigger(
                name="enquiry_of_a_record_that_stands",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN ((OLD.child_id IS DISTINCT FROM NEW.child_id))",
                    constraint="CONSTRAINT",
                    func="\n    IF EXISTS (\n        SELECT FROM (SELECT * FROM conferences_enquiry WHERE id = NEW.id) AS r JOIN safeguarding_child AS c ON c.id = r.child_id\n        WHERE c.joined_into_id IS NOT NULL) THEN\n        RAISE EXCEPTION 'enquiry_of_a_record_that_stands' USING ERRCODE = 'check_violation', CONSTRAINT = 'enquiry_of_a_record_that_stands';\n    END IF;\n    RETURN NULL;",
                    hash="3600e0d5411f9ba72b755ccdd0bbf8cd3bfb64f2",
                    operation='UPDATE OF "child_id"',
                    pgid="pgtrigger_enquiry_of_a_record_that_stands_1ddd3",
                    table="conferences_enquiry",
                    timing="DEFERRABLE INITIALLY DEFERRED",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="lifeevent",
            trigger=pgtrigger.compiler.Trigger(
                name="lifeevent_of_a_record_that_stands_new",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n    IF EXISTS (\n        SELECT FROM (SELECT * FROM new_rows WHERE true) AS r JOIN safeguarding_child AS c ON c.id = r.child_id\n        WHERE c.joined_into_id IS NOT NULL) THEN\n        RAISE EXCEPTION 'lifeevent_of_a_record_that_stands' USING ERRCODE = 'check_violation', CONSTRAINT = 'lifeevent_of_a_record_that_stands';\n    END IF;\n    RETURN NULL;",
                    hash="1edd21cd8188efcb385e39f80bdeec4711030f10",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_lifeevent_of_a_record_that_stands_new_5d46b",
                    referencing="REFERENCING NEW TABLE AS new_rows ",
                    table="conferences_lifeevent",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="lifeevent",
            trigger=pgtrigger.compiler.Trigger(
                name="lifeevent_of_a_record_that_stands",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN ((OLD.child_id IS DISTINCT FROM NEW.child_id))",
                    constraint="CONSTRAINT",
                    func="\n    IF EXISTS (\n        SELECT FROM (SELECT * FROM conferences_lifeevent WHERE id = NEW.id) AS r JOIN safeguarding_child AS c ON c.id = r.child_id\n        WHERE c.joined_into_id IS NOT NULL) THEN\n        RAISE EXCEPTION 'lifeevent_of_a_record_that_stands' USING ERRCODE = 'check_violation', CONSTRAINT = 'lifeevent_of_a_record_that_stands';\n    END IF;\n    RETURN NULL;",
                    hash="be8e41335960a33ae4935d18b9c25ec730b374d0",
                    operation='UPDATE OF "child_id"',
                    pgid="pgtrigger_lifeevent_of_a_record_that_stands_3584a",
                    table="conferences_lifeevent",
                    timing="DEFERRABLE INITIALLY DEFERRED",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="lifeevent",
            trigger=pgtrigger.compiler.Trigger(
                name="lifeevent_of_its_own_child_new",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n    IF EXISTS (\n        SELECT FROM (SELECT * FROM new_rows WHERE true) AS r\n            LEFT JOIN safeguarding_childname AS n ON n.id = r.name_id\n            LEFT JOIN safeguarding_householdmember AS m ON m.id = r.stay_id\n        WHERE n.child_id <> r.child_id\n            OR (r.stay_id IS NOT NULL AND m.child_id IS DISTINCT FROM r.child_id)) THEN\n        RAISE EXCEPTION 'lifeevent_of_its_own_child' USING ERRCODE = 'check_violation', CONSTRAINT = 'lifeevent_of_its_own_child';\n    END IF;\n    RETURN NULL;",
                    hash="f8cdeeba581a47e5b50aba4fac3e4c1bf39dac2a",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_lifeevent_of_its_own_child_new_a0dab",
                    referencing="REFERENCING NEW TABLE AS new_rows ",
                    table="conferences_lifeevent",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="lifeevent",
            trigger=pgtrigger.compiler.Trigger(
                name="lifeevent_of_its_own_child",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN ((OLD.child_id IS DISTINCT FROM NEW.child_id OR OLD.name_id IS DISTINCT FROM NEW.name_id OR OLD.stay_id IS DISTINCT FROM NEW.stay_id))",
                    constraint="CONSTRAINT",
                    func="\n    IF EXISTS (\n        SELECT FROM (SELECT * FROM conferences_lifeevent WHERE id = NEW.id) AS r\n            LEFT JOIN safeguarding_childname AS n ON n.id = r.name_id\n            LEFT JOIN safeguarding_householdmember AS m ON m.id = r.stay_id\n        WHERE n.child_id <> r.child_id\n            OR (r.stay_id IS NOT NULL AND m.child_id IS DISTINCT FROM r.child_id)) THEN\n        RAISE EXCEPTION 'lifeevent_of_its_own_child' USING ERRCODE = 'check_violation', CONSTRAINT = 'lifeevent_of_its_own_child';\n    END IF;\n    RETURN NULL;",
                    hash="45611c450c98a3a3a57349f8d033d5cd54a77444",
                    operation='UPDATE OF "child_id", "name_id", "stay_id"',
                    pgid="pgtrigger_lifeevent_of_its_own_child_493f2",
                    table="conferences_lifeevent",
                    timing="DEFERRABLE INITIALLY DEFERRED",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="needepisode",
            trigger=pgtrigger.compiler.Trigger(
                name="needepisode_of_a_record_that_stands_new",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n    IF EXISTS (\n        SELECT FROM (SELECT * FROM new_rows WHERE true) AS r JOIN safeguarding_child AS c ON c.id = r.child_id\n        WHERE c.joined_into_id IS NOT NULL) THEN\n        RAISE EXCEPTION 'needepisode_of_a_record_that_stands' USING ERRCODE = 'check_violation', CONSTRAINT = 'needepisode_of_a_record_that_stands';\n    END IF;\n    RETURN NULL;",
                    hash="c46e1f2d4bcef0dca79a87ec05267d7b234c61d4",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_needepisode_of_a_record_that_stands_new_aebde",
                    referencing="REFERENCING NEW TABLE AS new_rows ",
                    table="conferences_needepisode",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="needepisode",
            trigger=pgtrigger.compiler.Trigger(
                name="needepisode_of_a_record_that_stands",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN ((OLD.child_id IS DISTINCT FROM NEW.child_id))",
                    constraint="CONSTRAINT",
                    func="\n    IF EXISTS (\n        SELECT FROM (SELECT * FROM conferences_needepisode WHERE id = NEW.id) AS r JOIN safeguarding_child AS c ON c.id = r.child_id\n        WHERE c.joined_into_id IS NOT NULL) THEN\n        RAISE EXCEPTION 'needepisode_of_a_record_that_stands' USING ERRCODE = 'check_violation', CONSTRAINT = 'needepisode_of_a_record_that_stands';\n    END IF;\n    RETURN NULL;",
                    hash="a5cda0dcf6423fbed5aaa06a8d815c564c8af859",
                    operation='UPDATE OF "child_id"',
                    pgid="pgtrigger_needepisode_of_a_record_that_stands_cd3e4",
                    table="conferences_needepisode",
                    timing="DEFERRABLE INITIALLY DEFERRED",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="plan",
            trigger=pgtrigger.compiler.Trigger(
                name="plan_of_a_record_that_stands_new",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n    IF EXISTS (\n        SELECT FROM (SELECT * FROM new_rows WHERE true) AS r JOIN safeguarding_child AS c ON c.id = r.child_id\n        WHERE c.joined_into_id IS NOT NULL) THEN\n        RAISE EXCEPTION 'plan_of_a_record_that_stands' USING ERRCODE = 'check_violation', CONSTRAINT = 'plan_of_a_record_that_stands';\n    END IF;\n    RETURN NULL;",
                    hash="e0c33d8eb9280c32f97f34c768684c03dd10cea6",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_plan_of_a_record_that_stands_new_a00b1",
                    referencing="REFERENCING NEW TABLE AS new_rows ",
                    table="conferences_plan",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="plan",
            trigger=pgtrigger.compiler.Trigger(
                name="plan_of_a_record_that_stands",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN ((OLD.child_id IS DISTINCT FROM NEW.child_id))",
                    constraint="CONSTRAINT",
                    func="\n    IF EXISTS (\n        SELECT FROM (SELECT * FROM conferences_plan WHERE id = NEW.id) AS r JOIN safeguarding_child AS c ON c.id = r.child_id\n        WHERE c.joined_into_id IS NOT NULL) THEN\n        RAISE EXCEPTION 'plan_of_a_record_that_stands' USING ERRCODE = 'check_violation', CONSTRAINT = 'plan_of_a_record_that_stands';\n    END IF;\n    RETURN NULL;",
                    hash="cdfa46d697c085c923eb362cec38e82e84ed8df9",
                    operation='UPDATE OF "child_id"',
                    pgid="pgtrigger_plan_of_a_record_that_stands_2d12c",
                    table="conferences_plan",
                    timing="DEFERRABLE INITIALLY DEFERRED",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="plancategory",
            trigger=pgtrigger.compiler.Trigger(
                name="plancategory_decided_here_new",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n    IF EXISTS (\n        SELECT FROM (SELECT * FROM new_rows WHERE true) AS r JOIN conferences_plan AS p ON p.id = r.plan_id\n        WHERE r.conference_child_id IS NULL AND p.source = 'RECORDED' AND NOT p.held_for_other_authority) THEN\n        RAISE EXCEPTION 'plancategory_decided_here' USING ERRCODE = 'check_violation', CONSTRAINT = 'plancategory_decided_here';\n    END IF;\n    RETURN NULL;",
                    hash="27321b2eab607452fa58936512237a60c5e1a088",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_plancategory_decided_here_new_c26dd",
                    referencing="REFERENCING NEW TABLE AS new_rows ",
                    table="conferences_plancategory",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="plancategory",
            trigger=pgtrigger.compiler.Trigger(
                name="plancategory_decided_here",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN ((OLD.plan_id IS DISTINCT FROM NEW.plan_id OR OLD.conference_child_id IS DISTINCT FROM NEW.conference_child_id))",
                    constraint="CONSTRAINT",
                    func="\n    IF EXISTS (\n        SELECT FROM (SELECT * FROM conferences_plancategory WHERE id = NEW.id) AS r JOIN conferences_plan AS p ON p.id = r.plan_id\n        WHERE r.conference_child_id IS NULL AND p.source = 'RECORDED' AND NOT p.held_for_other_authority) THEN\n        RAISE EXCEPTION 'plancategory_decided_here' USING ERRCODE = 'check_violation', CONSTRAINT = 'plancategory_decided_here';\n    END IF;\n    RETURN NULL;",
                    hash="9c87ffbd338b0616d296a1946aeb0dae297f13e6",
                    operation='UPDATE OF "plan_id", "conference_child_id"',
                    pgid="pgtrigger_plancategory_decided_here_9b335",
                    table="conferences_plancategory",
                    timing="DEFERRABLE INITIALLY DEFERRED",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="recordjoin",
            trigger=pgtrigger.compiler.Trigger(
                name="child_joined_by_a_joining",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    constraint="CONSTRAINT",
                    func="\n    IF EXISTS (\n        SELECT FROM safeguarding_child AS c\n        WHERE c.id = NEW.gone_id AND (c.joined_into_id = c.id OR (c.joined_into_id IS NOT NULL) <> EXISTS (\n            SELECT FROM conferences_recordjoin AS j WHERE j.gone_id = c.id AND j.undone_at IS NULL)\n            OR (c.joined_into_id IS NOT NULL AND EXISTS (\n                SELECT FROM safeguarding_child AS o WHERE o.joined_into_id = c.id\n                    OR (o.id = c.joined_into_id AND o.joined_into_id IS NOT NULL))))) THEN\n        RAISE EXCEPTION 'child_joined_by_a_joining' USING ERRCODE = 'check_violation', CONSTRAINT = 'child_joined_by_a_joining';\n    END IF;\n    RETURN NULL;",
                    hash="a458bc39658a2750a314607e52a3295f82bf7dbd",
                    operation='INSERT OR UPDATE OF "undone_at"',
                    pgid="pgtrigger_child_joined_by_a_joining_41926",
                    table="conferences_recordjoin",
                    timing="DEFERRABLE INITIALLY DEFERRED",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="requestedchild",
            trigger=pgtrigger.compiler.Trigger(
                name="requestedchild_review_of_a_running_plan_new",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n    IF EXISTS (\n        SELECT FROM (SELECT * FROM new_rows WHERE true) AS r\n            JOIN conferences_request AS q ON q.id = r.request_id AND q.state IN ('REQUESTED', 'BOOKED')\n            JOIN conferences_plan AS p ON p.id = r.plan_id\n        WHERE r.kind = 'REVIEW' AND p.end_date < (q.requested_at AT TIME ZONE 'Europe/London')::date) THEN\n        RAISE EXCEPTION 'requestedchild_review_of_a_running_plan' USING ERRCODE = 'check_violation', CONSTRAINT = 'requestedchild_review_of_a_running_plan';\n    END IF;\n    RETURN NULL;",
                    hash="2cb1a313e0b531e89aaa81017d33bf73f6c01c9f",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_requestedchild_review_of_a_running_plan_new_38bed",
                    referencing="REFERENCING NEW TABLE AS new_rows ",
                    table="conferences_requestedchild",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="requestedchild",
            trigger=pgtrigger.compiler.Trigger(
                name="requestedchild_review_of_a_running_plan",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN ((OLD.plan_id IS DISTINCT FROM NEW.plan_id OR OLD.request_id IS DISTINCT FROM NEW.request_id))",
                    constraint="CONSTRAINT",
                    func="\n    IF EXISTS (\n        SELECT FROM (SELECT * FROM conferences_requestedchild WHERE id = NEW.id) AS r\n            JOIN conferences_request AS q ON q.id = r.request_id AND q.state IN ('REQUESTED', 'BOOKED')\n            JOIN conferences_plan AS p ON p.id = r.plan_id\n        WHERE r.kind = 'REVIEW' AND p.end_date < (q.requested_at AT TIME ZONE 'Europe/London')::date) THEN\n        RAISE EXCEPTION 'requestedchild_review_of_a_running_plan' USING ERRCODE = 'check_violation', CONSTRAINT = 'requestedchild_review_of_a_running_plan';\n    END IF;\n    RETURN NULL;",
                    hash="67834181da2f25e46968430fe6ae7c71145a4d12",
                    operation='UPDATE OF "plan_id", "request_id"',
                    pgid="pgtrigger_requestedchild_review_of_a_running_plan_084c5",
                    table="conferences_requestedchild",
                    timing="DEFERRABLE INITIALLY DEFERRED",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="transferin",
            trigger=pgtrigger.compiler.Trigger(
                name="transferin_of_a_record_that_stands_new",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n    IF EXISTS (\n        SELECT FROM (SELECT * FROM new_rows WHERE true) AS r JOIN safeguarding_child AS c ON c.id = r.child_id\n        WHERE c.joined_into_id IS NOT NULL) THEN\n        RAISE EXCEPTION 'transferin_of_a_record_that_stands' USING ERRCODE = 'check_violation', CONSTRAINT = 'transferin_of_a_record_that_stands';\n    END IF;\n    RETURN NULL;",
                    hash="056c165d4a13ac27c9975c336622c7e4e17441be",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_transferin_of_a_record_that_stands_new_c54e0",
                    referencing="REFERENCING NEW TABLE AS new_rows ",
                    table="conferences_transferin",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="transferin",
            trigger=pgtrigger.compiler.Trigger(
                name="transferin_of_a_record_that_stands",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN ((OLD.child_id IS DISTINCT FROM NEW.child_id))",
                    constraint="CONSTRAINT",
                    func="\n    IF EXISTS (\n        SELECT FROM (SELECT * FROM conferences_transferin WHERE id = NEW.id) AS r JOIN safeguarding_child AS c ON c.id = r.child_id\n        WHERE c.joined_into_id IS NOT NULL) THEN\n        RAISE EXCEPTION 'transferin_of_a_record_that_stands' USING ERRCODE = 'check_violation', CONSTRAINT = 'transferin_of_a_record_that_stands';\n    END IF;\n    RETURN NULL;",
                    hash="e1570c6326cf5d97932ea9c0d4e1faca4352d565",
                    operation='UPDATE OF "child_id"',
                    pgid="pgtrigger_transferin_of_a_record_that_stands_8c85d",
                    table="conferences_transferin",
                    timing="DEFERRABLE INITIALLY DEFERRED",
                    when="AFTER",
                ),
            ),
        ),
    ]

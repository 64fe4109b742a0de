"""A link takes the place of the one before once it is given, and its code is told apart from its letter."""

import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("conferences", "0205_reports_own_their_children_filled"),
    ]

    operations = [
        pgtrigger.migrations.RemoveTrigger(
            model_name="agencyreport",
            name="agencyreport_by_a_link_that_is_taken",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="reportlink",
            name="insert_insert",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="reportlink",
            name="update_update",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="reportlink",
            name="delete_delete",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="reportlink",
            name="reportlink_stays",
        ),
        migrations.RemoveConstraint(
            model_name="reportlink",
            name="reportlink_one_that_is_taken",
        ),
        migrations.AddField(
            model_name="reportlink",
            name="code_at",
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="reportlink",
            name="given_at",
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="reportlinkevent",
            name="code_at",
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="reportlinkevent",
            name="given_at",
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.AlterField(
            model_name="notice",
            name="change",
            field=models.CharField(
                blank=True,
                choices=[
                    ("BOOKED", "A conference is in the diary"),
                    ("ENTERED", "A conference that was held is entered, and waits for its record"),
                    ("MOVED", "A conference has moved"),
                    ("CANCELLED", "A conference is cancelled"),
                    ("INQUORATE", "A conference was not quorate, and needs a new date"),
                    ("ADJOURNED", "A conference is adjourned to another day"),
                    ("ABANDONED", "A conference was abandoned, and needs a new date"),
                    (
                        "PUT_BACK",
                        "A conference did not end without a decision after all: it is in the diary again",
                    ),
                    ("CHAIR_CHANGED", "A conference has another chair"),
                    ("REPORT_CAME", "An agency’s report for a conference has come"),
                    (
                        "LINK_LOCKED",
                        "An agency’s link for a report is closed after wrong codes: make a new one",
                    ),
                    ("MINUTES", "A conference has another minute taker"),
                    ("FIT", "What the day of a conference must fit was told otherwise"),
                    ("CHILDREN", "A conference is for other children than before"),
                    ("ANSWERED", "A re-plan consultation is answered"),
                    ("MORE_ASKED", "More is asked for a re-plan consultation"),
                    ("WAIVED", "A waiver of thinking time is granted: the conference can go on without"),
                    ("NOT_WAIVED", "A waiver of thinking time is refused: it is still required"),
                    ("TAKEN_BACK", "A re-plan consultation is withdrawn"),
                    ("THINKING_FREED", "Time that you kept to think is free again in your diary"),
                    ("MAY_COME_BACK", "A child who left a request may come back to it"),
                    ("WITHDRAWN", "A request for a conference is withdrawn"),
                    ("OPENED_AGAIN", "A record that you are named for is open to others again"),
                    ("DAY_MOVED", "The day by which a conference is due has moved"),
                    ("FILE_NAMED", "A census file changed a record that is closed to others"),
                    ("FILE_UNNAMED", "A census file changed a restricted record for which nobody is named"),
                    ("WENT_LIVE", "The service went live"),
                ],
                default="",
                max_length=14,
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="agencyreport",
            trigger=pgtrigger.compiler.Trigger(
                name="agencyreport_by_a_link_that_is_taken",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    constraint="CONSTRAINT",
                    func="\n    IF EXISTS (\n        SELECT FROM conferences_reportlink AS l JOIN conferences_invitation AS i ON i.id = l.invitation_id\n        WHERE l.id = NEW.link_id\n        AND (l.ended_at IS NOT NULL OR l.tries >= 5 OR i.off_at IS NOT NULL\n            OR NEW.sent_at < l.made_at\n            OR ((NEW.sent_at AT TIME ZONE 'Europe/London')::date > l.ends_date\n                AND COALESCE(\n                    (SELECT b.state NOT IN ('INQUORATE', 'ADJOURNED', 'ABANDONED')\n                    FROM conferences_booking AS b\n                    WHERE b.request_id = i.request_id AND b.state <> 'CANCELLED'\n                    ORDER BY b.id DESC LIMIT 1), true)))) THEN\n        RAISE EXCEPTION 'agencyreport_by_a_link_that_is_taken' USING ERRCODE = 'check_violation', CONSTRAINT = 'agencyreport_by_a_link_that_is_taken';\n    END IF;\n    RETURN NULL;",
                    hash="28df0083906fda3b003fcfd55fb91067c68e1fa8",
                    operation="INSERT",
                    pgid="pgtrigger_agencyreport_by_a_link_that_is_taken_a5962",
                    table="conferences_agencyreport",
                    timing="DEFERRABLE INITIALLY DEFERRED",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="reportlink",
            trigger=pgtrigger.compiler.Trigger(
                name="reportlink_stays",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n    IF TG_OP = 'DELETE' OR OLD.ended_at IS NOT NULL\n        OR (OLD.tries >= 5 AND NEW.tries < OLD.tries)\n        OR NEW.ends_date < OLD.ends_date\n        OR (OLD.given_at IS NOT NULL AND NEW.given_at IS DISTINCT FROM OLD.given_at)\n        OR (NEW.code_digest <> OLD.code_digest\n            AND (OLD.tries >= 5 OR NEW.code_at IS NOT DISTINCT FROM OLD.code_at))\n        OR (NEW.invitation_id, NEW.digest, NEW.made_by_id, NEW.made_at)\n            IS DISTINCT FROM\n            (OLD.invitation_id, OLD.digest, OLD.made_by_id, OLD.made_at) THEN\n        RAISE EXCEPTION 'reportlink_stays' USING ERRCODE = 'check_violation', CONSTRAINT = 'reportlink_stays';\n    END IF;\n    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;\n    RETURN NEW;",
                    hash="239d5d8036c41203454ecff8afb0c411d5dc43d6",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_reportlink_stays_26298",
                    table="conferences_reportlink",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="reportlink",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_reportlinkevent" ("code_at", "code_digest", "digest", "ended_at", "ended_by_id", "ends_date", "given_at", "id", "invitation_id", "made_at", "made_by_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT new_values."code_at", new_values."code_digest", new_values."digest", new_values."ended_at", new_values."ended_by_id", new_values."ends_date", new_values."given_at", new_values."id", new_values."invitation_id", new_values."made_at", new_values."made_by_id", _pgh_attached_context.value, NOW(), \'insert\', new_values."id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="dad3021cf7ffa6e8e7019a4dcce1a69c125af2f9",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_beece",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="conferences_reportlink",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="reportlink",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_reportlinkevent" ("code_at", "code_digest", "digest", "ended_at", "ended_by_id", "ends_date", "given_at", "id", "invitation_id", "made_at", "made_by_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT new_values."code_at", new_values."code_digest", new_values."digest", new_values."ended_at", new_values."ended_by_id", new_values."ends_date", new_values."given_at", new_values."id", new_values."invitation_id", new_values."made_at", new_values."made_by_id", _pgh_attached_context.value, NOW(), \'update\', new_values."id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values."code_at" IS DISTINCT FROM (new_values."code_at") OR old_values."code_digest" IS DISTINCT FROM (new_values."code_digest") OR old_values."digest" IS DISTINCT FROM (new_values."digest") OR old_values."ended_at" IS DISTINCT FROM (new_values."ended_at") OR old_values."ended_by_id" IS DISTINCT FROM (new_values."ended_by_id") OR old_values."ends_date" IS DISTINCT FROM (new_values."ends_date") OR old_values."given_at" IS DISTINCT FROM (new_values."given_at") OR old_values."id" IS DISTINCT FROM (new_values."id") OR old_values."invitation_id" IS DISTINCT FROM (new_values."invitation_id") OR old_values."made_at" IS DISTINCT FROM (new_values."made_at") OR old_values."made_by_id" IS DISTINCT FROM (new_values."made_by_id")) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="12f07030b602d9b207c4b0d5330390b85b003c39",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_74a81",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="conferences_reportlink",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="reportlink",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_reportlinkevent" ("code_at", "code_digest", "digest", "ended_at", "ended_by_id", "ends_date", "given_at", "id", "invitation_id", "made_at", "made_by_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT old_values."code_at", old_values."code_digest", old_values."digest", old_values."ended_at", old_values."ended_by_id", old_values."ends_date", old_values."given_at", old_values."id", old_values."invitation_id", old_values."made_at", old_values."made_by_id", _pgh_attached_context.value, NOW(), \'delete\', old_values."id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="d7d87b88f9439094f5f3659b439fb7472bf1a67e",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_f4e24",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="conferences_reportlink",
                    when="AFTER",
                ),
            ),
        ),
    ]

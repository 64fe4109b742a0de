"""A child on the list is prepared as a child, and what was taken back stays as it was."""

import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("conferences", "0190_children_are_not_who_is_excluded"),
    ]

    operations = [
        pgtrigger.migrations.RemoveTrigger(
            model_name="familycontact",
            name="family_contact_with_one_of_the_list_new",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="familycontact",
            name="family_contact_with_one_of_the_list",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="familycontact",
            name="family_contact_stays",
        ),
        migrations.AlterField(
            model_name="viewsbefore",
            name="aloud",
            field=models.CharField(
                blank=True,
                choices=[
                    ("YES", "They may be read aloud"),
                    ("OTHERWISE", "Only in other words, and not as the child’s"),
                    ("NO", "They are not read aloud: for those who work with the child alone"),
                ],
                max_length=10,
            ),
        ),
        migrations.AlterField(
            model_name="viewsbeforeevent",
            name="aloud",
            field=models.CharField(
                blank=True,
                choices=[
                    ("YES", "They may be read aloud"),
                    ("OTHERWISE", "Only in other words, and not as the child’s"),
                    ("NO", "They are not read aloud: for those who work with the child alone"),
                ],
                max_length=10,
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="familycontact",
            trigger=pgtrigger.compiler.Trigger(
                name="family_contact_with_one_of_the_list_new",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n    IF EXISTS (\n        SELECT FROM (SELECT * FROM new_rows WHERE true) AS r LEFT JOIN conferences_invitation AS i ON i.id = r.invitation_id\n            LEFT JOIN conferences_requestedchild AS c ON c.id = r.asked_id\n        WHERE (i.id IS NOT NULL\n                AND (i.request_id <> r.request_id OR i.agency_kind <> '' OR i.requested_child_id IS NOT NULL))\n            OR (c.id IS NOT NULL AND c.request_id <> r.request_id)) THEN\n        RAISE EXCEPTION 'family_contact_with_one_of_the_list' USING ERRCODE = 'check_violation', CONSTRAINT = 'family_contact_with_one_of_the_list';\n    END IF;\n    RETURN NULL;",
                    hash="4dc254f09b7ed324672913051648420dfc104e32",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_family_contact_with_one_of_the_list_new_531de",
                    referencing="REFERENCING NEW TABLE AS new_rows ",
                    table="conferences_familycontact",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="familycontact",
            trigger=pgtrigger.compiler.Trigger(
                name="family_contact_with_one_of_the_list",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN ((OLD.request_id IS DISTINCT FROM NEW.request_id OR OLD.invitation_id IS DISTINCT FROM NEW.invitation_id OR OLD.asked_id IS DISTINCT FROM NEW.asked_id))",
                    constraint="CONSTRAINT",
                    func="\n    IF EXISTS (\n        SELECT FROM (SELECT * FROM conferences_familycontact WHERE id = NEW.id) AS r LEFT JOIN conferences_invitation AS i ON i.id = r.invitation_id\n            LEFT JOIN conferences_requestedchild AS c ON c.id = r.asked_id\n        WHERE (i.id IS NOT NULL\n                AND (i.request_id <> r.request_id OR i.agency_kind <> '' OR i.requested_child_id IS NOT NULL))\n            OR (c.id IS NOT NULL AND c.request_id <> r.request_id)) THEN\n        RAISE EXCEPTION 'family_contact_with_one_of_the_list' USING ERRCODE = 'check_violation', CONSTRAINT = 'family_contact_with_one_of_the_list';\n    END IF;\n    RETURN NULL;",
                    hash="0e44ba1ecd0b579097614ae6e4ccc9555f51d11a",
                    operation='UPDATE OF "request_id", "invitation_id", "asked_id"',
                    pgid="pgtrigger_family_contact_with_one_of_the_list_4badd",
                    table="conferences_familycontact",
                    timing="DEFERRABLE INITIALLY DEFERRED",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="familycontact",
            trigger=pgtrigger.compiler.Trigger(
                name="family_contact_stays",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n    IF TG_OP = 'DELETE'\n        OR (NEW.invitation_id, NEW.asked_id) IS DISTINCT FROM (OLD.invitation_id, OLD.asked_id)\n        OR (NEW.request_id <> OLD.request_id AND NEW.asked_id IS NULL)\n        OR (OLD.taken_back_at IS NOT NULL\n            AND to_jsonb(NEW) - 'request_id' <> to_jsonb(OLD) - 'request_id') THEN\n        RAISE EXCEPTION 'family_contact_stays' USING ERRCODE = 'check_violation', CONSTRAINT = 'family_contact_stays';\n    END IF;\n    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;\n    RETURN NEW;",
                    hash="341476bed6cd028002717e288c40aadb8d5b58e6",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_family_contact_stays_6772c",
                    table="conferences_familycontact",
                    when="BEFORE",
                ),
            ),
        ),
    ]

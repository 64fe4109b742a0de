"""A record that was joined into another leads there by a joining alone."""

import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [
        ("safeguarding", "0035_promises_across_tables"),
    ]

    operations = [
        pgtrigger.migrations.AddTrigger(
            model_name="child",
            trigger=pgtrigger.compiler.Trigger(
                name="child_joined_by_a_joining",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN ((OLD.joined_into_id IS DISTINCT FROM NEW.joined_into_id))",
                    constraint="CONSTRAINT",
                    func="\n    IF EXISTS (\n        SELECT FROM safeguarding_child AS c\n        WHERE c.id = NEW.id AND (c.joined_into_id = c.id OR (c.joined_into_id IS NOT NULL) <> EXISTS (\n            SELECT FROM conferences_recordjoin AS j WHERE j.gone_id = c.id AND j.undone_at IS NULL))) THEN\n        RAISE EXCEPTION 'child_joined_by_a_joining' USING ERRCODE = 'check_violation', CONSTRAINT = 'child_joined_by_a_joining';\n    END IF;\n    RETURN NULL;",
                    hash="b80a47bfdc36384bfa6d4e577dcf9021d573ca3e",
                    operation='UPDATE OF "joined_into_id"',
                    pgid="pgtrigger_child_joined_by_a_joining_60609",
                    table="safeguarding_child",
                    timing="DEFERRABLE INITIALLY DEFERRED",
                    when="AFTER",
                ),
            ),
        ),
    ]

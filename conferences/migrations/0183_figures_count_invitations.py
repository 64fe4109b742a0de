"""Whatever is written to the lists of who is invited puts the figures that are counted from them out of date."""

import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations

FUNC = """
INSERT INTO safeguarding_tablechange (transaction) VALUES (pg_current_xact_id()) ON CONFLICT DO NOTHING;
RETURN NULL;
"""


class Migration(migrations.Migration):
    dependencies = [
        ("conferences", "0182_invitations_letters_checked"),
        ("safeguarding", "0001_squashed_0044_days_were_finite"),
    ]

    operations = [
        pgtrigger.migrations.AddTrigger(
            model_name="invitation",
            trigger=pgtrigger.compiler.Trigger(
                name="notes_that_it_changed",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func=FUNC,
                    hash="5524f395ed54e94cde774f869ca7337add9405cf",
                    level="STATEMENT",
                    operation="INSERT OR UPDATE OR DELETE OR TRUNCATE",
                    pgid="pgtrigger_notes_that_it_changed_ef8f2",
                    table="conferences_invitation",
                    when="AFTER",
                ),
            ),
        ),
    ]

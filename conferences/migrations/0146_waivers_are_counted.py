"""What changes a waiver of thinking time puts the figures that were kept out of date: they count it."""

import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [
        ("conferences", "0145_a_file_is_kept"),
    ]

    operations = [
        pgtrigger.migrations.AddTrigger(
            model_name="thinkingwaiver",
            trigger=pgtrigger.compiler.Trigger(
                name="notes_that_it_changed",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\nINSERT INTO safeguarding_tablechange (transaction) VALUES (pg_current_xact_id()) ON CONFLICT DO NOTHING;\nRETURN NULL;\n",
                    hash="ea91200c918dc8eddf433fdbd8e886173d7ab235",
                    level="STATEMENT",
                    operation="INSERT OR UPDATE OR DELETE OR TRUNCATE",
                    pgid="pgtrigger_notes_that_it_changed_7e0a3",
                    table="conferences_thinkingwaiver",
                    when="AFTER",
                ),
            ),
        ),
    ]

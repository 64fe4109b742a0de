"""What the figures are counted from notes its changes, so that what was counted may be kept until then."""

import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [
        ("conferences", "0002_late_needs_why_and_who"),
        ("safeguarding", "0005_kept_counts"),
    ]

    operations = [
        pgtrigger.migrations.AddTrigger(
            model_name="conference",
            trigger=pgtrigger.compiler.Trigger(
                name="notes_that_it_changed",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\nINSERT INTO safeguarding_tablechange (transaction) VALUES (pg_current_xact_id()) ON CONFLICT DO NOTHING;\nRETURN NULL;\n",
                    hash="89290804842a74d7c2a0f8ffa4778bb7588f6b50",
                    level="STATEMENT",
                    operation="INSERT OR UPDATE OR DELETE OR TRUNCATE",
                    pgid="pgtrigger_notes_that_it_changed_21f66",
                    table="conferences_conference",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="conferencechild",
            trigger=pgtrigger.compiler.Trigger(
                name="notes_that_it_changed",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\nINSERT INTO safeguarding_tablechange (transaction) VALUES (pg_current_xact_id()) ON CONFLICT DO NOTHING;\nRETURN NULL;\n",
                    hash="5d87de635aceb2348959ac128e07945b6f8977f2",
                    level="STATEMENT",
                    operation="INSERT OR UPDATE OR DELETE OR TRUNCATE",
                    pgid="pgtrigger_notes_that_it_changed_a20c1",
                    table="conferences_conferencechild",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="decision",
            trigger=pgtrigger.compiler.Trigger(
                name="notes_that_it_changed",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\nINSERT INTO safeguarding_tablechange (transaction) VALUES (pg_current_xact_id()) ON CONFLICT DO NOTHING;\nRETURN NULL;\n",
                    hash="8430ebf7b054e013ae3689bc85ee123803fd51aa",
                    level="STATEMENT",
                    operation="INSERT OR UPDATE OR DELETE OR TRUNCATE",
                    pgid="pgtrigger_notes_that_it_changed_1f94a",
                    table="conferences_decision",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="enquiry",
            trigger=pgtrigger.compiler.Trigger(
                name="notes_that_it_changed",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\nINSERT INTO safeguarding_tablechange (transaction) VALUES (pg_current_xact_id()) ON CONFLICT DO NOTHING;\nRETURN NULL;\n",
                    hash="c4af94ac3383daabe76f412cf2ee76b162a2afa8",
                    level="STATEMENT",
                    operation="INSERT OR UPDATE OR DELETE OR TRUNCATE",
                    pgid="pgtrigger_notes_that_it_changed_06ab1",
                    table="conferences_enquiry",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="importedchild",
            trigger=pgtrigger.compiler.Trigger(
                name="notes_that_it_changed",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\nINSERT INTO safeguarding_tablechange (transaction) VALUES (pg_current_xact_id()) ON CONFLICT DO NOTHING;\nRETURN NULL;\n",
                    hash="500d8b365cd367b887f4138f1d26c39c2d766efc",
                    level="STATEMENT",
                    operation="INSERT OR UPDATE OR DELETE OR TRUNCATE",
                    pgid="pgtrigger_notes_that_it_changed_e9e91",
                    table="conferences_importedchild",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="plan",
            trigger=pgtrigger.compiler.Trigger(
                name="notes_that_it_changed",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\nINSERT INTO safeguarding_tablechange (transaction) VALUES (pg_current_xact_id()) ON CONFLICT DO NOTHING;\nRETURN NULL;\n",
                    hash="fcf5262df4866da956a2f541d6c353ba30985a88",
                    level="STATEMENT",
                    operation="INSERT OR UPDATE OR DELETE OR TRUNCATE",
                    pgid="pgtrigger_notes_that_it_changed_faa6b",
                    table="conferences_plan",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="transferin",
            trigger=pgtrigger.compiler.Trigger(
                name="notes_that_it_changed",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\nINSERT INTO safeguarding_tablechange (transaction) VALUES (pg_current_xact_id()) ON CONFLICT DO NOTHING;\nRETURN NULL;\n",
                    hash="563423a63b9265963bb7176606782f4c5caba3d7",
                    level="STATEMENT",
                    operation="INSERT OR UPDATE OR DELETE OR TRUNCATE",
                    pgid="pgtrigger_notes_that_it_changed_e724d",
                    table="conferences_transferin",
                    when="AFTER",
                ),
            ),
        ),
    ]

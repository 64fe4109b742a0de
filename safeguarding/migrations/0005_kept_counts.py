"""Counts that are kept, and what puts them out of date."""

import django.db.models.functions.datetime
import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models

import safeguarding.models.counts


class Migration(migrations.Migration):
    dependencies = [
        ("safeguarding", "0004_draft_saved_digest"),
    ]

    operations = [
        migrations.CreateModel(
            name="KeptCount",
            fields=[
                ("key", models.CharField(max_length=64, primary_key=True, serialize=False)),
                ("rows", models.JSONField()),
                ("snapshot", models.TextField()),
                ("server", models.BigIntegerField()),
                ("kept_at", models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
            ],
            options={
                "ordering": ["key"],
            },
        ),
        migrations.CreateModel(
            name="TableChange",
            fields=[
                (
                    "transaction",
                    safeguarding.models.counts.TransactionField(primary_key=True, serialize=False),
                ),
                ("changed_at", models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
            ],
            options={
                "ordering": ["transaction"],
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="child",
            trigger=pgtrigger.compiler.Trigger(
                name="notes_that_it_changed",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\nINSERT INTO safeguarding_tablechange (transaction) VALUES (pg_current_xact_id()) ON CONFLICT DO NOTHING;\nRETURN NULL;\n",
                    hash="21e43efaf37043d318b739e0212624c58a7bcf21",
                    level="STATEMENT",
                    operation="INSERT OR UPDATE OR DELETE OR TRUNCATE",
                    pgid="pgtrigger_notes_that_it_changed_bc10e",
                    table="safeguarding_child",
                    when="AFTER",
                ),
            ),
        ),
    ]

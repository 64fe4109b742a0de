"""Counts that are kept, and the transactions that changed what they were made of (safeguarding.counts)."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models.functions import Now


class TransactionField(models.Field):  # type: ignore[type-arg]  # not subscriptable at run time
    """The number of a transaction, never used again by the same server (PostgreSQL's xid8)."""

    def db_type(self, connection: BaseDatabaseWrapper) -> str:
        return "xid8"

    def get_placeholder(self, value: Any, compiler: Any, connection: BaseDatabaseWrapper) -> str:
        return "%s::text::xid8"

    def get_db_prep_value(self, value: Any, connection: BaseDatabaseWrapper, prepared: bool = False) -> Any:
        return str(value)


class TableChange(models.Model):
    """A transaction that wrote to a table which counts are made of. It says nothing of what, or who."""

    transaction = TransactionField(primary_key=True)
    changed_at = models.DateTimeField(db_default=Now())

    class Meta:
        ordering = ["transaction"]

    def __str__(self) -> str:
        return f"Transaction {self.transaction}"


class KeptCount(models.Model):
    """The rows of one statement of counts, by the digest of its text and parameters."""

    key = models.CharField(max_length=64, primary_key=True)
    rows = models.JSONField()
    # What the transactions were that its statement saw (pg_snapshot), and of which server.
    snapshot = models.TextField()
    server = models.BigIntegerField()
    kept_at = models.DateTimeField(db_default=Now())

    class Meta:
        ordering = ["key"]

    def __str__(self) -> str:
        return f"Count {self.key[:8]}"

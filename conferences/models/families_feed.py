"""What the last file of parents said of somebody and a child."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from safeguarding.models import Child, Person
from safeguarding.models.base import ChildRecord


class ParentMemory(ChildRecord):
    """One person of a file of parents beside one child: found by `key`, the person's number in the case
    system or, without one, the name. `told` is what the file said, by its columns.

    `person` is whose record it became; none where nothing was written, as for a restricted child.
    """

    child = models.ForeignKey(Child, on_delete=models.CASCADE, related_name="parent_memories")
    key = models.CharField(max_length=160)
    person = models.ForeignKey(
        Person, on_delete=models.SET_NULL, null=True, blank=True, related_name="parent_memories"
    )
    told = models.JSONField(default=dict)

    class Meta(ChildRecord.Meta):
        ordering = ["id"]
        verbose_name_plural = "parent memories"
        constraints = [
            models.UniqueConstraint(fields=["child", "key"], name="parentmemory_once"),
            models.CheckConstraint(condition=~Q(key=""), name="parentmemory_key_given"),
        ]
        indexes = [models.Index(fields=["key"], name="parentmemory_by_key")]

    def __str__(self) -> str:
        return f"What the last file said of somebody beside child {self.child_id}"

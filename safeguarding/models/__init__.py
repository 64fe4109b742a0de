"""The ground's tables: who, whom, and who may see."""

from safeguarding.models.access import Bar, RestrictedGrant
from safeguarding.models.agency import Agency, AgencyKind, Professional
from safeguarding.models.audit import AuditEntry, ReadKind, ReadLog
from safeguarding.models.child import Allocation, Child, ChildDisability, ChildName, NameKind
from safeguarding.models.counts import KeptCount, TableChange
from safeguarding.models.directory import DirectoryFile
from safeguarding.models.draft import Draft
from safeguarding.models.family import (
    BIRTH_PARENTS,
    Family,
    FamilyMove,
    FamilyMoveKind,
    Household,
    HouseholdMember,
    Person,
    Relationship,
)
from safeguarding.models.golive import GoLive
from safeguarding.models.heartbeat import Heartbeat, Part
from safeguarding.models.holiday import OneOffHoliday
from safeguarding.models.leave import Leave
from safeguarding.models.policy import PolicySetting
from safeguarding.models.second import AccountChange, ChangeKind, Outcome, RestrictionRemoval
from safeguarding.models.team import Team
from safeguarding.models.user import HeldRole, User
from safeguarding.register.codes import ParentalResponsibility, RelationshipKind

__all__ = [
    "BIRTH_PARENTS",
    "AccountChange",
    "Agency",
    "AgencyKind",
    "Allocation",
    "AuditEntry",
    "Bar",
    "ChangeKind",
    "Child",
    "ChildDisability",
    "ChildName",
    "Draft",
    "Family",
    "GoLive",
    "FamilyMove",
    "FamilyMoveKind",
    "Heartbeat",
    "Household",
    "HouseholdMember",
    "KeptCount",
    "HeldRole",
    "Leave",
    "NameKind",
    "OneOffHoliday",
    "Outcome",
    "ParentalResponsibility",
    "Part",
    "Person",
    "PolicySetting",
    "Professional",
    "ReadKind",
    "ReadLog",
    "Relationship",
    "RelationshipKind",
    "DirectoryFile",
    "RestrictedGrant",
    "RestrictionRemoval",
    "TableChange",
    "Team",
    "User",
]

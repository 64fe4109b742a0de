"""The roles of a safeguarding unit. What each may do stands in safeguarding.access.roles."""

from django.db import models


class Role(models.TextChoices):
    CHAIR = "CHAIR", "Independent chair (IRO)"
    STRATEGIC_LEAD = "STRATEGIC_LEAD", "Strategic Lead"
    MANAGER = "MANAGER", "Manager"
    TEAM_MANAGER = "TEAM_MANAGER", "Team manager"
    SOCIAL_WORKER = "SOCIAL_WORKER", "Social worker"
    BUSINESS_SUPPORT = "BUSINESS_SUPPORT", "Business support"
    REVIEWER = "REVIEWER", "Reviewer"
    INFORMATION_GOVERNANCE = "INFORMATION_GOVERNANCE", "Information governance"
    SYSTEM_ADMINISTRATOR = "SYSTEM_ADMINISTRATOR", "System administrator"

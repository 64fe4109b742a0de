"""The census's codes about a referral: where it came from, the need it found, why the episode closed.

Source: the CIN census XSD of 2018 to 2026 (C).
"""

from safeguarding.labelled import Labelled


class ReferralSource(Labelled):
    """Who referred, CIN N00152."""

    S1A = "1A", "Family member, relative or carer"
    S1B = "1B", "Acquaintance, neighbour or child minder"
    S1C = "1C", "The child"
    S1D = "1D", "Another person, including a stranger"
    S2A = "2A", "School"
    S2B = "2B", "Education service"
    S3A = "3A", "General practitioner (GP)"
    S3B = "3B", "Health visitor"
    S3C = "3C", "School nurse"
    S3D = "3D", "Other primary health service"
    S3E = "3E", "Accident and emergency department"
    S3F = "3F", "Other health service, for example a hospice"
    S4 = "4", "Housing"
    S5A = "5A", "Social care, for example adult social care"
    S5B = "5B", "Another department of this council, for example youth justice"
    S5C = "5C", "Another local authority"
    S5D = "5D", "Early help"
    S6 = "6", "Police"
    S7 = "7", "Court, probation, immigration, Cafcass or prison"
    S8 = "8", "Other, for example a children's centre or voluntary organisation"
    S9 = "9", "Anonymous"
    S10 = "10", "Not known"


class PrimaryNeed(Labelled):
    """Primary need, CIN N00101; needed unless the referral had no further action.

    From 2025-26 the census words N1 as "abuse, neglect and exploitation"; before, "abuse or neglect".
    """

    N1 = "N1", "Abuse or neglect"
    N2 = "N2", "Child's disability"
    N3 = "N3", "Parental disability or illness"
    N4 = "N4", "Family in acute stress"
    N5 = "N5", "Family dysfunction"
    N6 = "N6", "Socially unacceptable behaviour"
    N7 = "N7", "Low income"
    N8 = "N8", "Absent parenting"
    N9 = "N9", "Cases other than children in need"
    N0 = "N0", "Not stated"


class ClosureReason(Labelled):
    """Why the need episode closed, CIN N00103. Not why a plan ended: see vocabulary.EndReason."""

    RC1 = "RC1", "Adopted"
    RC2 = "RC2", "Died"
    RC3 = "RC3", "Child arrangements order"
    RC4 = "RC4", "Special guardianship order"
    RC5 = "RC5", "Transferred to another local authority"
    RC6 = "RC6", "Transferred to adult social care"
    RC7 = "RC7", "Services ceased for any other reason, including child no longer in need"
    RC8 = "RC8", "Closed after assessment, no further action"
    RC9 = "RC9", "Closed after assessment, referred to early help"

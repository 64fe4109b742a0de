"""The census's codes about a person: sex, ethnicity, disability, and why a pupil number is unknown.

Source of every list: the CIN census XSD of 2018 to 2026 (C); the labels in plain words are ours where the
XSD has none.
"""

from safeguarding.labelled import Labelled


class Sex(Labelled):
    """Sex as on the birth certificate, CIN N00783 from 2024-25; U for an unborn child (rule 8750)."""

    FEMALE = "F", "Female"
    MALE = "M", "Male"
    UNKNOWN = "U", "Not known or not yet born"


GENDER_TO_SEX: dict[str, Sex] = {
    "0": Sex.UNKNOWN,
    "1": Sex.MALE,
    "2": Sex.FEMALE,
    "9": Sex.UNKNOWN,
}
"""GenderCurrent (CIN N00065, files before 2024-25) as Sex; 9 "indeterminate" has no code of its own since."""


class Ethnicity(Labelled):
    """Ethnicity, CIN N00177, rule 4220. The order is the census's groups, Chinese under Asian (DfE 2024)."""

    WBRI = "WBRI", "White British"
    WIRI = "WIRI", "White Irish"
    WIRT = "WIRT", "Traveller of Irish heritage"
    WROM = "WROM", "Gypsy or Roma"
    WOTH = "WOTH", "Any other White background"
    MWBC = "MWBC", "White and Black Caribbean"
    MWBA = "MWBA", "White and Black African"
    MWAS = "MWAS", "White and Asian"
    MOTH = "MOTH", "Any other mixed background"
    AIND = "AIND", "Indian"
    APKN = "APKN", "Pakistani"
    ABAN = "ABAN", "Bangladeshi"
    CHNE = "CHNE", "Chinese"
    AOTH = "AOTH", "Any other Asian background"
    BCRB = "BCRB", "Caribbean"
    BAFR = "BAFR", "African"
    BOTH = "BOTH", "Any other Black background"
    OOTH = "OOTH", "Any other ethnic group"
    REFU = "REFU", "Refused"
    NOBT = "NOBT", "Not yet obtained"


class Disability(Labelled):
    """Disability, CIN N00099: NONE never with another, none twice (rules 8790, 8794); blank if unborn."""

    NONE = "NONE", "No disability"
    MOB = "MOB", "Mobility"
    HAND = "HAND", "Hand function"
    PC = "PC", "Personal care"
    INC = "INC", "Incontinence"
    COMM = "COMM", "Communication"
    LD = "LD", "Learning"
    HEAR = "HEAR", "Hearing"
    VIS = "VIS", "Vision"
    BEH = "BEH", "Behaviour"
    CON = "CON", "Consciousness"
    AUT = "AUT", "Autism or Asperger syndrome"
    DDA = "DDA", "Another disability"


class UpnUnknown(Labelled):
    """Why a unique pupil number is not known, CIN N00135: one of number and reason, never both.

    UN6 is allowed by the XSD but no published label was found for it, and none is made up here.
    """

    UN1 = "UN1", "Not of school age"
    UN2 = "UN2", "Never at a maintained school in England"
    UN3 = "UN3", "Educated outside England"
    UN4 = "UN4", "New, number not yet known"
    UN5 = "UN5", "Sources give different numbers"
    UN6 = "UN6", "UN6 (no published label)"
    UN7 = "UN7", "Referral with no further action"


class RelationshipKind(Labelled):
    """What somebody is to a child."""

    MOTHER = "MOTHER", "Mother"
    FATHER = "FATHER", "Father"
    STEP_PARENT = "STEP_PARENT", "Step-parent"
    PARTNER_OF_PARENT = "PARTNER_OF_PARENT", "Parent's partner"
    GRANDPARENT = "GRANDPARENT", "Grandparent"
    OTHER_RELATIVE = "OTHER_RELATIVE", "Other relative"
    GUARDIAN = "GUARDIAN", "Guardian"
    FOSTER_CARER = "FOSTER_CARER", "Foster carer"
    OTHER = "OTHER", "Other"


class ParentalResponsibility(Labelled):
    """Whether somebody has parental responsibility for a child."""

    YES = "YES", "Has parental responsibility"
    NO = "NO", "No parental responsibility"
    UNKNOWN = "UNKNOWN", "Parental responsibility not known"

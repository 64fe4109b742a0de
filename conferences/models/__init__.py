"""The story's tables: enquiries, conferences, plans, and the files they were read from."""

from conferences.models.benchmark import BenchmarkFigure, StatisticalNeighbour
from conferences.models.conference import Conference, ConferenceChild, Decision, TransferIn
from conferences.models.enquiry import ConferenceNeed, Enquiry, NeedEpisode, StrategyDiscussion
from conferences.models.exchange import FaultKind, FileStatus, ImportedChild, ImportedFile, ImportFault
from conferences.models.plan import ChildInNeedPlan, Plan, PlanCategory, PlanElsewhere
from conferences.models.source import Source

__all__ = [
    "BenchmarkFigure",
    "ChildInNeedPlan",
    "Conference",
    "ConferenceChild",
    "ConferenceNeed",
    "Decision",
    "Enquiry",
    "FaultKind",
    "FileStatus",
    "ImportFault",
    "ImportedChild",
    "ImportedFile",
    "NeedEpisode",
    "Plan",
    "PlanCategory",
    "PlanElsewhere",
    "Source",
    "StatisticalNeighbour",
    "StrategyDiscussion",
    "TransferIn",
]

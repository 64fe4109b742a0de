"""The story's tables, a file a stage: from an enquiry to a plan, and the files that were read."""

from conferences.models.allocations import TakenOn
from conferences.models.benchmarks import BenchmarkFigure, StatisticalNeighbour
from conferences.models.children_feed import (
    ChildrenFeed,
    FeedLine,
    FeedMemory,
    FeedOutcome,
    FeedStatus,
)
from conferences.models.conferences import Conference, ConferenceChild, Decision, TransferIn
from conferences.models.consultations import FamilyConsultation
from conferences.models.consultations_accounts import ConsultationAccount, ConsultationAccountChild
from conferences.models.consultations_after import (
    ConsultationCondition,
    ConsultationDissent,
    SupportReview,
)
from conferences.models.consultations_first_views import ConsultationFirstView
from conferences.models.consultations_second import (
    SecondOpinion,
    SecondOpinionReason,
    SecondOpinionTalk,
)
from conferences.models.consultations_thresholds import ThresholdStatement
from conferences.models.copies_own import OwnVersion
from conferences.models.core_groups import CoreGroup
from conferences.models.corrections import Correction, DecisionChange
from conferences.models.days import DayTold
from conferences.models.documents import Document, DocumentFile
from conferences.models.duties import Duty
from conferences.models.duties_reconciliations import Reconciliation, ReconciliationDifference
from conferences.models.duties_steps import DutyStep
from conferences.models.enquiries import (
    ConferenceNeed,
    Enquiry,
    EnquiryChange,
    NeedEpisode,
    StrategyDiscussion,
)
from conferences.models.exclusions import Exclusion
from conferences.models.exclusions_letters import ExclusionLetter, ExclusionLetterFile
from conferences.models.families_feed import ParentMemory
from conferences.models.feedback import (
    FeedbackAnswer,
    FeedbackCode,
    FeedbackLanguage,
    FeedbackOffer,
    FeedbackReading,
)
from conferences.models.follow_ups import FollowUp
from conferences.models.handovers import WorkHandover
from conferences.models.imports import (
    ChangeHow,
    FaultKind,
    FileAsked,
    FileStatus,
    ImportChange,
    ImportedChild,
    ImportedFile,
    ImportFault,
    ImportQuestion,
    QuestionKind,
    ToldTo,
)
from conferences.models.invitations import Invitation
from conferences.models.invitations_letters import InvitationLetter, InvitationLetterFile
from conferences.models.invitations_links import AgencyReport, AgencyReportChild, ReportLink
from conferences.models.invitations_reports import QuorumChoice, ReportChase, ReportShowing
from conferences.models.learning import (
    LearningDecision,
    LearningHeard,
    LearningIdea,
    LearningReading,
    LearningReview,
    LearningTrial,
)
from conferences.models.letters import Letter
from conferences.models.letters_words import LetterWording
from conferences.models.life_events import LifeEvent, PlanEnding, PlanResumption
from conferences.models.look_ups import LookUp
from conferences.models.notices import Escalation, Message, Notice
from conferences.models.pairs import ChildPair, PairAnswer, RecordJoin
from conferences.models.plans import ChildInNeedPlan, Plan, PlanCategory, PlanElsewhere
from conferences.models.preparation import FamilyContact, ViewsBefore
from conferences.models.recording import Attendance, ChildPart, MeetingRecord, PlanAction, PlanNeed
from conferences.models.recording_next import CoreGroupMember, NextDates
from conferences.models.recording_withheld import WithheldText
from conferences.models.replans import Consultation, ConsultationAnswer, ConsultationAnswerReason
from conferences.models.requests import EarlierPlan, Request, RequestedChild
from conferences.models.scheduling import Booking, BookingMove, Closure, DiaryFeed, Room
from conferences.models.scheduling_fit import BusyTime, RequestFit
from conferences.models.scheduling_holds import SlotHold
from conferences.models.scheduling_hours import WorkingHours
from conferences.models.source import Source
from conferences.models.supports import SupportTried
from conferences.models.thinking_time import (
    ReflectiveNote,
    ThinkingAction,
    ThinkingRequirement,
    ThinkingSlot,
    ThinkingTime,
    ThinkingTimeEntry,
    ThinkingWaiver,
)

__all__ = [
    "CoreGroupMember",
    "NextDates",
    "AgencyReport",
    "AgencyReportChild",
    "ChildPair",
    "PairAnswer",
    "RecordJoin",
    "ChildrenFeed",
    "FeedLine",
    "FeedMemory",
    "ParentMemory",
    "FeedOutcome",
    "FeedStatus",
    "Reconciliation",
    "ReconciliationDifference",
    "BenchmarkFigure",
    "ChildInNeedPlan",
    "BusyTime",
    "ViewsBefore",
    "Closure",
    "Conference",
    "ConferenceChild",
    "Correction",
    "ConferenceNeed",
    "Decision",
    "DecisionChange",
    "Enquiry",
    "EnquiryChange",
    "FaultKind",
    "FileAsked",
    "FileStatus",
    "ChangeHow",
    "ImportChange",
    "ImportFault",
    "ImportQuestion",
    "QuestionKind",
    "ToldTo",
    "ImportedChild",
    "ImportedFile",
    "NeedEpisode",
    "Plan",
    "PlanCategory",
    "PlanElsewhere",
    "SupportTried",
    "Exclusion",
    "FeedbackAnswer",
    "FeedbackCode",
    "FeedbackLanguage",
    "FeedbackOffer",
    "FeedbackReading",
    "ExclusionLetter",
    "ExclusionLetterFile",
    "Invitation",
    "InvitationLetter",
    "InvitationLetterFile",
    "QuorumChoice",
    "ReportChase",
    "ReportShowing",
    "ReportLink",
    "WithheldText",
    "LearningDecision",
    "LearningHeard",
    "LearningIdea",
    "LearningReading",
    "LearningReview",
    "LearningTrial",
    "Source",
    "StatisticalNeighbour",
    "LookUp",
    "TakenOn",
    "StrategyDiscussion",
    "TransferIn",
    "Attendance",
    "Booking",
    "BookingMove",
    "ChildPart",
    "Consultation",
    "ConsultationAccount",
    "ConsultationAccountChild",
    "ConsultationAnswer",
    "ConsultationAnswerReason",
    "ConsultationCondition",
    "ConsultationDissent",
    "ConsultationFirstView",
    "FamilyConsultation",
    "SecondOpinion",
    "SecondOpinionReason",
    "SecondOpinionTalk",
    "SlotHold",
    "SupportReview",
    "ThresholdStatement",
    "CoreGroup",
    "DiaryFeed",
    "Document",
    "DocumentFile",
    "DayTold",
    "Duty",
    "DutyStep",
    "EarlierPlan",
    "FamilyContact",
    "FollowUp",
    "LetterWording",
    "LifeEvent",
    "PlanEnding",
    "PlanResumption",
    "Escalation",
    "Letter",
    "MeetingRecord",
    "Message",
    "Notice",
    "OwnVersion",
    "PlanAction",
    "PlanNeed",
    "ReflectiveNote",
    "Request",
    "RequestFit",
    "RequestedChild",
    "Room",
    "ThinkingAction",
    "ThinkingRequirement",
    "ThinkingSlot",
    "ThinkingTime",
    "ThinkingTimeEntry",
    "ThinkingWaiver",
    "WorkHandover",
    "WorkingHours",
]

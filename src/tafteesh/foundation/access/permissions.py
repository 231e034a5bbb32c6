"""Every thing a person may do, and every job that may do it. Nothing else grants anything."""

from django.db import models
from django.utils.functional import Promise as LazyText
from django.utils.translation import gettext_lazy as _


class Permission(models.TextChoices):
    """One act. Pages and actions name the one they need."""

    OWN_DESK = "own_desk", _("open the day's list, settings and her own sessions")
    FILE_READ = "file_read", _("read survivor files within reach")
    FILE_WRITE = "file_write", _("open and change survivor files within reach")
    IDENTITY_LOOK = (
        "identity_look",
        _("look at a sealed name, phone or address (each look is logged)"),
    )
    FILE_ASSIGN = "file_assign", _("give a file to a worker, and take it back")
    CONTACT_RECORD = "contact_record", _("record visits, calls and tasks")
    REVIEW_WRITE = "review_write", _("hold reviews with a survivor, and read their scores")
    LOCKED_NOTE = "locked_note", _("keep notes that nobody else opens")
    VOICE_RECORD = "voice_record", _("record the voice in which her page is read aloud")
    GRIEVANCE_HEAR = "grievance_hear", _("hear what survivors say is wrong, and answer it")
    INSTRUMENT_WRITE = "instrument_write", _("write the lists of questions for reviews")
    PAPER_ADD = "paper_add", _("add papers to a file")
    PROCEEDING_READ = "proceeding_read", _("read FIRs, investigations and hearings within reach")
    PROCEEDING_WRITE = "proceeding_write", _("record FIRs, investigations and charge sheets")
    HEARING_RECORD = "hearing_record", _("record what happened at a hearing")
    CORRECTION_WRITE = "correction_write", _("record procedural corrections and their results")
    LETTER_APPROVE = "letter_approve", _("approve letters and petitions before they go out")
    TEMPLATE_WRITE = "template_write", _("keep the office's own templates of letters")
    CLAIM_READ = "claim_read", _("read claims, orders and payments within reach")
    CLAIM_WRITE = "claim_write", _("record claims, orders and her answer")
    PAYMENT_RECORD = "payment_record", _("record money that reached her account")
    LEGALAID_WRITE = "legalaid_write", _("record requests for legal aid and lawyers")
    MEETING_READ = "meeting_read", _("read meetings, demands and promises")
    MEETING_WRITE = "meeting_write", _("record meetings, demands and promises")
    PARTNER_WRITE = "partner_write", _("record partners and exchanges")
    OFFICES_COMPARE = "offices_compare", _("compare with another office, without names")
    MATCH_REVEAL = "match_reveal", _("say whether another office may learn of a file")
    FIGURES_READ = "figures_read", _("see numbers of the whole organisation, without names")
    REPORT_RELEASE = "report_release", _("freeze and release a report")
    STRATEGY_WRITE = "strategy_write", _("write the strategy, its objectives and targets")
    REGISTER_EXPORT = "register_export", _("download registers (no sealed field is ever in one)")
    ROUND_DRAW = "round_draw", _("announce, draw and close a round of checking against paper")
    RECORD_CHECK = "record_check", _("check records of a drawn sample against their papers")
    DATA_MEND = "data_mend", _("mend records within reach, and say what is a false alarm")
    PERSON_JOIN = "person_join", _("say whether two files are of one person, and join them")
    RULES_KEEP = "rules_keep", _("switch rules of quality off and on, and set the weekly aim")
    IMPORT = "import", _("bring workbooks in and settle their doubts")
    REFERENCE_WRITE = "reference_write", _("load new editions of law and places")
    PEOPLE_MANAGE = "people_manage", _("add people, give and end roles")
    LOG_READ = "log_read", _("read the log")
    ERASE = "erase", _("erase a file for good, by destroying its key")
    SAFEKEEPING = "safekeeping", _("make backups and rotate the keys")


P = Permission
DESK = {P.OWN_DESK}
READER = DESK | {P.FILE_READ, P.PROCEEDING_READ, P.CLAIM_READ}
KEEPER = READER | {P.FILE_WRITE, P.IDENTITY_LOOK, P.CONTACT_RECORD, P.PAPER_ADD, P.HEARING_RECORD}
ADVOCATE = {P.PROCEEDING_WRITE, P.CORRECTION_WRITE, P.CLAIM_WRITE, P.LEGALAID_WRITE}


class Role(models.TextChoices):
    """A job. The plain description is printed on the admin page, so that anyone can check it."""

    SOCIAL_WORKER = "social_worker", _("Social worker")
    CASE_MANAGER = "case_manager", _("Case manager")
    MIS_OFFICER = "mis_officer", _("MIS officer")
    LAWYER = "lawyer", _("Lawyer")
    COUNSELLOR = "counsellor", _("Counsellor")
    PROGRAMME_MANAGER = "programme_manager", _("Programme manager")
    SURVIVOR_LEADER = "survivor_leader", _("Survivor leader")
    PARTNER_WORKER = "partner_worker", _("Partner worker")
    ADVOCACY_OFFICER = "advocacy_officer", _("Advocacy officer")
    SYSTEM_ADMINISTRATOR = "system_administrator", _("System administrator")
    READER_OF_TOTALS = "reader_of_totals", _("Reader of totals")

    @property
    def permissions(self) -> frozenset[Permission]:
        return PERMISSIONS[self]

    @property
    def is_office_wide(self) -> bool:
        """Reaches every file of her organisation; the others reach only what they were given."""
        return self in OFFICE_WIDE

    @property
    def needs_two_people(self) -> bool:
        """Given only when a second person, who may give roles too, agrees."""
        return self is Role.SYSTEM_ADMINISTRATOR

    @property
    def description(self) -> str:
        return str(DESCRIPTIONS[self])


OFFICE_WIDE = frozenset({Role.CASE_MANAGER, Role.MIS_OFFICER, Role.PROGRAMME_MANAGER})

PERMISSIONS: dict[Role, frozenset[Permission]] = {
    Role.SOCIAL_WORKER: frozenset(
        KEEPER
        | ADVOCATE
        | {P.PAYMENT_RECORD, P.MEETING_READ, P.FIGURES_READ, P.REVIEW_WRITE, P.DATA_MEND}
        | {P.VOICE_RECORD}
    ),
    Role.CASE_MANAGER: frozenset(
        KEEPER
        | ADVOCATE
        | {P.PAYMENT_RECORD, P.FILE_ASSIGN, P.MEETING_READ, P.MEETING_WRITE, P.REVIEW_WRITE}
        | {P.PARTNER_WRITE, P.FIGURES_READ, P.REGISTER_EXPORT, P.RECORD_CHECK, P.DATA_MEND}
        | {P.GRIEVANCE_HEAR, P.INSTRUMENT_WRITE, P.PERSON_JOIN, P.VOICE_RECORD}
        | {P.OFFICES_COMPARE, P.MATCH_REVEAL}
    ),
    Role.MIS_OFFICER: frozenset(
        KEEPER
        | ADVOCATE
        | {P.PAYMENT_RECORD, P.FILE_ASSIGN, P.MEETING_READ, P.MEETING_WRITE, P.PARTNER_WRITE}
        | {P.FIGURES_READ, P.REGISTER_EXPORT, P.IMPORT, P.REFERENCE_WRITE}
        | {P.ROUND_DRAW, P.RECORD_CHECK, P.TEMPLATE_WRITE, P.DATA_MEND, P.RULES_KEEP}
        | {P.PERSON_JOIN, P.OFFICES_COMPARE}
    ),
    Role.LAWYER: frozenset(
        READER
        | ADVOCATE
        | {P.HEARING_RECORD, P.CONTACT_RECORD, P.PAPER_ADD, P.IDENTITY_LOOK}
        | {P.LETTER_APPROVE, P.LOCKED_NOTE}
    ),
    Role.COUNSELLOR: frozenset(
        DESK
        | {P.FILE_READ, P.CONTACT_RECORD, P.IDENTITY_LOOK, P.REVIEW_WRITE, P.LOCKED_NOTE}
        | {P.VOICE_RECORD}
    ),
    Role.PROGRAMME_MANAGER: frozenset(
        READER
        | {P.FILE_ASSIGN, P.MEETING_READ, P.MEETING_WRITE, P.PARTNER_WRITE, P.FIGURES_READ}
        | {P.REPORT_RELEASE, P.STRATEGY_WRITE, P.REGISTER_EXPORT, P.PEOPLE_MANAGE, P.LOG_READ}
        | {P.ERASE, P.TEMPLATE_WRITE, P.GRIEVANCE_HEAR, P.INSTRUMENT_WRITE}
        | {P.OFFICES_COMPARE, P.MATCH_REVEAL}
    ),
    Role.SURVIVOR_LEADER: frozenset(DESK | {P.MEETING_READ, P.MEETING_WRITE, P.FIGURES_READ}),
    Role.PARTNER_WORKER: frozenset(READER | {P.CONTACT_RECORD, P.PAPER_ADD, P.HEARING_RECORD}),
    Role.ADVOCACY_OFFICER: frozenset(
        DESK | {P.MEETING_READ, P.MEETING_WRITE, P.PARTNER_WRITE, P.FIGURES_READ}
    ),
    Role.SYSTEM_ADMINISTRATOR: frozenset(
        DESK | {P.PEOPLE_MANAGE, P.LOG_READ, P.REFERENCE_WRITE, P.SAFEKEEPING, P.TEMPLATE_WRITE}
    ),
    Role.READER_OF_TOTALS: frozenset(DESK | {P.FIGURES_READ}),
}

DESCRIPTIONS: dict[Role, LazyText] = {
    Role.SOCIAL_WORKER: _(
        "Reads and writes the files given to her; sees a name only by asking for it."
    ),
    Role.CASE_MANAGER: _(
        "Reads and writes every file of her organisation and gives files to workers."
    ),
    Role.MIS_OFFICER: _("Reads and mends every record of her organisation, brings workbooks in."),
    Role.LAWYER: _("Reads the files given to her and records court and claim work in them."),
    Role.COUNSELLOR: _("Reads the files given to her and records contacts."),
    Role.PROGRAMME_MANAGER: _(
        "Sees every file without names, releases reports, looks after people."
    ),
    Role.SURVIVOR_LEADER: _("Records meetings, demands and promises; opens nobody's file."),
    Role.PARTNER_WORKER: _("Sees only what was shared with her organisation, until it ends."),
    Role.ADVOCACY_OFFICER: _("Records meetings and promises and sees totals; opens nobody's file."),
    Role.SYSTEM_ADMINISTRATOR: _("Looks after people, lists and the log; opens nobody's file."),
    Role.READER_OF_TOTALS: _("Sees totals only."),
}

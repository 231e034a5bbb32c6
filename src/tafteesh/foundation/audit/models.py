"""The log: what was done, by whom, to what. Append-only, chained by hash, written with the act."""

from django.db import models
from django.utils.functional import Promise as LazyText
from django.utils.translation import gettext_lazy as _


class Event(models.TextChoices):
    """What a line of the log can say."""

    SIGNED_IN = "signed_in", _("Signed in")
    SIGNED_OUT = "signed_out", _("Signed out")
    SESSION_ENDED = "session_ended", _("Ended a session")
    REFUSED = "refused", _("Was refused")
    FILE_OPENED = "file_opened", _("Opened the file")
    IDENTITY_LOOKED = "identity_looked", _("Looked at a sealed value")
    LOOK_ASKED = "look_asked", _("Asked to see a hidden value")
    LOOK_DECIDED = "look_decided", _("Decided on a hidden value")
    DIGEST_READ = "digest_read", _("Read who opened her files in a week")
    FILE_CREATED = "file_created", _("Created the file")
    FILE_CHANGED = "file_changed", _("Changed the file")
    FILE_ASSIGNED = "file_assigned", _("Gave the file to a worker")
    FILE_UNASSIGNED = "file_unassigned", _("Ended a worker's access")
    CONSENT_RECORDED = "consent_recorded", _("Recorded what she agrees to")
    CALLED_DESPITE = "called_despite", _("Reached her outside what she asked for, with a reason")
    HOUSEHOLD_RECORDED = "household_recorded", _("Recorded her family and household")
    CONFLICT_DECLARED = "conflict_declared", _("Declared a conflict of interest")
    EMERGENCY_CHANGED = "emergency_changed", _("Asked for, decided or reviewed emergency access")
    INCIDENT_RECORDED = "incident_recorded", _("Recorded an incident")
    PLAN_RECORDED = "plan_recorded", _("Recorded a safety plan, a review or a service")
    CASELOAD_HANDED_OVER = "caseload_handed_over", _("Handed over a caseload")
    HER_PAGE_SHOWN = "her_page_shown", _("Showed or printed her own page")
    NOTE_LOOKED = "note_looked", _("Read a note as it was written")
    LOCKED_NOTE = "locked_note", _("Wrote, opened or handed over a locked note")
    INTAKE_CHANGED = "intake_changed", _("Took an intake a step further")
    GRIEVANCE_RECORDED = "grievance_recorded", _("Recorded what she says is wrong")
    OWNER_CHANGED = "owner_changed", _("Offered, took over or refused a file")
    INSTRUMENT_CHANGED = "instrument_changed", _("Wrote a list of review questions")
    STORY_RECORDED = "story_recorded", _("Recorded a step of her way")
    PAPER_ADDED = "paper_added", _("Added a paper")
    CONTACT_RECORDED = "contact_recorded", _("Recorded a contact")
    TASK_CHANGED = "task_changed", _("Changed a task")
    FIR_RECORDED = "fir_recorded", _("Recorded a FIR")
    FIR_CHANGED = "fir_changed", _("Changed a FIR")
    FIR_LINKED = "fir_linked", _("Linked a survivor and a FIR")
    FIR_UNLINKED = "fir_unlinked", _("Took a link between a survivor and a FIR away")
    SPELL_RECORDED = "spell_recorded", _("Recorded who investigates")
    CHARGESHEET_RECORDED = "chargesheet_recorded", _("Recorded a charge sheet")
    HEARING_RECORDED = "hearing_recorded", _("Recorded a hearing")
    MILESTONE_RECORDED = "milestone_recorded", _("Recorded a step of a case")
    SET_ASIDE = "set_aside", _("Said that a duty is no lapse")
    LETTER_RECORDED = "letter_recorded", _("Recorded a letter")
    LETTER_APPROVED = "letter_approved", _("Approved a letter")
    LETTER_OPENED = "letter_opened", _("Took a kept letter out")
    COURT_PAGE_READ = "court_page_read", _("Read a page saved from eCourts")
    TEMPLATE_CHANGED = "template_changed", _("Changed a template of letters")
    VOICE_CHANGED = "voice_changed", _("Recorded, or took away, the voice of a sentence")
    CORRECTION_RECORDED = "correction_recorded", _("Recorded a procedural correction")
    CLAIM_RECORDED = "claim_recorded", _("Recorded a claim")
    ORDER_RECORDED = "order_recorded", _("Recorded an order")
    ANSWER_RECORDED = "answer_recorded", _("Recorded her answer")
    SANCTION_RECORDED = "sanction_recorded", _("Recorded a sanction")
    PAYMENT_RECORDED = "payment_recorded", _("Recorded money received")
    WITHDRAWN = "withdrawn", _("Withdrew an entry")
    WISH_RECORDED = "wish_recorded", _("Recorded whether she wants to claim")
    CLAIM_STEP_RECORDED = "claim_step_recorded", _("Recorded a step of a claim")
    LETTER_PREPARED = "letter_prepared", _("Prepared a letter")
    COMPLAINT_RECORDED = "complaint_recorded", _("Recorded that money was asked for")
    LEGALAID_RECORDED = "legalaid_recorded", _("Recorded legal aid")
    MEETING_RECORDED = "meeting_recorded", _("Recorded a meeting")
    PROMISE_CHANGED = "promise_changed", _("Changed a promise")
    PARTNER_RECORDED = "partner_recorded", _("Recorded a partner or exchange")
    COLLECTIVE_RECORDED = "collective_recorded", _("Recorded a collective or membership")
    COMPARISON_CHANGED = "comparison_changed", _("Compared with another office, without names")
    MATCH_ANSWERED = "match_answered", _("Answered whether another office may learn of a file")
    STRATEGY_CHANGED = "strategy_changed", _("Changed the strategy")
    REPORT_RELEASED = "report_released", _("Released a report")
    REGISTER_EXPORTED = "register_exported", _("Downloaded a register")
    IMPORT_READ = "import_read", _("Read a workbook")
    IMPORT_ACCEPTED = "import_accepted", _("Accepted rows of a workbook")
    IMPORT_UNDONE = "import_undone", _("Took an import back")
    DOUBT_SETTLED = "doubt_settled", _("Settled a doubt")
    ROUND_ANNOUNCED = "round_announced", _("Announced the seed of a round of checking")
    ROUND_DRAWN = "round_drawn", _("Drew the sample of a round")
    ROUND_CLOSED = "round_closed", _("Closed a round of checking")
    TOTAL_RECOUNTED = "total_recounted", _("Counted a reported total again from papers")
    FIELD_CHECKED = "field_checked", _("Checked a field against its paper")
    VALUE_CORRECTED = "value_corrected", _("Corrected a value")
    FINDING_SETTLED = "finding_settled", _("Said of a finding what it is")
    RULE_SWITCHED = "rule_switched", _("Switched a rule of quality, or set the weekly aim")
    PAIR_PROPOSED = "pair_proposed", _("Proposed that two files may be of one person")
    PAIR_PARTED = "pair_parted", _("Said that two files are of two persons")
    PERSON_JOINED = "person_joined", _("Joined two files of one person")
    PERSON_PARTED = "person_parted", _("Undid the joining of two files")
    REFERENCE_LOADED = "reference_loaded", _("Loaded an edition of law or places")
    POST_CHANGED = "post_changed", _("Changed a post or who holds it")
    PERSON_CHANGED = "person_changed", _("Changed a person or her roles")
    SEARCHED = "searched", _("Searched")
    MISS_RECORDED = "miss_recorded", _("Told that somebody was not found")
    MISS_READ = "miss_read", _("Looked at a question that found nobody")
    NAMES_KEYED = "names_keyed", _("Made the keys by which names are found anew")
    KEYS_ROTATED = "keys_rotated", _("Rotated the keys")
    BACKUP_MADE = "backup_made", _("Made a backup")
    FILE_ERASED = "file_erased", _("Erased the file for good")


def event_choices() -> list[tuple[str, LazyText | str]]:
    """A function, so that a new event is no change of the table."""
    return list(Event.choices)


class Entry(models.Model):
    """One line. No foreign keys: the log outlives the rows.

    `subject` is the random log tag of a survivor file, not its id: when the file is erased, the tag goes
    with it and the lines point to no one. Fields are named, their values never stand here.
    """

    id = models.BigAutoField(primary_key=True)
    shard = models.SmallIntegerField()
    seq = models.BigIntegerField()
    at = models.DateTimeField()
    person_id = models.UUIDField(null=True)
    organisation_id = models.UUIDField(null=True)
    event = models.TextField(choices=event_choices)
    subject = models.UUIDField(null=True)
    about = models.TextField()
    about_id = models.UUIDField(null=True)
    fields = models.TextField()
    reason = models.TextField()
    request_id = models.UUIDField(null=True)
    prev = models.BinaryField()
    hash = models.BinaryField()

    class Meta:
        db_table = "audit_entry"
        constraints = [
            models.UniqueConstraint(name="one_line_a_place_in_the_chain", fields=["shard", "seq"]),
        ]
        indexes = [
            models.Index(fields=["subject", "-at"], name="log_of_a_file"),
            models.Index(fields=["organisation_id", "-at"], name="log_of_an_office"),
            models.Index(fields=["person_id", "-at"], name="log_of_a_person"),
        ]

    class Privacy:
        restricted = {
            "shard", "seq", "at", "person_id", "organisation_id", "event", "subject", "about",
            "about_id", "fields", "reason", "request_id", "prev", "hash",
        }  # fmt: skip

    def __str__(self) -> str:
        return f"line {self.shard}:{self.seq}"


class Head(models.Model):
    """The last line of each of the eight chains, so that a cut tail shows."""

    shard = models.SmallIntegerField(primary_key=True)
    seq = models.BigIntegerField()
    hash = models.BinaryField()

    class Meta:
        db_table = "audit_head"

    class Privacy:
        restricted = {"seq", "hash"}

    def __str__(self) -> str:
        return f"head {self.shard}"

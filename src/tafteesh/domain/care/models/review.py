"""Reviews with her: which questions, what she scored and why, and what follows by when."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from tafteesh.domain.care.shipped import said
from tafteesh.domain.files.models import FileWall, OnFile
from tafteesh.foundation.access.models import Organisation
from tafteesh.foundation.kernel.ids import new_id
from tafteesh.foundation.vault.models import SealedField


class Instrument(models.Model):
    """One edition of a list of questions. A new edition is a new row: what was scored keeps its questions.

    One without an organisation is an example for all; an office writes its own beside it.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    organisation = models.ForeignKey(
        Organisation, models.PROTECT, related_name="+", null=True, blank=True
    )
    code = models.TextField()
    edition = models.PositiveSmallIntegerField()
    title = models.TextField()
    lowest = models.SmallIntegerField()
    highest = models.SmallIntegerField()
    is_in_use = models.BooleanField(default=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                name="one_instrument_of_an_office_a_code_and_edition",
                fields=["organisation", "code", "edition"],
                nulls_distinct=False,
            ),
            models.CheckConstraint(
                name="the_lowest_score_is_below_the_highest", condition=Q(lowest__lt=F("highest"))
            ),
        ]

    class Privacy:
        open = {"organisation", "code", "edition", "title", "lowest", "highest", "is_in_use"}

    def __str__(self) -> str:
        return f"{self.code} {self.edition}"

    @property
    def called(self) -> str:
        """Its title in the reader's language, where it came with the product."""
        return said(self.title)


class Question(models.Model):
    """One line of an instrument."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    instrument = models.ForeignKey(Instrument, models.PROTECT, related_name="questions")
    position = models.PositiveSmallIntegerField()
    words = models.TextField()

    class Meta:
        constraints = [
            models.UniqueConstraint(name="one_question_a_place", fields=["instrument", "position"]),
        ]

    class Privacy:
        open = {"instrument", "position", "words"}

    def __str__(self) -> str:
        return f"question {self.position}"

    @property
    def asked(self) -> str:
        """Its words in the reader's language, where they came with the product."""
        return said(self.words)


class Review(OnFile):
    """One review with her; her worry and her goal are in her words, sealed."""

    instrument = models.ForeignKey(Instrument, models.PROTECT, related_name="+")
    on = models.DateField()
    worry_sealed = SealedField(null=True, blank=True)
    goal_sealed = SealedField(null=True, blank=True)
    next_on = models.DateField()

    class Meta(OnFile.Meta):
        constraints = [
            models.CheckConstraint(
                name="the_next_review_comes_after_this_one", condition=Q(next_on__gt=F("on"))
            ),
        ]

    class Privacy:
        restricted = OnFile.ON_FILE | {"instrument", "on", "next_on"}
        vault = {"worry_sealed", "goal_sealed"}

    class Wall(FileWall):
        pass

    def __str__(self) -> str:
        return f"review {self.pk}"


class Score(OnFile):
    """What she scored on one question, and why."""

    review = models.ForeignKey(Review, models.PROTECT, related_name="scores")
    question = models.ForeignKey(Question, models.PROTECT, related_name="+")
    score = models.SmallIntegerField()
    reason_sealed = SealedField(null=True, blank=True)

    class Meta(OnFile.Meta):
        constraints = [
            models.UniqueConstraint(
                name="one_score_a_question_of_a_review", fields=["review", "question"]
            ),
        ]

    class Privacy:
        restricted = OnFile.ON_FILE | {"review", "question", "score"}
        vault = {"reason_sealed"}

    class Wall(FileWall):
        pass

    def __str__(self) -> str:
        return f"score {self.pk}"


class Step(OnFile):
    """Something that a review or a conference decided: what, with which official, by when."""

    class Who(models.TextChoices):
        SHE = "she", _("She herself")
        WORKER = "worker", _("Her worker")
        LAWYER = "lawyer", _("Her lawyer")
        COUNSELLOR = "counsellor", _("Counsellor")
        OFFICIAL = "official", _("An official")

    review = models.ForeignKey(Review, models.PROTECT, related_name="steps", null=True, blank=True)
    conference = models.ForeignKey(
        "care.Conference", models.PROTECT, related_name="steps", null=True, blank=True
    )
    who = models.TextField(choices=Who)
    official = models.TextField(blank=True)
    what_sealed = SealedField()
    due_on = models.DateField()
    done_on = models.DateField(null=True, blank=True)

    class Meta(OnFile.Meta):
        constraints = [
            models.CheckConstraint(
                name="a_step_comes_of_a_review_or_of_a_conference",
                condition=Q(review=None, conference__isnull=False)
                | Q(review__isnull=False, conference=None),
            ),
            models.CheckConstraint(
                name="an_official_who_acts_is_named_by_post",
                condition=~Q(who="official") | Q(official__gt=""),
            ),
        ]

    class Privacy:
        restricted = OnFile.ON_FILE | {
            "review", "conference", "who", "official", "due_on", "done_on",
        }  # fmt: skip
        vault = {"what_sealed"}

    class Wall(FileWall):
        pass

    def __str__(self) -> str:
        return f"step {self.pk}"


class Conference(OnFile):
    """People who know her matter sat together; what they decided are steps."""

    on = models.DateField()
    she_was_there = models.BooleanField()
    note_sealed = SealedField(null=True, blank=True)

    class Privacy:
        restricted = OnFile.ON_FILE | {"on", "she_was_there"}
        vault = {"note_sealed"}

    class Wall(FileWall):
        pass

    def __str__(self) -> str:
        return f"conference {self.pk}"

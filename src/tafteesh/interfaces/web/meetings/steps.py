"""Writing a meeting down, what was asked there, what was promised, and what came of it."""

import re
import uuid
from typing import Any

from django import forms
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from tafteesh.domain.files.models import SurvivorFile
from tafteesh.domain.meetings import actions
from tafteesh.domain.meetings.models import Demand, Meeting, Promise
from tafteesh.foundation.access.models import Person
from tafteesh.foundation.access.permissions import Permission
from tafteesh.interfaces.web.asking import Asking, Faults, ask, door, found
from tafteesh.interfaces.web.form_fields import ActorForm, DayField
from tafteesh.interfaces.web.page import StaffRequest, not_there, page
from tafteesh.interfaces.web.picking import PickField
from tafteesh.interfaces.web.templatetags.shapes import Line, Words
from tafteesh.reference.places.models import Post

FAULTS: Faults = {
    actions.DueBeforeMade: (
        "due_on",
        gettext_lazy("This is before the meeting. Look at both days again."),
    ),
    actions.KeptBeforeMade: (
        "kept_on",
        gettext_lazy("This is before the promise was made. Look at both days again."),
    ),
    actions.KeptWithoutDay: ("kept_on", gettext_lazy("Write the day on which it was kept.")),
    actions.AlreadySettled: (
        "state",
        gettext_lazy("What became of this promise is written down already."),
    ),
}


def current_posts() -> list[Post]:
    """Posts that stand, by name."""
    return list(Post.objects.filter(is_current=True).order_by("name"))


def post_words(post: Post) -> str:
    return post.name


class MeetingForm(ActorForm):
    """A meeting, and who was there."""

    on = DayField(label=gettext_lazy("Day"))
    level = forms.ChoiceField(label=gettext_lazy("With whom"), choices=Meeting.Level.choices)
    with_whom = forms.CharField(
        label=gettext_lazy("Who was met?"),
        max_length=200,
        required=False,
        help_text=gettext_lazy("The office and the name, like BDO Basirhat I"),
    )
    post = PickField(
        label=gettext_lazy("Which post?"),
        required=False,
        help_text=gettext_lazy("Promises stay with the post when the person is transferred"),
    )
    place = forms.CharField(label=gettext_lazy("Place"), max_length=120, required=False)
    days = forms.IntegerField(
        label=gettext_lazy("How many days?"), min_value=1, max_value=60, initial=1
    )
    numbers = forms.CharField(
        label=gettext_lazy("Survivors who were there"),
        required=False,
        help_text=gettext_lazy("File numbers with commas, like S-0001, S-0002. Never names"),
    )
    staff = forms.MultipleChoiceField(
        label=gettext_lazy("Of the staff"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    brief_attached = forms.BooleanField(
        label=gettext_lazy("A fact sheet was given"), required=False
    )

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["post"].offer(current_posts(), post_words)  # type: ignore[attr-defined] # a PickField
        people = Person.objects.filter(organisation_id=self.by.organisation_id, is_active=True)
        self.people = {str(person.pk): person for person in people.order_by("name")}
        offered = [(pk, person.name) for pk, person in self.people.items()]
        self.fields["staff"].choices = offered  # type: ignore[attr-defined] # a ChoiceField
        if not self.by.holds(Permission.FILE_READ):
            del self.fields["numbers"]

    def clean_numbers(self) -> list[SurvivorFile]:
        """The files of these numbers, through her own door."""
        asked = [one for one in re.split(r"[,;\s]+", self.cleaned_data["numbers"]) if one]
        rows = SurvivorFile.objects.visible_to(self.by).filter(number__in=asked, withdrawn_at=None)
        files = {file.number: file for file in rows}
        if missing := [number for number in asked if number not in files]:
            words = _("There is no file %(numbers)s within your reach.")
            raise forms.ValidationError(words % {"numbers": ", ".join(missing)})
        return list(files.values())

    def clean_staff(self) -> list[Person]:
        return [self.people[pk] for pk in self.cleaned_data["staff"]]


class DemandForm(ActorForm):
    """What was asked."""

    words = forms.CharField(
        label=gettext_lazy("What was asked for?"),
        max_length=400,
        help_text=gettext_lazy("One demand in one sentence. No names of survivors"),
    )


class PromiseForm(ActorForm):
    """What was promised."""

    words = forms.CharField(
        label=gettext_lazy("What was promised?"),
        max_length=400,
        help_text=gettext_lazy("In one sentence. No names of survivors"),
    )
    promised_by = forms.CharField(label=gettext_lazy("Who said it?"), max_length=160)
    post = PickField(
        label=gettext_lazy("Which post keeps it?"),
        required=False,
        help_text=gettext_lazy("It stays with the post when the person is transferred"),
    )
    due_on = DayField(label=gettext_lazy("By when?"), past_only=False, required=False)
    demand = PickField(label=gettext_lazy("To which demand?"), required=False)

    def __init__(self, *args: Any, demands: list[Demand], **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["post"].offer(current_posts(), post_words)  # type: ignore[attr-defined] # a PickField
        self.fields["demand"].offer(demands, lambda row: row.words)  # type: ignore[attr-defined] # the same


class OutcomeForm(ActorForm):
    """What became of a promise."""

    state = forms.ChoiceField(
        label=gettext_lazy("What became of it?"),
        choices=[c for c in Promise.State.choices if c[0] != Promise.State.MADE],
        widget=forms.RadioSelect,
    )
    kept_on = DayField(
        label=gettext_lazy("Day on which it was kept"),
        required=False,
        help_text=gettext_lazy("Only if it was kept, in whole or in part"),
    )


class SureForm(ActorForm):
    """Nothing to fill in: only yes."""


def _back(meeting_id: object) -> str:
    return reverse("meetings:meeting", args=[meeting_id])


def _asking(meeting: Meeting, key: str, heading: Words, label: Words, **more: Any) -> Asking:
    there = _back(meeting.pk)
    about = (
        Line(_("Meeting"), f"{meeting.get_level_display()} {meeting.with_whom}"),
        Line(_("Day"), f"{meeting.on:%d-%m-%Y}"),
    )
    given: dict[str, Any] = {"record": meeting.pk, "faults": FAULTS, "about": about, **more}
    return Asking(key=key, heading=heading, label=label, next_url=there, back_url=there, **given)


@page(Permission.MEETING_WRITE, writes=("POST",))
def new_meeting(request: StaffRequest) -> HttpResponse:
    """A meeting."""
    zero = uuid.UUID(int=0)
    what = Asking(
        key="meeting",
        heading=_("New meeting"),
        label=_("Save this meeting"),
        next_url=_back(zero).replace(str(zero), "{id}"),
        back_url=reverse("meetings:list"),
    )

    def save(form: MeetingForm) -> Meeting:
        said = dict(form.cleaned_data)
        survivors, staff = said.pop("numbers", []), said.pop("staff")
        details = {name: said.pop(name) for name in ("post", "brief_attached")}
        new = actions.NewMeeting(**said, details=details)
        return actions.record_meeting(new=new, survivors=survivors, staff=staff, by=request.actor)

    return ask(request, MeetingForm, what, save)


@page(Permission.MEETING_WRITE, writes=("POST",))
def new_demand(request: StaffRequest, meeting_id: uuid.UUID) -> HttpResponse:
    """What was asked."""
    meeting = found(door(Meeting, request), request, meeting_id)
    what = _asking(meeting, "demand", _("Demand"), _("Save this demand"))
    return ask(
        request,
        DemandForm,
        what,
        lambda form: actions.add_demand(meeting=meeting, by=request.actor, **form.cleaned_data),
    )


@page(Permission.MEETING_WRITE, writes=("POST",))
def new_promise(request: StaffRequest, meeting_id: uuid.UUID) -> HttpResponse:
    """What was promised."""
    meeting = found(door(Meeting, request).select_related("post"), request, meeting_id)
    asked = list(door(Demand, request).filter(meeting=meeting).order_by("pk"))
    what = _asking(
        meeting, "promise", _("Promise"), _("Save this promise"), form_args={"demands": asked}
    )
    return ask(
        request,
        PromiseForm,
        what,
        lambda form: actions.add_promise(meeting=meeting, by=request.actor, **form.cleaned_data),
    )


@page(Permission.MEETING_WRITE, writes=("POST",))
def outcome(request: StaffRequest, promise_id: uuid.UUID) -> HttpResponse:
    """What became of a promise."""
    promise = found(door(Promise, request).select_related("meeting"), request, promise_id)
    what = _asking(
        promise.meeting, "outcome", _("What became of the promise"), _("Save what became of it"),
        record=promise.pk, lead=promise.words,
    )  # fmt: skip
    return ask(
        request,
        OutcomeForm,
        what,
        lambda form: actions.settle_promise(promise=promise, by=request.actor, **form.cleaned_data),
    )


@page(Permission.MEETING_WRITE, writes=("POST",))
def withdraw(request: StaffRequest, kind: str, entry_id: uuid.UUID) -> HttpResponse:
    """Take back a demand or a promise entered by mistake."""
    kinds: dict[str, Any] = {"demand": Demand, "promise": Promise}
    if kind not in kinds:
        raise not_there()
    entry = found(door(kinds[kind], request).select_related("meeting"), request, entry_id)
    what = _asking(
        entry.meeting, "withdraw-entry", _("Withdraw an entry"), _("Withdraw it"),
        record=entry.pk, lead=entry.words, said=_("The entry is withdrawn."),
    )  # fmt: skip
    return ask(
        request, SureForm, what, lambda _form: actions.withdraw(entry=entry, by=request.actor)
    )

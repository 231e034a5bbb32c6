"""Opening a file and writing in it: each form goes the one way of `ask`."""

import uuid
from typing import Any

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from tafteesh.domain.care.actions import intake
from tafteesh.domain.diary.queries import safe_rule
from tafteesh.domain.files import actions
from tafteesh.domain.files.models import (
    Identity,
    Rescue,
    Restoration,
    SafeContact,
    ShelterSpell,
    SurvivorFile,
    Taking,
)
from tafteesh.foundation.access.actor import Actor
from tafteesh.foundation.access.models import Membership, Person
from tafteesh.foundation.access.permissions import Permission
from tafteesh.foundation.kernel.approx_date import ApproxDate
from tafteesh.interfaces.web.asking import Asking, Faults, ask, door, found
from tafteesh.interfaces.web.form_fields import ActorForm, answered
from tafteesh.interfaces.web.links import address_to_be
from tafteesh.interfaces.web.meanwhile import mark_of
from tafteesh.interfaces.web.page import StaffRequest, not_there, page
from tafteesh.interfaces.web.survivor_files import way_forms
from tafteesh.interfaces.web.survivor_files.dossier import is_about_trafficking
from tafteesh.interfaces.web.survivor_files.forms import (
    NOT_OURS,
    IdentityForm,
    NewFileForm,
    SafeContactForm,
    StatusForm,
)
from tafteesh.interfaces.web.survivor_files.known import tell_if_known
from tafteesh.interfaces.web.survivor_files.views import file_or_404
from tafteesh.interfaces.web.survivor_files.way import about
from tafteesh.interfaces.web.templatetags.shapes import Words

NUMBER_TAKEN: Faults = {
    actions.NumberTaken: (
        "number",
        gettext_lazy("Another file has this number. Ask your case manager."),
    ),
    actions.NotOfThisOffice: (
        "worker",
        gettext_lazy("This person does not work here any more. Choose another."),
    ),
}


def workers_of(actor: Actor) -> list[tuple[str, str]]:
    """Who may be given a file: the people of the office, or only herself where she may not give."""
    if not actor.holds(Permission.FILE_ASSIGN):
        people = Person.objects.filter(pk=actor.person_id)
    else:
        here = Membership.objects.filter(
            organisation_id=actor.organisation_id, starts_on__lte=actor.today, ends_on=None
        )
        people = Person.objects.filter(pk__in=here.values("person"), is_active=True)
    return [(str(pk), name) for pk, name in people.order_by("name").values_list("pk", "name")]


def about_fields(name: str, value: ApproxDate | None, why: str) -> dict[str, object]:
    """The four columns of a day that may not be exact, with the reason where there is none."""
    return {
        f"{name}_earliest": value.earliest if value else None,
        f"{name}_latest": value.latest if value else None,
        f"{name}_words": value.words if value else "",
        f"{name}_answer": answered(value, why),
    }


@page(Permission.FILE_WRITE, writes=("POST",))
def new(request: StaffRequest) -> HttpResponse:
    """Open a survivor file: number, day and worker; all else may wait."""
    asking = Asking(
        key="new_file",
        heading=_("New file"),
        lead=_("Number, day and worker are enough. Then come eight questions, at her pace."),
        label=_("Save and open"),
        next_url=address_to_be("care:intake", "file_id"),
        said=_("The file is open."),
        back_url=reverse("files:list"),
        faults=NUMBER_TAKEN,
        initial={
            "opened": f"{request.actor.today:%d-%m-%Y}",
            "worker": str(request.actor.person_id),
        },
        form_args={"workers": workers_of(request.actor)},
    )

    def save(form: NewFileForm) -> SurvivorFile:
        file = _open(request.actor, form.cleaned_data)
        tell_if_known(request, file)
        return file

    return ask(request, NewFileForm, asking, save)


def _open(actor: Actor, said: dict[str, Any]) -> SurvivorFile:
    if said["scope"] == NOT_OURS:
        new_file = actions.NewFile(number=said["number"], opened=said["opened"])
        return intake.send_on(new=new_file, sent=intake.Sent(said["sent_to"]), by=actor)
    new_file = actions.NewFile(
        number=said["number"],
        scope=said["scope"],
        violence=said["violence"],
        opened=said["opened"],
        names={name: said[name] for name in ("name_used", "phone") if said[name]},
    )
    file = actions.open_file(new=new_file, by=actor)
    if said["worker"] != str(actor.person_id):
        actions.assign(file=file, to=Person.objects.get(pk=said["worker"]), by=actor)
    return file


def on_file(file: SurvivorFile, key: str, heading: Words, *, part: str = "", **more: Any) -> Asking:
    """A form about a file: it leads back to the part of the file where its answer stands."""
    address = reverse("files:file", kwargs={"file_id": file.pk})
    back = f"{address}?part={part}" if part else address
    ours: dict[str, Any] = {
        "record": file.pk,
        "lead": file.number,
        "label": _("Save"),
        "next_url": back,
        "back_url": back,
    }
    return Asking(key=key, heading=heading, **(ours | more))


@page(Permission.FILE_WRITE, writes=("POST",))
def identity(request: StaffRequest, file_id: uuid.UUID) -> HttpResponse:
    """Change names, phone, address, gender, birth. What is sealed stays unseen."""
    file = file_or_404(request, file_id)
    row = Identity.objects.visible_to(request.actor).filter(survivor_file=file).first()
    if row is None:
        raise not_there()
    asking = on_file(
        file,
        "identity",
        _("Names, phone, birth"),
        lead=_("Sealed values are not shown here. An empty box leaves what is written as it is."),
        initial={
            "gender": row.gender,
            "born": about(row, "born"),
            "born_answer": row.born_answer,
        },
        edits=True,
        sealed={name: mark_of(getattr(row, name)) for name in Identity.SEALED},
    )

    def save(form: IdentityForm) -> Identity:
        changed = _identity(file, form, request.actor)
        tell_if_known(request, file)
        return changed

    return ask(request, IdentityForm, asking, save)


def _identity(file: SurvivorFile, form: IdentityForm, by: Actor) -> Identity:
    said = form.cleaned_data
    names = {name: said[name] for name in Identity.SEALED if said[name]}
    names |= dict.fromkeys(said["remove"], "")
    fields = about_fields("born", said["born"], said["born_answer"]) | {"gender": said["gender"]}
    return actions.change_identity(file=file, names=names, open_fields=fields, by=by)


@page(Permission.FILE_WRITE, writes=("POST",))
def status(request: StaffRequest, file_id: uuid.UUID) -> HttpResponse:
    """A new status from a day on."""
    file = file_or_404(request, file_id)
    asking = on_file(
        file,
        "status",
        _("Status"),
        initial={"status": file.status, "on": request.actor.today},
        edits=True,
        faults={
            actions.StatusBeforeThat: (
                "on",
                _("Her status changed on a later day already. Choose that day or a later one."),
            ),
            actions.ReasonNeeded: ("why", _("Say why the file is closed, or opened again")),
        },
    )

    def save(form: StatusForm) -> SurvivorFile:
        actions.change_status(file=file, by=request.actor, **form.cleaned_data)
        return file

    return ask(request, StatusForm, asking, save)


@page(Permission.FILE_WRITE, writes=("POST",))
def safe_contact(request: StaffRequest, file_id: uuid.UUID) -> HttpResponse:
    """How she may be reached: every contact screen shows it."""
    file = file_or_404(request, file_id)
    rule = safe_rule(request.actor, file) or SafeContact()
    names = ("risk", *(name for name in SafeContact.RULE if name != "number"))
    asking = on_file(
        file,
        "safe_contact",
        _("How she may be reached"),
        part="safety",
        lead=_("Ask her, and ask again when something changed. The newest answer holds."),
        initial={name: getattr(rule, name) for name in names},
        edits=True,
        sealed={
            "warning": mark_of(rule.warning_sealed),
            "other_number": mark_of(rule.number_sealed),
        },
    )

    def save(form: SafeContactForm) -> SafeContact:
        said = dict(form.cleaned_data)
        warning, other = str(said.pop("warning")), str(said.pop("other_number"))
        said["number"] = SafeContact.Number.OTHER if other else SafeContact.Number.OWN
        return actions.set_safe_contact(
            file=file, rule=said, warning=warning, other_number=other, by=request.actor
        )

    return ask(request, SafeContactForm, asking, save)


def _trafficked(request: StaffRequest, file_id: uuid.UUID) -> SurvivorFile:
    """Her file, where the steps of such a way are asked at all."""
    file = file_or_404(request, file_id)
    if not is_about_trafficking(file):
        raise not_there()
    return file


def _step_page(
    request: StaffRequest, file: SurvivorFile, heading: Words, kind: type[ActorForm], make: Any
) -> HttpResponse:
    asking = on_file(
        file,
        make.__name__.lower(),
        heading,
        part="way",
        faults={
            actions.TwoSheltersAtOnce: (
                "starts_on",
                _("She is in another shelter on some of these days. Look at those days first."),
            )
        },
        initial=_standing_restoration(request, file) if make is Restoration else {},
        edits=make is Restoration,
        form_args={}
        if make in (ShelterSpell, Restoration)
        else {"her_birth": her_birth(request, file)},
    )

    def save(form: ActorForm) -> Taking | Rescue | ShelterSpell | Restoration:
        said = dict(form.cleaned_data)
        for name in ("taken", "rescued"):
            if name in said:
                said |= about_fields(name, said.pop(name), said[f"{name}_answer"])
        step: Any = make(**said)
        recorded: Taking | Rescue | ShelterSpell | Restoration = actions.record_step(
            file=file, step=step, by=request.actor
        )
        return recorded

    return ask(request, kind, asking, save)


def her_birth(request: StaffRequest, file: SurvivorFile) -> ApproxDate | None:
    """When she was born, as far as it is known: her class and her age are counted from it."""
    row = Identity.objects.visible_to(request.actor).filter(survivor_file=file).first()
    return about(row, "born") if row else None


def _standing_restoration(request: StaffRequest, file: SurvivorFile) -> dict[str, object]:
    row = door(Restoration, request).filter(survivor_file=file).order_by("-recorded_at").first()
    names = way_forms.RestorationForm.base_fields
    return {name: getattr(row, name) for name in names} if row else {}


@page(Permission.FILE_WRITE, writes=("POST",))
def taking(request: StaffRequest, file_id: uuid.UUID) -> HttpResponse:
    """When she left home. No account of it is asked."""
    file = _trafficked(request, file_id)
    return _step_page(request, file, _("When she was taken"), way_forms.TakingForm, Taking)


@page(Permission.FILE_WRITE, writes=("POST",))
def rescue(request: StaffRequest, file_id: uuid.UUID) -> HttpResponse:
    """One rescue or return."""
    file = _trafficked(request, file_id)
    return _step_page(request, file, _("Rescue or return"), way_forms.RescueForm, Rescue)


@page(Permission.FILE_WRITE, writes=("POST",))
def shelter(request: StaffRequest, file_id: uuid.UUID) -> HttpResponse:
    """Days in a shelter."""
    file = _trafficked(request, file_id)
    return _step_page(request, file, _("Days in a shelter"), way_forms.ShelterForm, ShelterSpell)


@page(Permission.FILE_WRITE, writes=("POST",))
def restoration(request: StaffRequest, file_id: uuid.UUID) -> HttpResponse:
    """Inter-State restoration, entered whole."""
    file = _trafficked(request, file_id)
    return _step_page(request, file, _("Restoration"), way_forms.RestorationForm, Restoration)


@page(Permission.FILE_WRITE, writes=("POST",))
def left_shelter(request: StaffRequest, spell_id: uuid.UUID) -> HttpResponse:
    """The last day of a shelter."""
    spell = found(
        door(ShelterSpell, request).filter(ends_on=None).select_related("survivor_file"),
        request,
        spell_id,
    )
    asking = on_file(
        spell.survivor_file,
        "left_shelter",
        _("She left the shelter"),
        part="way",
        initial={"on": request.actor.today},
        faults={
            actions.LeftBeforeSheCame: ("on", _("She cannot have left before she came")),
        },
    )

    def save(form: way_forms.LeftShelterForm) -> ShelterSpell:
        return actions.leave_shelter(spell=spell, on=form.cleaned_data["on"], by=request.actor)

    return ask(request, way_forms.LeftShelterForm, asking, save)

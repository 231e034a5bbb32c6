"""Steps of the case: what was done, asked or refused, on which day, and by which paper."""

import uuid

from django import forms
from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from tafteesh.domain.papers.models import Paper
from tafteesh.domain.proceedings import actions
from tafteesh.domain.proceedings.duties.catalogue import BY_KEY
from tafteesh.domain.proceedings.models import Accused, Fir, FirSurvivor, Milestone, SetAside
from tafteesh.domain.proceedings.queries import accused_now
from tafteesh.foundation.access.permissions import Permission
from tafteesh.interfaces.web.asking import Faults, ask, door
from tafteesh.interfaces.web.form_fields import AboutDayField, ActorForm
from tafteesh.interfaces.web.page import StaffRequest, not_there, page
from tafteesh.interfaces.web.picking import PickField
from tafteesh.interfaces.web.proceedings.paper import about_fir
from tafteesh.interfaces.web.proceedings.views import fir_of


class StepForm(ActorForm):
    """Which step, when, of which accused, and the paper that says so."""

    kind = forms.ChoiceField(label=gettext_lazy("Which step"), choices=Milestone.Kind.choices)
    said = forms.ChoiceField(
        label=gettext_lazy("What happened"),
        choices=Milestone.Said.choices,
        initial=Milestone.Said.DONE,
        widget=forms.RadioSelect,
    )
    on = AboutDayField(
        label=gettext_lazy("When"),
        required=False,
        help_text=gettext_lazy("14-12-2026, Dec 2026, or leave it empty if nobody knows"),
    )
    accused = PickField(
        label=gettext_lazy("Which accused"),
        required=False,
        help_text=gettext_lazy("Only for arrest, remand and bail"),
    )
    paper = PickField(label=gettext_lazy("Paper that proves it"), required=False)

    def __init__(
        self, *args: object, accused: list[Accused], papers: list[Paper], **more: object
    ) -> None:
        super().__init__(*args, **more)  # type: ignore[arg-type] # what ActorForm takes
        people, proofs = self.fields["accused"], self.fields["paper"]
        people.offer(accused, accused_words)  # type: ignore[attr-defined] # a PickField
        proofs.offer(papers, paper_words)  # type: ignore[attr-defined] # a PickField


def accused_words(row: Accused) -> str:
    """An accused by number and part; the name stays sealed."""
    return f"{row.ordinal} · {row.get_part_display()}"


def paper_words(row: Paper) -> str:
    """A paper in one line: its file, its kind, its day."""
    day = f"{row.dated_on:%d-%m-%Y}" if row.dated_on else ""
    parts = (row.survivor_file.number, str(row.get_kind_display()), day, row.issued_by_words)
    return " · ".join(part for part in parts if part)


def papers_of(request: StaffRequest, fir: Fir) -> list[Paper]:
    """Papers of the survivors of a FIR whose files she reaches, the newest first."""
    links = door(FirSurvivor, request).filter(fir=fir)
    rows = door(Paper, request).filter(survivor_file__in=links.values("survivor_file"))
    return list(rows.select_related("survivor_file").order_by("-dated_on", "-id")[:200])


def step_faults() -> Faults:
    """What the domain refuses, in words that say what to do."""
    return {
        actions.NotYet: ("on", _("This day has not come yet. Write the day on which it was done.")),
        actions.WhichAccused: (
            "accused",
            _("Say of which accused. Add the accused to the FIR first, if there is none."),
        ),
        actions.NoPaper: (
            "paper",
            _("This day stands on the FIR. Choose the paper that proves it."),
        ),
        actions.PaperFromElsewhere: (
            "paper",
            _("This paper lies in a file that is not of this FIR. Choose another."),
        ),
    }


@page(Permission.PROCEEDING_WRITE, writes=("POST",))
def new_step(request: StaffRequest, fir_id: uuid.UUID) -> HttpResponse:
    """Record a step; `kind` in the address says which, where the checklist asks for one."""
    fir = fir_of(request, fir_id)
    people = [one.row for one in accused_now(request.actor, fir)]
    wanted = request.GET.get("kind", "")
    asking = about_fir(
        fir,
        "step",
        heading=_("Record a step"),
        label=_("Save the step"),
        faults=step_faults(),
        form_args={"accused": people, "papers": papers_of(request, fir)},
        initial={"kind": wanted} if wanted in Milestone.Kind.values else None,
    )

    def save(form: StepForm) -> Milestone:
        new = actions.NewMilestone(**form.cleaned_data)
        return actions.record_milestone(fir=fir, new=new, by=request.actor)

    return ask(request, StepForm, asking, save)


class AsideForm(ActorForm):
    """Why what looks like a lapse is none."""

    why = forms.ChoiceField(
        label=gettext_lazy("Why is it no lapse?"),
        choices=SetAside.Why.choices,
        widget=forms.RadioSelect,
    )


def _subject(request: StaffRequest) -> uuid.UUID | None:
    """The accused, claim or request that the address names."""
    said = request.GET.get("of", "")
    try:
        return uuid.UUID(said) if said else None
    except ValueError:
        raise not_there() from None


@page(Permission.CORRECTION_WRITE, writes=("POST",))
def put_aside(request: StaffRequest, fir_id: uuid.UUID, duty: str) -> HttpResponse:
    """Say that it is no lapse, and why; the row and its days stay."""
    fir, subject = fir_of(request, fir_id), _subject(request)
    if duty not in BY_KEY:
        raise not_there()
    asking = about_fir(
        fir,
        f"aside_{duty}",
        heading=_("Not a lapse: %(duty)s") % {"duty": BY_KEY[duty].title},
        label=_("Keep it with this reason"),
    )
    return ask(
        request,
        AsideForm,
        asking,
        lambda form: actions.set_aside(
            fir=fir, duty=duty, subject=subject, why=form.cleaned_data["why"], by=request.actor
        ),
    )

"""Intake at her pace: a list of parts, each left and taken up again."""

import uuid
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from tafteesh.domain.care.actions import intake
from tafteesh.domain.care.models import IntakeMark, Telling
from tafteesh.domain.files import actions
from tafteesh.domain.files.models import Identity, SurvivorFile
from tafteesh.domain.papers.models import Paper
from tafteesh.foundation.access.permissions import Permission
from tafteesh.foundation.kernel.no_answer import Answer
from tafteesh.interfaces.web.asking import ask
from tafteesh.interfaces.web.care.intake_forms import MarkForm, MinimumForm, TellingForm
from tafteesh.interfaces.web.care.intake_list import FORMS, TELLINGS, rows_of
from tafteesh.interfaces.web.form_fields import answered
from tafteesh.interfaces.web.links import link_or_none
from tafteesh.interfaces.web.meanwhile import mark_of
from tafteesh.interfaces.web.page import StaffRequest, not_there, page, show
from tafteesh.interfaces.web.survivor_files.dossier import is_about_trafficking
from tafteesh.interfaces.web.survivor_files.known import tell_if_known
from tafteesh.interfaces.web.survivor_files.recording import about_fields, her_birth, on_file
from tafteesh.interfaces.web.survivor_files.views import file_or_404
from tafteesh.interfaces.web.survivor_files.way import about
from tafteesh.interfaces.web.templatetags.shapes import Words

T = IntakeMark.Task
LEADS: dict[str, Words] = {
    T.SAFETY: gettext_lazy("Ask this first: who may reach her, when, and under what name."),
    T.CONSENT: gettext_lazy("One purpose at a time. No is an answer, and nothing is lost by it."),
    T.WAY: gettext_lazy(
        "Days and places only, as she tells them. What was done to her is not asked here: where she told it"
        " already, write down to whom and read the paper."
    ),
    T.PAPERS: gettext_lazy("What exists and who has it. A picture can come later."),
    T.COURT: gettext_lazy("What is at the police or in court. Not known is an answer."),
    T.SERVICES: gettext_lazy("What she gets, and from whom."),
}
SAVED = gettext_lazy("Saved. The rest can wait.")


@page(Permission.FILE_WRITE)
def tasks(request: StaffRequest, file_id: uuid.UUID) -> HttpResponse:
    """The parts of an intake, and where each stands."""
    file = file_or_404(request, file_id)
    rows = rows_of(request.actor, file)
    return show(
        request,
        "care/intake.html",
        file=file,
        tasks=rows.tasks,
        left=rows.left,
        tellings=rows.tellings,
    )


@page(Permission.FILE_WRITE, writes=("POST",))
def part(request: StaffRequest, file_id: uuid.UUID, task: str) -> HttpResponse:
    """One part: what is written, what can be added, and three ways to leave it."""
    file = file_or_404(request, file_id)
    if task not in LEADS:
        raise not_there()
    if request.method == "POST":
        return _marked(request, file, task)
    rows = rows_of(request.actor, file)
    trafficking = is_about_trafficking(file)
    forms = [
        (f"{url}?next={request.path}", label)
        for name, label, only in FORMS[task]
        if (trafficking or not only) and (url := link_or_none(name, file_id=file.pk))
    ]
    return show(
        request,
        "care/intake_part.html",
        file=file,
        task=task,
        heading=T(task).label,
        lead=LEADS[task],
        forms=forms,
        state=rows.words_of(task),
        courts=IntakeMark.Court.choices if task == T.COURT else (),
        tellings=rows.tellings if task == T.WAY else None,
    )


def _marked(request: StaffRequest, file: SurvivorFile, task: str) -> HttpResponse:
    form = MarkForm(request.POST, by=request.actor)
    if not form.is_valid():
        raise not_there()
    court = form.cleaned_data["court"] if task == T.COURT else ""
    state = form.cleaned_data["state"]
    intake.mark_part(file=file, task=task, state=state, court=court, by=request.actor)
    messages.success(request, str(SAVED))
    return redirect("care:intake", file_id=file.pk)


@page(Permission.FILE_WRITE, writes=("POST",))
def minimum(request: StaffRequest, file_id: uuid.UUID) -> HttpResponse:
    """Eight questions about who she is. What is sealed is not shown again: an empty box changes nothing."""
    file = file_or_404(request, file_id)
    row = Identity.objects.visible_to(request.actor).filter(survivor_file=file).first()
    if row is None:
        raise not_there()
    back = reverse("care:intake", args=[file.pk])
    initial: dict[str, Any] = {name: getattr(row, name) for name in ANSWERS}
    initial |= {"gender": row.gender, "born": about(row, "born")}
    initial |= {"block": file.block.name if file.block else ""}
    asking = on_file(
        file,
        "minimum",
        _("Who she is: eight questions"),
        lead=_("Ask what she wants to say. All of it may stay empty."),
        label=_("Save and go on"),
        next_url=back,
        back_url=back,
        said=SAVED,
        initial=initial,
        edits=True,
        sealed={name: mark_of(getattr(row, name)) for name in SEALED_ASKED},
        form_args={
            "born": about(row, "born"),
            "written": [name for name in SEALED_ASKED if getattr(row, name)],
        },
    )

    def save(form: MinimumForm) -> Identity:
        saved = _minimum(file, form.cleaned_data, request)
        tell_if_known(request, file)
        return saved

    return ask(request, MinimumForm, asking, save)


SEALED_ASKED = ("name_used", "name_on_papers", "address", "relation_name", "phone")
ANSWERS = ("name_answer", "born_answer", "relation_answer", "phone_answer")


def _minimum(file: SurvivorFile, said: dict[str, Any], request: StaffRequest) -> Identity:
    by = request.actor
    names = {name: said[name] for name in Identity.SEALED if said.get(name)}
    fields = about_fields("born", said["born"], said["born_answer"])
    fields |= {"gender": said["gender"] or Identity.Gender.NOT_ASKED}
    for name, of in (("name", "name_on_papers"), ("relation", "relation_name"), ("phone", "phone")):
        kept = said[of] or said[f"{name}_answer"] == Answer.KNOWN
        fields[f"{name}_answer"] = answered(kept, said[f"{name}_answer"])
    if said["block"]:
        actions.place_in_block(file=file, block=said["block"], by=by)
    identity = actions.change_identity(file=file, names=names, open_fields=fields, by=by)
    intake.mark_part(file=file, task=T.MINIMUM, state=IntakeMark.State.DONE, by=by)
    return identity


@page(Permission.FILE_WRITE, writes=("POST",))
def telling(request: StaffRequest, file_id: uuid.UUID) -> HttpResponse:
    """Count that she told it once more, and say where it stands."""
    file = file_or_404(request, file_id)
    papers = Paper.objects.visible_to(request.actor).filter(survivor_file=file, withdrawn_at=None)
    back = reverse("care:intake_part", args=[file.pk, T.WAY])
    asking = on_file(
        file,
        "telling",
        _("She told it already"),
        lead=_("Nothing of what she told is written here."),
        next_url=back,
        back_url=back,
        form_args={
            "papers": list(papers.order_by("-recorded_at")[:TELLINGS]),
            "her_birth": her_birth(request, file),
        },
    )

    def save(form: TellingForm) -> Telling:
        return intake.count_telling(file=file, by=request.actor, **form.cleaned_data)

    return ask(request, TellingForm, asking, save)

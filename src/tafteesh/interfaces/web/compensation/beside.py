"""What stands beside the money of a claim: each a short form that writes one record."""

import uuid

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from tafteesh.domain.compensation import actions
from tafteesh.domain.compensation.entitled import (
    PAGE,
    funnel,
    last_wish,
    schemes_today,
    without_claim,
)
from tafteesh.domain.compensation.models import AccountCheck, Claim, UnpaidLetter
from tafteesh.domain.compensation.rules import papers_needed
from tafteesh.domain.compensation.ways import Why, ways_for
from tafteesh.domain.files.models import SurvivorFile
from tafteesh.domain.papers.models import Paper
from tafteesh.foundation.access.permissions import Permission
from tafteesh.interfaces.web.asking import Asking, Faults, ask, door, found
from tafteesh.interfaces.web.compensation import beside_forms as forms
from tafteesh.interfaces.web.compensation.steps import asking, the_claim
from tafteesh.interfaces.web.page import StaffRequest, page, show
from tafteesh.interfaces.web.templatetags.charts import Funnel, FunnelStep
from tafteesh.interfaces.web.templatetags.shapes import Line, Words

NOT_YET = gettext_lazy("This day has not come yet, or lies before the letter. Look at it again.")
FAULTS: Faults = {
    actions.StepInTheFuture: (None, NOT_YET),
    actions.NextDateNotAfter: (
        "next_on",
        gettext_lazy("The next date must come after this day. Look at both days again."),
    ),
    actions.GuardianIsAccused: (
        "guardian_accused",
        gettext_lazy(
            "Her money does not go to a guardian who is or may be accused. Find out first, or ask the CWC or"
            " the court for another guardian or for a fixed deposit in her name."
        ),
    ),
}

WAYS: dict[Why, Words] = {
    Why.HOME: gettext_lazy("Scheme of the State that she comes from"),
    Why.DESTINATION: gettext_lazy("Scheme of the State to which she was taken"),
    Why.WOMEN: gettext_lazy("For women in every State"),
    Why.CHILD: gettext_lazy("She was a child: the Special Court may order it, interim money too"),
    Why.TRIAL: gettext_lazy("The trial court may award it, or ask the DLSA to"),
    Why.LABOUR: gettext_lazy("She was made to work"),
    Why.ASK_STATE: gettext_lazy("To which State was she taken? Its scheme may pay too. Record the FIR there."),
    Why.ASK_AGE: gettext_lazy("Was she a child then? Record her age and the day: the Special Court may order more."),
    Why.ASK_DAY: gettext_lazy("The State changed its scheme. Which one holds: that of the day of the crime, or of the application?"),
    Why.ASK_HARM: gettext_lazy("What was done to her is not recorded. Record it in her file first."),
}  # fmt: skip


@page(Permission.CLAIM_READ)
def entitled(request: StaffRequest) -> HttpResponse:
    """Who could claim and has no claim, the longest first; and the way from entitled to credited."""
    told, asked = funnel(request.actor), request.GET.get("from", "")
    start = int(asked) if asked.isdecimal() and len(asked) < 8 else 0
    steps = [
        (_("could claim"), told.could),
        (_("were asked"), told.asked),
        (_("want to claim"), told.want),
        (_("claim filed"), told.filed),
        (_("money ordered"), told.ordered),
        (_("money in her account, proved"), told.credited),
    ]
    return show(
        request,
        "compensation/entitled.html",
        told=told,
        rows=without_claim(request.actor, start),
        older=f"?from={start + PAGE}" if told.without > start + PAGE else "",
        schemes=schemes_today(request.actor),
        chart=Funnel(
            "entitled",
            _("From who could claim to whose money came"),
            _("Survivors within your reach."),
            [FunnelStep(label, count) for label, count in steps],
            _("Step"),
        ),
        may_write=request.actor.holds(Permission.CLAIM_WRITE),
    )


@page(Permission.CLAIM_READ)
def ways(request: StaffRequest, file_id: uuid.UUID) -> HttpResponse:
    """Under what one survivor may apply, what must be found out first, what she said, what she has."""
    file = found(door(SurvivorFile, request), request, file_id)
    every = ways_for(request.actor, file)
    return show(
        request,
        "compensation/ways.html",
        file=file,
        ways=[(WAYS[way.why], way) for way in every if not way.is_question],
        questions=[(WAYS[way.why], way) for way in every if way.is_question],
        wish=last_wish(request.actor, file),
        claims=list(door(Claim, request).filter(survivor_file=file).order_by("filed_on", "pk")),
        may_write=request.actor.holds(Permission.CLAIM_WRITE),
    )


@page(Permission.CLAIM_WRITE, writes=("POST",))
def wish(request: StaffRequest, file_id: uuid.UUID) -> HttpResponse:
    """What she said about claiming."""
    file = found(door(SurvivorFile, request), request, file_id)
    back = reverse("compensation:entitled")
    what = Asking(
        key="claim-wish",
        heading=_("Does she want to claim?"),
        label=_("Save her answer"),
        record=file.pk,
        next_url=back,
        back_url=back,
        lead=_("Tell her what she may claim and that she may say no. Her answer may change."),
        about=(Line(_("File"), file.number),),
        faults={actions.AskedInTheFuture: ("answered_on", NOT_YET)},
    )
    return ask(
        request,
        forms.WishForm,
        what,
        lambda form: actions.record_wish(file=file, by=request.actor, **form.cleaned_data),
    )


@page(Permission.CLAIM_WRITE, writes=("POST",))
def step(request: StaffRequest, claim_id: uuid.UUID) -> HttpResponse:
    """An inquiry, a report, a hearing."""
    claim = the_claim(request, claim_id)
    what = asking(
        claim, "claim-step", _("Step of the authority"), _("Save this step"), faults=FAULTS
    )
    return ask(
        request,
        forms.StepForm,
        what,
        lambda form: actions.record_step(
            claim=claim, new=actions.NewStep(**form.cleaned_data), by=request.actor
        ),
    )


@page(Permission.CLAIM_WRITE, writes=("POST",))
def fetch(request: StaffRequest, claim_id: uuid.UUID) -> HttpResponse:
    """A paper that is missing."""
    claim = the_claim(request, claim_id)
    have = set(
        door(Paper, request)
        .filter(survivor_file=claim.survivor_file_id)
        .values_list("kind", flat=True)
    )
    missing = [
        (k.value, k.label)
        for k in papers_needed(claim.filed_at_words, claim.forum)
        if k not in have
    ]
    what = asking(
        claim, "fetch", _("Paper to fetch"), _("Save it as a task"),
        form_args={
            "missing": missing,
            "mine": claim.survivor_file.worker_id in (None, request.person.pk),
        },
    )  # fmt: skip
    return ask(
        request,
        forms.FetchForm,
        what,
        lambda form: actions.fetch_paper(
            claim=claim, new=actions.NewFetch(**form.cleaned_data), by=request.actor
        ),
    )


@page(Permission.CLAIM_WRITE, writes=("POST",))
def account(request: StaffRequest, claim_id: uuid.UUID) -> HttpResponse:
    """Whether money can reach her, and her alone."""
    claim = the_claim(request, claim_id)
    what = asking(
        claim, "account", _("Where her money goes"), _("Save this check"),
        faults={**FAULTS, actions.StepInTheFuture: ("checked_on", NOT_YET)},
    )  # fmt: skip

    def save(form: forms.AccountForm) -> AccountCheck:
        new = actions.NewAccount(**form.cleaned_data)
        return actions.record_account(claim=claim, new=new, by=request.actor)

    return ask(request, forms.AccountForm, what, save)


@page(Permission.CLAIM_WRITE, writes=("POST",))
def sent(request: StaffRequest, letter_id: uuid.UUID) -> HttpResponse:
    """A prepared letter was sent by a person."""
    rows = door(UnpaidLetter, request).select_related("claim__survivor_file")
    letter = found(rows, request, letter_id)
    what = asking(
        letter.claim, "letter-sent", _("Letter sent"), _("Save the day"), record=letter.pk,
        lead=str(letter.get_rung_display()),
        faults={actions.StepInTheFuture: ("sent_on", NOT_YET)},
    )  # fmt: skip
    return ask(
        request,
        forms.SentForm,
        what,
        lambda form: actions.record_sent(letter=letter, by=request.actor, **form.cleaned_data),
    )

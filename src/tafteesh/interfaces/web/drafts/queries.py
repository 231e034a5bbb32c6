"""Finding an unfinished form again."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from tafteesh.domain.files.sealing import open_from
from tafteesh.foundation.access.actor import Actor
from tafteesh.foundation.kernel.clock import INDIA, day_in_india
from tafteesh.foundation.vault.keys import key_of
from tafteesh.interfaces.web.drafts.models import Draft, Submission
from tafteesh.interfaces.web.page import StaffRequest

HIDDEN = frozenset({"csrfmiddlewaretoken", "submission_key", "draft_key", "sure", "save", "month"})


@dataclass(frozen=True)
class FormDraft:
    """What a form template needs: the two attributes, the banner, and the values to continue with."""

    key: str
    save_url: str
    when: str = ""
    continue_url: str = ""
    fresh_url: str = ""
    values: Mapping[str, Any] = field(default_factory=dict)


def with_draft(
    request: StaffRequest, form_key: str, record: object = "", version: object = ""
) -> FormDraft:
    """The draft of one form and record of hers. `?draft=continue` fills the form with it."""
    key = f"{form_key}:{record}:{version}"
    save_url = reverse("drafts:save")
    if request.method == "POST":
        return FormDraft(key, save_url)
    draft = find_draft(request.actor, form_key, str(record))
    if draft is None:
        return FormDraft(key, save_url)
    if request.GET.get("draft") == "continue":
        return FormDraft(key, save_url, values=typed_in(draft))
    return FormDraft(
        key,
        save_url,
        when=said_when(draft.updated_at, request.actor.now),
        continue_url=f"{request.path}?{_again(request)}",
        fresh_url=reverse("drafts:fresh", args=[draft.pk]) + f"?next={request.path}",
    )


def _again(request: StaffRequest) -> str:
    query = request.GET.copy()
    query["draft"] = "continue"
    return query.urlencode()


def find_draft(actor: Actor, form_key: str, record: str) -> Draft | None:
    """Her unfinished form, if there is one."""
    rows = Draft.objects.visible_to(actor).filter(form_key=form_key, record=record)
    found = rows.filter(set_aside_at=None).first()
    return found if isinstance(found, Draft) else None


def was_sent(actor: Actor, key: str) -> bool:
    """Whether this very form was taken already."""
    rows = Submission.objects.visible_to(actor).filter(key=key[:64])
    return bool(key) and rows.exists()


def typed_in(draft: Draft) -> dict[str, Any]:
    """What was typed: one value a field, or a list where there were several."""
    text = open_from(draft, "content_sealed", key_of(draft.person_id)).reveal()
    typed: dict[str, list[str]] = json.loads(text)
    return {name: many if len(many) > 1 else many[0] for name, many in typed.items() if many}


def said_when(moment: datetime, now: datetime) -> str:
    """Today 17:40, yesterday 17:40, or the day."""
    local = moment.astimezone(INDIA)
    ago = (day_in_india(now) - local.date()).days
    day = {0: _("today"), 1: _("yesterday")}.get(ago, f"{local:%d-%m-%Y}")
    return f"{day} {local:%H:%M}"

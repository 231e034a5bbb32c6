"""Where drafts.js sends what is typed, and where an amount is read back in words."""

import uuid

from django.core.exceptions import ObjectDoesNotExist
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.html import escape, strip_tags
from django.utils.translation import gettext as _

from tafteesh.foundation.access.permissions import Permission
from tafteesh.foundation.kernel import money
from tafteesh.foundation.kernel.approx_date import read_date
from tafteesh.interfaces.web.drafts.actions import DraftTooLong, keep_draft, set_aside
from tafteesh.interfaces.web.drafts.queries import HIDDEN
from tafteesh.interfaces.web.links import way_back
from tafteesh.interfaces.web.page import StaffRequest, not_there, page
from tafteesh.interfaces.web.templatetags.formats import approx

WORDS = {"en": money.in_words_en, "bn": money.in_words_bn, "hi": money.in_words_hi}


@page(Permission.OWN_DESK, writes=("POST",))
def save(request: StaffRequest) -> HttpResponse:
    """Keep what she typed so far."""
    form_key, _colon, rest = request.POST.get("draft_key", "").partition(":")
    record, _colon, version = rest.partition(":")
    if not form_key:
        return HttpResponse(status=400)
    typed = {name: request.POST.getlist(name) for name in request.POST if name not in HIDDEN}
    try:
        keep_draft(form_key=form_key, record=record, version=version, typed=typed, by=request.actor)
    except DraftTooLong:
        return HttpResponse(status=413)
    return HttpResponse(status=204)


@page(Permission.OWN_DESK, writes=("POST",))
def fresh(request: StaffRequest, draft_id: uuid.UUID) -> HttpResponse:
    """Start fresh."""
    try:
        set_aside(draft_id=draft_id, by=request.actor)
    except ObjectDoesNotExist:
        raise not_there() from None
    return redirect(way_back(request, "/"))


@page(Permission.OWN_DESK, writes=("POST",))
def amount(request: StaffRequest) -> HttpResponse:
    """Read one amount back: in figures and in words. One zero too many is the commonest mistake."""
    written = next((v for k, v in request.POST.items() if k not in HIDDEN), "")
    paise = money.read_money(written).paise
    if paise is None:
        return HttpResponse("")
    words = WORDS.get(request.person.language, money.in_words_en)(paise)
    return HttpResponse(escape(f"{money.rupees(paise)} {words}"))


@page(Permission.OWN_DESK, writes=("POST",))
def day(request: StaffRequest) -> HttpResponse:
    """Read one day back as we understand it: ~ March 2023, and between which days."""
    written = next((v for k, v in request.POST.items() if k not in HIDDEN), "")
    value = read_date(written, today=request.actor.today).value
    if value is None:
        return HttpResponse("")
    words = _("We read this as: %(day)s") % {"day": strip_tags(approx(value))}
    if value.exact is None:
        words += " " + _("(between %(first)s and %(last)s)") % {
            "first": f"{value.earliest:%d-%m-%Y}",
            "last": f"{value.latest:%d-%m-%Y}",
        }
    return HttpResponse(escape(words))

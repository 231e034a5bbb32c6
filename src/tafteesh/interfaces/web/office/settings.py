"""Everybody's own settings: language, hidden names, keys, second factor, sessions, what was done in her name."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from tafteesh.domain.office.actions import set_screen
from tafteesh.foundation.access.permissions import Permission
from tafteesh.foundation.audit.queries import lines_about_person
from tafteesh.interfaces.web.office.forms import OwnSettingsForm
from tafteesh.interfaces.web.page import StaffRequest, page, show

NAMES = ("language", "hides_names", "keys_off")
SHOWN = 10


@page(Permission.OWN_DESK, writes=("POST",))
def own(request: StaffRequest) -> HttpResponse:
    """Her own settings, and the ways to her sessions and second factor."""
    person = request.person
    now = {name: getattr(person, name) for name in NAMES}
    form = OwnSettingsForm(request.POST or None, by=request.actor, initial=now)
    if form.is_valid():
        set_screen(person=person, **form.cleaned_data, by=request.actor)
        messages.success(request, _("Saved."))
        return redirect("office:settings")
    lines = lines_about_person(person.pk)[:SHOWN]
    return show(request, "office/settings.html", form=form, lines=lines)

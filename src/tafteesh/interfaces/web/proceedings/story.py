"""The timeline that a stranger reads in five minutes: source and destination in two columns."""

import uuid
from collections import Counter

from django.http import HttpResponse
from django.utils.translation import gettext as _

from tafteesh.domain.proceedings.models import Accused
from tafteesh.domain.proceedings.story import story
from tafteesh.foundation.access.permissions import Permission
from tafteesh.interfaces.web.page import StaffRequest, page, show
from tafteesh.interfaces.web.proceedings.views import fir_of

PARTS = dict(Accused.Part.choices)


@page(Permission.PROCEEDING_READ)
def story_page(request: StaffRequest, fir_id: uuid.UUID) -> HttpResponse:
    """What happened, day by day, on both sides."""
    fir = fir_of(request, fir_id)
    told = story(request.actor, fir)
    return show(
        request,
        "proceedings/story.html",
        fir=fir,
        story=told,
        source_accused=_accused(told.accused["source"]),
        destination_accused=_accused(told.accused["destination"]),
    )


def _accused(parts: Counter[str]) -> str:
    return ", ".join(
        _("%(n)s × %(part)s") % {"n": n, "part": PARTS.get(part, part)}
        for part, n in parts.most_common()
    )

"""What whoever wrote a file is told when she may be known already: to ask, or that she may look herself."""

from django.contrib import messages
from django.utils.translation import gettext as _

from tafteesh.domain.files.models import SurvivorFile
from tafteesh.domain.once.actions import Answer, look_for_others
from tafteesh.domain.once.models import Pair
from tafteesh.interfaces.web.page import StaffRequest


def tell_if_known(request: StaffRequest, file: SurvivorFile) -> None:
    """Look for her among all files of the office, and say no more than she who asks may know."""
    answer = look_for_others(files=[file.pk], came_from=Pair.From.INTAKE, by=request.actor)
    if answer is Answer.ASK:
        messages.warning(request, _("Before you go on: ask your supervisor about this file."))
    elif answer is Answer.LOOK:
        said = _("She may be known already. Look at both files, under One person once.")
        messages.warning(request, said)

"""Some acts ask again who she is, when she proved it more than five minutes ago."""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec
from urllib.parse import urlencode

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from tafteesh.foundation.kernel.clock import read_clock
from tafteesh.interfaces.web.page import StaffRequest

P = ParamSpec("P")
View = Callable[Concatenate[StaffRequest, P], HttpResponse]


def proved_lately(view: View[P]) -> View[P]:
    """Lead to the page that asks for password or second factor, and from there back to this one."""

    @wraps(view)
    def asking_again(request: StaffRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        demo = settings.DEMO and request.session.get("demo")  # its people have no password
        if demo or _seconds_since_proof(request) < settings.ACCOUNT_REAUTHENTICATION_TIMEOUT:
            return view(request, *args, **kwargs)
        query = urlencode({"next": request.get_full_path()})
        return redirect(f"{reverse('account_reauthenticate')}?{query}")

    return asking_again


def _seconds_since_proof(request: StaffRequest) -> float:
    """Since she last gave a password, a code or a passkey in this session."""
    proofs = request.session.get("account_authentication_methods", [])
    latest = max((proof["at"] for proof in proofs), default=0)
    return read_clock().timestamp() - float(latest)

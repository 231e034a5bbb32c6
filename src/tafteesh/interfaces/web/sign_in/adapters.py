"""What allauth asks us: who may come in, what is written down, how second factors are kept."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from django.http import HttpRequest, HttpResponse

from tafteesh.domain.office.actions import (
    choose_password,
    record_factor_change,
    record_sign_in,
    record_sign_out,
)
from tafteesh.foundation.access.models import Person
from tafteesh.foundation.access.people import actor_for
from tafteesh.foundation.kernel.clock import read_clock
from tafteesh.foundation.vault import keyholder


class StaffAdapter(DefaultAccountAdapter):  # type: ignore[misc] # allauth ships no types
    """Nobody signs herself up; each sign-in and sign-out is a line in the log."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def post_login(self, request: HttpRequest, user: Person, **more: Any) -> HttpResponse:
        write_sign_in(request, user)
        response: HttpResponse = super().post_login(request, user, **more)
        return response

    def logout(self, request: HttpRequest) -> None:
        if request.user.is_authenticated:
            actor = actor_for(request.user, now=read_clock())
            record_sign_out(person=request.user, by=actor)
        super().logout(request)
        request.signed_out = True  # type: ignore[attr-defined] # private_headers then clears the browser

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """No mail leaves this system."""

    def send_notification_mail(self, template_prefix: str, user: Person, **more: Any) -> None:
        """Nor a notice: a change of her second factor is a line in the log, which her settings show."""
        what = template_prefix.rpartition("/")[2]
        if template_prefix.startswith("mfa/"):
            record_factor_change(person=user, what=what, by=actor_for(user, now=read_clock()))

    def set_password(self, user: Person, password: str) -> None:
        """She chooses her own; whoever gave her the first one knows it no longer."""
        choose_password(person=user, password=password, by=actor_for(user, now=read_clock()))


class SealedSecondFactor(DefaultMFAAdapter):  # type: ignore[misc] # allauth ships no types
    """Secrets of one-time codes and recovery seeds are sealed by the master key."""

    def encrypt(self, text: str) -> str:
        return keyholder.seal_secret("second factor", text)

    def decrypt(self, encrypted_text: str) -> str:
        return keyholder.open_secret("second factor", encrypted_text)


def write_sign_in(request: HttpRequest, person: Person) -> None:
    """The line in the log, and when this session began."""
    now = read_clock()
    request.session["began"] = now.timestamp()
    record_sign_in(person=person, by=actor_for(person, now=now))

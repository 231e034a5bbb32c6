"""Sentences that Django and allauth say on our pages: here so that our catalogue says them in our words."""

from django.utils.translation import gettext_noop as _
from django.utils.translation import ngettext

FIELDS = (
    _("This field is required."),
    _("Enter a valid value."),
    _("Enter a valid date."),
    _("Enter a whole number."),
    _("Enter a number."),
    _("Null characters are not allowed."),
    _("No file was submitted."),
    _("The submitted file is empty."),
    _("No file was submitted. Check the encoding type on the form."),
    _("Select a valid choice. That choice is not one of the available choices."),
    _("Select a valid choice. %(value)s is not one of the available choices."),
    _("Ensure this value is less than or equal to %(limit_value)s."),
    _("Ensure this value is greater than or equal to %(limit_value)s."),
    _("Unknown"),
    _("Yes"),
    _("No"),
)
PASSWORDS = (
    _("This password is too common."),
    _("This password is entirely numeric."),
    _("The password is too similar to the %(verbose_name)s."),
    _("Your password can’t be a commonly used password."),
    _("Your password can’t be too similar to your other personal information."),
)
SIGN_IN = (
    _("Username"),
    _("Password"),
    _("Current Password"),
    _("New Password"),
    _("New Password (again)"),
    _("Please type your current password."),
    _("You must type the same password each time."),
    _("Incorrect password."),
    _("Incorrect code."),
    _("Invalid login."),
    _("This account is currently inactive."),
    _("Too many failed login attempts. Try again later."),
    _("The username and/or password you specified are not correct."),
    _("Please select only one."),
)
SECOND_FACTOR = (
    _("Code"),
    _("Authenticator code"),
    _("Passwordless"),
    _("Master key"),
    _("Backup key"),
    _("Key no. {number}"),
    _("Use a security key"),
    _("Use authenticator app or code"),
    _("Use your password"),
    _("You cannot deactivate two-factor authentication."),
    _("You cannot generate recovery codes without having two-factor authentication enabled."),
    _(
        "Enabling passwordless operation allows you to sign in using just this key, but imposes additional requirements such as biometrics or PIN protection."
    ),
)


def counted(n: int) -> tuple[str, ...]:
    """Those that count something."""
    return (
        ngettext(
            "Ensure this value has at most %(limit_value)d character (it has %(show_value)d).",
            "Ensure this value has at most %(limit_value)d characters (it has %(show_value)d).",
            n,
        ),
        ngettext(
            "This password is too short. It must contain at least %d character.",
            "This password is too short. It must contain at least %d characters.",
            n,
        ),
        ngettext(
            "Your password must contain at least %(min_length)d character.",
            "Your password must contain at least %(min_length)d characters.",
            n,
        ),
        ngettext("%(num)d year", "%(num)d years", n),
        ngettext("%(num)d month", "%(num)d months", n),
        ngettext("%(num)d week", "%(num)d weeks", n),
        ngettext("%(num)d day", "%(num)d days", n),
        ngettext("%(num)d hour", "%(num)d hours", n),
        ngettext("%(num)d minute", "%(num)d minutes", n),
    )

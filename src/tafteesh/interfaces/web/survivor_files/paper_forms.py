"""A paper: what it is, its scan, and where its original goes."""

import hashlib

from django import forms
from django.utils.translation import gettext_lazy, pgettext_lazy

from tafteesh.domain.papers import actions, cleaning, scans
from tafteesh.domain.papers.models import Paper
from tafteesh.interfaces.web.asking import Faults
from tafteesh.interfaces.web.form_fields import ActorForm, DayField

NO_FILE = gettext_lazy("This is no JPEG, PNG or PDF. Take a photo of the paper, or scan it as PDF.")
TOO_LARGE = gettext_lazy("This is larger than 25 MB. Scan it smaller, or in parts.")
CHANGED = gettext_lazy("The file changed on its way to us. Send it again.")
REFUSED: Faults = {
    actions.SamePaper: ("scan", gettext_lazy("The very same scan is in this file already.")),
    cleaning.PaperBroken: (
        "scan",
        gettext_lazy("This file is damaged and cannot be read. Take the photo or the scan again."),
    ),
    cleaning.PaperLocked: (
        "scan",
        gettext_lazy("This PDF is locked with a password. Save it without one, or photograph it."),
    ),
    cleaning.TooManyPixels: (
        "scan",
        gettext_lazy("This picture is larger than 12,000 pixels on a side. Take it smaller."),
    ),
    cleaning.TooManyPages: (
        "scan",
        gettext_lazy("This PDF has more than 500 pages. Split it, and add the parts one by one."),
    ),
}
MOVED: Faults = {
    actions.NotBeforeThePaper: (
        "on",
        gettext_lazy("The original cannot move before its own day, nor in the future."),
    ),
}


class PaperForm(ActorForm):
    """One paper: what it is, what it proves, who has the original, and a picture of it."""

    scan = forms.FileField(
        label=gettext_lazy("Photo or scan"),
        help_text=gettext_lazy(
            "JPEG, PNG or PDF, up to 25 MB. It is sealed when it is saved, as it is; what is shown and sent is a"
            " clean copy without place and author."
        ),
        required=False,
        allow_empty_file=True,
        widget=forms.ClearableFileInput(
            attrs={
                "accept": "image/jpeg,image/png,application/pdf",
                "data-largest": scans.LARGEST,
                "data-hash": "sha256",
                "data-too-large": TOO_LARGE,
            }
        ),
    )
    sha256 = forms.CharField(widget=forms.HiddenInput, required=False, max_length=64)
    kind = forms.ChoiceField(label=gettext_lazy("What paper is it?"), choices=Paper.Kind.choices)
    dated_on = DayField(label=gettext_lazy("Day on the paper"), required=False)
    issued_by = forms.CharField(
        label=gettext_lazy("Which office gave it?"),
        help_text=gettext_lazy("Name of the office; no person."),
        max_length=120,
        required=False,
    )
    proves = forms.MultipleChoiceField(
        label=gettext_lazy("What does it prove?"),
        choices=Paper.Proves.choices,
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    original_with = forms.ChoiceField(
        label=gettext_lazy("Who has the original?"),
        choices=Paper.Keeper.choices,
        initial=Paper.Keeper.NOT_KNOWN,
    )

    def clean_scan(self) -> bytes:
        """Its bytes, if they are a paper. The name that the phone gave it is thrown away."""
        sent = self.cleaned_data.get("scan")
        if not sent:
            return b""
        if sent.size > scans.LARGEST:
            raise forms.ValidationError(TOO_LARGE)
        content = bytes(sent.read())
        try:
            scans.media_type_of(content)
        except scans.NotAPaper:
            raise forms.ValidationError(NO_FILE) from None
        return content

    def clean_sha256(self) -> str:
        """What the phone counted before the file left it, if it could, is what came here."""
        said, content = self.cleaned_data["sha256"], self.cleaned_data.get("scan")
        if said and content and hashlib.sha256(content).hexdigest() != said.lower():
            self.add_error("scan", CHANGED)
        return ""


class CustodyForm(ActorForm):
    """To whom the original went, when, and whether there is a receipt."""

    keeper = forms.ChoiceField(
        label=gettext_lazy("Who has the original now?"),
        choices=Paper.Keeper.choices,
        widget=forms.RadioSelect,
    )
    on = DayField(label=gettext_lazy("Since which day?"))
    receipt = forms.BooleanField(label=gettext_lazy("We have a receipt for it"), required=False)


class DeviceForm(forms.Form):
    """What the certificate says of the device with which the paper was taken."""

    device = forms.ChoiceField(
        label=gettext_lazy("With what was it taken?"),
        choices=[
            ("mobile", pgettext_lazy("device", "Mobile phone")),
            ("computer", pgettext_lazy("device", "Computer or storage")),
            ("server", pgettext_lazy("device", "Server")),
            ("other", pgettext_lazy("device", "Another device")),
        ],
    )
    make = forms.CharField(label=gettext_lazy("Make and model"), max_length=80, required=False)
    serial = forms.CharField(
        label=gettext_lazy("Serial number or IMEI"), max_length=40, required=False
    )

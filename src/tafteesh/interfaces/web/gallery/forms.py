"""One form with a field of every look."""

from django import forms
from django.utils.translation import gettext_lazy, pgettext_lazy


class SampleForm(forms.Form):
    """Nothing is saved: the gallery only shows it."""

    called = forms.CharField(label=gettext_lazy("Name used (what she is called)"))
    court = forms.ChoiceField(
        label=pgettext_lazy("gallery", "Court"),
        required=False,
        choices=[("", "–"), ("1", "Bongaon Sessions"), ("2", "ACJM Basirhat")],
    )
    told_on = forms.DateField(label=gettext_lazy("When did she leave home?"))
    sure = forms.ChoiceField(
        label=gettext_lazy("How sure?"),
        widget=forms.RadioSelect,
        choices=[
            ("day", gettext_lazy("Exact day")),
            ("month", gettext_lazy("Month and year")),
            ("year", gettext_lazy("Only the year")),
            ("about", gettext_lazy("About, from what she said")),
        ],
    )
    amount = forms.CharField(label=gettext_lazy("Amount ordered"), initial="4.5 lakh")
    came = forms.MultipleChoiceField(
        label=gettext_lazy("Who came?"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        choices=[
            ("her", pgettext_lazy("came", "Her")),
            ("lawyer", pgettext_lazy("came", "Her lawyer")),
            ("us", pgettext_lazy("came", "One of us")),
        ],
    )
    note = forms.CharField(
        label=gettext_lazy("Anything else"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    paper = forms.FileField(label=gettext_lazy("Photo of the order"), required=False)
    told_her = forms.BooleanField(label=gettext_lazy("I read this to her aloud"), required=False)

"""A field in the look that its kind asks for, and links that may not be there."""

from django import template
from django.forms import BoundField, FileField
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext

from tafteesh.foundation.kernel.approx_date import ApproxDate
from tafteesh.foundation.kernel.money import rupees
from tafteesh.interfaces.web.form_fields import AboutDayField, DayField, MoneyField, NoAnswerField
from tafteesh.interfaces.web.links import link_or_none
from tafteesh.interfaces.web.templatetags import fields
from tafteesh.interfaces.web.templatetags.formats import approx, in_words

register = template.Library()


@register.simple_tag
def asked(*, field: BoundField) -> SafeString:
    """Any field of a form, as a day, an amount or what it is."""
    if isinstance(field.field, DayField):
        hint = field.help_text or gettext("Like 14-12-2026")
        return render_to_string(
            "components/date_field.html", fields.date_field(field=field, hint=hint)
        )
    if isinstance(field.field, MoneyField):
        paise = None if field.errors else _read(field)
        parts = fields.money_field(
            field=field,
            read_back=f"{rupees(paise)} {in_words(paise)}" if paise else "",
            read_url=reverse("drafts:amount"),
            hint=field.help_text,
        )
        return render_to_string("components/money_field.html", parts)
    if isinstance(field.field, AboutDayField):
        parts = fields.date_field(
            field=field,
            read_back=approx(_cleaned(field)),
            read_url=reverse("drafts:day"),
            hint=field.help_text,
        )
        return render_to_string("components/date_field.html", parts)
    if isinstance(field.field, NoAnswerField):
        parts = fields.no_answer(
            name=field.html_name, about=field.label, chosen=str(field.value() or "")
        )
        return render_to_string("components/no_answer.html", parts)
    if isinstance(field.field, FileField):
        return render_to_string("components/upload.html", fields.upload(field=field, camera=False))
    return render_to_string("components/field.html", fields.field(field=field))


def _cleaned(field: BoundField) -> ApproxDate | None:
    value = getattr(field.form, "cleaned_data", {}).get(field.name)
    return value if isinstance(value, ApproxDate) else None


def _read(field: BoundField) -> int | None:
    cleaned = getattr(field.form, "cleaned_data", {})
    value = cleaned.get(field.name)
    return value if isinstance(value, int) else None


@register.simple_tag
def link_to(name: str, **kwargs: object) -> str:
    """The address of a page that may not be there: guard it with {% if %}."""
    return link_or_none(name, **kwargs)

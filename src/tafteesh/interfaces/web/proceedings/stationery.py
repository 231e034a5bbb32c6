"""The office's own templates of letters: looked at with invented facts, uploaded, checked, kept as versions."""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from tafteesh.domain.proceedings.models import Letter
from tafteesh.domain.stationery import actions
from tafteesh.domain.stationery.models import LetterTemplate
from tafteesh.domain.stationery.queries import template_in_use
from tafteesh.domain.stationery.word_check import FACTS, LISTS, Fault, Finding, NotATemplate
from tafteesh.foundation.access.permissions import Permission
from tafteesh.interfaces.letters.invented import invented_facts
from tafteesh.interfaces.letters.letter import LANGUAGES
from tafteesh.interfaces.letters.making import made_from, written
from tafteesh.interfaces.letters.shipped_word import shipped_template
from tafteesh.interfaces.letters.word import blocks_of, letterhead_of
from tafteesh.interfaces.web.asking import Asking, ask, door
from tafteesh.interfaces.web.form_fields import ActorForm
from tafteesh.interfaces.web.page import StaffRequest, not_there, page, show
from tafteesh.interfaces.web.proceedings.letter_life import as_file
from tafteesh.interfaces.web.templatetags.shapes import Column, Line, Row, Words

FAULTS: dict[str, Words] = {
    Fault.TOO_LARGE: gettext_lazy(
        "The file is larger than 2 MB. Take pictures out or make them smaller."
    ),
    Fault.NOT_WORD: gettext_lazy(
        "This is no Word file (.docx). Save it in Word as .docx and choose that."
    ),
    Fault.BOMB: gettext_lazy("The file unpacks to far more than it weighs. It is not taken."),
    Fault.MACRO: gettext_lazy(
        "The file holds a macro or another file. Save it as .docx without macros and without embedded files."
    ),
    Fault.OUTSIDE: gettext_lazy(
        "The file reaches outside: a link, a linked picture or a field. Take it out and save again."
    ),
    Fault.BROKEN: gettext_lazy("A placeholder is not closed, or the file is damaged."),
    Fault.NOT_ALLOWED: gettext_lazy(
        "This may not stand between braces. Only names, loops and conditions may."
    ),
    Fault.UNKNOWN: gettext_lazy(
        "Nobody knows this placeholder. Compare it with the list on this page."
    ),
    Fault.NO_WORDS: gettext_lazy(
        "The template does not take the words of the letter: it needs a loop over paragraphs."
    ),
}


def said(finding: Finding) -> str:
    """A fault in words, with the words of the template in which it lies."""
    words = str(FAULTS[finding.fault])
    return f"{finding.where}: {words}" if finding.where else words


class TemplateForm(ActorForm):
    """A template in Word."""

    file = forms.FileField(
        label=gettext_lazy("Template in Word"),
        help_text=gettext_lazy("A .docx up to 2 MB. It is checked before it is kept."),
    )

    def clean_file(self) -> bytes:
        """Its bytes, no more than are needed to see that it is too large."""
        content: bytes = self.cleaned_data["file"].read(MOST_READ)
        return content


MOST_READ = 2 * 1024 * 1024 + 1


def _known(kind: str, language: str) -> None:
    if kind not in Letter.Kind.values or language not in LANGUAGES:
        raise not_there()


@page(Permission.TEMPLATE_WRITE)
def templates(request: StaffRequest) -> HttpResponse:
    """Every kind of letter, and which template holds in each language."""
    own = door(LetterTemplate, request).filter(is_in_use=True)
    held = {(row.kind, row.language): row.version for row in own}
    words = dict(LetterTemplate.Language.choices)
    return show(
        request,
        "proceedings/templates.html",
        columns=[Column(_("Letter")), Column(_("Language")), Column(_("Template"))],
        rows=[
            Row(
                [label, words[language], version_words(held.get((kind, language)))],
                reverse("proceedings:template", args=[kind, language]),
            )
            for kind, label in Letter.Kind.choices
            for language in LANGUAGES
        ],
    )


def version_words(version: int | None) -> str:
    """Which template holds, in words."""
    if version is None:
        return _("the shipped one")
    return _("of the office, version %(n)d") % {"n": version}


@page(Permission.TEMPLATE_WRITE, writes=("POST",))
def template(request: StaffRequest, kind: str, language: str) -> HttpResponse:
    """One template: how it looks with invented facts, its versions, and a new one."""
    _known(kind, language)
    if request.method == "GET":
        return _template_page(request, kind, language)
    asking = _asking(kind, language)
    found: list[str] = []

    def save(form: TemplateForm) -> LetterTemplate:
        try:
            return actions.add_template(
                kind=kind, language=language, content=form.cleaned_data["file"], by=request.actor
            )
        except NotATemplate as bad:
            found.extend(said(one) for one in bad.findings)
            form.add_error("file", found)
            raise

    return ask(request, TemplateForm, asking, save)


def _asking(kind: str, language: str) -> Asking:
    here = reverse("proceedings:template", args=[kind, language])
    label = dict(Letter.Kind.choices)[kind]
    words = {row: str(name) for row, name in LetterTemplate.Language.choices}
    return Asking(
        key="letter_template",
        heading=_("New version of the template"),
        label=_("Check and keep it"),
        next_url=here,
        back_url=here,
        record=f"{kind}-{language}",
        about=(Line(_("Letter"), label), Line(_("Language"), words[language])),
        faults={
            NotATemplate: (
                None,
                _("The template is not kept. What is wrong stands beside the file."),
            ),
            actions.SameTemplate: ("file", _("This very template is in use already.")),
        },
    )


def _template_page(request: StaffRequest, kind: str, language: str) -> HttpResponse:
    rows = door(LetterTemplate, request).filter(kind=kind, language=language)
    own = template_in_use(request.actor, kind, language)
    made = made_from(*_invented(request, kind, language), own, request.actor.now)
    return show(
        request,
        "proceedings/template.html",
        kind=kind,
        language=language,
        label=dict(Letter.Kind.choices)[kind],
        language_words=dict(LetterTemplate.Language.choices)[language],
        holds=version_words(own.version if own else None),
        own=own,
        versions=list(rows.select_related("recorded_by").order_by("-version")[:50]),
        letterhead=letterhead_of(made.word),
        blocks=blocks_of(made.word),
        form=TemplateForm(by=request.actor),
        asking=_asking(kind, language),
        facts=[f"{{{{ {name} }}}}" for name in sorted(FACTS)],
        lists=[f"{{%p for one in {name} %}}" for name in sorted(LISTS)],
    )


def _invented(request: StaffRequest, kind: str, language: str) -> tuple[Any, Letter]:
    facts = invented_facts(kind, language, request.actor)
    return written(facts), facts.row


@page(Permission.TEMPLATE_WRITE, writes=("POST",))
def use(request: StaffRequest, kind: str, language: str) -> HttpResponse:
    """Go back to a version that was kept, or to the shipped template."""
    _known(kind, language)
    if request.method == "POST":
        rows = door(LetterTemplate, request).filter(kind=kind, language=language)
        version = request.POST.get("version", "")
        row = rows.filter(version=version).first() if version.isdigit() else None
        own = template_in_use(request.actor, kind, language)
        if row is not None:
            actions.use_template(template=row, by=request.actor)
            messages.success(request, _("This version is in use now."))
        elif version == "shipped" and own is not None:
            actions.use_shipped(template=own, by=request.actor)
            messages.success(request, _("The shipped template is in use now."))
    return redirect("proceedings:template", kind=kind, language=language)


@page(Permission.TEMPLATE_WRITE)
def download(
    request: StaffRequest, kind: str, language: str, what: str, ending: str
) -> HttpResponse:
    """A template as it is kept, or a look at it with invented facts, in Word or as PDF."""
    _known(kind, language)
    if ending not in ("docx", "pdf"):
        raise not_there()
    rows = door(LetterTemplate, request).filter(kind=kind, language=language)
    row = rows.filter(version=what[1:]).first() if what[1:].isdigit() else None
    if what == "preview":
        own = template_in_use(request.actor, kind, language)
        made = made_from(*_invented(request, kind, language), own, request.actor.now)
        return as_file(made.word if ending == "docx" else made.pdf, as_word=ending == "docx")
    if ending == "docx" and (row is not None or what == "shipped"):
        return as_file(bytes(row.content) if row else shipped_template(language), as_word=True)
    raise not_there()

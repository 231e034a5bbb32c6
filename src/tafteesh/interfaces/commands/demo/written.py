"""What the demo's office wrote to others: a letter in each state of its life, and a template of its own."""

import io
from dataclasses import replace
from datetime import timedelta

from docx import Document

from tafteesh.domain.papers.actions import add_paper
from tafteesh.domain.proceedings import actions
from tafteesh.domain.proceedings.models import Fir, FirSurvivor, Letter
from tafteesh.domain.stationery.actions import add_template
from tafteesh.foundation.access.actor import Actor
from tafteesh.foundation.access.context import enter
from tafteesh.foundation.access.models import Organisation
from tafteesh.interfaces.commands.actors import actor_named
from tafteesh.interfaces.letters.facts import facts_of
from tafteesh.interfaces.letters.making import make
from tafteesh.interfaces.letters.shipped_word import shipped_template

SP = "SP, Basirhat Police District"
CNR = "WBNP010012342025"


def seed_written() -> None:
    """Inside the caller's transaction, after the stories were told and files were given."""
    manager = actor_named("mgr")
    enter(manager)
    letterhead = with_letterhead(f"{_office(manager)} · Hasnabad, North 24 Parganas")
    add_template(kind="to_sp", language="en", content=letterhead, by=manager)
    shampa = actor_named("shampa")
    enter(shampa)
    fir = _fir(shampa, "S-0098", 212)
    actions.change_fir(fir=fir, changes={"cnr": CNR, "court_words": "ACJM Basirhat"}, by=shampa)
    _answered(fir, shampa)
    _without_answer(fir, shampa)
    _approved(_draft(fir, "bail", "ACJM Basirhat", shampa), shampa, days=0)
    _draft(fir, "to_ahtu", SP, shampa, "bn")
    _draft(_fir(shampa, "S-0142", 377), "to_cid", "OC, AHTU, CID West Bengal", shampa)


def _office(by: Actor) -> str:
    return Organisation.objects.get(pk=by.organisation_id).name


def with_letterhead(line: str) -> bytes:
    """The shipped template with a line on top."""
    document = Document(io.BytesIO(shipped_template("en")))
    document.sections[0].header.paragraphs[0].text = line
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _fir(by: Actor, file: str, number: int) -> Fir:
    links = FirSurvivor.objects.visible_to(by).filter(survivor_file__number=file)
    return links.select_related("fir").get(fir__number=number).fir


def _draft(fir: Fir, kind: str, addressee: str, by: Actor, language: str = "en") -> Letter:
    enter(by)
    return actions.draft_letter(fir=fir, kind=kind, language=language, addressee=addressee, by=by)


def _approved(row: Letter, by: Actor, *, days: int) -> Letter:
    """Approved by the lawyer of the file so many days ago."""
    lawyer = actor_named("das")
    enter(lawyer)
    then = replace(lawyer, now=lawyer.now - timedelta(days=days))

    def made(number: str) -> actions.Made:
        return make(facts_of(then, row, sender=_office(by), number=number), then)

    row = actions.approve_letter(letter=row, make=made, by=then)
    enter(by)
    return row


def _answered(fir: Fir, by: Actor) -> None:
    """To the officer in charge, forty days ago; an answer came within the month."""
    oc = "The Officer in Charge, Basirhat Police Station"
    row = _approved(_draft(fir, "to_oc", oc, by), by, days=40)
    link = FirSurvivor.objects.visible_to(by).filter(fir=fir).select_related("survivor_file")
    receipt = add_paper(
        file=link[0].survivor_file, kind="reply", dated_on=by.today - timedelta(days=39), by=by
    )
    sent = actions.Sent(by.today - timedelta(days=40), "hand", receipt)
    actions.send_letter(letter=row, sent=sent, by=by)
    answer = actions.Answer(by.today - timedelta(days=21), "partly", paper=receipt)
    actions.answer_letter(letter=row, answer=answer, by=by)


def _without_answer(fir: Fir, by: Actor) -> None:
    """To the SP, thirty-five days ago; nothing came back."""
    row = _approved(_draft(fir, "to_sp", SP, by), by, days=35)
    sent = actions.Sent(by.today - timedelta(days=35), "post")
    actions.send_letter(letter=row, sent=sent, by=by)

"""A letter of the register as paper: drafted from its facts, set in Word by the template in use, and as PDF."""

from dataclasses import replace
from datetime import datetime

from tafteesh.domain.proceedings.actions import Made
from tafteesh.domain.proceedings.models import Letter as Row
from tafteesh.domain.stationery.models import LetterTemplate
from tafteesh.domain.stationery.queries import template_in_use
from tafteesh.foundation.access.actor import Actor
from tafteesh.interfaces.letters.drafting import draft, single_facts
from tafteesh.interfaces.letters.facts import Facts
from tafteesh.interfaces.letters.letter import Letter, in_one_text
from tafteesh.interfaces.letters.shipped_word import shipped_template
from tafteesh.interfaces.letters.word import blocks_of, pdf_of, word_of


def written(facts: Facts) -> Letter:
    """The letter with its single facts, for any template."""
    return replace(draft(facts), facts=single_facts(facts))


def make(facts: Facts, by: Actor) -> Made:
    """Word and PDF of a letter by the template that holds today."""
    row = facts.row
    template = template_in_use(by, row.kind, row.language)
    return made_from(written(facts), row, template, by.now)


def made_from(letter: Letter, row: Row, template: LetterTemplate | None, now: datetime) -> Made:
    """Word by a template, and the PDF of what Word says."""
    content = bytes(template.content) if template else shipped_template(row.language)
    word = word_of(letter, row.language, content, made_at=now)
    pdf = pdf_of(word, row.language, made_at=now)
    return Made(in_one_text(blocks_of(word)), pdf, word, template)

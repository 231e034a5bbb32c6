"""How a day, a number or an amount on her page is spoken: the names of its recorded pieces."""

from django import template

from tafteesh.interfaces.web.her_page import pieces

register = template.Library()
register.filter("spoken_day", pieces.spoken_day)
register.filter("spoken_number", pieces.spoken_number)
register.filter("spoken_rupees", pieces.spoken_rupees)

"""How a day, a number or an amount on her page is spoken: the names of its recorded spoken."""

from django import template

from tafteesh.interfaces.web import spoken

register = template.Library()
register.filter("spoken_day", spoken.spoken_day)
register.filter("spoken_number", spoken.spoken_number)
register.filter("spoken_rupees", spoken.spoken_rupees)

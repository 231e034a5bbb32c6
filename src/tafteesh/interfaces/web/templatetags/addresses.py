"""Django's own {% url %}, with addresses that hang on ids alone found once a process."""

from django import template
from django.template.base import Parser, Token
from django.template.context import Context
from django.template.defaulttags import URLNode
from django.template.defaulttags import url as django_url
from django.urls import NoReverseMatch
from django.utils.html import conditional_escape

from tafteesh.interfaces.web.moulds import address

register = template.Library()


class AddressNode(URLNode):
    """As Django's, without asking the resolver again."""

    def render(self, context: Context) -> str:
        if self.args:
            return super().render(context)
        keys = {key: value.resolve(context) for key, value in self.kwargs.items()}
        try:
            found = address(self.view_name.resolve(context), **keys)
        except NoReverseMatch:
            if self.asvar is None:
                raise
            found = ""
        if self.asvar:
            context[self.asvar] = found
            return ""
        return conditional_escape(found) if context.autoescape else found


@register.tag
def url(parser: Parser, token: Token) -> URLNode:
    """{% url "files:file" file_id=file.pk %} and {% url ... as address %}."""
    node = django_url(parser, token)
    return AddressNode(node.view_name, node.args, node.kwargs, node.asvar)

"""Links to pages that another part of the product brings: a word without a link until it is there."""

import uuid
from urllib.parse import quote

from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse
from django.utils.http import url_has_allowed_host_and_scheme

from tafteesh.interfaces.web.moulds import address


def link_or_none(name: str, **kwargs: object) -> str:
    """The address of a page, or an empty text where no such page stands."""
    try:
        return address(name, **kwargs)
    except NoReverseMatch:
        return ""


def address_to_be(name: str, key: str, **kwargs: object) -> str:
    """The address of a page about a row that a form is about to make: {id} stands for its id."""
    nobody = uuid.UUID(int=0)
    return reverse(name, kwargs={key: nobody, **kwargs}).replace(str(nobody), "{id}")


def way_back(request: HttpRequest, otherwise: str) -> str:
    """Where she came from, if it is one of our own pages; else the given one."""
    asked = request.POST.get("next") or request.GET.get("next") or ""
    safe = url_has_allowed_host_and_scheme(asked, allowed_hosts=None)
    return quote(asked, safe="/?=&-%") if asked.startswith("/") and safe else otherwise

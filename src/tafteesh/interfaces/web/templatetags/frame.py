"""The frame around every page: each part cast once for what decides it, and filled with what is hers."""

from typing import Any, Final
from urllib.parse import quote

from django import template
from django.template.context import Context
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from tafteesh.interfaces.web.moulds import filled

register = template.Library()

# part: what decides how it is built, and what is only written into it
PARTS: Final[dict[str, tuple[tuple[str, ...], tuple[str, ...]]]] = {
    "head": ((), ()),
    "strip": (
        ("app_short_name", "search_url", "lock_url"),
        ("csrf_token", "here", "here_quoted", "here_asked"),
    ),
    "menu": (("menu", "adds", "settings_url", "help_url"), ()),
    "foot": (
        ("settings_url", "sign_out_url", "help_url"),
        ("actor_name", "csrf_token", "here_asked"),
    ),
    "keys": (("menu", "page_keys"), ()),
}


@register.simple_tag(takes_context=True)
def frame(context: Context, part: str) -> SafeString:
    """One part of the frame; its template is `parts/<part>.html`."""
    decides, written = PARTS[part]
    values: dict[str, Any] = {}
    if written:
        request = context.get("request")
        values = {
            "here": request.path if request else "",
            "here_quoted": quote(request.path) if request else "",
            "here_asked": request.get_full_path() if request else "",
            "csrf_token": str(context.get("csrf_token") or ""),
        }
    fixed = {name: context.get(name) or "" for name in decides}
    said = {name: values[name] if name in values else context.get(name, "") for name in written}
    try:
        return filled(f"parts/{part}.html", fixed, **said)
    except TypeError:  # a menu that is not the product's own cannot be known again
        return render_to_string(f"parts/{part}.html", fixed | said)

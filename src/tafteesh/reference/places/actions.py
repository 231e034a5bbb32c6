"""Posts and who holds them. People are transferred; posts stay, and so do the promises tied to them."""

import uuid
from datetime import date

from django.db import IntegrityError, transaction

from tafteesh.foundation.access.actor import Actor
from tafteesh.foundation.access.decisions import require
from tafteesh.foundation.access.permissions import Permission
from tafteesh.foundation.audit.log import write_log
from tafteesh.foundation.audit.models import Event
from tafteesh.reference.places.models import Area, Authority, Post, PostHolder
from tafteesh.reference.rows import Verification


class HeldAlready(Exception):
    """Somebody else holds the post on some of these days."""


class LeavesBeforeComing(Exception):
    """The last day lies before the first."""


class PostStandsAlready(Exception):
    """The same post of the same place is on the list."""


class BelongsToOnePlace(Exception):
    """A post belongs to an authority or to an area, not to both and not to none."""


@transaction.atomic
def add_post(
    *, title: str, name: str, authority: Authority | None, area: Area | None, by: Actor
) -> Post:
    """A post that the list lacks. Raises PostStandsAlready, BelongsToOnePlace."""
    require(by, Permission.REFERENCE_WRITE)
    if (authority is None) == (area is None):
        raise BelongsToOnePlace(title)
    same = Post.objects.filter(title=title, authority=authority, area=area, is_current=True)
    if title != Post.Title.OTHER and same.exists():
        raise PostStandsAlready(title)
    post = Post.objects.create(
        key=f"POST-{uuid.uuid4().hex[:12]}",
        title=title,
        name=name,
        authority=authority,
        area=area,
        verification=Verification.TO_VERIFY,
        source="Entered by the office",
    )
    write_log(Event.POST_CHANGED, about=post, by=by, fields=["post"])
    return post


@transaction.atomic
def begin_holding(
    *, post: Post, name: str, rank: str = "", held_from: date, source: str = "", by: Actor
) -> PostHolder:
    """Somebody holds the post from that day; the holder before leaves on it. Raises HeldAlready."""
    require(by, Permission.REFERENCE_WRITE)
    post = Post.objects.select_for_update().get(pk=post.pk)
    before = PostHolder.objects.filter(post=post, held_until=None).first()
    if before is not None and (before.held_from is None or before.held_from < held_from):
        before.held_until = held_from
        before.save(update_fields=["held_until"])
    try:
        with transaction.atomic():
            holder = PostHolder.objects.create(
                post=post, name=name, rank=rank, held_from=held_from, source=source
            )
    except IntegrityError:
        raise HeldAlready(post.key) from None
    write_log(Event.POST_CHANGED, about=holder, by=by, fields=["held_from"])
    return holder


@transaction.atomic
def end_holding(*, holder: PostHolder, held_until: date, by: Actor) -> PostHolder:
    """They left the post on that day. Raises LeavesBeforeComing, HeldAlready."""
    require(by, Permission.REFERENCE_WRITE)
    holder = PostHolder.objects.select_for_update().get(pk=holder.pk)
    if holder.held_from is not None and held_until < holder.held_from:
        raise LeavesBeforeComing(str(holder.pk))
    holder.held_until = held_until
    try:
        with transaction.atomic():
            holder.save(update_fields=["held_until"])
    except IntegrityError:
        raise HeldAlready(str(holder.post_id)) from None
    write_log(Event.POST_CHANGED, about=holder, by=by, fields=["held_until"])
    return holder

"""Fraud watch: who asked for money, and into which accounts ordered money cannot go yet."""

from django.http import HttpResponse

from tafteesh.domain.compensation.watch import PAGE, not_ready, open_complaints, watched
from tafteesh.foundation.access.permissions import Permission
from tafteesh.interfaces.web.page import StaffRequest, page, show

MOST = 100


@page(Permission.CLAIM_READ)
def watch(request: StaffRequest) -> HttpResponse:
    """Complaints that nobody handed on, then claims whose account is not ready."""
    asked = request.GET.get("from", "")
    start = int(asked) if asked.isdecimal() and len(asked) < 8 else 0
    complaints, count = open_complaints(request.actor), not_ready(request.actor).count()
    return show(
        request,
        "compensation/watch.html",
        complaints=list(complaints[:MOST]),
        complaints_count=complaints.count(),
        most=MOST,
        rows=watched(request.actor, start),
        count=count,
        older=f"?from={start + PAGE}" if count > start + PAGE else "",
        may_write=request.actor.holds(Permission.CLAIM_WRITE),
        may_complain=request.actor.holds(Permission.LEGALAID_WRITE),
    )

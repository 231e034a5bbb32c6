"""Areas, authorities, posts and who held them when."""

from tafteesh.reference.places.models.area import Area
from tafteesh.reference.places.models.authority import Authority, CourtHoliday
from tafteesh.reference.places.models.post import Post, PostHolder

__all__ = ["Area", "Authority", "CourtHoliday", "Post", "PostHolder"]

"""What a letter cannot be written without."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Missing:
    """A fact that is not there, and the page that takes it; that page is about the FIR, or about her file."""

    words: str
    page: str
    of_file: bool = False
    query: Mapping[str, str] = field(default_factory=dict)

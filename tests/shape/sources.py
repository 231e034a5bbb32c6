"""The product's own files, as the shape tests read them."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parents[2]
PACKAGE = CHECKOUT / "src" / "tafteesh"
WEB = PACKAGE / "interfaces" / "web"


@dataclass(frozen=True)
class Source:
    """One module: its place and its tree."""

    path: str
    text: str

    @property
    def tree(self) -> ast.Module:
        return ast.parse(self.text)

    def functions(self) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
        for node in ast.walk(self.tree):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                yield node


def modules(folder: str = "") -> list[Source]:
    """Every module of ours under a folder of the package; migrations are the tool's."""
    # Gathering words writes x.html.py beside a template for a moment.
    found = sorted(p for p in (PACKAGE / folder).rglob("*.py") if "templates" not in p.parts)
    return [
        Source(str(path.relative_to(PACKAGE)), path.read_text())
        for path in found
        if "migrations" not in path.parts
    ]


def templates() -> list[Source]:
    """Every template of ours."""
    found = sorted(WEB.rglob("templates/**/*.html"))
    return [Source(str(path.relative_to(WEB)), path.read_text()) for path in found]

"""Actions ask first: keywords only, by an actor, leave asked, a line in the log, a sentence that says what."""

import ast

import pytest

from tests.shape.sources import Source, modules

# Made on the server's command line before anybody can be asked, or called inside an action that asked.
BEFORE_ANYBODY = {
    ("domain/office/actions.py", "found_organisation"),
    ("domain/office/actions.py", "found_person"),
}
# Hands of one action room that lend themselves to its neighbour modules: the action around them asked.
HANDS = {
    ("domain/files/actions.py", "locked_file"),
    ("domain/proceedings/actions/investigation.py", "keep_agency"),
    ("domain/proceedings/actions/milestone.py", "paper_of_fir"),
    ("domain/compensation/actions/money.py", "keep_balance"),
    ("domain/compensation/actions/money.py", "locked_claim"),
    ("domain/compensation/actions/money.py", "locked_order"),
    ("domain/compensation/actions/money.py", "own"),
    ("domain/compensation/actions/spells.py", "keep_all_spells"),
    ("domain/compensation/actions/spells.py", "keep_spells"),
    ("domain/legalaid/actions/asking.py", "given_assignment"),
    ("domain/legalaid/actions/asking.py", "given_file"),
    ("domain/legalaid/actions/asking.py", "own"),
    ("domain/files/actions/__init__.py", "locked_file"),
    ("domain/files/actions/__init__.py", "end_grants"),
    ("domain/proceedings/actions/fir.py", "own"),
    ("domain/proceedings/actions/same_name.py", "keep_informant"),
    ("domain/proceedings/actions/fir.py", "locked_fir"),
    ("domain/proceedings/actions/investigation.py", "keep_agency"),
    ("domain/proceedings/actions/hearing.py", "keep_next_hearing"),
    ("domain/quality/actions/rewriting.py", "rewrite"),
    ("interfaces/imports/actions.py", "locked"),
    ("interfaces/web/drafts/actions.py", "own_key"),
}
# The act that is passed in asks; here only the double press is caught, or her own draft dropped.
ASKED_INSIDE = {
    ("domain/proceedings/actions/change.py", "withdraw_entry"),
    ("domain/proceedings/actions/hearing.py", "ask_outcome_tomorrow"),
    ("interfaces/web/drafts/actions.py", "submit_once"),
    ("interfaces/web/drafts/actions.py", "drop_draft"),
}
# What does not change a survivor's record, and says so: her own typing, and work inside an action that logs.
NO_LINE = {
    ("interfaces/imports/actions.py", "note_progress"),  # how far a reading is, every second
    ("interfaces/web/drafts/actions.py", "keep_draft"),
    ("interfaces/web/drafts/actions.py", "drop_draft"),
    ("interfaces/web/drafts/actions.py", "set_aside"),
    ("interfaces/web/drafts/actions.py", "submit_once"),
}
LOG = {"write_log", "write_lines"}


def rooms() -> list[Source]:
    """Every action room, one file or a package."""
    return [
        source
        for source in modules()
        if source.path.endswith("/actions.py") or "/actions/" in source.path
    ]


def called(node: ast.AST) -> set[str]:
    return {
        call.func.id if isinstance(call.func, ast.Name) else getattr(call.func, "attr", "")
        for call in ast.walk(node)
        if isinstance(call, ast.Call)
    }


def first_statement(function: ast.FunctionDef) -> ast.stmt:
    body = function.body
    return body[1] if ast.get_docstring(function) and len(body) > 1 else body[0]


def writers(source: Source) -> set[str]:
    """Functions of the room that write the log themselves, or through another function of the room."""
    known = {f.name: called(f) for f in ast.walk(source.tree) if isinstance(f, ast.FunctionDef)}
    found = {name for name, calls in known.items() if calls & LOG}
    while more := {n for n, calls in known.items() if calls & found} - found:
        found |= more
    return found


def faults(source: Source, elsewhere: frozenset[str] = frozenset()) -> list[str]:
    """What each public function of an action room leaves out."""
    found = []
    writing = writers(source) | elsewhere
    for node in source.tree.body:
        if not isinstance(node, ast.FunctionDef) or node.name.startswith("_"):
            continue
        if (source.path, node.name) in BEFORE_ANYBODY | HANDS:
            continue
        names = {argument.arg for argument in node.args.kwonlyargs}
        missing = {
            "keywords only": node.args.args or node.args.posonlyargs,
            "by": "by" not in names,
            "asks first": "require" not in called(first_statement(node))
            and (source.path, node.name) not in ASKED_INSIDE,
            "log": node.name not in writing
            and not called(node) & writing
            and (source.path, node.name) not in NO_LINE,
            "docstring": not ast.get_docstring(node),
        }
        found += [f"{source.path} {node.name}: {what}" for what, bad in missing.items() if bad]
    return found


def shared_writers() -> frozenset[str]:
    """Helpers in private modules of action packages that write the log for their neighbours."""
    return frozenset().union(*(writers(source) for source in modules("domain")))


def test_every_action_asks_first() -> None:
    shared = shared_writers()
    assert [fault for source in rooms() for fault in faults(source, shared)] == []


@pytest.mark.parametrize(
    ("code", "fault"),
    [
        ('def f(x, *, by):\n "d"\n require(by, P)\n write_log()', "keywords only"),
        ('def f(*, x):\n "d"\n require(x, P)\n write_log()', "by"),
        ('def f(*, by):\n "d"\n x = 1\n require(by, P)\n write_log()', "asks first"),
        ('def f(*, by):\n "d"\n require(by, P)\n save()', "log"),
        ("def f(*, by):\n require(by, P)\n write_log()", "docstring"),
    ],
)
def test_an_action_that_leaves_something_out_is_caught(code: str, fault: str) -> None:
    assert faults(Source("domain/x/actions.py", code)) == [f"domain/x/actions.py f: {fault}"]

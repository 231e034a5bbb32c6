"""The shipped edition with the blocks of one district only, so that a test loads it at once."""

from dataclasses import replace

from tafteesh.reference.editions.folder import EditionFolder, read_shipped


def small_edition() -> EditionFolder:
    """All of law, all authorities and posts, the blocks of North 24 Parganas."""
    whole = read_shipped()
    files = [
        replace(file, rows=tuple(r for r in file.rows if r[1]["district"] == "D-303"))
        if file.dataset.name == "blocks"
        else file
        for file in whole.files
    ]
    return EditionFolder(whole.name, tuple(files))


def law_edition() -> EditionFolder:
    """Acts, sections and limits of the shipped edition: what duties are checked by."""
    whole = read_shipped()
    wanted = ("acts", "sections", "deadlines")
    files = tuple(file for file in whole.files if file.dataset.name in wanted)
    return EditionFolder(whole.name, files)

"""The one definition of a survivor where survivors are counted: a joined file is counted as its standing file."""


def person(file: str) -> str:
    """The standing file of a file, as it was known at the moment asked (`known`); the file itself where none is."""
    return (
        f"COALESCE((SELECT j.standing_file_id FROM once_join j WHERE j.survivor_file_id = {file}"
        " AND j.recorded_at <= %(known)s AND (j.withdrawn_at IS NULL OR j.withdrawn_at > %(known)s)"
        f" LIMIT 1), {file})"
    )


def files_of(standing: str) -> str:
    """All files of the person for whom a file stands, as it was known at the moment asked."""
    return (
        f"ARRAY(SELECT {standing} UNION ALL SELECT j.survivor_file_id FROM once_join j"
        f" WHERE j.standing_file_id = {standing} AND j.recorded_at <= %(known)s"
        " AND (j.withdrawn_at IS NULL OR j.withdrawn_at > %(known)s))"
    )


def newest(value: str, day: str) -> str:
    """Of what several files of one person say, what was said last; nothing where none says anything."""
    return f"(array_agg({value} ORDER BY {day} DESC) FILTER (WHERE {value} IS NOT NULL))[1]"


# Every file that shares its person with another as it stands now; few, so that they are joined once a question.
ONE_PERSON_NOW = (
    "SELECT survivor_file_id AS file, standing_file_id AS person FROM once_join WHERE withdrawn_at IS NULL"
    " UNION SELECT standing_file_id, standing_file_id FROM once_join WHERE withdrawn_at IS NULL"
)

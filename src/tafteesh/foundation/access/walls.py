"""The second wall: row-level security, written from what each model says of itself.

A model with `class Wall: using = "..."` gets a policy; the application's role neither owns the tables
nor bypasses row security. `build_walls` is idempotent and runs after every migration.
"""

from collections.abc import Iterator

from django.apps import apps
from django.db import models
from django.db.backends.utils import CursorWrapper

APP_ROLE = "tafteesh_app"
BACKUP_ROLE = "tafteesh_backup"

FUNCTIONS = """
CREATE OR REPLACE FUNCTION app_person() RETURNS uuid STABLE LANGUAGE sql AS
$$ SELECT NULLIF(current_setting('app.person', true), '')::uuid $$;
CREATE OR REPLACE FUNCTION app_offices() RETURNS uuid[] STABLE LANGUAGE sql AS
$$ SELECT COALESCE(NULLIF(current_setting('app.offices', true), '')::uuid[], '{}') $$;
CREATE OR REPLACE FUNCTION app_organisations() RETURNS uuid[] STABLE LANGUAGE sql AS
$$ SELECT COALESCE(NULLIF(current_setting('app.organisations', true), '')::uuid[], '{}') $$;
CREATE OR REPLACE FUNCTION app_opening() RETURNS uuid STABLE LANGUAGE sql AS
$$ SELECT NULLIF(current_setting('app.opening', true), '')::uuid $$;
CREATE OR REPLACE FUNCTION app_today() RETURNS date STABLE LANGUAGE sql AS
$$ SELECT NULLIF(current_setting('app.today', true), '')::date $$;
CREATE OR REPLACE FUNCTION app_now() RETURNS timestamptz STABLE LANGUAGE sql AS
$$ SELECT NULLIF(current_setting('app.now', true), '')::timestamptz $$;
"""


def walled_models() -> Iterator[type[models.Model]]:
    """Every model that declares a wall."""
    return (model for model in apps.get_models() if hasattr(model, "Wall"))


def append_only_models() -> Iterator[type[models.Model]]:
    """Every model whose rows, once written, are neither changed nor deleted by the application."""
    return (model for model in apps.get_models() if getattr(model, "append_only", False))


def build_walls(cursor: CursorWrapper) -> int:
    """Grants, policies and forced row security for the whole database; answers how many walls stand."""
    cursor.execute(FUNCTIONS)
    cursor.execute(
        f"GRANT USAGE ON SCHEMA public TO {APP_ROLE}, {BACKUP_ROLE};"
        f" GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO {APP_ROLE};"
        f" GRANT SELECT ON ALL TABLES IN SCHEMA public TO {BACKUP_ROLE};"
        f" GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO {APP_ROLE}, {BACKUP_ROLE};"
    )
    for model in append_only_models():
        table = model._meta.db_table
        cursor.execute(f'REVOKE UPDATE, DELETE, TRUNCATE ON "{table}" FROM {APP_ROLE}')
    for table in ("audit_entry", "audit_head"):
        cursor.execute(f"REVOKE INSERT, UPDATE, DELETE, TRUNCATE ON {table} FROM {APP_ROLE}")
    walled = list(walled_models())
    for model in walled:
        cursor.execute(getattr(model.Wall, "functions", "SELECT"))  # type: ignore[attr-defined] # walled_models gave it
    for model in walled:
        _build_wall(cursor, model)
    return len(walled)


def _build_wall(cursor: CursorWrapper, model: type[models.Model]) -> None:
    table = model._meta.db_table
    wall = model.Wall  # type: ignore[attr-defined] # walled_models gave it
    using, check = wall.using, getattr(wall, "check", wall.using)
    cursor.execute(
        f'ALTER TABLE "{table}" ENABLE ROW LEVEL SECURITY;'
        f' ALTER TABLE "{table}" FORCE ROW LEVEL SECURITY;'
        f' DROP POLICY IF EXISTS wall ON "{table}";'
        f' CREATE POLICY wall ON "{table}" USING ({using}) WITH CHECK ({check})'
    )

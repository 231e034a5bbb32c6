"""Who may do what in the database: an owner of the tables, the product, and the backup."""

import psycopg

DATABASE = "tafteesh"
PROVISION = "1"  # raise it when something here changes: the next start runs it all again

_ROLES = (
    ("owner", "LOGIN NOSUPERUSER NOCREATEROLE NOREPLICATION NOBYPASSRLS"),
    ("app", "LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS"),
    ("backup", "LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION BYPASSRLS"),
)
_INSIDE = """
CREATE EXTENSION IF NOT EXISTS btree_gist;
CREATE EXTENSION IF NOT EXISTS pg_trgm;
REVOKE CREATE ON SCHEMA public FROM PUBLIC;
REVOKE ALL ON DATABASE tafteesh FROM PUBLIC;
GRANT CONNECT ON DATABASE tafteesh TO tafteesh_app, tafteesh_backup;
GRANT pg_read_all_data TO tafteesh_backup;
ALTER ROLE tafteesh_backup SET default_transaction_read_only = on;
"""


def make_roles(admin: psycopg.Connection, *, may_make_databases: bool) -> None:
    """The three roles and the database. May be run again.

    `may_make_databases` lets the owner make databases, as tests do; never in an office.
    """
    for name, rights in _ROLES:
        role = f"{DATABASE}_{name}"
        known = admin.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", [role]).fetchone()
        admin.execute(f"{'ALTER' if known else 'CREATE'} ROLE {role} {rights}".encode())
    may = "CREATEDB" if may_make_databases else "NOCREATEDB"
    admin.execute(f"ALTER ROLE tafteesh_owner {may}".encode())
    known = admin.execute("SELECT 1 FROM pg_database WHERE datname = %s", [DATABASE]).fetchone()
    if not known:
        admin.execute("CREATE DATABASE tafteesh OWNER tafteesh_owner")


def furnish(admin: psycopg.Connection) -> None:
    """Extensions and grants inside the database. May be run again."""
    admin.execute(_INSIDE)

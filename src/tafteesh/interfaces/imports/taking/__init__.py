"""Taking staged rows into the records: one module a kind of sheet."""

"""Names as they sound, in whatever script they were written: read, keyed and compared. No database, no secrets."""

"""How days and numbers are read and written, whatever the language says. See tests."""

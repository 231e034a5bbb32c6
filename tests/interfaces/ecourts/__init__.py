"""Pages saved from eCourts."""

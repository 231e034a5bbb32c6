"""Every figure against a few records made by hand."""

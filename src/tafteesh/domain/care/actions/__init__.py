"""What changes in her care."""

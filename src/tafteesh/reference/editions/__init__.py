"""Editions: files of law and places, what a new one would change, and taking it in."""

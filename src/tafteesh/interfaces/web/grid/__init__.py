"""Typing and pasting many rows of a register: good rows are saved, bad ones stay with their reason."""

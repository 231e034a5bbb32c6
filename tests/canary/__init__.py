"""Invented names, phones and addresses that are planted everywhere and must be found nowhere."""

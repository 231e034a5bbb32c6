"""What the law asks of an authority, by when, and whether it was done: facts in, answer out."""

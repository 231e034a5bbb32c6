"""What is measured and what is decided: the line, and how few are too few to hide among."""

from datetime import timedelta

# Dice coefficient in thousandths. In bench/blooms, two lists of 10,000 with sisters among them: see bench/README.md.
LINE = 800
PRECISION_ABOVE = 98  # of 100 pairs above the line so many were one person
FEWEST = 10  # survivors in a file, on either side
GOOD_FOR = timedelta(days=30)  # what she agrees to may change: an older file is made anew

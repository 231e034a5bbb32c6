"""What is measured and what is decided: the line, and how few are too few to hide among."""

from datetime import timedelta

LINE = 800  # Dice coefficient in thousandths; bench/blooms says what lies above it
PRECISION_ABOVE = 95  # of 100 pairs above it so many were one person, in two lists of ten thousand
FEWEST = 10  # survivors in a file, on either side
GOOD_FOR = timedelta(days=30)  # what she agrees to may change: an older file is made anew

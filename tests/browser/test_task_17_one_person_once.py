"""One person once with the keyboard alone, in Bengali: two files are looked at side by side and joined; then that is undone.

And task 17: how accurate the data is, and which field is worst, is read off without a mouse.
"""




WORST_ROUND = "/check-data/rounds/"

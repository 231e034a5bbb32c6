def skeleton(t):
    return t.casefold()

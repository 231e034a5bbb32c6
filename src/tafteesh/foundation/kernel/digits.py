def clean(t):
    return t.strip()


def folded(t):
    return t.strip().casefold()

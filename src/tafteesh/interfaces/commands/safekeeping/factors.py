"""Second factors are sealed by the master key itself: a rotation seals them anew."""

from allauth.mfa.models import Authenticator

from tafteesh.foundation.vault import keyholder

PURPOSE = "second factor"
SEALED = ("secret", "seed")


def reseal_factors(version: int) -> int:
    """Seal the seeds of codes with the newest master key; answers how many were sealed anew."""
    count = 0
    for factor in Authenticator.objects.select_for_update():
        old = {name: factor.data[name] for name in SEALED if name in factor.data}
        stale = {name: text for name, text in old.items() if not text.startswith(f"{version}:")}
        for name, text in stale.items():
            plain = keyholder.open_secret(PURPOSE, text)
            factor.data[name] = keyholder.seal_secret(PURPOSE, plain)
        if stale:
            factor.save(update_fields=["data"])
            count += 1
    return count

"""What happens when a handler fails in a way that nobody foresaw: logged by kind and place, told in a sentence."""

from mbp_claims.state.base import log_failure
from mbp_claims.state.toasts import refused
from mbp_claims.words import _

FAILED = _("That did not work. Reload the page to see how things stand.")


def unexpected(exception: Exception):  # type: ignore[no-untyped-def]
    """For Reflex, in place of its own toast, which is code that a page of ours does not run."""
    log_failure("handler", exception)
    return refused(FAILED)

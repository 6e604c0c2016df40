"""Posts a payment beside other people's work: what it writes is worked out while they save, and only then written."""

from collections.abc import Callable, Collection
from typing import Any

from mbp_claims.actions.post_era import Posted, post_era, post_prepared, postable
from mbp_claims.actions.prepare_posting import prepare_posting
from mbp_claims.domain.progress import Step, silent

Run = Callable[..., Any]
"""Runs an action with its arguments, for the clinician, and gives what it gives or raises what it raises."""
TRIES = 3


def post_apart(
    look: Run, save: Run, remittance_id: int, lines: Collection[int] | None = None, left_out: Collection[int] = (),
    step: Step = silent,
) -> Posted:  # fmt: skip
    """As `post_era`. `look` runs what only reads, `save` a transaction. Worked out anew where somebody changed
    something of it meanwhile; after some tries nobody else is let in."""
    for _ in range(TRIES):
        prepared = look(prepare_posting, remittance_id, lines, step, left_out)
        posted: Posted | None = save(post_prepared, prepared, step)
        if posted is not None:
            return posted
    last: Posted = save(post_era, remittance_id, lines, step, left_out)
    return last


def post_file_apart(look: Run, save: Run, remittance_ids: Collection[int], step: Step = silent) -> list[Posted]:
    """As `post_file`, each payment of the file in a transaction of its own."""
    return [post_apart(look, save, one, step=step) for one in look(postable, remittance_ids)]

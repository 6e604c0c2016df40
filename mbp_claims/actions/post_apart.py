"""Posts a payment, or a whole file, beside other people's work: what it writes is worked out while they save, and only
then written, in one transaction."""

from collections.abc import Callable, Collection
from typing import Any

from mbp_claims.actions.post_era import post_era, post_file, post_prepared
from mbp_claims.actions.posted import Posted
from mbp_claims.actions.prepare_posting import prepare_file, prepare_posting
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
        posted: list[Posted] | None = save(post_prepared, prepared, step)
        if posted is not None:
            return posted[0]
    last: Posted = save(post_era, remittance_id, lines, step, left_out)
    return last


def post_file_apart(
    look: Run, save: Run, remittance_ids: Collection[int], left_out: Collection[int] = (), step: Step = silent
) -> list[Posted]:
    """As `post_file`, in the same way."""
    for _ in range(TRIES):
        prepared = look(prepare_file, remittance_ids, step, left_out)
        posted: list[Posted] | None = save(post_prepared, prepared, step)
        if posted is not None:
            return posted
    last: list[Posted] = save(post_file, remittance_ids, step, left_out)
    return last

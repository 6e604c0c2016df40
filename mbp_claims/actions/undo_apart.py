"""Takes postings back beside other people's work: what it writes is worked out while they save, and only then written,
in one transaction."""

from collections.abc import Callable, Collection
from typing import Any

from mbp_claims.actions.prepare_undo import prepare_undo
from mbp_claims.actions.undo_posting import reverse_posting, take_back_prepared, undo_postings
from mbp_claims.domain.posting import Kind, Posting
from mbp_claims.domain.progress import Step, silent

Run = Callable[..., Any]
TRIES = 3


def undo_apart(look: Run, save: Run, posting_ids: Collection[int], step: Step = silent) -> list[Posting]:
    """As `undo_postings`. `look` runs what only reads, `save` a transaction. Worked out anew where somebody changed
    something of it meanwhile; after some tries nobody else is let in."""
    for _ in range(TRIES):
        done: list[Posting] | None = save(take_back_prepared, look(prepare_undo, posting_ids, Kind.UNDO, step), step)
        if done is not None:
            return done
    last: list[Posting] = save(undo_postings, posting_ids, step)
    return last


def reverse_apart(look: Run, save: Run, posting_id: int, step: Step = silent) -> Posting:
    """As `reverse_posting`, in the same way."""
    for _ in range(TRIES):
        prepared = look(prepare_undo, [posting_id], Kind.REVERSE, step)
        done: list[Posting] | None = save(take_back_prepared, prepared, step)
        if done is not None:
            return done[0]
    last: Posting = save(reverse_posting, posting_id, step)
    return last

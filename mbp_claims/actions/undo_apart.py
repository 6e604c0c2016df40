"""Takes postings back beside other people's work."""

from collections.abc import Collection

from mbp_claims.actions.apart import Run, apart
from mbp_claims.actions.prepare_undo import prepare_undo
from mbp_claims.actions.undo_posting import reverse_posting, take_back_prepared, undo_postings
from mbp_claims.domain.posting import Kind, Posting
from mbp_claims.domain.progress import Step, silent


def undo_apart(look: Run, save: Run, posting_ids: Collection[int], step: Step = silent) -> list[Posting]:
    """As `undo_postings`. `look` runs what only reads, `save` a transaction."""
    return apart(
        lambda: look(prepare_undo, posting_ids, Kind.UNDO, step),
        lambda prepared: save(take_back_prepared, prepared, step),
        lambda: save(undo_postings, posting_ids, step),
    )


def reverse_apart(look: Run, save: Run, posting_id: int, step: Step = silent) -> Posting:
    """As `reverse_posting`, in the same way."""
    return apart(
        lambda: look(prepare_undo, [posting_id], Kind.REVERSE, step),
        lambda prepared: save(take_back_prepared, prepared, step),
        lambda: [save(reverse_posting, posting_id, step)],
    )[0]

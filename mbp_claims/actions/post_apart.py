"""Posts a payment, or a whole file, beside other people's work."""

from collections.abc import Collection

from mbp_claims.actions.apart import Run, apart
from mbp_claims.actions.post_era import post_era, post_file, post_prepared
from mbp_claims.actions.posted import Posted
from mbp_claims.actions.prepare_posting import prepare_file, prepare_posting
from mbp_claims.domain.progress import Step, silent


def post_apart(
    look: Run, save: Run, remittance_id: int, lines: Collection[int] | None = None, left_out: Collection[int] = (),
    step: Step = silent,
) -> Posted:  # fmt: skip
    """As `post_era`. `look` runs what only reads, `save` a transaction."""
    return apart(
        lambda: look(prepare_posting, remittance_id, lines, step, left_out),
        lambda prepared: save(post_prepared, prepared, step),
        lambda: [save(post_era, remittance_id, lines, step, left_out)],
    )[0]


def post_file_apart(
    look: Run, save: Run, remittance_ids: Collection[int], left_out: Collection[int] = (), step: Step = silent
) -> list[Posted]:
    """As `post_file`, in the same way."""
    return apart(
        lambda: look(prepare_file, remittance_ids, step, left_out),
        lambda prepared: save(post_prepared, prepared, step),
        lambda: save(post_file, remittance_ids, step, left_out),
    )

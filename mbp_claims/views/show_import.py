"""What came of importing a file, told in words."""

from typing import Any

from mbp_claims import routes
from mbp_claims.views.era import ImportAnswer

FAILED = "The file was not imported. Nothing was changed. Try again."


def import_answer(name: str, imported: Any, refusal: str, before: int) -> ImportAnswer:
    """Posted, a duplicate, or refused with the exact reason; `before` is the id of the ERA that came earlier."""
    if imported is not None:
        left = imported.claims - imported.posted
        off = next((one.imbalance for one in imported.remittances if one.imbalance), "")
        detail = f"{imported.posted} of {imported.claims} claims posted."
        detail = f"It does not add up, so nothing of it was posted. {off}" if off else detail
        href = routes.era(imported.remittance_id)
        return ImportAnswer(f"{name} was imported.", detail, "warning" if left else "success", "check", "Open it", href)
    if before:
        return ImportAnswer(name, refusal, "neutral", "info", "Open it", routes.era(before))
    title, _, detail = (refusal or FAILED).partition(". ")
    more = f"{detail} " if detail else ""
    kept = "" if "Nothing was" in refusal or not refusal else "Nothing was saved."
    return ImportAnswer(title if title.endswith(".") else f"{title}.", f"{more}{kept}".strip(), "danger", "circle-x")


def too_many(left: int, most: int) -> ImportAnswer:
    """Those that came after the first `most`."""
    files = "1 more file was" if left == 1 else f"{left} more files were"
    return ImportAnswer(f"{files} not imported.", f"Import up to {most} at a time.", "danger", "circle-x")


def too_large(name: str) -> ImportAnswer:
    words = "Nothing was saved. Ask the payer for smaller files."
    return ImportAnswer(f"{name} is larger than 10 MB.", words, "danger", "circle-x")

"""What came of importing a file, told in words."""

from typing import Any

from mbp_claims import routes
from mbp_claims.domain.money import format_cents
from mbp_claims.views.era import ImportAnswer, ImportStep

FAILED = "The file was not imported. Nothing was changed. Try again."


def import_answer(name: str, imported: Any, refusal: str, before: int) -> ImportAnswer:
    """Kept, a duplicate, or refused with the exact reason; `before` is the id of the ERA that came earlier."""
    if imported is not None:
        return _kept(name, imported)
    if before:
        return ImportAnswer(f"{name}:", refusal, "neutral", "copy", "Open it", routes.era(before))
    title, _, detail = (refusal or FAILED).partition(". ")
    more = f"{detail} " if detail else ""
    kept = "" if "Nothing was" in refusal or not refusal else "Nothing was saved."
    return ImportAnswer(title if title.endswith(".") else f"{title}.", f"{more}{kept}".strip(), "danger", "file-x")


def _kept(name: str, imported: Any) -> ImportAnswer:
    href = routes.era(imported.remittance_id)
    off = next((one.imbalance for one in imported.remittances if one.imbalance), "")
    if off:
        said = f"It does not add up, so it is in quarantine. {off} Nothing was posted."
        return ImportAnswer(f"{name} was imported.", said, "warning", "triangle-alert", "Review ERA", href)
    paid = sum(one.total_cents for one in imported.remittances)
    matched = sum(one.matched for one in imported.remittances)
    twice = f" {_count(len(imported.already), 'payment')} came before and was left out." if imported.already else ""
    what = f"{_count(imported.claims, 'claim')}, {format_cents(paid)}: {matched:,} matched."
    said = f"{what}{twice} Nothing is posted yet."
    tone, icon = ("success", "circle-check") if matched else ("warning", "file-search")
    return ImportAnswer(f"{name} is ready to review.", said, tone, icon, "Review ERA", href)


def import_step(name: str, imported: Any) -> ImportStep:
    """One line of the list of files, once it is its turn no more."""
    if imported is None:
        return ImportStep(name, "refused", "Not imported")
    paid = format_cents(sum(one.total_cents for one in imported.remittances))
    return ImportStep(name, "done", f"{_count(imported.claims, 'claim')}, {paid}")


def stopped(name: str) -> ImportAnswer:
    """Somebody pressed Stop."""
    return ImportAnswer(f"{name} was stopped.", "Nothing was changed.", "neutral", "info")


def interrupted(name: str) -> ImportAnswer:
    """The program ended while the file was being read; it may just have been kept."""
    words = "The program was restarted. If it is not in the list, import it again."
    return ImportAnswer(f"{name} was interrupted.", words, "warning", "triangle-alert")


def too_many(left: int, most: int) -> ImportAnswer:
    """Those that came after the first `most`."""
    files = "1 more file was" if left == 1 else f"{left} more files were"
    return ImportAnswer(f"{files} not imported.", f"Import up to {most} at a time.", "danger", "circle-x")


def too_large(name: str, largest: int) -> ImportAnswer:
    words = "Nothing was saved. Ask the payer for smaller files."
    return ImportAnswer(f"{name} is larger than {largest // (1024 * 1024)} MB.", words, "danger", "circle-x")


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"

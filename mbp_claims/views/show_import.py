"""What came of importing a file, told in words."""

from typing import Any

from mbp_claims import routes
from mbp_claims.domain.money import format_cents
from mbp_claims.views.era import ImportAnswer, ImportStep
from mbp_claims.words import N_, _, ngettext

FAILED = _("The file was not imported. Nothing was changed. Try again.")


def import_answer(name: str, imported: Any, refusal: str, before: int) -> ImportAnswer:
    """Kept, a duplicate, or refused with the exact reason; `before` is the id of the ERA that came earlier."""
    if imported is not None:
        return _kept(name, imported)
    if before:
        return ImportAnswer(f"{name}:", refusal, "neutral", "copy", _("Open it"), routes.era(before))
    title, __, detail = (refusal or FAILED).partition(". ")
    more = f"{detail} " if detail else ""
    told = any(safe in refusal for safe in (_("Nothing was changed"), _("Nothing was saved")))
    kept = "" if told or not refusal else _("Nothing was saved.")
    return ImportAnswer(title if title.endswith(".") else f"{title}.", f"{more}{kept}".strip(), "danger", "file-x")


def _kept(name: str, imported: Any) -> ImportAnswer:
    href = routes.era(imported.remittance_id)
    off = next((one.imbalance for one in imported.remittances if one.imbalance), "")
    if off:
        said = _("It does not add up, so it is in quarantine. {off} Nothing was posted.", off=off)
        return ImportAnswer(
            _("{name} was imported.", name=name), said, "warning", "triangle-alert", _("Review ERA"), href
        )
    paid = sum(one.total_cents for one in imported.remittances)
    matched = sum(one.matched for one in imported.remittances)
    came = (
        N_(" {count:,} payment came before and was left out."),
        N_(" {count:,} payments came before and was left out."),
    )
    twice = ngettext(*came, len(imported.already)) if imported.already else ""
    what = _(
        "{claims}, {paid}: {matched:,} matched.",
        claims=_claims(imported.claims),
        paid=format_cents(paid),
        matched=matched,
    )
    said = _("{what}{twice} Nothing is posted yet.", what=what, twice=twice)
    tone, icon = ("success", "circle-check") if matched else ("warning", "file-search")
    return ImportAnswer(_("{name} is ready to review.", name=name), said, tone, icon, _("Review ERA"), href)


def import_step(name: str, imported: Any) -> ImportStep:
    """One line of the list of files, once it is its turn no more."""
    if imported is None:
        return ImportStep(name, "refused", _("Not imported"))
    paid = format_cents(sum(one.total_cents for one in imported.remittances))
    return ImportStep(name, "done", f"{_claims(imported.claims)}, {paid}")


def stopped(name: str) -> ImportAnswer:
    """Somebody pressed Stop."""
    return ImportAnswer(_("{name} was stopped.", name=name), _("Nothing was changed."), "neutral", "info")


def interrupted(name: str) -> ImportAnswer:
    """The program ended while the file was being read; it may just have been kept."""
    words = _("The program was restarted. If it is not in the list, import it again.")
    return ImportAnswer(_("{name} was interrupted.", name=name), words, "warning", "triangle-alert")


def too_many(left: int, most: int) -> ImportAnswer:
    """Those that came after the first `most`."""
    files = ngettext("1 more file was", "{count} more files were", left)
    return ImportAnswer(
        _("{files} not imported.", files=files), _("Import up to {most} at a time.", most=most), "danger", "circle-x"
    )


def too_large(name: str, largest: int) -> ImportAnswer:
    words = _("Nothing was saved. Ask the payer for smaller files.")
    return ImportAnswer(
        _("{name} is larger than {largest} MB.", name=name, largest=largest // (1024 * 1024)),
        words,
        "danger",
        "circle-x",
    )


def _claims(count: int) -> str:
    return ngettext("{count:,} claim", "{count:,} claims", count)

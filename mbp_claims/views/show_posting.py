"""What Post will post, and what it has posted, told in words."""

from typing import Any

from mbp_claims.domain.money import format_cents


def to_post(count: int, cents: int, ready: int) -> tuple[str, str]:
    """The foot of the page: what the button Post posts. Nothing where no line is ready."""
    if not ready:
        return "", ""
    if not count:
        return "Choose the lines to post", "Nothing is posted until you press Post."
    left = f" {_count(ready - count, 'line')} stays for later." if ready - count == 1 else (
        f" {_count(ready - count, 'line')} stay for later." if ready > count else ""
    )  # fmt: skip
    detail = f"You can undo it until a claim that follows from it is filed.{left}"
    return f"Post {_count(count, 'payment')}, {format_cents(cents)}", detail


def posted_words(posted: Any) -> str:
    """Of a Posted: `2 payments posted. 2 secondary claims are ready to file.`"""
    said = [f"{_count(posted.posted, 'payment')} posted."]
    parts = (
        (len(posted.secondaries), "secondary claim is ready to file.", "secondary claims are ready to file."),
        (len(posted.crossed_over), "crossed over and waits.", "crossed over and wait."),
        (len(posted.cob_changed), "filed claim needs a replacement.", "filed claims need a replacement."),
        (len(posted.denied), "was denied.", "were denied."),
        (len(posted.overpaid), "is overpaid, review it.", "are overpaid, review them."),
        (posted.left, "line was left: it has changed since.", "lines were left: they have changed since."),
    )
    said += [f"{count:,} {one if count == 1 else many}" for count, one, many in parts if count]
    return " ".join(said)


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"

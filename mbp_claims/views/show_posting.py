"""What Post will post, and what it has posted, told in words."""

from typing import Any

from mbp_claims.domain.money import format_cents
from mbp_claims.words import N_, _, ngettext


def to_post(count: int, cents: int, ready: int) -> tuple[str, str]:
    """The foot of the page: what the button Post posts. Nothing where no line is ready."""
    if not ready:
        return "", ""
    if not count:
        return _("Choose the lines to post"), _("Nothing is posted until you press Post.")
    left = ngettext(" {count:,} line stays for later.", " {count:,} lines stay for later.", ready - count)
    left = left if ready > count else ""
    detail = _("You can undo it until a claim that follows from it is filed.{left}", left=left)
    post = ngettext(
        "Post {count:,} payment, {amount}", "Post {count:,} payments, {amount}", count, amount=format_cents(cents)
    )
    return post, detail


def file_posted_words(posted: Any, eras: int) -> str:
    """Of a Posted of several ERAs together: `5 payments in 2 ERAs posted. 2 secondary claims are ready to file.`"""
    title = ngettext(
        "{count:,} payment in {eras} posted.", "{count:,} payments in {eras} posted.", posted.posted,
        eras=ngettext("{count:,} ERA", "{count:,} ERAs", eras),
    )  # fmt: skip
    return _with_what_followed(title, posted)


def posted_words(posted: Any) -> str:
    """Of a Posted: `2 payments posted. 2 secondary claims are ready to file.`"""
    return _with_what_followed(
        ngettext("{count:,} payment posted.", "{count:,} payments posted.", posted.posted), posted
    )


def _with_what_followed(title: str, posted: Any) -> str:
    said = [title]
    parts = (
        (
            len(posted.secondaries),
            N_("{count:,} secondary claim is ready to file."),
            N_("{count:,} secondary claims are ready to file."),
        ),
        (len(posted.crossed_over), N_("{count:,} crossed over and waits."), N_("{count:,} crossed over and wait.")),
        (
            len(posted.cob_changed),
            N_("{count:,} filed claim needs a replacement."),
            N_("{count:,} filed claims need a replacement."),
        ),
        (len(posted.denied), N_("{count:,} was denied."), N_("{count:,} were denied.")),
        (len(posted.overpaid), N_("{count:,} is overpaid, review it."), N_("{count:,} are overpaid, review them.")),
        (
            posted.left,
            N_("{count:,} line was left: it has changed since."),
            N_("{count:,} lines were left: they have changed since."),
        ),
    )
    said += [ngettext(one, many, count) for count, one, many in parts if count]
    return " ".join(said)

"""The page of one claim, told in words: where every cent went, what each payer answered, who did what."""

from mbp_claims import routes
from mbp_claims.domain.ack_file import AckFile, ClaimAcknowledgement
from mbp_claims.domain.acknowledgement import Word
from mbp_claims.domain.answer import CLAIM_LEVEL, Reduction
from mbp_claims.domain.claim import ClaimStatus, ServiceLine
from mbp_claims.domain.claim_facts import ClaimFacts, FileFacts, OpenClaim, PayerFacts
from mbp_claims.domain.codes import icd10_shown, meaning, procedure_words, who_carries
from mbp_claims.domain.days import show_day
from mbp_claims.domain.money import format_cents
from mbp_claims.domain.standing import is_put_away, may_file, standing
from mbp_claims.views.claim import AnswerRow, ClaimView, FileRow, LineRow, PayerAnswer
from mbp_claims.views.show_cent import cent_equation, cent_parts, explained
from mbp_claims.views.show_claim import CHIPS, shown_day
from mbp_claims.views.show_trail import timeline_rows
from mbp_claims.views.show_warning import claim_warning
from mbp_claims.words import _, ngettext

FILE, FILE_ON_PAPER, FIX = _("File Claim"), _("Print and file on paper"), _("Fix and refile")


def claim_view(open_claim: OpenClaim) -> ClaimView:
    facts, claim = open_claim.facts, open_claim.facts.claim
    stands = standing(claim)
    tone, icon = CHIPS[stands.kind]
    warning, more = claim_warning(open_claim, stands.kind)
    return ClaimView(
        number=claim.number, client=facts.client.name, client_number=facts.client.number,
        badge="S" if claim.is_secondary else "P", payer=facts.payer, rank=claim.rank,
        from_number=facts.primary.number if facts.primary else "", status=stands.words, tone=tone, icon=icon,
        can_file=may_file(claim), file_label=_file_label(facts),
        actions=" ".join(a for a in facts.actions if a not in ("details",)),
        warning=warning, warning_more=more,
        warning_tone="info" if is_put_away(claim) else "danger",
        charge=format_cents(claim.charge_cents), explained=explained(open_claim),
        parts=cent_parts(open_claim), equation=cent_equation(open_claim), lines_note=_lines_note(open_claim),
        lines=[_line(line, claim.diagnosis_codes) for line in open_claim.lines],
        answers=_answers(open_claim),
        timeline=timeline_rows(open_claim.trail), files=_files(open_claim),
    )  # fmt: skip


def _file_label(facts: ClaimFacts) -> str:
    if facts.on_paper:
        return FILE_ON_PAPER
    return FIX if facts.claim.status == ClaimStatus.REJECTED else FILE


def _lines_note(open_claim: OpenClaim) -> str:
    primary = open_claim.primary
    return (
        _("As sent to {payer} on {day}", payer=primary.payer.name, day=shown_day(primary.claim.filed_at))
        if primary.claim.filed_at
        else ""
    )


def _line(line: ServiceLine, diagnoses: list[str]) -> LineRow:
    pointed = [diagnoses[int(p) - 1] for p in line.pointers.split() if p.isdecimal() and int(p) <= len(diagnoses)]
    return LineRow(
        str(line.position), show_day(line.service_date), " ".join((line.procedure, *line.modifier_codes)),
        procedure_words(line.procedure), " ".join(map(icd10_shown, pointed)), str(line.units),
        format_cents(line.charge_cents),
    )  # fmt: skip


def _answers(open_claim: OpenClaim) -> list[PayerAnswer]:
    sides = (open_claim.primary, open_claim.secondary)
    return [_answer(side, open_claim) for side in sides if side and side.answer]


def _answer(side: PayerFacts, open_claim: OpenClaim) -> PayerAnswer:
    assert side.answer and side.kept
    second = open_claim.secondary
    next_payer = second.payer.name if second and side is open_claim.primary else None
    name = side.payer.name
    return PayerAnswer(
        "S" if side.claim.is_secondary else "P", name, side.payer.payer_id,
        _("{name}’ answer", name=name) if name.endswith("s") else _("{name}’s answer", name=name), _answer_note(side),
        side.remittance.trace if side.remittance else "", format_cents(side.answer.paid_cents),
        format_cents(side.answer.adjusted_cents),
        str(side.remittance.id) if side.remittance and open_claim.opens_eras else "",
        [_reduction(r, next_payer, len(open_claim.lines)) for r in side.answer.reductions],
    )  # fmt: skip


def _answer_note(side: PayerFacts) -> str:
    assert side.kept
    day = show_day(side.kept.adjudicated_on)
    changed = _(", changed by hand") if side.kept.source == "form" else ""
    return (
        _("ERA of {day}{changed}, check", day=day, changed=changed)
        if side.remittance
        else _("EOB of {day}{changed}", day=day, changed=changed)
    )


def _reduction(reduction: Reduction, next_payer: str | None, lines: int) -> AnswerRow:
    where = (
        _("Claim") if reduction.line == CLAIM_LEVEL else (_("Line {line}", line=reduction.line) if lines > 1 else "")
    )
    return AnswerRow(
        reduction.code, meaning(reduction.reason), who_carries(reduction.group, next_payer),
        format_cents(reduction.cents), where,
    )  # fmt: skip


def _files(open_claim: OpenClaim) -> list[FileRow]:
    waits = open_claim.facts.claim.status == ClaimStatus.WAITING
    sent = [
        FileRow("837", _("Download 837 file"), _sent(file, not n and waits), routes.file_837(file.filed.claim_file_id))
        for n, file in enumerate(open_claim.files)
        if file.is_hers
    ]
    sent += [
        FileRow("form", _("Download claim form"), _("CMS-1500, filed on paper {day}", day=shown_day(form.created_at)),
                routes.file_printed(form.id or 0))
        for form in open_claim.forms
    ]  # fmt: skip
    came = {file.id: (said, file) for said, file in open_claim.acknowledgements}
    sent += [
        FileRow(
            "ack", _("Download {kind} file", kind=file.kind), _acknowledged(said, file), routes.file_ack(file.id or 0)
        )
        for said, file in came.values()
        if open_claim.opens_acknowledgements
    ]
    sides = (open_claim.primary, open_claim.secondary)
    eras = [(side.payer.name, side.remittance) for side in sides if side and side.remittance and open_claim.opens_eras]
    return sent + [
        FileRow("835", _("Download 835 file"), _("{payer}’s ERA, {day}", payer=payer, day=show_day(era.paid_on)),
            routes.file_835(era.id or 0))
        for payer, era in eras
    ] + [
        FileRow("eob", _("Download EOB"),
            _("{payer}’s answer to print, {day}", payer=side.payer.name, day=show_day(side.answer.adjudicated_on)),
                routes.file_eob(side.claim.id or 0))
        for side in sides if side and side.answer
    ]  # fmt: skip


def _acknowledged(said: ClaimAcknowledgement, file: AckFile) -> str:
    """`Accepted by Northwind Mutual, 11/19/2026`."""
    word = {Word.ACCEPTED: _("Accepted"), Word.RECEIVED: _("Received"), Word.REJECTED: _("Rejected")}[Word(said.word)]
    by = _(" by {sender}", sender=file.sender) if file.sender else ""
    return f"{word}{by}, {shown_day(said.said_at)}"


def _sent(file: FileFacts, waits: bool) -> str:
    """`Replacement of NWM2602, sent 11/04/2026 · 2 kB · with 49 other claims`."""
    done = _("made") if waits or file.taken_back_at else _("sent")
    again = {"7": _("Replacement of"), "8": _("Void of")}.get(file.filed.frequency)
    sent = f"{again} {file.filed.original_reference}, {done}" if again else done.capitalize()
    others = file.claims - 1
    company = [ngettext("with {count:,} other claim", "with {count:,} other claims", others)] if others else []
    back = [_("taken back before it was sent")] if file.taken_back_at else []
    waiting = back or ([_("waits to be sent")] if waits else [])
    return " · ".join([f"{sent} {shown_day(file.created_at)}", _size(file.size), *company, *waiting])


def _size(count: int) -> str:
    return _("{size} kB", size=max(round(count / 1000), 1))

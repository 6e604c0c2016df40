"""A client's whole record as one ZIP: what is kept as JSON, and the files; nothing of anybody else."""

import hashlib
import json
import tempfile
import zipfile
from collections.abc import Iterable, Iterator
from datetime import timedelta
from itertools import chain
from typing import IO, Any

from sqlmodel import Session

from mbp_claims.actions.disclose import keep_disclosure
from mbp_claims.actions.open_file import OpenStream
from mbp_claims.actions.superbills import superbill_pdf
from mbp_claims.clock import now, today
from mbp_claims.db import clients, disclosures, documents, records, superbills
from mbp_claims.db.clinicians import one_at_a_time, practice_of
from mbp_claims.domain.absence import NotFound
from mbp_claims.domain.client import Client
from mbp_claims.domain.disclosure import Disclosure, DisclosureDraft
from mbp_claims.domain.document import ENDINGS
from mbp_claims.domain.practice import Clinician
from mbp_claims.domain.reading import Seen
from mbp_claims.domain.record_file import FORMAT, plain
from mbp_claims.x12.excerpt import claim_segments
from mbp_claims.x12.part_of_837 import part_of_837

WHAT = "The whole record: contact info, plans, cards, claims, answers of payers, files"
SOON = timedelta(minutes=15)
"""So long after it was recorded the record can be fetched; after that it is recorded anew."""
AT_ONCE = 64 * 1024
WHOLE = 10_000


def prepare_export(db: Session, clinician: Clinician, number: str, form: object) -> Disclosure:
    """Records that the record goes to somebody; then `open_record` gives it. RuleViolation with sentences by field."""
    one_at_a_time(db, clinician)
    client = clients.client(db, clinician, number)
    told = {**form, "what": WHAT, "day": today().isoformat()} if isinstance(form, dict) else {}
    return keep_disclosure(db, clinician, client, DisclosureDraft.parse(told, today()))


def open_record(db: Session, clinician: Clinician, disclosure_id: int) -> OpenStream:
    """The record for which that disclosure was recorded just now. NotFound when it was not, or not just now."""
    kept = disclosures.disclosure(db, clinician, disclosure_id)
    if kept.what != WHAT or kept.wrong_at or now() - kept.recorded_at > SOON:
        raise NotFound("no such export")
    client = clients.client_by_id(db, clinician, kept.client_id)
    # Nobody else can open it: it has no name, and goes with its last reader.
    file: IO[bytes] = tempfile.TemporaryFile(prefix="mbp-record-")  # noqa: SIM115
    try:
        _write(file, db, clinician, client)
    except BaseException:
        file.close()
        raise
    seen = Seen(f"Record downloaded, for {kept.recipient}", client.id)
    return OpenStream(f"{client.number}-record-{today():%Y-%m-%d}.zip", "application/zip", _chunks(file), seen)


def _chunks(file: IO[bytes]) -> Iterator[bytes]:
    with file:
        file.seek(0)
        while chunk := file.read(AT_ONCE):
            yield chunk


def _write(file: IO[bytes], db: Session, clinician: Clinician, client: Client) -> None:
    plans = records.plans_with_payers(db, client)
    claims = records.claims(db, client)
    made = superbills.of_client(db, client)
    ids = [claim.id or 0 for claim in claims]
    contents = []
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as whole:
        given = ((f"superbills/{one.name}.pdf", superbill_pdf(one)) for one in made)
        for name, content in chain(_files(db, ids, [plan.id for plan, _ in plans]), _documents(db, client), given):
            whole.writestr(name, content)
            contents.append({"name": name, "bytes": len(content), "sha256": hashlib.sha256(content).hexdigest()})
        practice = practice_of(db, clinician)
        document = {
            "format": FORMAT, "made_at": now().isoformat(), "made_by": clinician.signature,
            "practice": {"name": practice.name, "npi": practice.npi}, "client": plain(client),
            "plans": [plain(plan) | {"payer": plain(payer)} for plan, payer in plans],
            "claims": _claims(db, [plain(claim) for claim in claims], ids),
            "payments": [_payment(*found) for found in records.answered_in(db, ids)],
            "documents": [plain(one) for one in documents.whole(db, client)],
            "disclosures": [plain(one) for one in disclosures.rows(db, client)],
            "superbills": [plain(one, "said") | {"said": json.loads(one.said)} for one in made],
            "history": [plain(one, "address") for one in records.history(db, client)],
            "files": contents,
        }  # fmt: skip
        whole.writestr("record.json", json.dumps(document, ensure_ascii=False, indent=1))


def _claims(db: Session, claims: list[dict[str, Any]], ids: list[int]) -> list[dict[str, Any]]:
    parts = records.parts_of_claims(db, ids)
    answers = _with_parts(
        [plain(one) for one in parts["answers"]], "adjudication_id",
        records.parts_of_answers(db, [one.id for one in parts["answers"]]),
    )  # fmt: skip
    for claim in claims:
        claim["answers"] = [one for one in answers if one["claim_id"] == claim["id"]]
    return _with_parts(claims, "claim_id", {name: rows for name, rows in parts.items() if name != "answers"})


def _with_parts(wholes: list[dict[str, Any]], name: str, parts: dict[str, list[Any]]) -> list[dict[str, Any]]:
    for whole in wholes:
        for part, rows in parts.items():
            whole[part] = [plain(row) for row in rows if getattr(row, name) == whole["id"]]
    return wholes


def _payment(line: Any, payment: Any, _file: Any) -> dict[str, Any]:
    """What a payer said of a claim, of the payment only which it was: its sums are of other people, too."""
    said = json.loads(line.said) if line.said else {}
    named = {"payer": payment.payer_name, "trace": payment.trace, "paid_on": payment.paid_on.isoformat()}
    return plain(line, "said") | named | {"said": said}


def _files(db: Session, claim_ids: list[int], plan_ids: Iterable[int | None]) -> Iterator[tuple[str, bytes]]:
    for file, places, count in records.filed_in(db, claim_ids):
        if len(places) == count:
            yield f"837/{file.name}", file.content.encode("ascii")
        else:
            yield f"837/{file.name}.part.txt", part_of_837(file.content, places).encode("ascii")
    for line, payment, era in records.answered_in(db, claim_ids):
        segments = claim_segments(era.content, payment.trace, line.position, WHOLE)
        text = "".join(f"{segment}\n" for _, segment in segments)
        yield f"835/{_safe(payment.trace)}-{line.position}.part.txt", text.encode("utf-8", "replace")
    for card in records.cards(db, plan_ids):
        yield f"cards/plan-{card.plan_id}-{card.side}.{card.media_type.rpartition('/')[2]}", card.content
    for form in records.forms(db, claim_ids):
        yield f"forms/{form.id}-{form.name}", form.content


def _documents(db: Session, client: Client) -> Iterator[tuple[str, bytes]]:
    for kept in documents.whole(db, client):
        yield f"documents/{kept.id}-{_safe(kept.name)}.{ENDINGS[kept.media_type]}", kept.content


def _safe(text: str) -> str:
    return "".join(c if c.isascii() and c.isalnum() else "_" for c in text)

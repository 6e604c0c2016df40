"""Every function that reads: how it is asked for what is of our practice, or why it need not be."""

from collections.abc import Callable
from types import SimpleNamespace

from sqlmodel import Session

from mbp_claims.db import (
    acknowledgements,
    charges,
    claim_rows,
    claims,
    clients,
    clinicians,
    connections,
    crossovers,
    deliveries,
    disclosures,
    documents,
    families,
    files,
    own,
    paper,
    payers,
    payers_numbers,
    plans,
    postings,
    remittance_rows,
    remittances,
    superbills,
    trail,
    trail_pages,
    worklist,
)
from mbp_claims.domain.claim_facts import ClaimQuery
from mbp_claims.domain.client import Client
from mbp_claims.domain.practice import Clinician
from mbp_claims.domain.trail_query import TrailQuery
from tests.db.one_of_each import ASKED, MONTH, PAID_ON, THEN, YEAR

Asked = Callable[[Session, Clinician, SimpleNamespace], object]
BY_NAME: dict[str, Asked] = {
    "clinicians.colleague": lambda db, who, of: clinicians.colleague(db, who, of.clinician.id),
    "clients.client": lambda db, who, of: clients.client(db, who, of.client.number),
    "clients.client_by_id": lambda db, who, of: clients.client_by_id(db, who, of.client.id),
    "plans.plan": lambda db, who, of: plans.plan(db, who, of.plan.id),
    "plans.card": lambda db, who, of: plans.card(db, who, of.card.id),
    "claims.claim": lambda db, who, of: claims.claim(db, who, of.claim.number),
    "payers.payer": lambda db, who, of: payers.payer(db, who, of.payer.id),
    "remittances.era_file": lambda db, who, of: remittances.era_file(db, who, of.era.id),
    "remittances.era_file_label": lambda db, who, of: remittances.era_file_label(db, who, of.era.id),
    "remittances.remittance": lambda db, who, of: remittances.remittance(db, who, of.remittance.id),
    "remittance_rows.remittance_claim": lambda db, who, of: remittance_rows.remittance_claim(db, who, of.line.id),
    "postings.posting": lambda db, who, of: postings.posting(db, who, of.posting.id),
    "files.claim_file": lambda db, who, of: files.claim_file(db, who, of.file.id),
    "claims.claim_by_id": lambda db, who, of: claims.claim_by_id(db, who, of.claim.id),
    "paper.printed_form": lambda db, who, of: paper.printed_form(db, who, of.form.id),
    "acknowledgements.ack_file": lambda db, who, of: acknowledgements.ack_file(db, who, of.ack.id),
    "deliveries.delivery": lambda db, who, of: deliveries.delivery(db, who, of.delivery.id),
    "disclosures.disclosure": lambda db, who, of: disclosures.disclosure(db, who, of.disclosure.id),
    "documents.document": lambda db, who, of: documents.document(db, who, of.document.id),
    "superbills.superbill": lambda db, who, of: superbills.superbill(db, who, of.superbill.id),
    "own.own": lambda db, who, of: own.own(db, who, Client, of.client.id),
}
SEARCHES: dict[str, Asked] = {
    "clinicians.colleagues": lambda db, who, of: [c for c in clinicians.colleagues(db, who) if c.id == of.clinician.id],
    "clients.client_page": lambda db, who, of: clients.client_page(db, who).total,
    "clients.clients_like": lambda db, who, of: clients.clients_like(db, who, of.client.last_name, 5),
    "claims.claims_like": lambda db, who, of: claims.claims_like(db, who, of.claim.number, {of.client.id}, 5),
    "claims.ready_claims": lambda db, who, of: claims.ready_claims(db, who, 5),
    "remittances.by_check": lambda db, who, of: remittances.by_check(db, who, "8812", 5),
    "remittances.in_review": lambda db, who, of: remittances.in_review(db, who, 5),
    "remittances.payers_like": lambda db, who, of: remittances.payers_like(db, who, "aetna", 5),
    "clients.counts_by_clinician": lambda db, who, of: clients.counts_by_clinician(db, who),
    "claims.claim_page": lambda db, who, of: claims.claim_page(db, who, ClaimQuery("settled", of.client.id)).total,
    "claims.claim_totals": lambda db, who, of: claims.claim_totals(db, who, ClaimQuery("settled", of.client.id))[0],
    "claims.claims_by_number": lambda db, who, of: claims.claims_by_number(db, who, [of.claim.number]),
    "claims.with_others_of_services": lambda db, who, of: claims.with_others_of_services(db, who, [of.claim.id]),
    "claims.ready_numbers": lambda db, who, of: claims.ready_numbers(db, who),
    "claims.pending_count": lambda db, who, of: claims.pending_count(db, who),
    "claim_rows.parts_of_services": lambda db, who, of: claim_rows.parts_of_services(db, who, of.claim.number),
    "claim_rows.claim_counts": lambda db, who, of: claim_rows.claim_counts(db, who, of.client.id).settled,
    "payers.payers": lambda db, who, of: [p for p in payers.payers(db, who) if p.id == of.payer.id],
    "payers.billed_payers": lambda db, who, of: payers.billed_payers(db, who),
    "payers.names_by_identifier": lambda db, who, of: payers.names_by_identifier(db, who, {of.payer.payer_id}),
    "paper.paper_terms": lambda db, who, of: paper.paper_terms(db, who, of.payer).address,
    "crossovers.waits": lambda db, who, of: crossovers.waits(db, who),
    "crossovers.terms": lambda db, who, of: crossovers.terms(db, who, of.payer.id),
    "paper.form_printer": lambda db, who, of: paper.form_printer(db, who).right,
    "payers.own_payer": lambda db, who, of: payers.own_payer(db, who, of.payer.name),
    "remittances.era_file_by_digest": lambda db, who, of: remittances.era_file_by_digest(db, who, "d"),
    "remittances.same_payment": lambda db, who, of: remittances.same_payment(
        db, who, "60054", "88120457", PAID_ON, 9280
    ),
    "remittances.first_and_last_day": lambda db, who, of: remittances.first_and_last_day(db, who, "60054"),
    "remittances.payer_name": lambda db, who, of: remittances.payer_name(db, who, "60054"),
    "remittances.payments_of": lambda db, who, of: remittances.payments_of(db, who, "60054", PAID_ON, PAID_ON),
    "families.claims_by_number": lambda db, who, of: families.claims_by_number(db, who, {of.claim.number}),
    "families.claims_of_day": lambda db, who, of: families.claims_of_day(
        db, who, of.claim.service_from, of.claim.charge_cents
    ),
    "families.claims_of_members": lambda db, who, of: families.claims_of_members(db, who, {of.plan.member_id}),
    "families.families": lambda db, who, of: families.families(db, who, {of.claim.id}),
    "remittances.of_file": lambda db, who, of: remittances.of_file(db, who, of.era.id),
    "remittances.remittances": lambda db, who, of: remittances.remittances(db, who)[0],
    "remittances.to_review": lambda db, who, of: remittances.to_review(db, who),
    "worklist.ready": lambda db, who, of: worklist.ready(db, who)[0],
    "worklist.to_look_at": lambda db, who, of: worklist.to_look_at(db, who)[0],
    "worklist.waiting_on_payers": lambda db, who, of: worklist.waiting_on_payers(db, who),
    "worklist.waiting_on_clients": lambda db, who, of: worklist.waiting_on_clients(db, who),
    "worklist.received": lambda db, who, of: any(one.cents for one in worklist.received(db, who, [MONTH])),
    "worklist.to_review": lambda db, who, of: worklist.to_review(db, who),
    "charges.of_client": lambda db, who, of: charges.of_client(db, who, of.client, YEAR, PAID_ON).count,
    "charges.by_month": lambda db, who, of: any(one.services for one in charges.by_month(db, who, ASKED)),
    "charges.open_by_age": lambda db, who, of: charges.open_by_age(db, who, "", PAID_ON),
    "charges.first_service": lambda db, who, of: charges.first_service(db, who),
    "acknowledgements.ack_file_by_digest": lambda db, who, of: acknowledgements.ack_file_by_digest(db, who, "d"),
    "acknowledgements.recent": lambda db, who, of: acknowledgements.recent(db, who),
    "acknowledgements.file_of_interchange": lambda db, who, of: acknowledgements.file_of_interchange(db, who, 1),
    "clinicians.people": lambda db, who, of: [c for c in clinicians.people(db, who) if c.id == of.clinician.id],
    "connections.connection": lambda db, who, of: connections.connection(db, who).synced,
    "connections.leftovers": lambda db, who, of: connections.leftovers(db, who),
    "deliveries.waiting": lambda db, who, of: deliveries.waiting(db, who),
    "deliveries.waiting_count": lambda db, who, of: deliveries.waiting_count(db, who),
    "deliveries.next_to_send": lambda db, who, of: deliveries.next_to_send(db, who, THEN, due_only=False),
    "files.claim_files": lambda db, who, of: files.claim_files(db, who, of.claim.id),
    "payers_numbers.claims_by_payers_number": lambda db, who, of: payers_numbers.claims_by_payers_number(
        db, who, {"EX9"}
    ),
    "superbills.latest": lambda db, who, of: superbills.latest(db, who, None, 5),
    "trail_pages.trail_page": lambda db, who, of: trail_pages.trail_page(db, who, TrailQuery())[0],
    "trail_pages.trail_lines": lambda db, who, of: list(trail_pages.trail_lines(db, who, TrailQuery())),
    "trail.claim_trail": lambda db, who, of: trail.claim_trail(db, who, [of.claim.id]),
    "trail.client_trail": lambda db, who, of: trail.client_trail(db, who, of.client),
    "trail.status_before": lambda db, who, of: trail.status_before(db, who, of.claim, "filed"),
}
OF_ONESELF = {
    "clinicians.practice_of", "clinicians.one_at_a_time", "accounts.account_of", "trail_since.place",
    "trail_since.since", "superbills.next_number",
}  # fmt: skip
WRITERS = {
    "trail.record", "trail.record_claim", "answers.save_answer", "bulk.add_pending_claims",
    "bulk.add_ready_secondaries", "connections.replace_leftovers",
}  # fmt: skip
OF_LOADED = {"filings.filings_of", "files.has_whole", "versions.last_change"}
"""With the clinician for other reasons, about claims that were loaded through her."""
OF_OTHERS = {"connections.is_anothers_secret"}
"""Whether another practice uses a name: no more than yes, so that its secret stays its own (test_secrets_apart.py)."""
SHARED = {
    "clinicians.colleague", "clinicians.colleagues", "clinicians.people", "payers.payer", "payers.payers",
    "payers.own_payer", "payers.names_by_identifier", "paper.paper_terms", "paper.form_printer",
    "connections.connection", "deliveries.delivery", "deliveries.waiting", "deliveries.waiting_count",
    "deliveries.next_to_send", "crossovers.terms",
}  # fmt: skip
"""Everybody's of the practice: nothing of a client is in it. `deliveries` send what waits, whoever files a claim."""
OFFICE = {
    name for name in (*BY_NAME, *SEARCHES)
    if name.startswith(("remittances.", "remittance_rows.", "postings.")) or name in (
        "acknowledgements.ack_file", "acknowledgements.ack_file_by_digest", "acknowledgements.recent",
        "connections.leftovers", "worklist.to_review",
    )
}  # fmt: skip
"""For owner and biller."""
REFERRED_TO = {
    "acknowledgements.of_files", "answers.adjudication", "answers.latest_adjudication", "kept_answers.read_answers",
    "claim_rows.parts_of", "claim_rows.secondary_plans", "claims.claims_by_id", "claims.refresh",
    "claims.secondaries_of", "clients.clients_by_id", "families.client_names",
    "filings.by_id", "paper.paper_only", "paper.plans_on_paper", "paper.printed_forms", "payers.payer_names",
    "payers.payers_by_id", "postings.changed_since",
    "plans.payer_names", "plans.cards_of", "postings.new_ids", "postings.postings_of", "postings.lines_of",
    "remittances.traces", "remittance_rows.latest_of_claim", "records.cards", "records.parts_of_claims",
    "documents.same_file",
    "records.parts_of_answers", "records.filed_in", "records.forms", "records.answered_in",
}  # fmt: skip
"""By ids that records, loaded through the clinician, hold. No caller hands on an id that a browser sent."""
OF_NOBODY = {
    "clear.is_empty", "clear.is_real", "clear.clear", "clinicians.first_clinician", "clinicians.one_of_each_practice",
    "clinicians.practice_ids",
    "postings.save_journal", "postings.save", "postings.written", "postings.changed_claims",
    "remittance_rows.update_claims", "rows.insert_rows", "rows.update_rows", "rows.insertion",
    "rows.change", "rows.write", "trail.append", "trail.record_all", "trail.record_stranger", "readings.add_reading",
    "readings.is_recorded", "whole_trail.hold_still", "whole_trail.practices_with_trails", "whole_trail.entries_of",
    "whole_trail.head_of", "news.ends", "news.told_since",
}  # fmt: skip
"""Of the whole database, or only writing: not for what a person asks."""
BEFORE_ANYBODY_IS_KNOWN = {
    "accounts.account_by_email", "accounts.account_by_id", "accounts.demo_account", "accounts.has_accounts",
    "accounts.link_by_hash", "accounts.spend_links", "accounts.accounts", "payers.has_everybodys",
    "sessions.open_session", "sessions.person_of", "sessions.session_by_key", "sessions.end_sessions",
    "sessions.sessions_of",
    "sessions.forget_old_sessions", "recovery_codes.use_recovery_code", "recovery_codes.unused_codes",
    "recovery_codes.replace_codes", "attempts.failures_of", "attempts.failures_from", "attempts.mark_well",
    "attempts.forget_old_attempts",
}  # fmt: skip

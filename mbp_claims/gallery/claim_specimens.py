"""The page of a claim, whole and in parts."""

from mbp_claims.gallery import claim_cast as cast
from mbp_claims.gallery.specimen import Specimen
from mbp_claims.gallery.table_specimens import EVENTS
from mbp_claims.ui.claim_answers import payer_answers
from mbp_claims.ui.claim_detail import claim_detail
from mbp_claims.ui.claim_money import cent_card
from mbp_claims.ui.claim_trail import claim_files, timeline

SPECIMENS = (
    Specimen("claim_detail", "ready", lambda: claim_detail(cast.READY_CLAIM, EVENTS)),
    Specimen("claim_detail", "paid", lambda: claim_detail(cast.PAID_CLAIM, EVENTS)),
    Specimen("claim_detail", "off", lambda: claim_detail(cast.OFF_CLAIM, EVENTS)),
    Specimen("claim_detail", "not-found", lambda: claim_detail(cast.NO_CLAIM, EVENTS)),
    Specimen("cent_card", "ready", lambda: cent_card(cast.READY_CLAIM)),
    Specimen("cent_card", "off", lambda: cent_card(cast.OFF_CLAIM)),
    Specimen("payer_answers", "both-payers", lambda: payer_answers(cast.PAID_CLAIM.answers)),
    Specimen("timeline", "paid", lambda: timeline(cast.PAID_CLAIM.timeline)),
    Specimen("claim_files", "none", lambda: claim_files([])),
    Specimen("claim_files", "both", lambda: claim_files(cast.PAID_CLAIM.files)),
)

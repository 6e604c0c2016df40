"""Every table, so that one import makes them all known (migrations, tests)."""

from mbp_claims.domain.account import Account, RecoveryCode, ResetLink
from mbp_claims.domain.ack_file import AckFile, ClaimAcknowledgement, Leftover
from mbp_claims.domain.activity import Activity, TrailHead
from mbp_claims.domain.adjudication import Adjudication, Adjustment, LineAnswer
from mbp_claims.domain.card import Card
from mbp_claims.domain.claim import Claim, ServiceLine
from mbp_claims.domain.claim_file import ClaimFile, FiledClaim
from mbp_claims.domain.client import Client
from mbp_claims.domain.connection import Connection
from mbp_claims.domain.crossover_terms import CrossoverTerms
from mbp_claims.domain.delivery import Delivery
from mbp_claims.domain.disclosure import Disclosure
from mbp_claims.domain.document import Document
from mbp_claims.domain.ledger import LedgerEntry
from mbp_claims.domain.paper_terms import FormPrinter, PaperTerms, PrintedForm
from mbp_claims.domain.payer import Payer
from mbp_claims.domain.plan import InsurancePlan
from mbp_claims.domain.posting import Posting, PostingLine
from mbp_claims.domain.practice import Clinician, Practice
from mbp_claims.domain.remittance import EraFile, Remittance, RemittanceClaim, WithheldAmount
from mbp_claims.domain.sign_in_attempt import SignInAttempt
from mbp_claims.domain.superbill import Superbill
from mbp_claims.domain.user_session import UserSession

TABLES = (
    Practice, Clinician, Client, Payer, InsurancePlan, Card, Claim, ServiceLine, EraFile, Remittance,
    RemittanceClaim, WithheldAmount, Adjudication, LineAnswer, Adjustment, Posting, PostingLine, LedgerEntry, ClaimFile,
    FiledClaim, Connection, Delivery, AckFile, ClaimAcknowledgement, Leftover, PaperTerms, FormPrinter, PrintedForm,
    CrossoverTerms,
    Document, Disclosure, Superbill, TrailHead, Activity, Account, RecoveryCode, ResetLink, UserSession, SignInAttempt,
)  # fmt: skip

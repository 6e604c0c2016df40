"""A browser may send anything: a form becomes a draft, or a RuleViolation with sentences, and nothing else."""

from hypothesis import given, settings
from hypothesis import strategies as st

from mbp_claims.domain.answer_draft import AnswerEntry, EntryRow, checked_answer, live_answer
from mbp_claims.domain.chart_rules import ChartRules
from mbp_claims.domain.claim_draft import ClaimDraft
from mbp_claims.domain.client import ClientDraft
from mbp_claims.domain.plan_draft import PlanDraft
from mbp_claims.domain.violation import RuleViolation
from tests.domain.nouns import COINSURED, ROWAN, TODAY, plan, secondary

TYPED = st.one_of(
    st.text(),
    st.sampled_from(["1", "on", "11", "90837", "F41.1", "2026-11-03", "11/3/26", "self", "child", "ME", "-4"]),
)
ANY_JSON = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), TYPED),
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(st.text(), inner, max_size=3)),
    max_leaves=5,
)
CLIENT_FIELDS = ["first_name", "last_name", "born", "sex", "state", "zip", "phone", "email"]
PLAN_FIELDS = [
    "payer", "payer_query", "name", "member_id", "group_number", "copay", "relationship", "sub_first", "sub_last",
    "sub_born", "sub_sex", "sub_state", "sub_zip", "sub_same_address", "effective", "ends", "secondary", "msp_type",
]  # fmt: skip
CLAIM_FIELDS = [
    "service_date", "place", "rendering", "diagnosis-1", "procedure-1", "charge-1", "units-1", "modifiers-1",
    "pointers-1", "date-1", "place-1",
]  # fmt: skip
CHARTS = st.sampled_from(
    [ChartRules((), {}), ChartRules((plan(), secondary()), {1: "Aetna", 2: "Cigna"}),
     ChartRules((secondary(),), {2: "Cigna"}, plan())]
)  # fmt: skip


def forms(fields: list[str]) -> st.SearchStrategy[object]:
    return st.one_of(ANY_JSON, st.dictionaries(st.sampled_from(fields), st.one_of(TYPED, ANY_JSON)))


def sentences(refused: RuleViolation) -> bool:
    return bool(refused.sentence) and all(isinstance(said, str) and said for said in refused.fields.values())


@given(forms(CLIENT_FIELDS))
def test_any_client_form_is_a_draft_or_sentences(form: object):
    try:
        assert ClientDraft.parse(form, TODAY).last_name
    except RuleViolation as refused:
        assert sentences(refused)


@given(forms(PLAN_FIELDS), CHARTS)
def test_any_plan_form_is_a_draft_or_sentences(form: object, rules: ChartRules):
    try:
        assert PlanDraft.parse(form, ROWAN, rules, TODAY).values["member_id"]
    except RuleViolation as refused:
        assert sentences(refused)


@given(forms(CLAIM_FIELDS), st.lists(st.text(max_size=3), max_size=4), st.lists(st.text(max_size=3), max_size=4))
def test_any_claim_form_is_a_draft_or_sentences(form: object, lines: list[str], diagnoses: list[str]):
    try:
        assert ClaimDraft.parse(form, ("1", *lines), ("1", *diagnoses), TODAY).charge_cents > 0
    except RuleViolation as refused:
        assert sentences(refused)


ROWS = st.builds(EntryRow, st.text(max_size=3), st.integers(-1, 3), TYPED, TYPED, TYPED, TYPED)
ENTRIES = st.builds(
    AnswerEntry, st.lists(ROWS, max_size=4).map(tuple), st.dictionaries(st.integers(-1, 3), TYPED, max_size=3)
)


@settings(max_examples=300)
@given(ENTRIES, st.dictionaries(st.integers(1, 3), st.integers(1, 99_999), min_size=1), st.booleans())
def test_any_adjustment_form_that_may_be_filed_adds_up_line_by_line(entry: AnswerEntry, charges: dict, later: bool):
    answer, errors = checked_answer(entry, charges, COINSURED, later)
    live_answer(entry, COINSURED)
    if not errors and not later:
        assert answer.paid_cents + answer.adjusted_cents == sum(charges.values())
        assert answer.paid_cents >= 0
        assert not answer.by_line or {p.line for p in answer.payments} == set(charges)
    assert all(errors.values())

"""The field's code lists as options of a combobox: constants, the same for everybody."""

from mbp_claims.domain import codes
from mbp_claims.views.form import Option

REASONS = tuple(Option(code, words) for code, words in codes.reason_choices())
USUAL_REASONS = {group: codes.usual_reasons(group) for group in codes.GROUP_CODES}
PROCEDURES = tuple(Option(code, words) for code, words in codes.procedure_choices())
DIAGNOSES = tuple(Option(code, words, codes.icd10_plain(code)) for code, words in codes.DIAGNOSES.items())
PLACES = tuple((code, f"{code} {words}") for code, words in codes.PLACES_OF_SERVICE.items())

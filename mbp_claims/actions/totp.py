"""Codes of an authenticator app: https://www.rfc-editor.org/rfc/rfc6238, six digits, a new one each half minute."""

import hmac

import pyotp

from mbp_claims.clock import now

ISSUER = "My Best Practice"
SECONDS = 30
DRIFT = 1
"""How many steps the clock of a phone may be off, either way."""


def new_secret() -> str:
    """160 random bits in base32."""
    return pyotp.random_base32()


def address_for_app(secret: str, email: str) -> str:
    """What the QR code says."""
    return pyotp.TOTP(secret).provisioning_uri(name=email, issuer_name=ISSUER)


def used_step(secret: str, code: str, after: int) -> int:
    """The half minute (since 1970) that the code is of; 0 when it is of none, or of none `after` the one used last."""
    if not secret or len(code) != 6 or not (code.isascii() and code.isdecimal()):
        return 0
    here = int(now().timestamp()) // SECONDS
    totp = pyotp.TOTP(secret)
    fits = [
        step
        for step in range(here - DRIFT, here + DRIFT + 1)
        if hmac.compare_digest(totp.generate_otp(step), code) and step > after
    ]
    return max(fits, default=0)

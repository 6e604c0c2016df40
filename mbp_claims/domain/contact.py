"""ZIP codes and phone numbers as a person reads them; kept are their digits."""


def shown_zip(zip_code: str) -> str:
    """`04101-0014` for nine digits."""
    return f"{zip_code[:5]}-{zip_code[5:]}" if len(zip_code) == 9 else zip_code


def shown_phone(phone: str) -> str:
    """`(207) 555-0142` for ten digits."""
    return f"({phone[:3]}) {phone[3:6]}-{phone[6:]}" if len(phone) == 10 else phone

"""After signing in a browser goes to one of our own pages, whatever the address said."""

import pytest

from mbp_claims import routes

OURS = (
    "/clients/", "/clients/R-0412/claim-center", "/claims?from=mail", "/era/7/", "/ledger/60054?since=2026-01-01&x=%20",
    "/clearinghouse", "/gone",
)  # fmt: skip
NOT_OURS = (
    "", "/", "clients", "//evil.example", "//evil.example/clients", "///evil.example", "/\\evil.example", "\\\\evil",
    "https://evil.example", "http:evil.example", "javascript:alert(1)", "data:text/html,x", "/\t/evil.example",
    "/\n/evil.example", " /clients", "/clients\r\nSet-Cookie: a=b", "/clients#//evil", "/sign-in", "/sign-in/?back=/x",
    "/session/sign-out", "/files/837/1", "/clients?x=https://evil.example", "/клиенты", "/clients/\x00",
    "/@evil.example", "/.evil", "/clients" + "x" * 3000,
)  # fmt: skip


@pytest.mark.parametrize("path", OURS)
def test_a_page_of_ours_is_gone_back_to(path: str):
    assert routes.way_back(path) == path


@pytest.mark.parametrize("path", NOT_OURS)
def test_anything_else_leads_to_the_first_page(path: str):
    assert routes.way_back(path) == routes.TODAY

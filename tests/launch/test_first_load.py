import json
import re

import pytest

from mbp_claims.launch.first_load import ENVIRONMENT, FirstLoadPlugin

FALLBACK = '<html><head><title>MBP</title><link rel="modulepreload" href="/assets/root-a1.js"/></head></html>'
ROUTES = {
    "root": {"path": "", "module": "/assets/root-a1.js", "imports": ["/assets/react-b2.js"]},
    "claim": {"path": "claims/:claim_number", "module": "/assets/claim-c3.js", "imports": ["/assets/react-b2.js"]},
    "claims": {"path": "claims", "module": "/assets/claims-d4.js", "imports": []},
}
SIZES = {"root-a1.js": 10, "react-b2.js": 3000, "claim-c3.js": 20, "claims-d4.js": 20}


@pytest.fixture
def built(tmp_path):
    (tmp_path / "assets").mkdir()
    for name, size in SIZES.items():
        (tmp_path / "assets" / name).write_text("x" * size)
    manifest = {"entry": {"module": "/assets/root-a1.js", "imports": []}, "routes": ROUTES}
    (tmp_path / "assets" / "manifest-e5.js").write_text(f"window.__reactRouterManifest={json.dumps(manifest)};")
    (tmp_path / "__spa-fallback.html").write_text(FALLBACK)
    (tmp_path / "claims.html").write_text(FALLBACK.replace("root-a1", "claims-d4") + FALLBACK)
    return tmp_path


def addresses(html: str) -> list:
    return json.loads(re.search(r"\}\)\((\[.*\]),\"", html)[1])


def test_an_address_with_a_part_of_its_own_brings_its_scripts_the_largest_first(built):
    FirstLoadPlugin().post_build(static_dir=built)
    [(pattern, scripts)] = addresses((built / "__spa-fallback.html").read_text())
    assert re.search(pattern, "/claims/C-1042-S")
    assert not re.search(pattern, "/claims")
    assert scripts[0] == "/assets/react-b2.js"
    assert {"/assets/claim-c3.js", "/assets/root-a1.js", "/assets/manifest-e5.js"} < set(scripts)


def test_any_other_page_names_its_own_scripts(built):
    FirstLoadPlugin().post_build(static_dir=built)
    html = (built / "claims.html").read_text()
    assert addresses(html) == []
    assert html.index('href="/assets/claims-d4.js"') < html.index("<title>")


def test_a_build_that_reflex_writes_otherwise_is_refused(built):
    (built / "claims.html").write_text("<html></html>")
    with pytest.raises(RuntimeError, match="<head>"):
        FirstLoadPlugin().post_build(static_dir=built)
    (built / "assets" / "manifest-e5.js").unlink()
    with pytest.raises(RuntimeError, match="manifest"):
        FirstLoadPlugin().post_build(static_dir=built)


def test_scripts_are_grouped_and_nothing_is_brought_that_no_page_uses():
    edits = {}
    FirstLoadPlugin().pre_compile(add_modify_task=edits.__setitem__)
    assert 'name: "react"' in edits["vite.config.js"](f"groups: [{{ {ENVIRONMENT} }}]")
    with pytest.raises(RuntimeError):
        edits["vite.config.js"]("groups: []")
    root = 'import * as React from "react";\nimport * as radix_ui_themes from "@radix-ui/themes";\n'
    assert "radix" not in edits["app/root.jsx"](root + '    "@radix-ui/themes": radix_ui_themes,\n')

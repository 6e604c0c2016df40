import json
import re

import pytest

from mbp_claims.launch.first_load import ENVIRONMENT, FirstLoadPlugin

PRELOADED = '<link rel="modulepreload" href="/assets/claims-d4.js"/>'
FALLBACK = '<html><head><title>MBP</title><link rel="modulepreload" href="/assets/root-a1.js"/></head></html>'
ROUTES = {
    "root": {"path": "", "module": "/assets/root-a1.js", "imports": ["/assets/react-b2.js"]},
    "claim": {"path": "claims/:claim_number", "module": "/assets/claim-c3.js", "imports": ["/assets/react-b2.js"]},
    "claims": {"path": "claims", "module": "/assets/claims-d4.js", "imports": []},
}
SIZES = {"root-a1.js": 10, "react-b2.js": 3000, "claim-c3.js": 20, "claims-d4.js": 20}


HASHES = ["9e5bfff36e28d9d9", "fd5be9341b1fe851"]
CONTEXT = f"""
export const initialStateHashes = {json.dumps(HASHES)};
export const stateSchema = "51c61091466810a0"
    return [ReflexEvent('app.hydrate_and_load', payload)];
"""


@pytest.fixture
def built(tmp_path):
    (tmp_path / "utils").mkdir()
    (tmp_path / "utils" / "context.jsx").write_text(CONTEXT)
    tmp_path = tmp_path / "build" / "client"
    (tmp_path / "assets").mkdir(parents=True)
    for name, size in SIZES.items():
        (tmp_path / "assets" / name).write_text("x" * size)
    manifest = {"entry": {"module": "/assets/root-a1.js", "imports": []}, "routes": ROUTES}
    (tmp_path / "assets" / "manifest-e5.js").write_text(f"window.__reactRouterManifest={json.dumps(manifest)};")
    (tmp_path / "__spa-fallback.html").write_text(FALLBACK)
    (tmp_path / "claims.html").write_text(FALLBACK.replace("<title>", f"{PRELOADED}<title>"))
    return tmp_path


def told(html: str) -> tuple[list | None, dict, str]:
    """The pages with a part of their own, what is said first, Reflex's version."""
    return tuple(json.loads(f"[{re.search(r'[}][)][(](.*)[)]</script>', html)[1]}]"))


def test_an_address_with_a_part_of_its_own_brings_its_scripts_the_largest_first(built):
    FirstLoadPlugin().post_build(static_dir=built)
    [(pattern, scripts)], *_ = told((built / "__spa-fallback.html").read_text())
    assert pattern == "^/claims/(?<claim_number>[^/]+)/?$"
    assert scripts[0] == "/assets/react-b2.js"
    assert {"/assets/claim-c3.js", "/assets/root-a1.js", "/assets/manifest-e5.js"} < set(scripts)


def test_any_other_page_names_its_own_scripts(built):
    FirstLoadPlugin().post_build(static_dir=built)
    html = (built / "claims.html").read_text()
    assert told(html)[0] is None
    assert html.index('href="/assets/claims-d4.js"') < html.index("<title>")


@pytest.mark.parametrize("page", ["claims.html", "__spa-fallback.html"])
def test_a_page_knows_what_the_app_will_say_first(built, page):
    FirstLoadPlugin().post_build(static_dir=built)
    _, boot, version = told((built / page).read_text())
    assert boot == {"event": "app.hydrate_and_load", "hashes": HASHES, "schema": "51c61091466810a0"}
    assert version


def test_a_context_that_reflex_writes_otherwise_is_refused(built):
    (built.parents[1] / "utils" / "context.jsx").write_text(CONTEXT.replace("stateSchema", "schema"))
    with pytest.raises(RuntimeError, match="schema"):
        FirstLoadPlugin().post_build(static_dir=built)


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

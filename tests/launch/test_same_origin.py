from pathlib import Path

import pytest
import reflex_base

from mbp_claims.launch.same_origin import OWN_PORT, same_origin, same_port

BUILT = "var e={PING:`http://localhost:8000/ping`,EVENT:'wss://claims.example/_event',MODE:`websocket`};export{e as t};"


def test_a_page_asks_the_server_that_it_came_from():
    script, replaced = same_origin(BUILT)
    assert replaced == 2
    assert "PING:`${location.origin}/ping`" in script
    assert "EVENT:`${location.origin}/_event`" in script
    assert "localhost" not in script


def test_what_is_no_address_stays_as_it_is():
    assert same_origin("var e={MODE:`websocket`,ON:!1};") == ("var e={MODE:`websocket`,ON:!1};", 0)


def test_https_on_this_machine_keeps_its_port():
    once = same_port((Path(reflex_base.__file__).parent / ".templates" / "web" / "utils" / "state.js").read_text())
    assert once.count(OWN_PORT) == 1
    assert same_port(once) == once
    with pytest.raises(RuntimeError, match="Reflex wrote no"):
        same_port("const nothing = 1;")

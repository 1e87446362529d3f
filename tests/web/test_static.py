"""What is sent with a page stays small, local and complete."""

import re
from gzip import compress
from pathlib import Path

import pytest

import unionhall
from scripts.icons import asked_for
from tests.kit.world import Persona, build
from unionhall.flows.flow import flows
from unionhall.pages.tones import TONES, tone

PACKAGE = Path(unionhall.__file__).parent
STATIC = PACKAGE / "pages/static/unionhall"
SYMBOLS = set(re.findall(r'<symbol id="([^"]+)"', (STATIC / "icons.svg").read_text()))


def test_every_icon_asked_for_is_in_the_sprite():
    assert not set(asked_for()) - SYMBOLS


def test_the_sprite_stays_small():
    assert (STATIC / "icons.svg").stat().st_size <= 40_000


def test_stylesheets_and_script_stay_small():
    assert sum(path.stat().st_size for path in STATIC.glob("*.css")) <= 40_000
    assert (STATIC / "unionhall.js").stat().st_size <= 8_000


def test_stylesheets_name_no_other_host():
    assert not [path.name for path in STATIC.glob("*.css") if re.search(r"url\(|@import|//[a-z]", path.read_text())]


@pytest.mark.parametrize("path", ["/my/", "/sign-in/"])
def test_the_first_page_on_a_phone_is_light(union, other_union, path):
    persona = Persona.MEMBER if path == "/my/" else Persona.ANONYMOUS
    page = build(union, other_union).client(persona).get(path).content
    parts = set(re.findall(rb'(?:href|src)="/static/([^"#]+)', page))
    assert len(parts) + 1 <= 12
    files = [
        PACKAGE.parent / "unionhall/pages/static" / part.decode() for part in parts if part.startswith(b"unionhall/")
    ]
    assert len(compress(page)) + sum(len(compress(file.read_bytes())) for file in files) <= 100_000  # htmx adds 17 kB


def test_every_state_of_every_flow_has_a_tone_or_is_plain_on_purpose():
    ours = [flow for flow in flows() if flow.states.__module__.startswith("unionhall.")]
    untold = {
        f"{flow.name}: {state.value}"
        for flow in ours
        for state in flow.states
        if not tone(state) and state.value not in ("draft", "drafted")
    }
    assert not untold


def test_a_state_has_one_tone():
    states = [state for listed in TONES.values() for state in listed.split()]
    assert len(states) == len(set(states))

"""A real browser on a real server: windows of both sizes, signed in as any persona, and what is looked at in them."""

import os
import sqlite3
from collections.abc import Callable, Iterator
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.conf import settings
from django.db import connection
from playwright.sync_api import Browser, Page, expect

from tests.kit.world import Persona, World, build, furnish
from unionhall.accounts.models import Union
from unionhall.accounts.tenancy import in_union

os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
SCREENS = Path("artefacts/screens")
PHONE = {"width": 360, "height": 740}
DESK = {"width": 1280, "height": 800}
expect.set_options(timeout=30_000)  # patience costs nothing where the answer comes; a busy machine may take long

Window = Callable[..., Page]


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict) -> dict:
    """Debian's own Chromium, alone with our server."""
    return browser_type_launch_args | {
        "executable_path": "/usr/bin/chromium",
        "args": [
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
        ],
    }


@pytest.fixture(scope="session")
def kept() -> dict[str, Any]:
    """The furnished world of this process once it is made: `world` itself and, on SQLite, `rows`, a copy of its database."""
    return {}


@pytest.fixture
def world(transactional_db, kept: dict[str, Any]) -> Iterator[World]:
    """The test world, committed, so that the server's own threads see it; made once, and copied for each test."""
    if "rows" in kept:
        connection.ensure_connection()
        kept["rows"].backup(connection.connection)
    else:
        kept["world"] = furnished()
        if connection.vendor == "sqlite":
            kept["rows"] = sqlite3.connect(":memory:", check_same_thread=False)
            connection.connection.backup(kept["rows"])
    world = deepcopy(kept["world"])
    with in_union(world.home.union):
        yield world


def furnished() -> World:
    """Everybody in their place, and a record of every kind in both unions."""
    ours = Union.objects.create(code="demo", name="示范医院工会")
    with in_union(ours):
        world = build(ours, Union.objects.create(code="other", name="邻院工会"))
        furnish(world)
    return world


@pytest.fixture
def window(world: World, browser: Browser, live_server) -> Window:
    """`window(Persona.CLERK, DESK, "en")`: a page in which the persona is signed in; it fails on any script error."""
    contexts, errors = [], []

    def opened(persona: Persona, size: dict = DESK, language: str = "zh-hans", **options) -> Page:
        user = world.user(persona)
        if user and user.language != language:
            user.language = language
            user.save()
        context = browser.new_context(viewport=size, base_url=live_server.url, locale="zh-CN", **options)
        contexts.append(context)
        session = world.client(persona).cookies.get(settings.SESSION_COOKIE_NAME)
        if session:
            context.add_cookies([{"name": session.key, "value": session.value, "url": live_server.url}])
        page = context.new_page()
        page.on("pageerror", lambda error: errors.append(f"{page.url}: {error}"))
        page.on(
            "console",
            lambda said: (
                said.type == "error" and "Content Security" in said.text and errors.append(f"{page.url}: {said.text}")
            ),
        )
        return page

    yield opened
    for context in contexts:
        context.close()
    assert not errors


@pytest.fixture
def axe() -> Callable[[Page], list[str]]:
    """`axe(page)`: what an accessibility checker finds serious or critical, in words."""
    checker = Axe()

    def found(page: Page) -> list[str]:
        return [
            f"{page.url} {rule['id']}: {node['html'][:120]}"
            for rule in checker.run(page).response["violations"]
            if rule["impact"] in ("serious", "critical")
            for node in rule["nodes"]
        ]

    return found


def photograph(page: Page, name: str) -> None:
    """Keep a picture of the page among the artefacts."""
    SCREENS.mkdir(parents=True, exist_ok=True)
    page.screenshot(path=SCREENS / f"{name}.png", full_page=True)


def overflow(page: Page) -> int:
    """By how many pixels the page is wider than its window: 0 when nothing scrolls sideways."""
    return page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")

"""Draw the flows and the models into docs/develop; with --check only say whether the committed pages are up to date."""

import os
import sys
from pathlib import Path

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "unionhall.web.settings.dev")

import django

django.setup()

from django.apps import apps
from django.urls import get_resolver
from django.utils.translation import override

from unionhall.flows.flow import flows

FOLDER = Path("docs/develop")
MADE = "Made by `make diagrams` from the code; do not edit.\n"


def fenced(drawing: str) -> str:
    return f"```mermaid\n{drawing}\n```\n"


def flow_page() -> str:
    """Every flow of the house as a state diagram."""
    assert get_resolver().url_patterns  # flows are declared when the addresses are read
    drawings = [f"## {flow.name}\n\n{fenced(flow.mermaid())}" for flow in sorted(flows(), key=lambda flow: flow.name)]
    return "\n".join(["# Flows\n", MADE, *drawings])


def models_of(config) -> list:
    return [model for model in config.get_models() if not model._meta.auto_created]


def links(model) -> list[str]:
    """The relations of one model to another of the house, the union apart, to which everything belongs."""
    return [
        f"    {field.related_model.__name__} ||--o{{ {model.__name__} : {field.name}"
        for field in model._meta.concrete_fields
        if field.many_to_one and field.name != "union" and field.related_model.__module__.startswith("unionhall")
    ]


def drawn(model) -> list[str]:
    fields = [
        f"        {field.get_internal_type()} {field.name}"
        for field in model._meta.concrete_fields
        if not field.is_relation and field.name != "id"
    ]
    return [f"    {model.__name__} {{", *fields, "    }", *links(model)]


def model_page() -> str:
    """Every package's records and how they refer to one another."""
    parts = ["# Records\n", MADE]
    for config in sorted(apps.get_app_configs(), key=lambda config: config.label):
        if config.name.startswith("unionhall.") and (models := models_of(config)):
            lines = ["erDiagram", *(line for model in models for line in drawn(model))]
            said = [f"- **{model.__name__}**: {(model.__doc__ or '').strip().splitlines()[0]}" for model in models]
            parts.append("\n".join([f"## {config.label}\n", *said, "", fenced("\n".join(lines))]))
    return "\n".join(parts)


def main() -> int:
    with override("zh-hans"):
        pages = {FOLDER / "flows.md": flow_page(), FOLDER / "records.md": model_page()}
    if "--check" not in sys.argv:
        for path, text in pages.items():
            path.write_text(text, encoding="utf-8")
        return 0
    old = [str(path) for path, text in pages.items() if not path.exists() or path.read_text(encoding="utf-8") != text]
    print("".join(f"{path} is out of date: run make diagrams\n" for path in old), end="")
    return bool(old)


if __name__ == "__main__":
    sys.exit(main())

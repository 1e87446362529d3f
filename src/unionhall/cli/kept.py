"""What a demo keeps beside its database: who plays whom, and by which migrations its tables were made."""

import json
from dataclasses import asdict
from hashlib import sha256
from pathlib import Path

from django.apps import apps
from django.conf import settings
from django.utils.translation import gettext as _

from unionhall.cli.say import Failure
from unionhall.demo.world import Part


def keep(cast: list[Part]) -> None:
    """Write it down; a demo that was not built to its end keeps nothing."""
    kept = {"migrations": _migrations(), "cast": [asdict(part) for part in cast]}
    _file().write_text(json.dumps(kept, ensure_ascii=False, indent=1), encoding="utf8")


def is_kept() -> bool:
    """Whether a demo was built in this folder."""
    return _file().exists()


def cast() -> list[Part]:
    """Who plays whom.

    Raises Failure where a migration the tables were made by has been rewritten since, as happens before a release: no
    migration leads from there to here, and pages would fail one by one.
    """
    kept = json.loads(_file().read_text(encoding="utf8"))
    if not isinstance(kept, dict) or not kept["migrations"].items() <= _migrations().items():
        raise Failure(
            _("%(place)s 里的示范数据是较早的版本建的，不能再用。请删去这个目录，或用 --data 换一个目录。")
            % {"place": _file().parent}
        )
    return [Part(**part) for part in kept["cast"]]


def _file() -> Path:
    return Path(settings.UNIONHALL_DATA) / "demo.json"


def _migrations() -> dict[str, str]:
    ours = [config for config in apps.get_app_configs() if config.name.startswith("unionhall.")]
    files = [(config.label, path) for config in ours for path in Path(config.path).glob("migrations/[0-9]*.py")]
    return {f"{label}.{path.stem}": sha256(path.read_bytes()).hexdigest() for label, path in sorted(files)}

"""Sensitive columns (PRI-03, PRI-04): AES-256-GCM at rest, the column name as associated data, found by keyed hash.

Keys live in the data directory, outside the database and outside its backup. A value reads
`key-id:base64(nonce + ciphertext)`; a new key is added with a new id, and old values stay readable.
"""

import base64
import hashlib
import hmac
import json
import os
import secrets
from functools import lru_cache
from pathlib import Path
from typing import Any

from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.conf import settings
from django.db import models


def make_keys(path: Path) -> None:
    """Write a new key file readable by its owner alone; an existing one is kept."""
    if path.exists():
        return
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    keys = {"current": "k1", "columns": {"k1": secrets.token_hex(32)}, "index": secrets.token_hex(32)}
    with open(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:  # noqa: PTH123
        json.dump(keys, file)


@lru_cache(maxsize=4)
def _keys(path: Path) -> dict[str, Any]:
    make_keys(path)
    return json.loads(path.read_text())


def encrypt(text: str, column: str) -> str:
    """Cipher text of `text` for one column; the same text never gives the same cipher text twice."""
    keys = _keys(settings.UNIONHALL_KEYS)
    nonce = secrets.token_bytes(12)
    sealed = AESGCM(bytes.fromhex(keys["columns"][keys["current"]])).encrypt(nonce, text.encode(), column.encode())
    return f"{keys['current']}:{base64.b64encode(nonce + sealed).decode()}"


def decrypt(cipher_text: str, column: str) -> str:
    """The text again; raises InvalidTag when it was altered or moved from another column."""
    key_id, _, body = cipher_text.partition(":")
    raw = base64.b64decode(body)
    key = bytes.fromhex(_keys(settings.UNIONHALL_KEYS)["columns"][key_id])
    return AESGCM(key).decrypt(raw[:12], raw[12:], column.encode()).decode()


def blind_index(text: str, column: str) -> str:
    """A keyed hash by which an encrypted column can be looked up for equality; empty text has none."""
    if not text:
        return ""
    key = bytes.fromhex(_keys(settings.UNIONHALL_KEYS)["index"])
    return hmac.new(key, f"{column}\0{text}".encode(), hashlib.sha256).hexdigest()


def seal(content: bytes, column: str) -> bytes:
    """Cipher text of a whole file kept in one column."""
    keys = _keys(settings.UNIONHALL_KEYS)
    nonce = secrets.token_bytes(12)
    key = bytes.fromhex(keys["columns"][keys["current"]])
    return f"{keys['current']}:".encode() + nonce + AESGCM(key).encrypt(nonce, content, column.encode())


def unseal(sealed: bytes, column: str) -> bytes:
    """The file again; raises InvalidTag when it was altered or moved from another column."""
    key_id, _, body = bytes(sealed).partition(b":")
    key = bytes.fromhex(_keys(settings.UNIONHALL_KEYS)["columns"][key_id.decode()])
    return AESGCM(key).decrypt(body[:12], body[12:], column.encode())


class EncryptedTextField(models.TextField):
    """Text that the database sees only as cipher text. Not searchable: keep a blind index beside it where needed."""

    @property
    def _column(self) -> str:
        return f"{self.model._meta.db_table}.{self.attname}"

    def from_db_value(self, value: str | None, expression: Any, connection: Any) -> str | None:
        return decrypt(value, self._column) if value else value

    def get_prep_value(self, value: Any) -> Any:
        text = super().get_prep_value(value)
        return encrypt(text, self._column) if text else text

"""A record that takes files: a decision of the rulebook, which the office alone may see."""

import io
import zipfile
from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from unionhall.accounts.models import User
from unionhall.accounts.roles import in_office
from unionhall.files import docx_build, owners, word
from unionhall.rulebook.models import RuleEntry

PNG = b"\x89PNG\r\n\x1a\n" + b"\0" * 20
PDF = b"%PDF-1.7\n%%EOF"


def upload(content=PDF, name="决定.pdf"):
    return SimpleUploadedFile(name, content)


def archive(**parts):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in {"[Content_Types].xml": b"", **parts}.items():
            made.writestr(name, content)
    return buffer.getvalue()


@pytest.fixture
def record(union, system, monkeypatch):
    monkeypatch.setattr(owners, "_owners", {})
    owners.take(RuleEntry, in_office)
    return RuleEntry.objects.create(
        key="congress.quorum", text="3/4", valid_from=date(2023, 5, 1), by=system, source="决议", reason="讨论通过"
    )


@pytest.fixture
def member(union):
    return User.objects.create_user(union, "1001", "许安")


@pytest.fixture
def form(tmp_path, monkeypatch):
    """A printed form with a list in it."""
    paper = docx_build.paper(compact=True)
    docx_build.title(paper, "{{ title }}")
    docx_build.fields(paper, [[("姓名", "{{ name }}"), ("工号", "{{ staff_no }}")], [("备注", "{{ note }}")]])
    docx_build.listing(paper, [("项目", "{{ row.item }}", 2), ("名次", "{{ row.rank }}", 1), ("签字", "", 1)])
    docx_build.write(paper, tmp_path / "card.docx")
    monkeypatch.setattr(word, "_forms", {})
    sample = {"title": "登记表", "name": "许安", "staff_no": "0012", "note": "", "rows": [{"item": "跳绳", "rank": 1}]}
    return word.register("test.card", "登记表", template=tmp_path / "card.docx", context=lambda obj: obj, sample=sample)

import io
from pathlib import Path

import pytest
from django.core.files.storage import default_storage
from django.test import Client
from django.urls import reverse

from tests.files.conftest import PDF, PNG, upload
from unionhall.accounts.tenancy import in_union
from unionhall.audit.models import Event
from unionhall.files import services, store
from unionhall.files.models import Attachment
from unionhall.files.panels import Files
from unionhall.flows import Blocked


def client_of(user):
    client = Client()
    client.force_login(user)
    return client


@pytest.fixture
def attachment(record, system):
    return services.attach(record, upload(), by=system)


def address(name, attachment):
    return reverse(f"files.{name}", args=[attachment.pk])


def test_a_file_comes_back_as_it_went_in_and_never_as_a_page(attachment, system):
    answer = client_of(system).get(address("download", attachment))
    assert answer.content == PDF
    assert answer["Content-Type"] == "application/pdf"
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Content-Disposition"] == "attachment; filename*=UTF-8''%E5%86%B3%E5%AE%9A.pdf"
    assert "sandbox" in answer["Content-Security-Policy"]


def test_who_may_not_see_the_record_may_not_have_its_file(attachment, member):
    assert client_of(member).get(address("download", attachment)).status_code == 404
    assert client_of(member).get(address("remove", attachment)).status_code == 404
    assert Client().get(address("download", attachment)).status_code == 302


def test_a_foreign_union_has_neither_record_nor_content(attachment, other_union):
    with in_union(other_union):
        assert Attachment.objects.count() == 0
        with pytest.raises(store.Damaged):
            store.read(attachment.sha256)


def test_the_same_content_is_stored_once(record, system):
    first, second = (services.attach(record, upload(name=name), by=system) for name in ("甲.pdf", "乙.pdf"))
    assert first.sha256 == second.sha256
    assert len(default_storage.listdir(f"{record.union_id}/{first.sha256[:2]}")[1]) == 1


def test_only_the_house_itself_can_read_the_store(attachment):
    place = Path(default_storage.path(store._place(attachment.sha256)))
    assert [oct(path.stat().st_mode & 0o777) for path in (place, place.parent)] == ["0o600", "0o700"]


def test_what_lies_on_the_disk_is_cipher_text(attachment):
    place = Path(default_storage.path(store._place(attachment.sha256)))
    assert b"%PDF" not in place.read_bytes()
    assert store.read(attachment.sha256) == PDF


def test_an_altered_file_is_not_handed_out(attachment, system):
    place = default_storage.path(store._place(attachment.sha256))
    with Path(place).open("r+b") as file:
        file.write(b"X")
    answer = client_of(system).get(address("download", attachment))
    assert answer.status_code == 409
    assert "缺失或已被改动" in answer.content.decode()


def test_attaching_leaves_an_event_on_the_record(attachment, record):
    event = Event.objects.about(record).get()
    assert (event.verb, event.after["file"]) == ("files.attach", "决定.pdf")


@pytest.mark.parametrize(("content", "name", "reason"), [(b"", "a.pdf", "是空的"), (PNG, "a.pdf", "与扩展名不符")])
def test_what_is_not_taken_leaves_nothing(record, system, content, name, reason):
    with pytest.raises(Blocked, match=reason):
        services.attach(record, upload(content, name), by=system)
    assert not Attachment.objects.exists()


def test_a_removed_file_is_gone_from_the_page_and_kept_in_the_archive(attachment, record, system):
    services.remove(attachment, record, by=system)
    assert not Attachment.objects.of(record).exists()
    assert store.read(attachment.sha256) == PDF
    assert client_of(system).get(address("download", attachment)).status_code == 404
    with pytest.raises(Blocked, match="刚被移除"):
        services.remove(attachment, record, by=system)


class TestPages:
    def test_a_file_is_sent_and_one_returns_to_the_record(self, record, system):
        where = reverse("files.attach", args=["rulebook.ruleentry", record.pk])
        answer = client_of(system).post(where, {"file": upload(), "next": "/office/"})
        assert (answer.status_code, answer["Location"]) == (302, "/office/")
        assert Attachment.objects.get().name == "决定.pdf"

    def test_bad_input_stands_beside_the_field(self, record, system):
        where = reverse("files.attach", args=["rulebook.ruleentry", record.pk])
        for data in ({}, {"file": upload(b"MZ\0", "a.exe")}):
            answer = client_of(system).post(where, data)
            assert answer.status_code == 422
        assert "不接收这种文件" in answer.content.decode()

    @pytest.mark.parametrize("kind", ["rulebook.ruleentry", "accounts.user", "nothing.at_all"])
    def test_strangers_and_records_without_files_answer_alike(self, record, member, kind):
        assert client_of(member).get(reverse("files.attach", args=[kind, record.pk])).status_code == 404

    def test_one_is_not_sent_to_another_house(self, record, system):
        where = reverse("files.attach", args=["rulebook.ruleentry", record.pk])
        assert client_of(system).get(where + "?next=https://example.com/").status_code == 400

    def test_removing_asks_first(self, attachment, system):
        assert client_of(system).get(address("remove", attachment)).status_code == 200
        assert Attachment.objects.get().removed_at is None
        assert client_of(system).post(address("remove", attachment)).status_code == 302
        assert Attachment.objects.get().removed_at


class TestPanel:
    def shown(self, rf, record, user, may_attach):
        request = rf.get("/office/here/")
        request.user = user
        return Files(type(record), may_attach=may_attach).html(request, None, record)

    def test_it_lists_the_files_and_offers_what_one_may(self, attachment, record, system, rf):
        panel = self.shown(rf, record, system, lambda user, obj: True)
        for name in ("download", "remove"):
            assert address(name, attachment) in panel
        assert reverse("files.attach", args=["rulebook.ruleentry", record.pk]) + "?next=/office/here/" in panel

    def test_it_offers_nothing_to_one_who_may_only_read(self, attachment, record, member, rf):
        panel = self.shown(rf, record, member, lambda user, obj: False)
        assert address("download", attachment) in panel
        assert "attach" not in panel
        assert address("remove", attachment) not in panel


class Endless(io.RawIOBase):
    """A body of so many bytes that are made as they are read."""

    def __init__(self, size):
        self.left, self.kept = size, 0

    def read(self, size=-1):
        given = min(self.left, size if size >= 0 else self.left)
        self.left -= given
        return b"x" * given


def test_an_upload_of_200_megabytes_is_turned_away_with_a_sentence(record, system, rf, tmp_path, settings):
    settings.FILE_UPLOAD_TEMP_DIR = tmp_path
    where = reverse("files.attach", args=["rulebook.ruleentry", record.pk])
    size = 200 * 2**20
    answer = client_of(system).generic(
        "POST",
        where,
        **{"CONTENT_TYPE": "multipart/form-data; boundary=x", "CONTENT_LENGTH": size, "wsgi.input": Endless(size)},
    )
    assert answer.status_code == 413
    assert "文件太大：最大 20 MB，这次上传了 200 MB。什么都没有保存。" in answer.content.decode()
    assert list(tmp_path.iterdir()) == []
    assert not Attachment.objects.exists()

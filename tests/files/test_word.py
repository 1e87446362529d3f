import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from docx import Document
from docx.oxml.ns import qn

from tests.files.conftest import PDF, archive
from unionhall.audit.models import Event
from unionhall.files import docx_build, services, word
from unionhall.files.models import FormTemplate
from unionhall.flows import Blocked, NotAllowed

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def words(data):
    paper = Document(io.BytesIO(data))
    cells = [[cell.text for cell in row.cells] for table in paper.tables for row in table.rows]
    return [paragraph.text for paragraph in paper.paragraphs] + [text for row in cells for text in row]


def docx(*lines):
    paper = docx_build.paper()
    for line in lines:
        docx_build.paragraph(paper, line)
    return docx_build.saved(paper)


def upload(data, name="表样.docx"):
    return SimpleUploadedFile(name, data)


def test_a_form_is_filled_from_a_record(union, form):
    filled = words(
        word.render("test.card", form.sample | {"rows": [{"item": "跳绳", "rank": 1}, {"item": "拔河", "rank": None}]})
    )
    assert filled[0] == "登记表"
    assert [cell for cell in filled if cell in ("许安", "0012", "跳绳", "拔河", "签字")] == [
        "许安",
        "0012",
        "签字",
        "跳绳",
        "拔河",
    ]
    assert "None" not in filled


@pytest.mark.parametrize("text", ["A&B<C>", "</w:t>", "{{ name }}", "{% raw %}", '"', "甲\n乙"])
def test_what_a_record_says_is_text_and_never_markup(union, form, text):
    assert text in words(word.render("test.card", form.sample | {"note": text}))


def test_the_papers_name_their_faces_in_both_scripts_and_a_substitute(form):
    paper = Document(form.template)
    fonts = paper.styles["Title"].element.rPr.rFonts
    assert [fonts.get(qn(f"w:{script}")) for script in ("ascii", "eastAsia")] == [
        "Times New Roman",
        "方正小标宋简体",
    ]
    table = next(part for part in paper.part.package.iter_parts() if part.partname == "/word/fontTable.xml")
    assert '<w:font w:name="仿宋_GB2312"><w:altName w:val="仿宋"/>' in table.blob.decode()


def test_the_same_script_writes_the_same_bytes():
    assert docx("甲") == docx("甲")


def test_a_union_prints_from_its_own_template_and_back(union, system, form):
    services.replace_template(form, upload(docx("本院表样：{{ name }}")), by=system)
    assert words(word.render("test.card", form.sample)) == ["本院表样：许安"]
    services.restore_template(form, by=system)
    assert words(word.render("test.card", form.sample))[0] == "登记表"
    assert Event.objects.filter(verb="files.template").count() == 2


@pytest.mark.parametrize(
    ("data", "name", "reason"),
    [
        (docx("{{ nmae }} {{ salary }}"), "a.docx", "不认识的名称：nmae、salary。可用的名称有：title、name"),
        (docx("{{ rows[0].prize }}"), "a.docx", "不认识的名称"),
        (docx("{{ name "), "a.docx", "写得不完整"),
        (docx("{% for row in rows %}x"), "a.docx", "写得不完整"),
        (docx("{{ 'x' * 1000000000 }}"), "a.docx", "不能做乘法"),
        (docx("{{ name|center(1000000000) }}"), "a.docx", "写得不完整"),
        (docx("{{ name.__class__.__mro__ }}"), "a.docx", "不认识的名称|不能套打"),
        (docx("{{ range(1000000) }}"), "a.docx", "不认识的名称：range"),
        (PDF, "a.pdf", "要用 Word 文档"),
        (archive(**{"word/document.xml": b""}), "a.docx", "打开的 Word 文档"),
    ],
)
def test_a_template_that_cannot_be_filled_is_refused_in_words(union, system, form, data, name, reason):
    with pytest.raises(Blocked, match=reason):
        services.replace_template(form, upload(data, name), by=system)
    assert not FormTemplate.objects.exists()


def test_a_template_that_reaches_out_is_refused(union, system, form):
    paper = Document(io.BytesIO(docx("{{ name }}")))
    paper.part.relate_to("http://example.com/x.dotm", f"{OFFICE}/attachedTemplate", is_external=True)
    with pytest.raises(Blocked, match="外部文件"):
        services.replace_template(form, upload(docx_build.saved(paper)), by=system)


def test_only_the_office_replaces_a_template(union, member, form):
    with pytest.raises(NotAllowed):
        services.replace_template(form, upload(docx("{{ name }}")), by=member)


class TestPages:
    @pytest.fixture
    def office(self, system):
        client = Client()
        client.force_login(system)
        return client

    def test_the_office_sees_takes_replaces_and_restores(self, union, form, office):
        assert "系统自带" in office.get(reverse("files.templates")).content.decode()
        assert office.get(reverse("files.template", args=["test.card"])).content == form.template.read_bytes()
        office.post(reverse("files.replace", args=["test.card"]), {"file": upload(docx("{{ name }}"), "本院.docx")})
        assert "本院.docx" in office.get(reverse("files.templates")).content.decode()
        assert office.post(reverse("files.restore", args=["test.card"])).status_code == 302
        assert "本院.docx" not in office.get(reverse("files.templates")).content.decode()

    def test_a_wrong_name_stands_beside_the_field(self, union, form, office):
        answer = office.post(reverse("files.replace", args=["test.card"]), {"file": upload(docx("{{ nmae }}"))})
        assert answer.status_code == 422
        assert "nmae" in answer.content.decode()

    def test_strangers_find_no_such_page(self, union, member, form):
        client = Client()
        client.force_login(member)
        for name in ("template", "replace"):
            assert client.get(reverse(f"files.{name}", args=["test.card"])).status_code == 404
        assert client.get(reverse("files.templates")).status_code == 404

    def test_an_unknown_form_is_not_found(self, union, office):
        assert office.get(reverse("files.template", args=["no.such"])).status_code == 404

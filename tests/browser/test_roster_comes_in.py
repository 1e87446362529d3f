"""The clerk signs in and imports the December roster as the personnel office sent it."""

import re

from playwright.sync_api import expect

from tests.browser.conftest import photograph
from tests.kit.world import Persona
from unionhall.people.models import Person


def test_the_december_roster_comes_in(world, window):
    page = window(Persona.ANONYMOUS)
    page.goto("/office/people/import/")
    page.get_by_label("工会").select_option("demo")
    page.get_by_label("工号").fill(world.user(Persona.CLERK).staff_no)
    page.get_by_label("密码").fill("correct-horse-9")
    page.get_by_role("button", name="登录").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("导入")

    page.get_by_label("文件").set_input_files("tests/data/roster-2022-12.xlsx")
    page.get_by_role("button", name="上传").click()
    photograph(page, "import-columns-zh-hans-1280")
    page.get_by_role("button", name="看预览").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("预览")
    expect(page.locator("main")).to_contain_text(re.compile("有误\\s*9"))
    photograph(page, "import-preview-zh-hans-1280")

    for ask in page.get_by_role("checkbox").all():
        ask.check()
    page.get_by_role("button", name="导入", exact=True).click()
    expect(page.locator("main")).to_contain_text("导入完成")
    photograph(page, "import-done-zh-hans-1280")
    assert Person.objects.count() > 2000

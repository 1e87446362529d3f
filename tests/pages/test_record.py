def test_a_record_shows_facts_steps_and_the_road(at_desk, loan, keeper):
    page = at_desk.get(f"/office/loans/{loan.pk}/").content.decode()
    for text in ("扳手", "待借", "等保管员办理", "证件号码", "******", "扳手要擦干净", "借出", "定押金", "还没有办理过。"):
        assert text in page
    assert "110101199001010012" not in page


def test_a_step_is_taken_and_leaves_its_mark_on_the_road(at_desk, loan):
    response = at_desk.post(f"/office/loans/{loan.pk}/lend/", follow=True)
    page = response.content.decode()
    assert response.status_code == 200
    assert "待借" in page
    assert "已办理：借出。" in page

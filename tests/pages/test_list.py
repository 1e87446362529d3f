def test_a_list_shows_what_its_table_says(at_desk, loan):
    page = at_desk.get("/office/loans/").content.decode()
    for text in ("借用单", "J0001", "扳手", "工具", "待借", "东墙", "2023年5月1日", "1,000.00", "013800000000"):
        assert text in page


def test_a_stranger_does_not_learn_that_the_list_exists(client, stranger):
    client.force_login(stranger)
    assert client.get("/office/loans/").status_code == 404


def test_the_anonymous_sign_in_first(client, union):
    assert client.get("/office/loans/").status_code == 302

import pytest
from django.template import Context, Template


def test_an_undefined_template_variable_fails():
    with pytest.raises(pytest.fail.Exception, match="nobody"):
        Template("{{ nobody }}").render(Context())

"""What a form says of wrong input, in plain Chinese: for every form of the house, from one catalogue in pages."""

import pytest
from django import forms
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import translation

WRONG = [
    (forms.CharField(), "", "请填写这一项。"),
    (forms.CharField(min_length=10), "短的", "请至少写10个字，现在是2个字。"),
    (forms.CharField(max_length=2), "太长了", "最多写2个字，现在是3个字，请写短一些。"),
    (forms.IntegerField(), "三", "请填写整数，不带小数。"),
    (forms.IntegerField(min_value=1), "0", "不能小于1，请核对。"),
    (forms.IntegerField(max_value=30), "31", "不能超过30，请核对。"),
    (forms.DecimalField(), "许多", "请填写数字。"),
    (forms.DecimalField(decimal_places=2), "1.001", "小数点后最多2位，请核对。"),
    (forms.DecimalField(max_digits=3), "1234", "数字最多3位，请核对。"),
    (forms.DecimalField(max_digits=3, decimal_places=2), "12", "小数点前最多1位，请核对。"),
    (forms.DateField(), "明天", "请填写日期，例如2023年5月1日或2023-05-01。"),
    (forms.TimeField(), "早上", "请填写时间，例如09:30。"),
    (forms.DateTimeField(), "明天早上", "请填写日期和时间，例如2023-05-01 09:30。"),
    (forms.ChoiceField(choices=[("a", "甲")]), "b", "请从列表中选择；“b”不在可选的范围内。"),
    (forms.EmailField(), "abc", "邮箱地址不对，请核对。"),
    (forms.FileField(), SimpleUploadedFile("空.pdf", b""), "这个文件是空的，请重新选择。"),
]


def answer_to(field: forms.Field, typed: object, language: str) -> list[str]:
    with translation.override(language), pytest.raises(forms.ValidationError) as refused:
        field.clean(typed)
    with translation.override(language):
        return refused.value.messages


@pytest.mark.parametrize(("field", "typed", "said"), WRONG, ids=[said for *_x, said in WRONG])
def test_wrong_input_is_answered_in_the_houses_own_words(field, typed, said):
    assert answer_to(field, typed, "zh-hans") == [said]


def test_english_readers_read_english():
    said = "Ensure this value has at least 10 characters (it has 2)."
    assert answer_to(forms.CharField(min_length=10), "ab", "en") == [said]

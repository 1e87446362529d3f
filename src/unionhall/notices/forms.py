"""What one chooses about being told."""

from django import forms

from unionhall.notices.models import Preference


class PreferenceForm(forms.ModelForm):
    """The channels, and quiet at night."""

    class Meta:
        model = Preference
        fields = ["by_mail", "quiet_at_night"]

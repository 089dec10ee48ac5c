import zoneinfo

from django import forms

from quiz.people.models import User


def time_zones() -> list[tuple[str, str]]:
    names = sorted(name for name in zoneinfo.available_timezones() if "/" in name and not name.startswith("Etc/"))
    return [("UTC", "UTC"), *((name, name.replace("_", " ")) for name in names)]


class SettingsForm(forms.ModelForm):
    time_zone = forms.ChoiceField(
        choices=time_zones, help_text="Decides when your day begins, and how times are shown."
    )

    class Meta:
        model = User
        fields = ["nickname", "listed", "time_zone"]

    def clean_nickname(self) -> str:
        return str(self.cleaned_data["nickname"]).strip()

from typing import Any

from allauth.account import forms as account_forms
from django import forms
from django.forms.utils import flatatt
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from quiz.people.models import User, time_zones


def time_zone_choices() -> list[tuple[str, str]]:
    return [(name, name.replace("_", " ")) for name in time_zones()]


class LongSelect(forms.Select):
    """A select whose hundreds of options are written at once: Django's takes a template for each."""

    def render(self, name: str, value: Any, attrs: Any = None, renderer: Any = None) -> SafeString:
        options = ((key, " selected" if key == value else "", label) for key, label in self.choices)
        every = format_html_join("", '<option value="{}"{}>{}</option>', options)
        final = self.build_attrs(self.attrs, {"name": name} | (attrs or {}))
        return format_html("<select{}>{}</select>", flatatt(final), every)


class SettingsForm(forms.ModelForm):  # type: ignore[type-arg]  # generic only for the type checker
    time_zone = forms.ChoiceField(
        choices=time_zone_choices, widget=LongSelect, help_text="Decides when your day begins, and how times are shown."
    )

    class Meta:
        model = User
        fields = ["nickname", "listed", "time_zone"]

    def clean_nickname(self) -> str:
        return str(self.cleaned_data["nickname"]).strip()


class NoPlaceholders:
    """Labels say what a field is; a placeholder would say it twice."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for field in self.fields.values():  # type: ignore[attr-defined]
            field.widget.attrs.pop("placeholder", None)


class SignUpForm(NoPlaceholders, account_forms.SignupForm):  # type: ignore[misc]
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields[
            "username"
        ].help_text = "Letters, digits, dots, hyphens and underscores. Others see it, or a nickname."
        self.fields["email"].help_text = "Only for a forgotten password. Nobody else sees it."
        self.fields["password1"].help_text = "At least 8 characters, and not one of the common ones."


class LogInForm(NoPlaceholders, account_forms.LoginForm):  # type: ignore[misc]
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["login"].label = "Username or email"
        self.fields["password"].help_text = ""


class ResetPasswordForm(NoPlaceholders, account_forms.ResetPasswordForm):  # type: ignore[misc]
    pass


class NewPasswordForm(NoPlaceholders, account_forms.ResetPasswordKeyForm):  # type: ignore[misc]
    pass


class ChangePasswordForm(NoPlaceholders, account_forms.ChangePasswordForm):  # type: ignore[misc]
    pass


class AddEmailForm(NoPlaceholders, account_forms.AddEmailForm):  # type: ignore[misc]
    pass

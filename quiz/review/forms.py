from django import forms

from quiz.review.models import Plan


class PlanForm(forms.ModelForm):  # type: ignore[type-arg]  # generic only for the type checker
    class Meta:
        model = Plan
        fields = ["daily_limit", "retention"]

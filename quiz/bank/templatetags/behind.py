"""`{% question_behind slug mistake as question %}`: the question that is about a mistake made in an exercise."""

from django import template

from quiz.bank.behind import question_behind

register = template.Library()
register.simple_tag(question_behind)

"""Addresses of feedback: the short ones of a slip, and those of the unit."""

from django.urls import path

from conferences.views import feedback, feedback_giving, feedback_texts

FEEDBACK = [
    path("say", feedback_giving.feedback_code, name="feedback_code"),
    path("say/thanks", feedback_giving.feedback_thanks, name="feedback_thanks"),
    path("say/<slug:code>", feedback_giving.feedback_form, name="feedback_form"),
    path("feedback", feedback.feedback, name="feedback"),
    path("feedback/slips", feedback.feedback_slips, name="feedback_slips"),
    path("feedback/handed-out", feedback.feedback_offered, name="feedback_offered"),
    path("feedback/handed-out/<int:pk>", feedback.feedback_offer_change, name="feedback_offer_change"),
    path("feedback/words", feedback.feedback_words, name="feedback_words"),
    path("feedback/words/<uuid:ref>", feedback.feedback_read, name="feedback_read"),
    path("feedback/languages", feedback.feedback_languages, name="feedback_languages"),
    path("feedback/languages/<slug:code>", feedback_texts.feedback_language, name="feedback_language"),
    path(
        "feedback/languages/<slug:code>/seen",
        feedback_texts.feedback_language_seen,
        name="feedback_language_seen",
    ),
    path("feedback/<slug:giver>/<slug:wave>", feedback.feedback_group, name="feedback_group"),
]

"""The crispy pack's one field tag, the error summary of a page, drafts, and pages of a long list."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django import template
from django.core.paginator import Page
from django.forms.boundfield import BoundField
from django.template.context import Context
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from safeguarding.pagekit import problems
from safeguarding.pagekit.components import Link
from safeguarding.pagekit.drafts import KeepsDraft, Opened, texts_of
from safeguarding.pagekit.fields import FieldView, Options
from safeguarding.pagekit.paging import Stretch

register = template.Library()


@register.simple_tag(takes_context=True)
def govuk_field(context: Context, field: BoundField) -> SafeString:
    """A field with label, hint, mistakes and control, as its layout object wants it shown."""
    if field.is_hidden:
        return SafeString(field.as_hidden())
    options = context.get("gov") or Options()
    view = FieldView(field, options)
    return render_to_string("govuk/group.html", {"view": view, "options": options})


@register.simple_tag(takes_context=True)
def page_errors(context: Context) -> SafeString | str:
    """The error summary of all forms in the page's context; nothing when nothing is wrong."""
    return _summary(problems.of_page(context))


@register.simple_tag
def error_summary(*things: Any) -> SafeString | str:
    """The error summary of the forms and formsets given."""
    return _summary(problems.of(*things))


@register.simple_tag(takes_context=True)
def error_prefix(context: Context) -> str:
    """What a page's title begins with when something is wrong on it."""
    return "Error: " if problems.of_page(context) else ""


def _summary(found: list[problems.Problem]) -> SafeString | str:
    return render_to_string("govuk/error_summary.html", {"problems": found}) if found else ""


@register.inclusion_tag("components/pagination.html", takes_context=True)
def pagination(context: Context, page: Page[Any] | Stretch[Any], label: str = "Pages") -> dict[str, Any]:
    """Links to the other pages of a list, keeping the rest of the address; of one that nobody counts, to the
    next before and after.
    """
    query = context["request"].GET.copy()

    def href(number: int) -> str:
        query["page"] = str(number)
        return f"?{query.urlencode()}"

    if isinstance(page, Stretch):
        items, before, after = [], page.number > 1, page.more
    else:
        items, before, after = _numbered(page, href), page.has_previous(), page.has_next()
    return {
        "label": label,
        "many": before or after,
        "previous": href(page.number - 1) if before else "",
        "next": href(page.number + 1) if after else "",
        "items": items,
    }


def _numbered(page: Page[Any], href: Callable[[int], str]) -> list[Link | None]:
    """A link for each number that is shown, None for a gap."""
    numbers = page.paginator.get_elided_page_range(page.number, on_each_side=1, on_ends=1)
    gap = str(page.paginator.ELLIPSIS)
    return [
        None if number == gap else Link(str(number), href(int(number)), number == page.number)
        for number in numbers
    ]


@register.simple_tag(takes_context=True)
def draft(context: Context, form: Any) -> SafeString | str:
    """The head of a form that keeps drafts: its seal, what was put back, when the session ends."""
    opened: Opened | None = getattr(context.get("request"), "opened", None)
    if opened is None or not isinstance(form, KeepsDraft):
        return ""
    values = {
        "seal": opened.sealed(form.draft_title),
        "turn": opened.turn,
        "mark": opened.mark(),
        "first": next(iter(opened.drafts), None),
        "others": [(one.kept_at, texts_of(form, one.fields)) for one in opened.drafts[1:]],
        "ends": context.get("session_ends"),
    }
    return render_to_string("govuk/draft.html", values)


@register.simple_tag(takes_context=True)
def draft_end(context: Context, form: Any) -> SafeString | str:
    """The end of it: the button that only keeps, and the place for "Saved at"."""
    keeps = hasattr(context.get("request"), "opened") and isinstance(form, KeepsDraft)
    return render_to_string("govuk/draft_end.html") if keeps else ""

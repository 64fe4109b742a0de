"""While tables are migrated, only the model that a step changes is rendered again.

Django renders every model that is related to it as well, and those that these are related to: with tables as
knit together as ours nearly all of them, at each of hundreds of steps.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps
from typing import Any

from django.db.migrations.state import ProjectState

Change = Callable[..., Any]
RELATED: Change = ProjectState.reload_model
# Nothing refers yet to what comes with these, nor any more to what goes.
COME_AND_GO = ("add_model", "add_field", "remove_field")


@contextmanager
def rendered_alone() -> Iterator[None]:
    """So while this lasts, but where a column is altered that others refer to: theirs are altered with it.

    What runs Python on the tables forwards finds every model rendered anew: Django sees to it wherever a
    state says that some of them were put off. Backwards it looks for nothing that was put off: a step that is
    undone may see related models as they were, and must not lean on them.
    """
    before: dict[str, Change] = {name: getattr(ProjectState, name) for name in COME_AND_GO}
    ours = {name: _alone(change) for name, change in before.items()}
    try:
        _set({**ours, "reload_model": _reload_model})
        yield
    finally:
        _set({**before, "reload_model": RELATED})


def _set(methods: dict[str, Change]) -> None:
    for name, method in methods.items():
        setattr(ProjectState, name, method)


def _alone(change: Change) -> Change:
    @wraps(change)
    def run(state: ProjectState, *args: Any, **kwargs: Any) -> None:
        state.__dict__["comes_or_goes"] = True
        try:
            change(state, *args, **kwargs)
        finally:
            del state.__dict__["comes_or_goes"]

    return run


def _reload_model(state: ProjectState, app_label: str, model_name: str, delay: bool = False) -> None:
    if not delay and "comes_or_goes" not in state.__dict__:
        RELATED(state, app_label, model_name, delay)
    elif "apps" in state.__dict__:
        state.is_delayed = True
        state._reload({(app_label, model_name)})  # type: ignore[attr-defined]

"""The rooms in which the demo's conferences are held."""

from conferences.models import Room

# Name, seats, step-free, hearing loop, video, waiting room.
ROOMS = (
    ("Willow", 16, True, True, True, True),
    ("Beech", 12, True, False, True, False),
    ("Rowan", 10, False, False, False, None),
    ("Oak", 20, True, True, False, True),
)


def furnish() -> None:
    """Write the rooms."""
    for name, seats, step, loop, video, waiting in ROOMS:
        Room.objects.create(
            name=name,
            site="Fable House",
            seats=seats,
            is_step_free=step,
            has_hearing_loop=loop,
            has_video=video,
            has_waiting_room=waiting,
        )

"""The times that suit best: found as by looking at every one, spread, and each said why and why not."""

import random
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from itertools import product
from time import process_time

import pytest

from conferences.rules.scheduling import LONDON, NO_ROOM, Away, ChairOffer, Closed, RoomOffer, Taken, moment
from conferences.rules.scheduling_fit import Busy, BusyKind, Fit
from conferences.rules.scheduling_hours import Pattern
from conferences.rules.scheduling_room import RoomWish
from conferences.rules.slots import free_by_day, free_slots, none_on, others_at, spread
from conferences.rules.slots_taken import Diary, Taker, Wish, chair_cannot, room_cannot
from safeguarding.bankholidays import england
from safeguarding.wording import uk_date

WILLOW, BEECH = RoomOffer(1, "Willow room", 14), RoomOffer(2, "Beech room", 10)
PAT, SAM = ChairOffer(11, "Pat Example"), ChairOffer(12, "Sam Example")
MONDAY, TUESDAY, LAST = date(2018, 11, 26), date(2018, 11, 27), date(2018, 12, 14)
WISH = Wish(room=RoomWish(10), minutes=120, last=LAST)


def taken(start, end, room=1, chair=11, day=MONDAY, site=""):
    return Taken(moment(day, start), moment(day, end), room, chair, site)


def free(busy=(), rooms=(WILLOW, BEECH), chairs=(PAT, SAM), days=(MONDAY,), wish=WISH):
    return free_slots(days, rooms, chairs, Diary(busy), wish)


def best(**world):
    return spread(free(**world), 1)[0]


def test_the_smallest_room_that_is_large_enough_and_the_first_half_hour_win():
    slot = best()
    assert (slot.room, slot.chair, slot.starts_at) == (BEECH, PAT, moment(MONDAY, time(9)))
    assert slot.good == (
        "Everybody has notice enough",
        "It can still be moved before Friday 14 December 2018",
        "Beech room has 10 seats for 10 people",
    )
    assert slot.against == ()


def test_where_no_room_is_large_enough_it_is_said():
    slot = best(rooms=(BEECH,), wish=Wish(room=RoomWish(12), minutes=120, last=LAST))
    assert slot.against == ("Beech room has only 10 seats for 12 people",)


def test_the_chair_who_knows_the_family_comes_first_and_is_said_why_where_not():
    wish = Wish(room=RoomWish(10), minutes=120, last=LAST, known=frozenset({12}))
    assert best(wish=wish).chair == SAM
    busy = [taken(time(8), time(20), NO_ROOM, 12)]
    slot = best(busy=busy, wish=wish)
    assert slot.against == ("Pat Example does not know the family, and another chair does",)
    assert others_at(slot, (PAT, SAM), Diary(busy), wish) == ("Sam Example has something else in the diary",)
    # On another day they can: it is better.
    assert best(busy=busy, wish=wish, days=(MONDAY, TUESDAY)).day == TUESDAY


def test_a_chair_who_is_away_or_works_the_case_is_never_offered():
    away = ChairOffer(11, "Pat Example", away=(Away(MONDAY, TUESDAY),))
    assert {slot.chair for slot in free(chairs=(away, SAM))} == {SAM}
    assert free(chairs=(away,)) == []
    words = chair_cannot(away, WILLOW, moment(MONDAY, time(9)), moment(MONDAY, time(11)), Diary(()), WISH)
    assert words == "Pat Example is away until 27 November 2018"
    at_work = ChairOffer(11, "Pat Example", knows=True, works_the_case=True)
    assert free(chairs=(at_work,)) == []


def test_a_chair_is_offered_only_in_their_hours_and_is_said_why_not_beside_them():
    mornings = Pattern(MONDAY, ((time(9), time(13)), None, None, None, None))
    pat = ChairOffer(11, "Pat Example", patterns=(mornings,))
    starts = [slot.starts_at.astimezone(LONDON).time() for slot in free(chairs=(pat,))]
    assert (starts[0], starts[-1]) == (time(9), time(11))
    assert free(chairs=(pat,), days=(TUESDAY,)) == []
    why = [
        chair_cannot(pat, WILLOW, moment(day, time(12)), moment(day, time(14)), Diary(()), WISH)
        for day in (MONDAY, TUESDAY)
    ]
    assert why == [
        "Pat Example works from 9am to 1pm on Mondays",
        "Pat Example does not work on Tuesdays",
    ]


def test_a_chair_needs_the_way_between_two_sites_and_none_within_one():
    town, hill = RoomOffer(1, "Willow room", 14, site="Town"), RoomOffer(2, "Beech room", 10, site="Hill")
    wish = Wish(room=RoomWish(10), minutes=60, last=LAST, travel=timedelta(minutes=30))
    busy = [taken(time(9), time(10), 9, 11, site="Town")]
    starts = {
        slot.room.name: slot.starts_at.astimezone(LONDON).time()
        for room in (town, hill)
        for slot in free(busy=busy, rooms=(room,), chairs=(PAT,), wish=wish)[:1]
    }
    assert starts == {"Willow room": time(10), "Beech room": time(10, 30)}
    words = chair_cannot(PAT, hill, moment(MONDAY, time(10)), moment(MONDAY, time(11)), Diary(busy), wish)
    assert words == "Pat Example would not get from Town to Hill in time"


def test_a_room_that_is_taken_shut_or_closed_is_said_to_be():
    start, end = moment(MONDAY, time(9)), moment(MONDAY, time(11))
    shut = RoomOffer(2, "Beech room", 10, opens=time(12), closes=time(16))
    closed = RoomOffer(3, "Rowan room", 10, closed=(Closed(MONDAY, MONDAY, "painting"),))
    assert room_cannot(WILLOW, start, end, Diary([taken(time(10), time(12))])) == "Willow room is taken"
    assert "open from midday" in room_cannot(shut, start, end, Diary(()))
    assert "painting" in room_cannot(closed, start, end, Diary(()))
    assert room_cannot(WILLOW, start, end, Diary([taken(time(11), time(12))])) == ""


def test_too_little_notice_and_time_in_hand_cost_by_the_day_and_are_said():
    wish = Wish(
        room=RoomWish(10),
        minutes=120,
        last=TUESDAY,
        lacks_notice={MONDAY: 2, TUESDAY: 1},
        lacks_slack={TUESDAY: 1},
    )
    assert best(days=(MONDAY, TUESDAY), wish=wish).day == MONDAY
    assert best(wish=wish).against == ("Those invited have 2 working days less notice than they should",)
    late = best(days=(TUESDAY,), wish=wish)
    assert late.against[0] == "It leaves little time, or none, to move it before Tuesday 27 November 2018"


def test_school_hours_are_better_where_a_child_goes_to_school():
    wish = Wish(room=RoomWish(10), minutes=120, last=LAST, school=(time(10), time(15)))
    slot = best(wish=wish)
    assert slot.starts_at == moment(MONDAY, time(10)) and "It lies in school hours" in slot.good
    early = free(wish=wish)[0]
    assert early.against == ("A parent may be on the way to or from school",)


def test_after_the_local_limit_before_a_birth_costs_and_is_said():
    wish = Wish(room=RoomWish(10), minutes=120, last=LAST, birth_to=MONDAY)
    assert best(days=(MONDAY, TUESDAY), wish=wish).day == MONDAY
    assert "the local limit before the birth" in best(days=(TUESDAY,), wish=wish).against[0]


def test_past_the_last_day_the_soonest_is_best_and_nothing_is_promised():
    wish = Wish(
        room=RoomWish(10), minutes=120, last=date(2018, 11, 20), is_past=True, lacks_slack={TUESDAY: 1}
    )
    first, second = spread(free(days=(MONDAY, TUESDAY), wish=wish), 2)
    assert (first.day, second.day) == (MONDAY, TUESDAY)
    assert first.good == ("Beech room has 10 seats for 10 people",)
    assert second.against == ("It is 1 working day later than it could be",)


def test_of_a_day_after_the_last_by_law_it_is_said_and_not_that_it_can_be_moved_before():
    wish = Wish(room=RoomWish(10), minutes=120, last=MONDAY)
    slot = best(days=(TUESDAY,), wish=wish)
    assert slot.against == ("It is later than Monday 26 November 2018, the last day by law",)
    assert not any("moved before" in words for words in slot.good)


def test_a_full_day_and_no_break_are_said():
    wish = Wish(room=RoomWish(10), minutes=60, last=LAST, a_day=2)
    busy = [taken(time(9), time(10), 9), taken(time(10, 30), time(11, 30), 9)]
    slot = free(busy=busy, chairs=(PAT,), wish=wish)[0]
    assert slot.against == (
        "Pat Example already has 2 conferences that day",
        "Pat Example has no break before or after it",
    )


def test_the_best_few_are_spread_over_days_and_weeks():
    days = [day for n in range(20) if england().is_working_day(day := MONDAY + timedelta(days=n))]
    found = spread(free(days=days), 6)
    assert len({slot.day for slot in found}) == 6
    assert len({slot.day.isocalendar()[1] for slot in found}) == 3


def fitting(**more):
    return best(wish=replace(WISH, **more))


def test_an_interpreter_found_too_late_costs_and_one_found_in_time_is_good():
    fit = Fit("Polish", {MONDAY: 2})
    wish = replace(WISH, fit=fit)
    assert best(wish=wish).against == ("An interpreter (Polish) is asked for 2 working days too late",)
    later = best(wish=wish, days=(MONDAY, TUESDAY))
    assert later.day == TUESDAY and "An interpreter (Polish) can be asked for in time" in later.good


def test_contact_and_who_cannot_come_cost_so_that_another_time_is_found_and_it_is_said():
    contact = Busy(BusyKind.CONTACT, "Ash Example", weekday=0, begins=time(9), ends=time(12))
    away = Busy(BusyKind.CANNOT, "Elm Example", day=TUESDAY)
    fit = Fit(busy=(contact, away))
    slot = fitting(fit=fit)
    assert slot.starts_at == moment(MONDAY, time(12))
    assert "By what is known everybody of the family is free then" in slot.good
    early = free(wish=replace(WISH, fit=fit))[0]
    assert "Ash Example has contact then" in early.against
    whole_day = best(wish=replace(WISH, fit=fit), days=(TUESDAY,))
    assert "Elm Example cannot come" in whole_day.against


def test_parents_who_arrive_apart_need_a_waiting_room_and_the_room_before():
    fit = Fit(apart=timedelta(minutes=30))
    rooms = [
        replace(BEECH, waiting_room=False),
        replace(WILLOW, waiting_room=True),
        RoomOffer(3, "Rowan room", 10),
    ]
    wish = replace(WISH, fit=fit)
    slot = best(rooms=rooms, wish=wish)
    assert slot.room.name == "Willow room"
    assert "Willow room has a waiting room for parents who arrive apart" in slot.good
    assert any(
        "Beech room has no waiting room" in words for words in best(rooms=rooms[:1], wish=wish).against
    )
    assert any("Nobody has said whether Rowan" in words for words in best(rooms=rooms[2:], wish=wish).against)
    busy = [taken(time(8), time(9), 1, 99)]
    first = free(busy=busy, rooms=rooms[1:2], wish=wish)[0]
    assert (
        "Willow room cannot be had in the 30 minutes before, when the first parent arrives" in first.against
    )
    assert best(busy=busy, rooms=rooms[1:2], wish=wish).starts_at == moment(MONDAY, time(9, 30))


def test_too_early_in_a_pregnancy_and_without_a_day_to_think_cost_and_are_said():
    days = (MONDAY, TUESDAY)
    assert fitting(birth_from=TUESDAY).against[0].startswith("It is earlier in the pregnancy than Tuesday")
    assert fitting(thought_from=TUESDAY).against == (
        "No whole working day is left before it for the thinking time that is owed",
    )
    for more in ({"birth_from": TUESDAY}, {"thought_from": TUESDAY}):
        assert best(days=days, wish=replace(WISH, **more)).day == TUESDAY


def test_a_time_at_which_nobody_takes_minutes_costs_and_the_chair_is_not_counted():
    busy = [taken(time(9), time(11), NO_ROOM, 40)]
    takers = (Taker(40, "Kay Example"), Taker(11, "Pat Example"))
    slot = free(busy=busy, chairs=(PAT,), wish=replace(WISH, takers=takers))[0]
    assert slot.against == ("Nobody who takes minutes is free then",)
    other = best(busy=busy, chairs=(PAT,), wish=replace(WISH, takers=takers))
    assert other.starts_at == moment(MONDAY, time(11))
    assert "Somebody is free to take the minutes" in other.good


def test_who_is_chosen_for_the_minutes_is_never_double_booked_nor_their_own_chair():
    kay = Taker(40, "Kay Example", (Away(TUESDAY, TUESDAY),))
    busy = [taken(time(9), time(11), NO_ROOM, 40)]
    wish = replace(WISH, minutes_by=kay)
    assert free(busy=busy, wish=wish)[0].starts_at == moment(MONDAY, time(11))
    assert free(days=(TUESDAY,), wish=wish) == []
    start, end = moment(MONDAY, time(9)), moment(MONDAY, time(11))
    assert kay.cannot(start, end, Diary(busy)).endswith("has something else in the diary")
    pat = replace(WISH, minutes_by=Taker(11, "Pat Example"))
    assert {slot.chair for slot in free(wish=pat)} == {SAM}


def test_all_free_times_are_told_by_day():
    busy = [taken(time(8), time(12), NO_ROOM, chair) for chair in (11, 12)]
    told = free_by_day(free(busy=busy))
    assert told == {MONDAY: ("", "midday, 12:30pm, 1pm, 1:30pm, 2pm, 2:30pm")}


def test_a_room_without_what_somebody_needs_costs_and_it_is_said_and_one_that_has_it_is_good():
    asked = replace(WISH, room=RoomWish(10, access=True, video=True))
    steps = replace(BEECH, step_free=False, loop=True, video=True)
    fits = replace(WILLOW, step_free=True, loop=True, video=True)
    slot = best(rooms=(steps, fits), wish=asked)
    assert slot.room == fits and slot.against == ()
    has = "Willow room has a way in without steps, a hearing loop and video, which somebody needs"
    assert has in slot.good
    lacks = "Beech room has no way in without steps, which somebody needs"
    assert best(rooms=(steps,), wish=asked).against == (lacks,)
    unknown = "Nobody has said whether Beech room has video, which somebody needs"
    assert unknown in best(rooms=(replace(steps, video=None),), wish=asked).against
    assert best(rooms=(steps, fits)).room == steps


def test_of_a_day_without_a_free_time_every_reason_is_told_once():
    def why(busy=(), rooms=(WILLOW, BEECH), chairs=(PAT, SAM), **more):
        return none_on(MONDAY, rooms, chairs, Diary(busy), replace(WISH, **more))

    away = ChairOffer(11, "Pat Example", away=(Away(MONDAY, TUESDAY),))
    at_work = ChairOffer(12, "Sam Example", works_the_case=True)
    said = ("Pat Example is away until 27 November 2018", "Sam Example works with one of these children")
    assert why(chairs=(away, at_work)) == said
    closed = replace(WILLOW, closed=(Closed(MONDAY, MONDAY, "painting"),))
    busy = [taken(time(8), time(20), 2)]
    assert why(busy, (closed, BEECH)) == (
        "Willow room is closed on Monday 26 November 2018 (painting)",
        "Beech room is taken",
    )
    kay = Taker(40, "Kay Example", (Away(MONDAY, MONDAY),))
    assert why(minutes_by=kay) == ("Kay Example, who takes the minutes, is away",)
    assert (why(chairs=()), why(rooms=())) == (
        ("There is no chair who may lead it",),
        ("There is no room",),
    )


# Beside looking at every time, room and chair, written from what the page says and nothing of the search.
ROOMS, CHAIRS = 3, 4
SITES = ("", "Town", "Hill")


def some_hours(rng):
    """Nothing for most; else hours of two days from the Monday or the Tuesday on, and none of the others."""
    if rng.random() < 0.7:
        return ()
    hours = (time(rng.randrange(8, 12)), time(rng.randrange(13, 18)))
    days = tuple(hours if rng.random() < 0.6 else None for _ in range(5))
    return (Pattern(rng.choice((MONDAY, TUESDAY)), days),)


def some_fit(rng):
    busy = [
        Busy(rng.choice(list(BusyKind)), "Ash Example", *when, *hours)
        for when, hours in product([(0, None), (None, TUESDAY)], [(None, None), (time(10), time(12, 30))])
        if rng.random() < 0.15
    ]
    return Fit(
        interpreter="Polish",
        lacks_interpreter={MONDAY: 2, TUESDAY: 1} if rng.random() < 0.3 else {},
        apart=timedelta(minutes=rng.choice((0, 30))),
        busy=tuple(busy),
    )


def some_taker(rng, pk):
    return Taker(pk, f"Taker {pk}", (Away(TUESDAY, TUESDAY),) if rng.random() < 0.3 else ())


def takes(taker, start, end, busy):
    """Whether somebody could take minutes then."""
    is_away = any(a.first <= start.astimezone(LONDON).date() <= a.last for a in taker.away)
    return not is_away and not any(
        t.chair == taker.pk and t.starts_at < end and start < t.ends_at for t in busy
    )


def room_is_shut(room, start, end, busy):
    day = start.astimezone(LONDON).date()
    if any(t.room == room.pk and t.starts_at < end and start < t.ends_at for t in busy):
        return True
    if any(c.first <= day <= c.last for c in room.closed):
        return True
    return bool(room.opens and (start < moment(day, room.opens) or end > moment(day, room.closes)))


def family_points(day, start, end, room, busy, wish):
    """What speaks against a time for the family: their interpreter, contact, and arriving apart."""
    fit = wish.fit
    points = 12 * fit.lacks_interpreter.get(day, 0)
    for one in fit.busy:
        on_day = day == one.day if one.weekday is None else day.weekday() == one.weekday
        inside = one.begins is None or (start < moment(day, one.ends) and moment(day, one.begins) < end)
        points += 45 if on_day and inside else 0
    if fit.apart:
        points += {None: 8, False: 15, True: 0}[room.waiting_room]
        points += 20 if room_is_shut(room, start - fit.apart, start, busy) else 0
    return points


def a_world(seed):
    rng = random.Random(seed)
    rooms = [
        RoomOffer(
            n,
            f"Room {rng.randrange(3)}{n}",
            rng.choice((6, 10, 18)),
            opens=time(10) if rng.random() < 0.3 else None,
            closes=time(15) if rng.random() < 0.3 else None,
            closed=(Closed(MONDAY, MONDAY, "painting"),) if rng.random() < 0.2 else (),
            site=rng.choice(SITES),
            waiting_room=rng.choice((None, True, False)),
            step_free=rng.choice((None, True, False)),
            loop=rng.choice((None, True, False)),
            video=rng.choice((None, True, False)),
        )
        for n in range(1, ROOMS + 1)
    ]
    rooms = [r if r.opens and r.closes else replace(r, opens=None, closes=None, closed=()) for r in rooms]
    chairs = [
        ChairOffer(
            10 + n,
            f"Chair {rng.randrange(3)}{n}",
            works_the_case=rng.random() < 0.1,
            away=(Away(TUESDAY, TUESDAY),) if rng.random() < 0.2 else (),
            patterns=some_hours(rng),
        )
        for n in range(1, CHAIRS + 1)
    ]
    days = [MONDAY, TUESDAY, date(2018, 12, 3)]
    site_of = {room.pk: room.site for room in rooms}
    busy = []
    for _ in range(rng.randrange(14)):
        room, start = rng.choice([NO_ROOM, 1, 2, 3]), moment(rng.choice(days), time(rng.randrange(8, 17)))
        span = timedelta(minutes=30 * rng.randrange(1, 7))
        busy.append(Taken(start, start + span, room, rng.randrange(11, 16), site_of.get(room, "")))
    wish = Wish(
        room=RoomWish(rng.choice((5, 8, 12)), rng.random() < 0.3, rng.random() < 0.3),
        minutes=rng.choice((60, 120, 180)),
        last=days[-1],
        lacks_notice={MONDAY: rng.randrange(1, 4)} if rng.random() < 0.5 else {},
        lacks_slack={days[-1]: rng.randrange(1, 3)} if rng.random() < 0.5 else {},
        lacks_reports={MONDAY: 2, TUESDAY: 1} if rng.random() < 0.5 else {},
        birth_to=rng.choice((None, TUESDAY)),
        school=rng.choice((None, (time(10), time(15)))),
        travel=timedelta(minutes=rng.choice((0, 30, 60))),
        a_day=rng.randrange(3),
        known=frozenset(rng.sample(range(11, 15), rng.randrange(3))),
        fit=some_fit(rng),
        birth_from=rng.choice((None, None, TUESDAY)),
        thought_from=rng.choice((None, TUESDAY)),
        takers=tuple(some_taker(rng, pk) for pk in rng.sample((11, 15, 16), rng.randrange(3))),
        minutes_by=some_taker(rng, rng.choice((11, 15))) if rng.random() < 0.2 else None,
    )
    return days, rooms, chairs, busy, wish


def looked_at(day, start, room, chair, busy, wish):
    """The points of one time, room and chair; None where it cannot be."""
    end = start + timedelta(minutes=wish.minutes)
    of_chair = [t for t in busy if t.chair == chair.pk and t.starts_at.astimezone(LONDON).date() == day]
    if chair.works_the_case or any(a.first <= day <= a.last for a in chair.away):
        return None
    if any(t.starts_at < end and start < t.ends_at for t in of_chair):
        return None
    for pattern in chair.patterns:
        hours = pattern.days[day.weekday()]
        if pattern.first <= day and not (
            hours and start >= moment(day, hours[0]) and end <= moment(day, hours[1])
        ):
            return None
    if room_is_shut(room, start, end, busy):
        return None
    if wish.minutes_by and (chair.pk == wish.minutes_by.pk or not takes(wish.minutes_by, start, end, busy)):
        return None
    gaps = [(max(start - t.ends_at, t.starts_at - end), t) for t in of_chair]
    if any(t.site and room.site and t.site != room.site and gap < wish.travel for gap, t in gaps):
        return None
    points = 12 * wish.lacks_notice.get(day, 0) + 15 * wish.lacks_slack.get(day, 0)
    points += 10 * wish.lacks_reports.get(day, 0)
    points += 30 if wish.birth_to and day > wish.birth_to else 0
    if wish.school:
        inside = start >= moment(day, wish.school[0]) and end <= moment(day, wish.school[1])
        points += 0 if inside else 10
    seats = wish.room.seats
    points += 50 if room.seats < seats else (room.seats - seats) // 4
    asked = [room.step_free, room.loop] if wish.room.access else []
    asked += [room.video] if wish.room.video else []
    points += sum({None: 8, False: 50, True: 0}[has] for has in asked)
    points += 40 if wish.known and chair.pk not in wish.known else 0
    meetings = sum(t.room != NO_ROOM for t in of_chair)
    points += 25 if wish.a_day and meetings >= wish.a_day else 0
    points += 5 if any(gap < timedelta(minutes=30) for gap, _ in gaps) else 0
    points += family_points(day, start, end, room, busy, wish)
    points += 30 if wish.birth_from and day < wish.birth_from else 0
    points += 10 if wish.thought_from and day < wish.thought_from else 0
    others = [taker for taker in wish.takers if taker.pk != chair.pk]
    points += 15 if wish.takers and not any(takes(one, start, end, busy) for one in others) else 0
    return points + 2 * sum(t.chair == chair.pk and t.room != NO_ROOM for t in busy)


def looked_through(days, rooms, chairs, busy, wish, most):
    """The best few of every time with every room and chair."""
    all_there_is = []
    for day, half in product(days, range(16)):
        start = datetime.combine(day, time(9 + half // 2, 30 * (half % 2)), tzinfo=LONDON)
        if start + timedelta(minutes=wish.minutes) > moment(day, time(16, 30)):
            continue
        for room, chair in product(rooms, chairs):
            points = looked_at(day, start, room, chair, busy, wish)
            if points is not None:
                all_there_is.append((points, start, chair.name, chair.pk, room.name, room.pk))
    chosen = []
    while len(chosen) < most:
        open_ = [one for one in all_there_is if one[1] not in {start for _, start, *_ in chosen}]
        if not open_:
            break
        chosen.append(
            min(
                open_,
                key=lambda one: (
                    one[0]
                    + 40 * sum(c[1].date() == one[1].date() for c in chosen)
                    + 8 * sum(c[1].isocalendar()[:2] == one[1].isocalendar()[:2] for c in chosen),
                    *one[1:],
                ),
            )
        )
    return [(start, chair, room) for _, start, _, chair, _, room in chosen]


@pytest.mark.parametrize("part", range(10))
def test_of_a_thousand_worlds_the_best_few_are_those_of_looking_at_every_one(part):
    for seed in range(part * 100, part * 100 + 100):
        days, rooms, chairs, busy, wish = a_world(seed)
        found = spread(free_slots(days, rooms, chairs, Diary(busy), wish), 4)
        assert [(slot.starts_at, slot.chair.pk, slot.room.pk) for slot in found] == looked_through(
            days, rooms, chairs, busy, wish, 4
        ), seed


def test_twenty_chairs_six_rooms_and_fifteen_days_take_a_tenth_of_a_second():
    rng = random.Random(7)
    days = [day for n in range(21) if england().is_working_day(day := MONDAY + timedelta(days=n))]
    rooms = [RoomOffer(n, f"Room {n}", rng.choice((8, 12, 20)), site=SITES[n % 3]) for n in range(1, 7)]
    half_day = (Pattern(MONDAY, ((time(9), time(13)),) * 5),)
    chairs = [ChairOffer(10 + n, f"Chair {n}", patterns=half_day if n % 4 == 0 else ()) for n in range(1, 21)]
    busy = [
        Taken(start, start + timedelta(hours=2), room, chair, rooms[room - 1].site)
        for day, chair in product(days, range(11, 31))
        for room, start in [(rng.randrange(1, 7), moment(day, time(rng.choice((9, 12, 14)))))]
    ]
    wish = Wish(
        room=RoomWish(10),
        minutes=120,
        last=days[-1],
        school=(time(10), time(15)),
        travel=timedelta(minutes=30),
        a_day=2,
        fit=Fit("Polish", {days[0]: 1}, timedelta(minutes=30), (Busy(BusyKind.CONTACT, "Ash", 0),)),
        takers=tuple(Taker(40 + n, f"Taker {n}") for n in range(4)),
    )
    before = process_time()
    found = spread(free_slots(days, rooms, chairs, Diary(busy), wish))
    taken_ = process_time() - before
    assert found and taken_ < 0.1, (taken_, uk_date(days[0]))

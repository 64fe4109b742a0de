"""What a file would change, on its page: kept, discarded and undone; and nothing of anybody out of sight."""

import datetime as dt
import html

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from conferences.exchange.census import asked, inbox
from conferences.models import FileStatus, ImportedChild, Plan
from safeguarding import audit
from safeguarding.audit import system_user
from safeguarding.models import Child, Draft, ReadLog
from tests.accounts.people import freshly
from tests.cast import person
from tests.drafts.browser import Window
from tests.exchange.census import READ_AT, census, child, episode, of_year, plan, taken
from tests.exchange.test_proposing import FIRST, SECOND, kept, proposed
from tests.factories import AllocationFactory, ImportedFileFactory, PolicySettingFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def manager(client):
    client.force_login(person("MANAGER"))
    return client


def words(answer) -> str:
    return " ".join(html.unescape(answer.content.decode()).split())


def at(name, file):
    return reverse(name, args=[file.ref])


def done(client, name, file, data=None):
    """What is pressed on a page, once a worker has done it: the page that one is led to."""
    answer = client.post(at(name, file), data)
    asked.do(file_id=file.pk, clock=lambda: READ_AT)
    file.refresh_from_db()
    return client.get(answer.url, follow=True) if answer.status_code == 302 else answer


def looked(client, file, query=""):
    answer = client.get(at("import_changes", file) + query)
    assert answer.status_code == 200
    return answer


def restrict(number):
    Child.every.filter(la_child_id=number).update(
        is_restricted=True,
        restricted_reason="A test",
        restricted_by=person("STRATEGIC_LEAD"),
        restricted_at=READ_AT,
    )


def counts(answer):
    return {row[0]: row[1:] for row in answer.context["counts"].rows}


def test_the_file_that_is_replaced_is_named_before_and_after(manager):
    first = taken(census(*FIRST), "first.xml")
    file = proposed(census(*SECOND))
    shown = words(looked(manager, file))
    assert "Replaces" in shown and "first.xml, uploaded on" in shown
    kept(file)
    assert "first.xml, uploaded on" in words(manager.get(at("import_report", file)))
    shown = words(manager.get(at("import_report", first)))
    assert "Replaced by" in shown and f"{file.file_name}, uploaded on" in shown


def test_questions_that_were_answered_are_not_counted_as_open(manager):
    taken(of_year(2024, *FIRST))
    file = proposed(of_year(2025, child(episode(), LAchildID="FB009", UPN=None, UPNunknown="UN4")))
    asked = looked(manager, file).context["unanswered"]
    assert asked > 1
    kept(file)
    shown = words(manager.get(at("import_report", file)))
    assert f"{asked} questions of this file can still be answered" in shown
    file.questions.update(answer="OPEN", answered_by=file.uploaded_by, answered_at=READ_AT)
    assert looked(manager, file).context["unanswered"] == 0


def test_a_first_file_is_counted_and_its_figures_stand_beside_none(manager):
    answer = looked(manager, proposed(census(*FIRST)))
    assert counts(answer)["Children"] == ["3", "0", "0", "0", "0"]
    assert "Nothing is changed yet" in words(answer) and "Keep the file" in words(answer)
    assert ["0", "2"] in [row[1:] for row in answer.context["figures"].rows]


def test_each_change_is_counted_and_opens_to_its_rows(manager):
    taken(census(*FIRST))
    file = proposed(census(*SECOND))
    answer = looked(manager, file)
    listed = {link.text.split(" (")[0] for link in answer.context["lists"]}
    assert {"Changed", "Moved", "Taken away"} <= listed
    text = words(looked(manager, file, "?show=MOVED"))
    assert "14 June 2023" in text and "15 June 2023" in text and "FB001" in text
    assert ReadLog.objects.filter(view_name="import_changes", child__la_child_id="FB001").exists()


def test_keeping_leads_to_the_report_and_undoing_back(manager):
    first = taken(census(*FIRST))
    file = proposed(census(*SECOND))
    assert "Undo this file" in words(done(manager, "import_keep", file))
    assert first.file_name in words(manager.get(at("import_undo", file)))
    assert "The file was undone" in words(done(manager, "import_undo", file))
    first.refresh_from_db()
    assert first.status == FileStatus.READ


def test_discarding_leaves_everything(manager):
    file = proposed(census(*FIRST))
    assert "The file was discarded" in words(done(manager, "import_discard", file))
    assert "cannot be done with it" in words(manager.post(at("import_keep", file), follow=True))
    assert not Child.every.exists()


def test_what_changed_since_is_shown_anew(manager):
    taken(of_year(2024, *FIRST))
    file = proposed(of_year(2025, *SECOND))
    taken(of_year(2024, FIRST[0]))
    text = words(done(manager, "import_keep", file))
    assert "Something has changed here since you looked" in text and "Keep the file" in text
    done(manager, "import_keep", file)
    assert file.status == FileStatus.READ


def test_another_authoritys_file_wants_a_tick(manager):
    PolicySettingFactory(key="BENCHMARK_AUTHORITY", value="201", effective_date=dt.date(2018, 1, 1))
    file = proposed(census(*FIRST))
    assert "The file is of authority 358" in words(looked(manager, file))
    assert "say that it is to be taken anyway" in words(manager.post(at("import_keep", file)))
    assert not Child.every.exists()
    done(manager, "import_keep", file, {"anyway": "on"})
    assert Child.every.count() == 3
    agreed = file.questions.get(kind="AUTHORITY")
    assert (agreed.answer, agreed.answered_by.role) == ("TAKE", "MANAGER")


def test_work_in_the_way_of_undoing_is_named_as_far_as_it_is_seen(manager):
    file = taken(census(*FIRST))
    with audit.acting_as(system_user()):
        for number in ("FB002", "FB003"):
            AllocationFactory(child=Child.every.get(la_child_id=number))
    restrict("FB003")
    text = words(done(manager, "import_undo", file))
    assert "work recorded here stands on what it told" in text
    assert "FB002" in text and "FB003" not in text
    assert Child.every.count() == 3


@pytest.mark.parametrize("show", ["", "?show=CHANGED", "?show=WITHDRAWN", "?show=ADDED", "?show=REFUSED"])
def test_a_hidden_child_looks_like_one_who_is_not_here(manager, show):
    """Two services, in one of which a restricted child of the file is known already: their pages agree."""
    later = child(episode(plan(CPPendDate="2023-11-30")), LAchildID="FB003", UPN=None, UPNunknown="UN4")
    taken(census(FIRST[0]))
    new = looked(manager, proposed(of_year(2025, later)), show)
    taken(census(FIRST[0], FIRST[2]))
    restrict("FB003")
    known = looked(manager, proposed(of_year(2025, later)), show)
    assert counts(new) == counts(known)
    assert [link.text for link in new.context["lists"]] == [link.text for link in known.context["lists"]]
    assert "FB003" not in words(known)


def test_figures_are_of_a_closed_record_as_if_it_were_new(manager):
    """Before and after a file of one they would tell whether the child is on a plan."""
    taken(census(*FIRST))
    file = proposed(census(*SECOND))
    assert (file.figures["before"]["plans_open"][0], file.figures["after"]["plans_open"][0]) == (2, 0)
    restrict("FB001")
    again = proposed(census(*SECOND))
    assert again.figures["before"]["plans_open"][0] == 1
    assert "counts as added, whether or not it was known here" in words(looked(manager, again))


def test_a_page_of_many_changes_makes_as_many_queries_as_one_of_few(manager, django_assert_num_queries):
    def many(number, **given):
        return [
            child(episode(plan(**given)), LAchildID=f"FB{n:03}", UPN=None, UPNunknown="UN4")
            for n in range(100, 100 + number)
        ]

    taken(census(*many(60)))
    few = proposed(of_year(2025, *many(1, CPPendDate="2024-06-03")))
    more = proposed(of_year(2025, *many(60, CPPendDate="2024-06-03")))
    looked(manager, few, "?show=ENDED")
    with CaptureQueriesContext(connection) as first:
        looked(manager, few, "?show=ENDED")
    with django_assert_num_queries(len(first)):
        text = words(looked(manager, more, "?show=ENDED"))
    assert "Next" in text


def test_a_file_that_is_being_read_raises_no_alarm(manager):
    file = ImportedFileFactory(status=FileStatus.READING)
    stale = type(file).objects.get(pk=file.pk)
    type(file).objects.filter(pk=file.pk).update(status=FileStatus.PROPOSED)
    assert not inbox.standing(stale, at=READ_AT).stuck
    assert inbox.standing(file, at=READ_AT).stuck is False


def test_of_a_file_whose_word_was_not_kept_both_pages_say_so(manager):
    """Files were read before what they tell was kept."""
    file = taken(census(*FIRST))
    ImportedChild.objects.unscoped("as it was before").update(told=None)
    assert "What it changed is not listed" in words(looked(manager, file))
    assert "It cannot be undone" in words(manager.get(at("import_undo", file)))
    manager.post(at("import_undo", file))
    file.refresh_from_db()
    assert file.status == FileStatus.READ


def test_a_file_of_which_no_child_could_be_taken_says_what_it_would_do_and_is_undone(manager):
    taken(census(*FIRST))
    plans = Plan.every.count()
    file = proposed(census(child(LAchildID=None)))
    page = looked(manager, file, "?show=REFUSED")
    assert "before the service kept what each file tells" not in words(page)
    assert "Not taken (1)" in words(page) and "Taken away" in words(page)
    assert "No child of the file could be taken." in words(page)
    assert "to be taken anyway" in words(manager.post(at("import_keep", file)))
    done(manager, "import_keep", file, {"anyway": "on"})
    assert not Plan.every.exists()
    done(manager, "import_undo", file)
    assert (file.status, Plan.every.count()) == (FileStatus.UNDONE, plans)


def test_a_file_of_a_day_that_has_not_come_is_looked_at_and_not_kept(manager):
    file = proposed(of_year(2027, *FIRST))
    text = words(looked(manager, file))
    assert "The file’s reference date, 31 March 2027, had not come when it was handed in" in text
    assert "Keep the file" not in text and "Discard it" in text and "then keep it" not in text
    assert "had not come" in words(manager.post(at("import_keep", file), {"anyway": "on"}))
    done(manager, "import_keep", file, {"anyway": "on"})
    assert (file.status, file.asked) == (FileStatus.PROPOSED, "")


@pytest.mark.parametrize("name", ["import_changes", "import_keep", "import_discard", "import_undo"])
def test_those_without_the_right_are_refused(client, name):
    client.force_login(person("CHAIR"))
    file = ImportedFileFactory()
    how = client.post if name in ("import_keep", "import_discard") else client.get
    assert how(at(name, file)).status_code == 403


def asking():
    """A file that leaves a plan of another child open and does not tell of it."""
    taken(of_year(2024, child(episode(plan()))))
    return proposed(of_year(2025, child(LAchildID="FB002", UPN=None, UPNunknown="UN4")))


def test_a_question_is_answered_before_the_file_is_kept(manager):
    file = asking()
    assert "1 question can be answered now or later" in words(looked(manager, file))
    answer = looked(manager, file, "?show=QUESTIONS")
    address = answer.context["table"].rows[0][2].href
    text = words(manager.get(address))
    assert "It ended on a day" in text and "Day it ended" in text
    assert "Give the day on which it ended" in words(manager.post(address, {"answer": "ENDED"}))
    assert "Choose one of the answers" in words(manager.post(address, {}))
    day = {"answer_day_day": "1", "answer_day_month": "5", "answer_day_year": "2024"}
    assert "show=QUESTIONS" in manager.post(address, {"answer": "ENDED", **day}).url
    text = words(looked(manager, file, "?show=QUESTIONS"))
    assert "It ended on a day: 1 May 2024" in text
    assert "The answers are being followed" in text
    assert "Something else is being done" in words(manager.post(at("import_keep", file)))
    asked.do(file_id=file.pk, clock=lambda: READ_AT)
    assert manager.get(address).status_code == 200
    assert "Result of the import" in words(done(manager, "import_keep", file))
    assert Plan.every.get().end_date == dt.date(2024, 5, 1)


def asking_of_many(number):
    def one(n, *parts):
        return child(*parts, LAchildID=f"FB{n:03}", UPN=None, UPNunknown="UN4")

    taken(of_year(2024, *[one(n, episode(plan())) for n in range(number)]))
    return proposed(of_year(2025, one(900), one(901)))


@pytest.fixture
def clock():
    with time_machine.travel(READ_AT, tick=False) as traveller:
        yield traveller


def filled_in_and_sent_too_late(clock, address, **fields):
    """A form of the manager, sent after the session ended; what stands in it after signing in again."""
    user = person("MANAGER")
    window = Window(freshly(Client(), user), address).type(**fields)
    clock.shift(dt.timedelta(minutes=31))
    window.send()
    assert window.answer.status_code == 302 and "sign-in" in window.answer.url
    return Window(freshly(Client(), user), address)


def test_an_answer_that_came_after_the_session_ended_is_in_the_form_again(clock):
    file = asking()
    question = file.questions.get()
    day = {"answer_day_day": "1", "answer_day_month": "5", "answer_day_year": "2024"}
    address = reverse("import_question", args=[file.ref, question.pk])
    again = filled_in_and_sent_too_late(clock, address, answer="ENDED", **day)
    assert again.fields.items() >= {"answer": "ENDED", **day}.items()
    assert "Nothing of it was sent yet" in again.text
    question.refresh_from_db()
    assert question.answer == ""
    again.send()
    question.refresh_from_db()
    assert question.answer == "ENDED"
    assert [draft.fields for draft in Draft.objects.all() if draft.fields] == []


def test_whom_one_answer_is_for_is_still_ticked_after_the_session_ended(clock):
    file = asking_of_many(3)
    two = [str(pk) for pk in file.questions.order_by("pk").values_list("pk", flat=True)[:2]]
    address = reverse("import_questions", args=[file.ref, "UNTOLD", "plans"])
    again = filled_in_and_sent_too_late(clock, address, answer="NEVER", which=two)
    assert (again.fields["answer"], again.fields["which"]) == ("NEVER", two)


def test_who_was_ticked_as_another_child_is_still_ticked_after_the_session_ended(clock):
    taken(of_year(2024, child(episode(plan()), LAchildID="OLD1")))
    file = proposed(of_year(2025, child(episode(plan()), LAchildID="NEW1")))
    match = file.changes.get(how="RENUMBERED")
    again = filled_in_and_sent_too_late(clock, at("import_numbers", file), known=[str(match.pk)])
    assert again.fields["known"] == [str(match.pk)]


def test_one_answer_is_given_to_all_who_ask_the_same(manager):
    file = asking_of_many(4)
    listed = looked(manager, file, "?show=QUESTIONS")
    [link] = listed.context["groups"]
    assert link.text.startswith("Give one answer to 4 questions: child protection plans")
    page = manager.get(link.href)
    which = page.context["form"]["which"].value()
    assert len(which) == 4
    assert "Choose at least one child" in words(manager.post(link.href, {"answer": "OPEN"}))
    day = {"answer_day_day": "1", "answer_day_month": "5", "answer_day_year": "2023"}
    early = manager.post(link.href, {"answer": "ENDED", "which": which, **day})
    assert "of 4 children it is not" in words(early)
    day["answer_day_year"] = "2024"
    manager.post(link.href, {"answer": "ENDED", "which": which[:3], **day})
    asked.do(file_id=file.pk, clock=lambda: READ_AT)
    assert "1 question can be answered" in words(looked(manager, file))
    done(manager, "import_keep", file)
    assert Plan.every.filter(end_date=dt.date(2024, 5, 1)).count() == 3


def day_typed(name: str, day: dt.date) -> dict[str, str]:
    return {f"{name}_day": f"{day:%d}", f"{name}_month": f"{day:%m}", f"{name}_year": f"{day:%Y}"}


def test_one_answer_to_many_has_another_day_where_it_is_another(manager):
    file = asking_of_many(3)
    address = looked(manager, file, "?show=QUESTIONS").context["groups"][0].href
    first, second, third = (str(pk) for pk in file.questions.order_by("pk").values_list("pk", flat=True))
    given = {"answer": "ENDED", "which": [first, second, third]}
    given |= day_typed("answer_day", dt.date(2024, 5, 1)) | day_typed(f"day_{third}", dt.date(2020, 6, 2))
    early = manager.post(address, given)
    assert list(early.context["form"].errors) == [f"day_{third}"]
    assert early.context["form"].errors[f"day_{third}"] == ["Give the day on which it ended, after it began"]
    given |= day_typed(f"day_{third}", dt.date(2024, 6, 2))
    assert manager.post(address, given).status_code == 302
    days = list(file.questions.order_by("pk").values_list("answer_day", flat=True))
    assert days == [dt.date(2024, 5, 1), dt.date(2024, 5, 1), dt.date(2024, 6, 2)]


def test_many_that_each_have_a_day_need_none_for_all(manager):
    file = asking_of_many(2)
    address = looked(manager, file, "?show=QUESTIONS").context["groups"][0].href
    which = [str(pk) for pk in file.questions.order_by("pk").values_list("pk", flat=True)]
    given = {"answer": "ENDED", "which": which} | day_typed(f"day_{which[0]}", dt.date(2024, 5, 1))
    assert list(manager.post(address, given).context["form"].errors) == ["answer_day"]
    given |= day_typed(f"day_{which[1]}", dt.date(2024, 5, 2))
    assert manager.post(address, given).status_code == 302
    assert file.questions.filter(answer="ENDED").count() == 2


def test_one_answer_reaches_those_that_are_not_shown_too(manager):
    file = asking_of_many(52)
    address = looked(manager, file, "?show=QUESTIONS").context["groups"][0].href
    page = manager.get(address)
    assert "All 52 that ask this" in words(page) and len(page.context["form"]["which"].value()) == 50
    manager.post(address, {"answer": "NEVER", "whole": "on"})
    assert file.questions.filter(answer="NEVER").count() == 52
    asked.do(file_id=file.pk, clock=lambda: READ_AT)
    assert counts(looked(manager, file))["Child protection plans"][-1] == "52"


def test_an_answer_of_a_child_out_of_sight_is_not_given_with_the_others(manager):
    file = asking_of_many(3)
    address = looked(manager, file, "?show=QUESTIONS").context["groups"][0].href
    restrict("FB001")
    assert "FB001" not in words(manager.get(address))
    every = [str(pk) for pk in file.questions.values_list("pk", flat=True)]
    manager.post(address, {"answer": "NEVER", "which": every, "whole": "on"})
    manager.post(address, {"answer": "NEVER", "whole": "on"})
    assert set(file.questions.exclude(answer="").values_list("number", flat=True)) == {"FB000", "FB002"}


def test_a_question_of_a_child_out_of_sight_is_not_there(manager):
    file = asking()
    address = looked(manager, file, "?show=QUESTIONS").context["table"].rows[0][2].href
    restrict("FB001")
    assert "question" not in words(looked(manager, file)).lower()
    assert manager.get(address).status_code == 404

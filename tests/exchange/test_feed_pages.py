"""The pages of the file of children: handed in, shown, answered, taken in or left; and its command."""

import html
import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile, UploadedFile
from django.core.management import CommandError, call_command
from django.urls import reverse

from conferences import tasks
from conferences.exchange.feed import inbox
from conferences.models import ChildrenFeed, FeedLine, FeedStatus
from conferences.queries import children_feed as queries
from safeguarding.models import Child, Draft, User
from tests.cast import person
from tests.drafts.browser import Window
from tests.exchange.feed import fed, feed_csv, row
from tests.factories import ChildFactory, ChildrenFeedFactory

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def folder(settings, tmp_path):
    settings.UPLOAD_FOLDER = tmp_path / "uploads"


@pytest.fixture(autouse=True)
def broker(monkeypatch):
    monkeypatch.setattr(inbox.app, "send_task", lambda *args, **how: None)


@pytest.fixture
def support(client):
    client.force_login(person("BUSINESS_SUPPORT"))
    return client


def words(answer) -> str:
    return " ".join(html.unescape(answer.content.decode()).split())


def upload(client, content: bytes, name: str = "children.csv"):
    return client.post(reverse("children_feed"), {"file": SimpleUploadedFile(name, content)})


def read(client, *rows: dict[str, str]) -> ChildrenFeed:
    """Handed in on the page, and read by a worker."""
    upload(client, feed_csv(*rows))
    feed = ChildrenFeed.objects.get(status=FeedStatus.WAITING)
    tasks.read_children_feed(feed.pk)
    feed.refresh_from_db()
    return feed


def page(client, feed: ChildrenFeed, query: str = "") -> str:
    return words(client.get(reverse("children_feed_file", args=[feed.ref]) + query))


def take(client, feed: ChildrenFeed, **answers: str):
    answer = client.post(reverse("children_feed_take", args=[feed.ref]), answers)
    tasks.take_in_children_feed(feed.pk)
    feed.refresh_from_db()
    return answer


def test_a_file_is_handed_in_shown_and_taken_in(support):
    ChildFactory(la_child_id="FB001", given_names="", family_name="", sex="F")
    feed = read(support, row(), row("FB002", born="x"))
    assert "There is" not in page(support, feed) and "Named (1)" in page(support, feed)
    assert "Amber Fable" in page(support, feed, "?kind=NAMED")
    assert "Date of birth is no date" in page(support, feed, "?kind=REFUSED")
    assert not Child.every.filter(family_name="Fable").exists()
    take(support, feed)
    assert Child.every.get(la_child_id="FB001").given_names == "Amber"
    assert feed.status == FeedStatus.TAKEN_IN and "Date of birth is no date" in page(
        support, feed, "?kind=REFUSED"
    )
    assert not inbox.place_of(feed).exists()


def test_a_file_that_waits_says_so_and_a_second_click_finds_it(support):
    first, second = upload(support, feed_csv(row())), upload(support, feed_csv(row()))
    assert first.url == second.url and ChildrenFeed.objects.count() == 1
    assert "The file is waiting for its turn" in words(support.get(first.url))


def test_a_disk_that_is_full_leaves_nothing_and_is_said(support, monkeypatch, settings):
    def full(*args: object) -> int:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(UploadedFile, "chunks", full)
    assert "The file could not be kept" in words(upload(support, feed_csv(row())))
    assert not ChildrenFeed.objects.exists() and not list(settings.UPLOAD_FOLDER.iterdir())


def test_a_task_that_comes_twice_does_it_once(support):
    feed = read(support, row())
    take(support, feed)
    before = feed.counts
    tasks.take_in_children_feed(feed.pk)
    tasks.read_children_feed(feed.pk)
    feed.refresh_from_db()
    assert (feed.status, feed.counts) == (FeedStatus.TAKEN_IN, before)


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "The selected file is empty"),
        (b"PK\x03\x04...", "Save it as CSV in UTF-8"),
        ("Child number\n".encode("utf-16"), "must be saved as CSV in UTF-8"),
    ],
)
def test_what_is_no_csv_is_said_beside_the_field(support, content, sentence):
    assert sentence in words(upload(support, content))
    assert not ChildrenFeed.objects.exists()


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"Child number;Surname\nFB001;Fable\n", "The columns are parted by semicolons"),
        (b"Child number,Shoe size\nFB001,3\n", "not known: “shoe size”"),
        (b"Surname\nFable\n", "must have the column Child number"),
        (b"Child number,LAchildID\nFB001,FB001\n", "names the column Child number twice"),
        (b"Child number,Surname\nFB001,\xff\n", "Line 2 holds a character that is not"),
        (b'Child number,Surname\nFB001,"Fable\n', "from line 2 on: look for a quotation mark"),
        (b"Child number\n", "The file names no children"),
        (b"FB001,Amber\n", "The first row must name the columns"),
    ],
)
def test_a_file_that_cannot_be_read_is_refused_whole(support, content, sentence):
    upload(support, content)
    feed = ChildrenFeed.objects.get()
    tasks.read_children_feed(feed.pk)
    assert sentence in page(support, feed) and "Nothing of the file was taken in" in page(support, feed)
    assert not FeedLine.every.exists()


def test_an_administrator_takes_in_by_number_and_reads_no_name(client):
    ChildFactory(la_child_id="FB001", given_names="", family_name="", sex="F")
    client.force_login(person("SYSTEM_ADMINISTRATOR"))
    feed = read(client, row(), row("FB002"))
    for kind in ("NAMED", "ADDED"):
        text = page(client, feed, f"?kind={kind}")
        assert "FB00" in text and "Amber" not in text


def test_a_restricted_child_shows_by_number_alone(support):
    ChildFactory(la_child_id="FB001", restricted=True, given_names="Hidden")
    text = page(support, read(support, row()), "?kind=NAMED")
    assert "FB001" in text and "Hidden" not in text and "Amber" not in text


def test_a_question_is_answered_and_the_answer_is_done(support):
    fed(row())
    Child.every.update(family_name="Typed")
    feed = read(support, row(family="Oakley"))
    here = reverse("children_feed_questions", args=[feed.ref])
    text = words(support.get(here))
    assert "Keep ours: Amber Typed" in text and "Take the file’s: Amber Oakley" in text
    line = FeedLine.every.get()
    support.post(here, {f"answer_{line.pk}_NAME": "THEIRS"})
    take(support, feed)
    assert Child.every.get().family_name == "Oakley"


def test_one_answer_does_for_all_questions_of_a_kind(support):
    fed(row(), row("FB002"))
    Child.every.update(family_name="Typed")
    feed = read(support, row(family="Oakley"), row("FB002", family="Oakley"))
    here = reverse("children_feed_questions", args=[feed.ref])
    answer = support.post(here, {"all": "1", "item": "NAME", "answer": "THEIRS"}, follow=True)
    assert "2 questions answered" in words(answer)
    take(support, feed)
    assert set(Child.every.values_list("family_name", flat=True)) == {"Oakley"}


@pytest.fixture
def two_pages(support, monkeypatch):
    """(the first page's window, the second's) of a file with a question on each."""
    monkeypatch.setattr(queries, "QUESTIONS_A_PAGE", 1)
    fed(row(), row("FB002"))
    Child.every.update(family_name="Typed")
    feed = read(support, row(family="Oakley"), row("FB002", family="Oakley"))
    return [Window(support, reverse("children_feed_questions", args=[feed.ref, *at])) for at in ([], [2])]


def answer_of(window: Window) -> str:
    return next(value for name, value in window.fields.items() if name.startswith("answer_"))


def answer(window: Window) -> Window:
    name = next(name for name in window.fields if name.startswith("answer_"))
    return window.type(**{name: "THEIRS"})


def test_answers_that_were_not_sent_are_there_again_each_on_its_page(support, two_pages):
    first, second = (answer(window) for window in two_pages)
    assert [window.autosave().status_code for window in two_pages] == [200, 200]
    assert not FeedLine.every.exclude(takes=[]).exists()
    again = [Window(support, window.path) for window in two_pages]
    assert [answer_of(window) for window in again] == ["THEIRS", "THEIRS"]
    assert "Nothing of it was sent yet" in again[0].text
    again[0].send()
    assert again[0].answer.headers["Location"] == second.path
    assert FeedLine.every.exclude(takes=[]).count() == 1
    assert "Nothing of it was sent yet" not in Window(support, first.path).text
    assert "Nothing of it was sent yet" in Window(support, second.path).text


def test_answers_sent_after_the_session_ended_wait_for_their_writer(support, two_pages):
    first = answer(two_pages[0])
    del support.cookies["session"]
    first.send()
    assert first.answer.status_code == 302 and not FeedLine.every.exclude(takes=[]).exists()
    support.force_login(User.objects.get(pk=Draft.objects.get().owner_id))
    assert answer_of(Window(support, first.path)) == "THEIRS"


def test_a_page_of_questions_is_found_by_its_number_too(support, two_pages):
    first, second = (window.path for window in two_pages)
    assert support.get(f"{first}?page=2").headers["Location"] == second
    assert support.get(f"{second}?page=1").headers["Location"] == first


def test_who_may_not_see_the_child_is_asked_nothing(client):
    fed(row())
    Child.every.update(family_name="Typed")
    client.force_login(person("SYSTEM_ADMINISTRATOR"))
    feed = read(client, row(family="Oakley"))
    assert "ours is kept" in page(client, feed)
    assert "There is no question for you" in words(
        client.get(reverse("children_feed_questions", args=[feed.ref]))
    )


def test_what_is_asked_of_the_whole_file_needs_a_reason(support):
    fed(*[row(f"FB{n:03d}") for n in range(30)])
    feed = read(support, *[row(f"FB{n:03d}") for n in range(15)])
    assert "Many children of the last file are missing from this one (50 in 100)" in page(support, feed)
    assert "Enter why the file is to be taken in" in words(take(support, feed))
    take(support, feed, reason="A team of its own")
    assert feed.status == FeedStatus.TAKEN_IN and feed.reason == "A team of its own"


def test_a_file_is_left_and_nothing_of_it_is_kept(support):
    feed = read(support, row())
    support.post(reverse("children_feed_leave", args=[feed.ref]))
    assert not FeedLine.every.exists() and not Child.every.exists()
    assert support.get(reverse("children_feed_take", args=[feed.ref])).status_code == 404


def test_a_file_shown_is_left_when_another_is_handed_in(support):
    first = read(support, row())
    read(support, row("FB002"))
    first.refresh_from_db()
    assert first.status == FeedStatus.LEFT


def test_nobody_else_sees_the_pages(client):
    feed = ChildrenFeedFactory()
    client.force_login(person("MANAGER"))
    assert client.get(reverse("children_feed")).status_code == 403
    assert client.get(reverse("children_feed_file", args=[feed.ref])).status_code == 403
    assert "Children’s file" not in words(client.get(reverse("my_work")))


# ----- The command -----------------------------------------------------------------------------------------


def run(path, **options) -> str:
    out = io.StringIO()
    call_command("load_children", str(path), stdout=out, **options)
    return out.getvalue()


def test_the_command_shows_and_takes_in(tmp_path):
    path = tmp_path / "children.csv"
    path.write_bytes(feed_csv(row(), row("FB002", born="x")))
    shown = run(path, preview=True)
    assert "line 3, child FB002, not taken: Date of birth is no date" in shown
    assert "Would be: 1 added, 0 named" in shown and not Child.every.exists()
    assert "Taken in." in run(path) and Child.every.count() == 1
    assert "0 added, 0 named, 0 changed, 0 given to a team or worker, 1 unchanged" in run(path)


def test_the_command_asks_for_a_reason_and_changes_nothing_without(tmp_path):
    fed(*[row(f"FB{n:03d}") for n in range(30)])
    path = tmp_path / "children.csv"
    path.write_bytes(feed_csv(*[row(f"FB{n:03d}", family="Other") for n in range(15)]))
    with pytest.raises(CommandError, match="Many children of the last file are missing"):
        run(path)
    assert not Child.every.filter(family_name="Other").exists()
    assert "Taken in." in run(path, reason="Two teams have left")


def test_the_command_says_what_it_cannot_open_or_read(tmp_path):
    with pytest.raises(CommandError, match="cannot be opened"):
        run(tmp_path / "none.csv")
    (tmp_path / "x.csv").write_bytes(b"Surname\nFable\n")
    with pytest.raises(CommandError, match="must have the column Child number"):
        run(tmp_path / "x.csv")

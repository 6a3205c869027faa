"""Servers that die in the middle: the answers are in the browser, and the next server starts from there."""

import shutil
import subprocess
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import NewPage
from tests.browser.person import Person, until
from tests.server_process import ROOT, Server, free_port, serve, wait_until_healthy
from ui.session.guide_content import say

APP = ROOT / "app.py"
# The name of a folder is all that differs from how Debian starts it.
AROUND = """
daemon off; worker_processes 1; pid {folder}/nginx.pid; error_log {folder}/nginx.txt warn;
events {{}}
http {{
  client_body_temp_path {folder}/a; proxy_temp_path {folder}/b; fastcgi_temp_path {folder}/c;
  uwsgi_temp_path {folder}/d; scgi_temp_path {folder}/e;
  include {folder}/guide.conf;
}}
"""


def test_a_killed_server_loses_nothing_and_the_page_goes_on_by_itself(new_page: NewPage, tmp_path: Path) -> None:
    """Kill -9, a new process on the same port: the page says what happens, and the first click counts."""
    port = free_port()
    with serve(APP, tmp_path, port) as server:
        person = Person(new_page(server)).expect_lost_line().begin_at("who-and-name")
        person.choose("who-answers", 1)
        person.at_rest()
        person.type("name", "Ada, not yet sent")
        server.kill()
    expect(person.notice()).to_have_text(say("lost.down"))
    expect(person.field("name")).to_have_value("Ada, not yet sent")
    expect(person.page.get_by_role("dialog")).to_have_count(0)
    with serve(APP, tmp_path, port):
        expect(person.notice()).to_have_text(say("lost.back"))
        person.choose("who-answers", 2)
        until(lambda: person.answers().get("who-answers") == "family", "the first click is taken down")

        assert person.answers() == {"who-answers": "family", "name": "Ada, not yet sent"}
        assert person.go("next") == "Your situation"
        person.reload()
        assert person.answers() == {"who-answers": "family", "name": "Ada, not yet sent"}


@pytest.mark.parametrize("delay", [0, 60])
def test_a_click_in_the_moment_of_the_kill_is_not_lost(new_page: NewPage, tmp_path: Path, delay: int) -> None:
    """Whether the server had heard of it or not."""
    port = free_port()
    with serve(APP, tmp_path, port) as server:
        person = Person(new_page(server)).expect_lost_line().begin_at("your-situation", **{"who-answers": "person"})
        person.choose("adult-or-child", 1)
        person.page.wait_for_timeout(delay)
        server.kill()
    with serve(APP, tmp_path, port):
        until(lambda: person.answers().get("adult-or-child") == "child", "the click is taken down")

        expect(person.option("adult-or-child", 1).locator("input")).to_be_checked()
        assert person.answers() == {"who-answers": "person", "adult-or-child": "child"}
        assert person.heading() == "Your situation"
        person.at_rest()


def test_a_next_pressed_right_after_the_line_is_back_counts(new_page: NewPage, tmp_path: Path) -> None:
    """The new server knows the screen before any button of it can be pressed."""
    port = free_port()
    with serve(APP, tmp_path, port) as server:
        person = Person(new_page(server)).expect_lost_line().begin_at("your-situation")
        server.kill()
    with serve(APP, tmp_path, port):
        # Playwright presses as soon as the button can be pressed again.
        person.press(say("guide.next"))
        expect(person.page.locator("h1").first).to_have_text("The cause, and your hopes")
        person.at_rest()


@contextmanager
def two_behind_nginx(folder: Path) -> Iterator[tuple[Server, dict[str, Server]]]:
    """Run deploy/nginx.conf before two servers; only its ports are put in place of those that it names."""
    program = shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin")
    if program is None:
        pytest.fail("This test needs nginx: apt-get install nginx-light", pytrace=False)
    with ExitStack() as stack:
        one, two = (stack.enter_context(serve(APP, folder, free_port())) for _ in range(2))
        front = free_port()
        text = (ROOT / "deploy" / "nginx.conf").read_text(encoding="utf-8")
        for named, port in (("8501", one.port), ("8502", two.port), ("8080", front)):
            assert named in text
            text = text.replace(named, str(port))
        (folder / "guide.conf").write_text(text, encoding="utf-8")
        (folder / "nginx.conf").write_text(AROUND.format(folder=folder), encoding="utf-8")
        process = subprocess.Popen([program, "-p", str(folder), "-c", str(folder / "nginx.conf"), "-e", "stderr"])
        try:
            nginx = Server(front, folder / "nginx.txt", process)
            wait_until_healthy(nginx)
            yield nginx, {"one": one, "two": two}
        finally:
            process.terminate()
            process.wait(timeout=30)


def test_another_server_takes_over_and_loses_nothing(new_page: NewPage, tmp_path: Path) -> None:
    """A sticky cookie keeps a person on one of two servers; when it is killed the next answer lands on the other."""
    with two_behind_nginx(tmp_path) as (nginx, servers):
        person = Person(new_page(nginx)).expect_lost_line().begin_at("who-and-name")

        def serving() -> str:
            cookies = person.page.context.cookies()
            return next(str(cookie.get("value")) for cookie in cookies if cookie.get("name") == "guide_server")

        first = serving()
        person.choose("who-answers", 1)
        person.type("name", "Ada")
        for _ in range(3):
            person.reload()
            assert serving() == first
        servers[first].kill()
        person.choose("who-answers", 2)
        until(lambda: person.answers().get("who-answers") == "family", "the next answer is taken down")

        assert serving() == {"one": "two", "two": "one"}[first]
        assert person.answers() == {"who-answers": "family", "name": "Ada"}
        assert person.go("next") == "Your situation"
        person.reload()
        assert person.answers() == {"who-answers": "family", "name": "Ada"}
        assert "Ada" not in nginx.printed()

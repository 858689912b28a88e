"""Hostile texts in the page: shown as they are, and nothing runs, loads or leads astray."""

import re

import pytest

from frameline.report.escape import printable

#: Fields that show a text as text: prose, alternative text, tables, claims, notes and so on.
SHOWN = 20


def words(text):
    return " ".join(printable(text).split())


def test_there_are_enough_of_them(hostile):
    assert len(set(hostile)) == len(hostile) >= 60


def test_nothing_in_the_page_is_active(page, parse):
    _, found = parse(page)
    assert found == []


def test_every_text_is_shown_as_it_is(page, parse, hostile):
    tree, _ = parse(page)
    shown = words("".join(tree.find("body").itertext()))
    for text in hostile:
        assert shown.count(words(text)) >= SHOWN, text


def test_every_text_is_whole_in_attributes(page, parse, hostile):
    tree, _ = parse(page)
    values = {words(v) for e in tree.iter("data") for v in (e.get("value"), e.get("title"))}
    for text in hostile:
        assert words(text) in values, text
        assert any(value.endswith(words(text)) for value in values)


def test_only_web_addresses_became_links(page, parse):
    tree, _ = parse(page)
    sources = next(e for e in tree.iter("section") if e.get("id") == "sources")
    links = [a.get("href") for a in sources.iter("a")]
    assert links
    assert all(re.match(r"https://evil\.example/", link) for link in links)


def test_the_policy_of_the_page_forbids_everything_else(page, parse):
    tree, _ = parse(page)
    policies = [m.get("content") for m in tree.iter("meta") if m.get("http-equiv")]
    assert len(policies) == 1
    rules = dict(rule.split(" ", 1) for rule in policies[0].split("; "))
    assert rules.pop("default-src") == "'none'"
    assert set(rules) <= {"style-src", "img-src", "font-src", "base-uri", "form-action"}
    assert set(" ".join(rules.values()).split()) <= {"'none'", "'unsafe-inline'", "data:"}


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_browser_finds_nothing_to_do(page, browser, tmp_path, scheme):
    file = tmp_path / "page.html"
    file.write_text(page, encoding="utf-8")
    browser.open(file.as_uri())
    browser.call("Emulation.setEmulatedMedia", features=[
        {"name": "prefers-color-scheme", "value": scheme}])  # fmt: skip
    opened = "document.querySelectorAll('details').forEach(d => d.open = true)"
    browser.evaluate(opened)
    browser.evaluate("new Promise(done => setTimeout(done, 200))")
    outside = [deed for deed in browser.deeds if not deed.startswith("data:font/")]
    assert outside == [file.as_uri()]
    assert browser.evaluate("location.href") == file.as_uri()
    count = "document.querySelectorAll('script,iframe,object,embed,form,img,base,link').length"
    assert browser.evaluate(count) == 0


def test_the_browser_would_have_seen_it(browser, tmp_path):
    """The test above can fail: it does where a text is let through as markup."""
    file = tmp_path / "bad.html"
    file.write_text("<!doctype html><p><img src=https://evil.example/x onerror=alert(1)><p>after")
    browser.open(file.as_uri())
    assert "Page.javascriptDialogOpening" in browser.deeds
    assert len(browser.deeds) >= 3

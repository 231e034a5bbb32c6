"""Law and places on the page: read by all who work here, loaded by a few, shown before it is saved."""

import re
from collections.abc import Iterator

import pytest
from allauth.mfa.totp.internal import auth as totp
from allauth.mfa.utils import is_mfa_enabled
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from tafteesh.foundation.access.models import Person
from tafteesh.interfaces.web.reference.words import in_words
from tafteesh.reference.editions.actions import load_edition
from tafteesh.reference.law.models import CompensationScheme, Deadline, Edition, Section
from tafteesh.reference.places.models import Area, Authority, Post, PostHolder
from tests.people import Worker
from tests.reference.small import small_edition

LISTS = (
    "home", "sections", "deadlines", "procedure", "schemes", "confidentiality", "authorities", "areas",
    "posts", "editions",
)  # fmt: skip


@pytest.fixture
def loaded(meera: Worker) -> None:
    load_edition(folder=small_edition(), by=meera.actor)


@pytest.fixture
def signed_in(client: Client, settings: object) -> Iterator[object]:
    """A browser in which a person signed in."""

    def enter(person: Person) -> Client:
        if not is_mfa_enabled(person):
            totp.TOTP.activate(person, totp.generate_totp_secret())
        client.force_login(person, backend="tafteesh.interfaces.web.sign_in.backend.StaffBackend")
        person.language = "en"
        person.save()
        client.cookies["django_language"] = "en"
        return client

    return enter


def body(client: Client, name: str, *args: object, **query: str) -> str:
    """The page as text, its marks left out."""
    answer = client.get(reverse(f"reference:{name}", args=args), query)
    assert answer.status_code == 200, (name, answer.status_code)
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", answer.content.decode()))


@pytest.mark.parametrize("name", LISTS)
def test_every_list_has_its_empty_state(signed_in, dev: Worker, name: str) -> None:
    assert body(signed_in(dev.person), name)


def test_every_list_and_detail_opens(signed_in, dev: Worker, loaded: None) -> None:
    client = signed_in(dev.person)
    for name in LISTS:
        assert body(client, name)
    for name, model in (
        ("section", Section), ("deadline", Deadline), ("scheme", CompensationScheme),
        ("authority", Authority), ("post", Post), ("edition", Edition),
    ):  # fmt: skip
        for row in model.objects.order_by("?")[:3]:
            assert body(client, name, row.pk)
    for key in ("ST-19", "D-303", "SUB-N24-BASIRHAT", "B-2730"):
        assert body(client, "area", Area.objects.get(key=key).pk)


def test_the_two_codes_stand_side_by_side_and_are_found(
    signed_in, dev: Worker, loaded: None
) -> None:
    client = signed_in(dev.person)

    found = body(client, "sections", words="370(4)")
    assert "370(4)" in found
    assert "143(4)" in found
    assert "No section fits" in body(client, "sections", words="9999")
    assert "Procuring" in body(client, "sections", act="ITPA")


def test_terms_of_imprisonment_are_in_words() -> None:
    assert in_words("10y RI") == "10 years rigorous"
    assert in_words("1-3y") == "1-3 years"
    assert in_words("life or 1y SI") == "life or 1 year simple"


def test_what_was_not_read_in_a_source_says_so(signed_in, dev: Worker, loaded: None) -> None:
    client = signed_in(dev.person)
    row = Deadline.objects.get(key="D-POCSO-CWC3")

    assert "To be verified" in body(client, "deadline", row.pk)
    assert "Read in its source" in body(
        client, "deadline", Deadline.objects.get(key="D-PROGRESS-90").pk
    )
    assert "gk-to-verify" not in body(client, "deadlines")


def test_a_scheme_shows_its_heads_and_an_unknown_amount_is_not_nothing(
    signed_in, dev: Worker, loaded: None
) -> None:
    client = signed_in(dev.person)
    shown = body(client, "scheme", CompensationScheme.objects.get(key="NALSA-2018").pk)

    assert "₹4,00,000 to ₹7,00,000" in shown
    assert "not known" in shown
    assert "₹0" not in shown


def test_only_those_who_meet_officials_see_who_holds_a_post(
    signed_in, dev: Worker, asha: Worker, loaded: None
) -> None:
    post = Post.objects.get(key="BDO-2730")
    PostHolder.objects.create(post=post, name="Sukanta Pal", held_from="2024-04-01")

    assert "Sukanta Pal" not in body(signed_in(dev.person), "posts")
    assert "Sukanta Pal" not in body(signed_in(dev.person), "post", post.pk)
    assert "Sukanta Pal" in body(signed_in(asha.person), "posts")


def test_a_social_worker_loads_nothing(signed_in, asha: Worker, loaded: None) -> None:
    client = signed_in(asha.person)

    assert client.get(reverse("reference:upload")).status_code == 403
    post = Post.objects.get(key="BDO-2730")
    assert client.post(reverse("reference:begin", args=[post.pk])).status_code == 403
    assert client.post(reverse("reference:upload"), {"seen": "x"}).status_code == 403


def test_a_holder_is_written_down_and_a_clash_is_a_sentence(
    signed_in, meera: Worker, loaded: None
) -> None:
    client = signed_in(meera.person)
    post = Post.objects.get(key="BDO-2730")
    url = reverse("reference:begin", args=[post.pk])
    sent = {"name": "Sukanta Pal", "held_from": "01-04-2024", "submission_key": "a" * 32}

    assert client.post(url, sent).status_code == 302
    early = {**sent, "held_from": "01-01-2024", "submission_key": "b" * 32}
    answer = client.post(url, early).content.decode()
    assert "Somebody else holds this post" in answer
    assert "Sukanta Pal" in body(client, "post", post.pk)
    assert PostHolder.objects.count() == 1


def test_a_list_is_shown_before_it_is_saved(signed_in, meera: Worker, loaded: None) -> None:
    client = signed_in(meera.person)
    raw = b"key,kind,name,district\nPS-X,police_station,Ghoshpur PS,D-303\n"
    sent = {"dataset": "authorities", "file": SimpleUploadedFile("my list.csv", raw)}

    preview = client.post(reverse("reference:upload"), sent).content.decode()
    assert "Ghoshpur PS" in preview
    assert "gk-to-verify" not in preview
    assert not Authority.objects.filter(key="PS-X").exists()

    seen = re.search(r'name="seen" value="([^"]+)"', preview)
    assert seen
    assert client.post(reverse("reference:upload"), {"seen": seen[1]}).status_code == 302
    assert Authority.objects.get(key="PS-X").edition.loaded_by == str(meera.person.pk)  # type: ignore[union-attr] # loaded with one
    assert "Ghoshpur" in body(client, "authorities", words="P.S. Ghoshpur")


def test_a_list_that_was_tampered_with_is_not_saved(signed_in, meera: Worker, loaded: None) -> None:
    before = Edition.objects.count()
    answer = signed_in(meera.person).post(reverse("reference:upload"), {"seen": "mine:own"})

    assert answer.status_code == 302
    assert Edition.objects.count() == before


@pytest.mark.parametrize(
    ("raw", "says"),
    [
        (b"key,kind,name\nA,castle,X\n", "line 2"), (b"\xff\xfe", "UTF-8"), (b"", "first line"),
        (b"key,kind,name\n" + b"A" * 1_600_000, "1.5 MB"),
    ],
)  # fmt: skip
def test_a_bad_list_is_refused_in_words(signed_in, meera: Worker, raw: bytes, says: str) -> None:
    sent = {"dataset": "authorities", "file": SimpleUploadedFile("a.csv", raw)}
    answer = signed_in(meera.person).post(reverse("reference:upload"), sent).content.decode()

    if raw:
        assert "Nothing was stored" in answer
        assert says in answer
    assert not Edition.objects.exists()

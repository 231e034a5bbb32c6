"""R-10: long, not common, not her own name; nothing else is asked of a password."""

import pytest
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError

from tests.people import Worker


@pytest.mark.parametrize("text", ["short7words", "password1234", "qwertyuiop123", "asha-asha-asha"])
def test_a_weak_password_is_refused(text: str, asha: Worker) -> None:
    asha.person.login_name = "asha-asha-asha"
    with pytest.raises(ValidationError):
        validate_password(text, asha.person)


@pytest.mark.parametrize("text", ["four plain words here", "নদীর ধারে একটা বড় গাছ"])
def test_plain_words_are_enough(text: str, asha: Worker) -> None:
    validate_password(text, asha.person)

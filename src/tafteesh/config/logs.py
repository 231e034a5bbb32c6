"""Logs that hold no one's words: the kind of fault and where it stands in the code, nothing that was passed."""

import logging
import traceback
from typing import Any

from django.http import HttpRequest
from django.views.debug import SafeExceptionReporterFilter


class QuietFormatter(logging.Formatter):
    """Time, level, logger and message template; of an exception its type and its places in the code."""

    def format(self, record: logging.LogRecord) -> str:
        when = self.formatTime(record)
        words = (
            str(record.msg) if record.name.startswith(("tafteesh", "waitress")) else _kind(record)
        )
        line = f"{when} {record.levelname} {record.name}: {words}"
        if record.exc_info and record.exc_info[0]:
            line += f" {record.exc_info[0].__name__}"
            places = traceback.extract_tb(record.exc_info[2])
            line += "".join(f"\n  {place.filename}:{place.lineno} {place.name}" for place in places)
        return line


def _kind(record: logging.LogRecord) -> str:
    status = getattr(record, "status_code", "")
    request = getattr(record, "request", None)
    match = getattr(request, "resolver_match", None)
    return f"{status} {match.route if match else ''}".strip() or str(record.msg).split(":")[0]


class HideEverything(SafeExceptionReporterFilter):
    """Should an error report ever be made, no setting, variable or form value stands in it."""

    def is_active(self, request: HttpRequest | None) -> bool:
        return True

    def get_safe_settings(self) -> dict[str, Any]:
        return {}

    def get_post_parameters(self, request: HttpRequest | None) -> dict[str, Any]:
        return {}

    def get_traceback_frame_variables(self, request: HttpRequest | None, tb_frame: Any) -> Any:
        return {}.items()

"""One way of writing days and numbers for all three languages. Month-first is never read."""

from typing import Final

DATE_FORMAT: Final = "d-m-Y"
TIME_FORMAT: Final = "g:i a"
DATETIME_FORMAT: Final = "d-m-Y, g:i a"
DATE_INPUT_FORMATS: Final = ["%d-%m-%Y", "%d/%m/%Y", "%d.%m.%Y", "%d-%m-%y", "%d/%m/%y", "%d.%m.%y"]
TIME_INPUT_FORMATS: Final = ["%H:%M", "%I:%M %p"]
DATETIME_INPUT_FORMATS: Final = [
    f"{day} {hour}" for day in DATE_INPUT_FORMATS for hour in TIME_INPUT_FORMATS
]
SUNDAY: Final = 0
LAKH_GROUPING: Final = (3, 2, 0)

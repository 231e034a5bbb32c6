"""Hindi: day first, lakh grouping, week from Sunday. Django's own formats here would mislead."""

from typing import Final

from tafteesh.config.formats import house

DATE_FORMAT: Final = house.DATE_FORMAT
SHORT_DATE_FORMAT: Final = house.DATE_FORMAT
DATETIME_FORMAT: Final = house.DATETIME_FORMAT
SHORT_DATETIME_FORMAT: Final = house.DATETIME_FORMAT
TIME_FORMAT: Final = house.TIME_FORMAT
YEAR_MONTH_FORMAT: Final = "F Y"
MONTH_DAY_FORMAT: Final = "j F"
DATE_INPUT_FORMATS: Final = house.DATE_INPUT_FORMATS
DATETIME_INPUT_FORMATS: Final = house.DATETIME_INPUT_FORMATS
TIME_INPUT_FORMATS: Final = house.TIME_INPUT_FORMATS
FIRST_DAY_OF_WEEK: Final = house.SUNDAY
DECIMAL_SEPARATOR: Final = "."
THOUSAND_SEPARATOR: Final = ","
NUMBER_GROUPING: Final = house.LAKH_GROUPING

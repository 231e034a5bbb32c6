"""Components refuse mistakes, hide what is hidden, and speak plainly."""

import re
from datetime import date
from typing import Any

import pytest
from django import forms
from django.template import Context, Template, TemplateSyntaxError
from django.utils.translation import override

from tafteesh.interfaces.web.templatetags import charts
from tafteesh.interfaces.web.templatetags.components import legal_words
from tafteesh.interfaces.web.templatetags.shapes import Column


def drawn(source: str, **context: Any) -> str:
    return Template("{% load components formats %}" + source).render(Context(context))


class Asking(forms.Form):
    """A small form as pages make them."""

    called = forms.CharField(label="Name used", help_text="What she is called")
    on = forms.DateField(label="When?")
    sure = forms.ChoiceField(label="Sure", choices=[("day", "Exact")], widget=forms.RadioSelect)
    years = forms.IntegerField(
        label="Age", required=False, error_messages={"invalid": "An age, please"}
    )


@pytest.mark.parametrize(
    "misspelt",
    [
        '{% badge lable="On time" %}',
        '{% badge "On time" %}',
        "{% badge %}",
        '{% legal_badge state="late" day=3 %}',
        '{% icon nam="clock" %}',
        '{% timeline_entry title="x" %}{% endtimeline_entry %}',
        '{% table caption="x" %}{% endtable %}',
        '{% field feild="x" %}',
    ],
)
def test_a_misspelt_or_missing_argument_stops_the_page(misspelt: str) -> None:
    with pytest.raises(TemplateSyntaxError):
        drawn(misspelt)


def test_an_icon_that_does_not_exist_stops_the_page() -> None:
    with pytest.raises(TemplateSyntaxError, match="handcuffs"):
        drawn('{% icon name="handcuffs" %}')


def test_an_icon_is_silent_unless_it_stands_alone() -> None:
    assert 'aria-hidden="true"' in drawn('{% icon name="search" %}')
    assert 'aria-label="Search"' in drawn('{% icon name="search" label="Search" %}')


@pytest.mark.parametrize("state", ["on_time", "late", "overdue", "waiting", "not_due", "not_applicable", "not_known"])  # fmt: skip
def test_each_legal_state_has_words_and_a_shape(state: str) -> None:
    shown = drawn("{% legal_badge state=state %}", state=state)

    assert re.sub(r"<[^>]+>", "", shown).strip()
    assert "<use" in shown


def test_days_are_counted_only_where_counting_makes_sense() -> None:
    with override("en"):
        assert legal_words("late", 1) == "Late 1 day"
        assert legal_words("overdue", 377) == "Overdue 377 days"
        assert legal_words("late", None) == "Late"
        assert legal_words("not_due", 5) == "Not due"


def test_the_chip_for_a_hidden_name_is_the_same_for_every_name() -> None:
    chips = {
        drawn("{% who number=n called='' %}", n="S-0142") for _ in ("Rupa", "Asha Bibi Khatun")
    }

    assert len(chips) == 1
    assert "hidden" in chips.pop()


def test_what_people_typed_is_escaped() -> None:
    evil = "<script>alert(1)</script>"
    source = (
        "{% who number=e called=e %}{% badge label=e %}{% alert words=e %}{% safety_strip words=e %}"
        "{% timeline_entry title=e on=None by=e %}{{ e }}{% endtimeline_entry %}"
        "{% plain_table caption=e columns=columns rows=rows %}"
    )

    assert "<script>" not in drawn(source, e=evil, columns=[Column(evil)], rows=[])


def test_a_field_ties_label_hint_and_error_to_its_input() -> None:
    form = Asking({"called": ""})
    shown = drawn("{% field field=form.called %}", form=form)

    assert 'for="id_called"' in shown
    assert 'aria-describedby="id_called-hint id_called-error"' in shown
    assert 'aria-invalid="true"' in shown
    assert 'autocomplete="off"' in shown
    assert " required" not in shown


def test_only_an_optional_field_says_so() -> None:
    form = Asking()

    assert "(optional)" in drawn("{% field field=form.years %}", form=form)
    assert "(optional)" not in drawn("{% field field=form.called %}", form=form)


def test_errors_say_what_to_do_and_never_say_invalid() -> None:
    form = Asking({"on": "31-02-2026", "years": "many"})
    shown = drawn("{% error_summary form=form %}{% date_field field=form.on %}", form=form)

    assert "Write the date like 14-12-2026" in shown
    assert "An age, please" in shown, "words that a form brought itself must stay"
    assert "valid" not in shown.replace("aria-invalid", "")
    assert 'href="#id_sure_0"' in shown, "the summary must lead to the first choice of a group"


def test_a_form_without_errors_has_no_summary() -> None:
    assert not drawn("{% error_summary form=form %}", form=Asking()).strip()


def test_no_answer_offers_five_kinds_and_remembers_a_refusal() -> None:
    shown = drawn('{% no_answer name="father" about="Father" chosen="declined" %}')

    assert shown.count('type="radio"') == 6
    assert "<strong>Prefers not to say</strong>" in shown


def test_a_header_sorts_up_then_down_and_keeps_the_filters() -> None:
    columns = [Column("File", "file"), Column("Court")]
    up = drawn(
        '{% plain_table caption="c" columns=c rows=r sort="file" query="area=3" %}', c=columns, r=[]
    )

    assert 'aria-sort="ascending"' in up
    assert "?sort=-file&amp;area=3" in up
    assert up.count("<a ") == 1


def test_a_chart_says_its_finding_and_refuses_a_thirteenth_bar() -> None:
    rows = [charts.Bar("Charge sheet", [41], ["41"])]
    shown = charts.draw_bars(charts.Bars("k", "Most are late", "2025-26", rows, ["In time"]))

    assert "<title" in shown
    assert "Most are late" in shown
    assert " style=" not in shown
    with pytest.raises(charts.TooManyBars):
        charts.draw_bars(charts.Bars("k", "t", "d", rows * 13, ["s"]))


def test_a_curve_goes_along_and_then_down() -> None:
    assert charts.step_path([(0, 0), (25, 40.5)]) == "M0 0H25V40.5H100"


def test_a_step_too_small_to_show_gives_no_share_away() -> None:
    steps = charts.funnel_steps(
        charts.Funnel("k", "t", "d", [charts.FunnelStep("a", 40), charts.FunnelStep("b", None), charts.FunnelStep("c", 9)], "Step")
    )  # fmt: skip

    assert [step["share"] for step in steps] == [None, None, None]


def test_a_month_starts_on_sunday_and_a_holiday_can_still_be_chosen() -> None:
    day, holiday = date(2026, 12, 14), date(2026, 12, 25)
    source = '{% month_choice name="on" label="Next" month=day chosen=day closed=closed %}'
    shown = drawn(source, day=day, closed=[holiday])

    assert shown.index("Sunday") < shown.index("Monday")
    assert shown.count('type="radio"') == 31
    assert 'value="14-12-2026" checked' in shown
    assert "court holiday" in shown
    assert "disabled" not in shown
    assert 'value="2027-01"' in shown
    assert 'value="2026-11"' in shown

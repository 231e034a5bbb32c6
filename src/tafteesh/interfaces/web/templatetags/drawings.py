"""Charts as components. Each is drawn from rows and carries the same rows as a table."""

from django import template

from tafteesh.interfaces.web.templatetags import charts

register = template.Library()


@register.inclusion_tag("components/bar_chart.html")
def bar_chart(*, chart: charts.Bars) -> dict[str, object]:
    """Lying bars from zero, each with its words; series differ by hatching too."""
    return {"chart": chart, "drawing": charts.draw_bars(chart)}


@register.inclusion_tag("components/funnel.html")
def funnel(*, chart: charts.Funnel) -> dict[str, object]:
    """Steps from the first paper to the last, each with its share of the step before."""
    return {"chart": chart, "steps": charts.funnel_steps(chart)}


@register.inclusion_tag("components/time_curve.html")
def time_curve(*, chart: charts.Curve) -> dict[str, object]:
    """How many still wait after so many months, with those still waiting counted below."""
    return {"chart": chart, "drawing": charts.draw_curve(chart)}

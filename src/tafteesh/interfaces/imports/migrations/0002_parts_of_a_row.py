"""A row of a wide register is staged once for each register that it holds."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("imports", "0001_initial")]

    operations = [
        migrations.RemoveConstraint(model_name="stagedrow", name="a_row_is_staged_once"),
        migrations.AddConstraint(
            model_name="stagedrow",
            constraint=models.UniqueConstraint(
                name="a_row_is_staged_once", fields=("batch", "sheet", "row", "kind")
            ),
        ),
    ]

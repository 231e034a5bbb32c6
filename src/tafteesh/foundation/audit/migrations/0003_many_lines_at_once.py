from pathlib import Path

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("audit", "0002_chain")]

    operations = [
        migrations.RunSQL(
            (Path(__file__).parent.parent / "chain.sql").read_text(), migrations.RunSQL.noop
        )
    ]

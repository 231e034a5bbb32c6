"""Names are found by how they sound: the tokens are made anew (`tafteesh reindex_names`), so the old ones go."""

import django.db.models.deletion
import django.db.models.manager
from django.db import migrations, models

import tafteesh.foundation.vault.models


class Migration(migrations.Migration):

    dependencies = [
        ("access", "0002_two_people_for_one_role"),
        ("files", "0002_her_choices_and_safety"),
    ]

    operations = [
        migrations.AddField(
            model_name="identity",
            name="sounds",
            field=tafteesh.foundation.vault.models.SealedField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="identity",
            name="keyed_as",
            field=models.PositiveSmallIntegerField(default=0),
        ),
        migrations.DeleteModel(name="NameToken"),
        migrations.CreateModel(
            name="NameToken",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "token", "organisation_id", "survivor_file_id",
                        blank=True, editable=False, primary_key=True, serialize=False,
                    ),
                ),
                ("token", models.BigIntegerField()),
                (
                    "organisation",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="access.organisation",
                    ),
                ),
                (
                    "survivor_file",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="tokens",
                        to="files.survivorfile",
                    ),
                ),
            ],
            options={"base_manager_name": "unscoped", "default_manager_name": "unscoped"},
            managers=[("unscoped", django.db.models.manager.Manager())],
        ),
    ]

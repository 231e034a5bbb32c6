"""Names are found by how they sound: the tokens are made anew (`tafteesh reindex_names`), so the old ones go."""

import django.db.models.deletion
import django.db.models.manager
from django.conf import settings
from django.db import migrations, models

import tafteesh.foundation.kernel.ids
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
        migrations.CreateModel(
            name="SearchMiss",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=tafteesh.foundation.kernel.ids.new_id,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("asked_at", models.DateTimeField()),
                ("words_sealed", tafteesh.foundation.vault.models.SealedField()),
                ("number", models.TextField(blank=True)),
                (
                    "asked_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "organisation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="access.organisation",
                    ),
                ),
            ],
            options={"base_manager_name": "unscoped", "default_manager_name": "unscoped"},
            managers=[("unscoped", django.db.models.manager.Manager())],
        ),
    ]

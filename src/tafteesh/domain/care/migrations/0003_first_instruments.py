from django.db import migrations

from tafteesh.foundation.kernel.ids import new_id

# code, title, lowest, highest, questions
INSTRUMENTS = (
    (
        "CIT",
        "Well-being review (CIT), example list",
        0,
        10,
        (
            "Safety",
            "Health of the body",
            "Peace of mind",
            "Family",
            "Friends and neighbours",
            "Home",
            "Work and money",
            "Schooling and skills",
            "Her court case",
            "Her papers and rights",
        ),
    ),
    (
        "ASO",
        "Outcomes (ASO), example list",
        1,
        4,
        (
            "Safety",
            "Legal protection",
            "Mental wellbeing",
            "Economic empowerment and education",
            "Social support",
            "Physical wellbeing",
        ),
    ),
)


def add(apps, schema_editor):
    owner = schema_editor.connection.alias
    instruments = apps.get_model("care", "Instrument").objects.using(owner)
    lines = apps.get_model("care", "Question").objects.using(owner)
    for code, title, lowest, highest, questions in INSTRUMENTS:
        row = instruments.create(
            id=new_id(), code=code, edition=1, title=title, lowest=lowest, highest=highest
        )
        for position, words in enumerate(questions, start=1):
            lines.create(
                id=new_id(), instrument=row, position=position, words=words
            )


class Migration(migrations.Migration):
    dependencies = [("care", "0002_reviews_and_services")]

    operations = [migrations.RunPython(add, migrations.RunPython.noop)]

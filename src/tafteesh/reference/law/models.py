import uuid

from django.db import models


class Section(models.Model):
    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    key = models.TextField(unique=True)


class CompensationScheme(models.Model):
    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    key = models.TextField(unique=True)

import uuid

from django.db import models


class Area(models.Model):
    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    key = models.TextField(unique=True)


class Authority(models.Model):
    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    key = models.TextField(unique=True)


class Post(models.Model):
    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    key = models.TextField(unique=True)

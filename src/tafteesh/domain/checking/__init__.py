"""How true the records are: checked against paper, told with an interval."""

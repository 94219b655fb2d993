"""The base of every value that travels through the pipe: immutable, and strict about its fields."""

from pydantic import BaseModel, ConfigDict


class Value(BaseModel):
    """An immutable record; an unknown field is an error."""

    model_config = ConfigDict(frozen=True, extra="forbid")

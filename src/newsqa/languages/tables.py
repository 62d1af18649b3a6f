"""What every table of language data is."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict


class Data(BaseModel):
    """A frozen table of language data that refuses fields it does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid")

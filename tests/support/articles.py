"""Articles written for the tests."""

import json
from typing import Any

BODY = """Harbour workers in Valparaiso return to their cranes

Coastal Courier

Valparaiso, 3 March - Dock workers ended a nine-day strike on Tuesday after the port authority agreed to hire sixty men.

"We asked for safety and we got it," said Lucia Ferrante, who leads the Dockers' Federation of Chile.

The government of Chile had sent the labour minister, Tomas Arriagada, to the talks on Sunday. He told reporters that
ships from Peru and Japan would be unloaded first.

Ferrante said the federation would watch closely whether the promises were kept, and that another strike was possible.



Chile: Copper Mines Close for the Winter

Peru Signs Fishing Accord With Ecuador

Chile: Students March Through Santiago Again

Three Injured in Warehouse Fire Near Lima

Japan: Carmakers Cut Output for a Second Month

Chile: Court Rejects Appeal Over Dam Project
"""


def article(**fields: Any) -> dict[str, Any]:
    """A raw article with a list of related headlines at its end."""
    return {"text": BODY, **fields}


def article_bytes(**fields: Any) -> bytes:
    """The same as it is published."""
    return json.dumps(article(**fields)).encode()

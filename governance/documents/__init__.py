"""Minutes and agendas as documents: what one says (the model), composed from the state, written as text."""

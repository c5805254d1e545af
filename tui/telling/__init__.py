"""What the screens say of an entry and of the state: plain functions from data to lines."""

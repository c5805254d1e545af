"""Forms made from the types of events: what their fields are called, and the widgets they are filled in with."""

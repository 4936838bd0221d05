"""How the screens look: a programme to look at, the table of scenes, pictures of them as text."""

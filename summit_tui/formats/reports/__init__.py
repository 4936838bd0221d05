"""Documents about my agenda: the trip report, the pages to take notes in, the case for going."""

"""The best feasible agenda out of many wishes: an exact solver and what it has to say for itself.

`instance` states the problem in whole numbers, `solving` solves it and proves it, `reasons` says
why something was left out and what having it would cost. None of these know sessions; `wishes`
makes an instance of an agenda, and `plan` puts the answer into words that front ends show.
"""

"""Intervals, days and edges in, geometry out: where things stand, in percent or pixels. Templates draw it as SVG."""

"""Text in, offsets out; knows nothing of news. All offsets are code points into the string that was given."""

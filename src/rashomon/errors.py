"""What can go wrong, said in one sentence: what, where, what to do."""


class RashomonError(Exception):
    """Anything Rashomon tells its user; the message is one clear sentence. `exit_code` is what the command line ends with."""

    exit_code = 1


class Remark(UserWarning):
    """What was done otherwise than a user may expect, in one clear sentence; given by way of `warnings`."""


class InputError(RashomonError):
    """A file or folder that was given cannot be used at all."""

    exit_code = 3


class CaseFileError(RashomonError):
    """A case file is missing, broken, locked or made by a newer Rashomon."""

    exit_code = 4


class DecisionError(RashomonError):
    """A decision names no record, or answers what was not asked."""

    exit_code = 5


class PluginError(RashomonError):
    """A reader, extractor, comparer or exporter is unknown or cannot be loaded."""

    exit_code = 6

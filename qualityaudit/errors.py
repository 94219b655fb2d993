"""Every way qualityaudit can fail, drawn as a tree; each class carries the exit code of the command line.

QualityAuditError            1   a bug, if nothing more precise fits
├── UsageError               2   the arguments do not make sense together
├── PaperError               3   a paper could not be read
│   ├── MissingPaper             no such file, or nothing to read in a folder
│   ├── UnknownFormat            the suffix or the content is of no known kind
│   ├── EmptyPaper               a document without pages or words
│   │   └── ZeroBytes            nothing in the file at all
│   ├── NoTextLayer              a scan without recognised text
│   ├── EncryptedPaper           needs a password
│   ├── CorruptPaper             the file is damaged
│   ├── WrongSuffix              the content is not what the suffix says
│   ├── PaperTooLarge            over a limit that protects the machine
│   └── PaperTimeout             took longer than the limit per paper
├── ChecklistError           4   a checklist, concept or evidence file is wrong
├── AnswersError             5   an answer sheet is wrong
└── RenderError              6   a report could not be written
"""


class QualityAuditError(Exception):
    """Base of all errors raised on purpose; the message says where, what, and what to do."""

    exit_code = 1


class UsageError(QualityAuditError):
    """The arguments do not make sense together."""

    exit_code = 2


class PaperError(QualityAuditError):
    """A paper could not be read."""

    exit_code = 3


class MissingPaper(PaperError):
    """There is no such file, or the folder holds nothing that can be read."""


class UnknownFormat(PaperError):
    """The file is of no kind that a reader knows."""


class EmptyPaper(PaperError):
    """The document has no pages or no words."""


class ZeroBytes(EmptyPaper):
    """The file holds nothing, or nothing but blanks."""


class NoTextLayer(PaperError):
    """The pages are pictures; text recognition has to come first."""


class EncryptedPaper(PaperError):
    """The file needs a password."""


class CorruptPaper(PaperError):
    """The file is damaged."""


class WrongSuffix(PaperError):
    """The content is not what the suffix says: a web page saved as .pdf, text named .docx."""


class PaperTooLarge(PaperError):
    """The file is over a limit that protects the machine."""


class PaperTimeout(PaperError):
    """Reading or judging the paper took longer than the limit per paper."""


class ChecklistError(QualityAuditError):
    """A checklist, concept or evidence file is wrong."""

    exit_code = 4


class AnswersError(QualityAuditError):
    """An answer sheet is wrong."""

    exit_code = 5


class RenderError(QualityAuditError):
    """A report could not be written."""

    exit_code = 6


BELOW_THRESHOLD = 10
"""Exit code when a paper scores under ``--fail-under``."""

INTERRUPTED = 130
"""Exit code when the person stopped the run."""

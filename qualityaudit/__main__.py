"""``python -m qualityaudit`` is ``qaudit``."""

from qualityaudit.cli import main

if __name__ == "__main__":
    main()

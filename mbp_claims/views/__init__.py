"""What the screens show: frozen dataclasses of text ready to read. The domain decided, the screens only draw."""

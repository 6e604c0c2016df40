"""Page objects: what a clinician does on each screen. They give locators and assert nothing."""

-- Tag of the language in which the console is shown; NULL leaves it to the browser.
ALTER TABLE account
    ADD COLUMN language VARCHAR(3) NULL;

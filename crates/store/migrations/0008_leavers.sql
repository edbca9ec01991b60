-- Whoever left school takes the account back: the address that the link of a mail makes the account's.

ALTER TABLE mail_link ADD COLUMN email TEXT;

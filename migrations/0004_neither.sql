-- Answers merely shown were kept as wrong: they are neither right nor wrong.
UPDATE `attempt` SET `right` = NULL WHERE json_extract(`answer`, '$.kind') = 'shown';
--> statement-breakpoint
UPDATE `ask` SET `right` = NULL WHERE json_extract(`answer`, '$.kind') = 'shown';

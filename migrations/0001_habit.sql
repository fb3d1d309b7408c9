CREATE TABLE `alias_proposal` (
	`question` text NOT NULL,
	`person` text NOT NULL,
	`words` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`question`, `person`, `words`)
);
--> statement-breakpoint
CREATE TABLE `reminder` (
	`person` text PRIMARY KEY NOT NULL,
	`time` text NOT NULL,
	`zone` text NOT NULL,
	`due_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `reminder_due` ON `reminder` (`due_at`);--> statement-breakpoint
ALTER TABLE `person` ADD `fresh_a_day` integer;--> statement-breakpoint
ALTER TABLE `person` ADD `retention` integer;--> statement-breakpoint
ALTER TABLE `report` ADD `proposed` text;
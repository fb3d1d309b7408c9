CREATE TABLE `correction` (
	`key` text PRIMARY KEY NOT NULL,
	`channel` text NOT NULL,
	`question` text NOT NULL,
	`round` text NOT NULL,
	`rounds` integer NOT NULL,
	`answers` integer NOT NULL,
	`gained` integer NOT NULL,
	`at` integer NOT NULL,
	`due_at` integer,
	FOREIGN KEY (`round`) REFERENCES `round`(`key`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `correction_due` ON `correction` (`due_at`) WHERE due_at is not null;--> statement-breakpoint
ALTER TABLE `notice` ADD `aloud` integer;--> statement-breakpoint
CREATE INDEX `ask_question` ON `ask` (`question`);--> statement-breakpoint
CREATE INDEX `round_question` ON `round` (`question`);
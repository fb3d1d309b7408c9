ALTER TABLE `notice` ADD `channel` text;--> statement-breakpoint
ALTER TABLE `notice` ADD `message` text;--> statement-breakpoint
ALTER TABLE `notice` ADD `due_at` integer;--> statement-breakpoint
CREATE INDEX `notice_due` ON `notice` (`due_at`) WHERE due_at is not null;
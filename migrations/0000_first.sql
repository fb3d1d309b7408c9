CREATE TABLE `ask` (
	`key` text PRIMARY KEY NOT NULL,
	`person` text NOT NULL,
	`channel` text,
	`purpose` text NOT NULL,
	`run` text,
	`question` text NOT NULL,
	`asked` text NOT NULL,
	`asked_at` integer NOT NULL,
	`answer` text,
	`right` integer,
	`self_grade` text,
	`answered_at` integer
);
--> statement-breakpoint
CREATE INDEX `ask_person` ON `ask` (`person`,`asked_at`);--> statement-breakpoint
CREATE TABLE `attempt` (
	`round` text NOT NULL,
	`person` text NOT NULL,
	`answer` text NOT NULL,
	`right` integer,
	`self_grade` text,
	`at` integer NOT NULL,
	PRIMARY KEY(`round`, `person`),
	FOREIGN KEY (`round`) REFERENCES `round`(`key`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `attempt_person` ON `attempt` (`person`,`at`);--> statement-breakpoint
CREATE TABLE `away` (
	`person` text NOT NULL,
	`from_day` text NOT NULL,
	`to_day` text NOT NULL,
	PRIMARY KEY(`person`, `from_day`)
);
--> statement-breakpoint
CREATE TABLE `card` (
	`person` text NOT NULL,
	`question` text NOT NULL,
	`due` integer NOT NULL,
	`reviews` integer DEFAULT 0 NOT NULL,
	`memory` text NOT NULL,
	`met_at` integer NOT NULL,
	PRIMARY KEY(`person`, `question`)
);
--> statement-breakpoint
CREATE INDEX `card_due` ON `card` (`person`,`due`);--> statement-breakpoint
CREATE TABLE `channel` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`schedule` text,
	`due_at` integer,
	`due_from` integer,
	`settled` text
);
--> statement-breakpoint
CREATE INDEX `channel_due` ON `channel` (`due_at`);--> statement-breakpoint
CREATE TABLE `drawer` (
	`owner` text NOT NULL,
	`name` text NOT NULL,
	`value` text NOT NULL,
	PRIMARY KEY(`owner`, `name`)
);
--> statement-breakpoint
CREATE TABLE `heartbeat` (
	`platform` text NOT NULL,
	`from_at` integer NOT NULL,
	`to_at` integer NOT NULL,
	PRIMARY KEY(`platform`, `from_at`)
);
--> statement-breakpoint
CREATE INDEX `heartbeat_to` ON `heartbeat` (`platform`,`to_at`);--> statement-breakpoint
CREATE TABLE `keeper` (
	`channel` text NOT NULL,
	`since` integer NOT NULL,
	`person` text NOT NULL,
	`change` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `keeper_channel` ON `keeper` (`channel`,`since`);--> statement-breakpoint
CREATE TABLE `member` (
	`channel` text NOT NULL,
	`person` text NOT NULL,
	`joined` text NOT NULL,
	`answered` integer DEFAULT 0 NOT NULL,
	`right` integer DEFAULT 0 NOT NULL,
	`current` integer DEFAULT 0 NOT NULL,
	`longest` integer DEFAULT 0 NOT NULL,
	`freezes` integer DEFAULT 0 NOT NULL,
	`gap` integer DEFAULT 0 NOT NULL,
	PRIMARY KEY(`channel`, `person`)
);
--> statement-breakpoint
CREATE INDEX `member_person` ON `member` (`person`);--> statement-breakpoint
CREATE TABLE `month` (
	`channel` text NOT NULL,
	`month` text NOT NULL,
	`person` text NOT NULL,
	`answered` integer DEFAULT 0 NOT NULL,
	`graded` integer DEFAULT 0 NOT NULL,
	`right` integer DEFAULT 0 NOT NULL,
	`due` integer DEFAULT 0 NOT NULL,
	PRIMARY KEY(`channel`, `month`, `person`)
);
--> statement-breakpoint
CREATE INDEX `month_person` ON `month` (`person`);--> statement-breakpoint
CREATE TABLE `notice` (
	`key` text PRIMARY KEY NOT NULL,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `person` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`zone` text,
	`hidden` integer DEFAULT false NOT NULL,
	`met_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `question` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`fingerprint` text NOT NULL,
	`body` text NOT NULL,
	`since` integer NOT NULL,
	`retired_at` integer
);
--> statement-breakpoint
CREATE TABLE `question_alias` (
	`id` text PRIMARY KEY NOT NULL,
	`question` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `question_version` (
	`question` text NOT NULL,
	`version` integer NOT NULL,
	`body` text NOT NULL,
	`since` integer NOT NULL,
	PRIMARY KEY(`question`, `version`)
);
--> statement-breakpoint
CREATE TABLE `quiet_day` (
	`channel` text NOT NULL,
	`day` text NOT NULL,
	`state` text NOT NULL,
	PRIMARY KEY(`channel`, `day`)
);
--> statement-breakpoint
CREATE TABLE `report` (
	`id` text PRIMARY KEY NOT NULL,
	`question` text NOT NULL,
	`version` integer NOT NULL,
	`person` text NOT NULL,
	`fault` text NOT NULL,
	`words` text NOT NULL,
	`file` text NOT NULL,
	`line` integer NOT NULL,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `report_question` ON `report` (`question`);--> statement-breakpoint
CREATE TABLE `round` (
	`key` text PRIMARY KEY NOT NULL,
	`channel` text NOT NULL,
	`day` text NOT NULL,
	`kind` text NOT NULL,
	`question` text NOT NULL,
	`topic` text NOT NULL,
	`asked` text NOT NULL,
	`opened_at` integer NOT NULL,
	`closes_at` integer NOT NULL,
	`reveal` text NOT NULL,
	`closed_at` integer,
	`outage` integer DEFAULT false NOT NULL,
	`withdrawn_at` integer,
	`posted_at` integer,
	`post_after` integer NOT NULL,
	`receipt_channel` text,
	`receipt_message` text,
	`revealed_at` integer,
	`answers` integer DEFAULT 0 NOT NULL,
	`shown` integer DEFAULT 0 NOT NULL,
	`edited_at` integer,
	FOREIGN KEY (`channel`) REFERENCES `channel`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `round_once_a_day` ON `round` (`channel`,`day`) WHERE kind = 'scheduled';--> statement-breakpoint
CREATE INDEX `round_history` ON `round` (`channel`,`question`,`opened_at`);--> statement-breakpoint
CREATE INDEX `round_open` ON `round` (`closes_at`) WHERE closed_at is null;--> statement-breakpoint
CREATE INDEX `round_open_here` ON `round` (`channel`) WHERE closed_at is null;--> statement-breakpoint
CREATE INDEX `round_unposted` ON `round` (`post_after`) WHERE posted_at is null and withdrawn_at is null;--> statement-breakpoint
CREATE INDEX `round_unrevealed` ON `round` (`post_after`) WHERE closed_at is not null and revealed_at is null;--> statement-breakpoint
CREATE INDEX `round_untold` ON `round` (`edited_at`) WHERE answers != shown;
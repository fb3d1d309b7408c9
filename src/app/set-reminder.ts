import { setReminder as decide } from "../core/reminder.js";
import type { ReminderWish } from "../core/reminder-words.js";
import { noReminderMessage, reminderOffMessage, reminderSetMessage } from "../views/reminder.js";
import type { App } from "./app.js";
import { saved } from "./not-saved.js";
import type { Event, Reply } from "./platform.js";
import { zoneOf } from "./zone-of.js";

/** `/reminder 17:30 [zone]`, `off`, or nothing to see what is set. */
export async function setReminder(app: App, event: Event, wish: ReminderWish): Promise<Reply> {
  const { person, at } = event;
  switch (wish.kind) {
    case "show": {
      const reminder = await app.store.reminder(person.id);
      return { whisper: reminder ? reminderSetMessage(reminder) : noReminderMessage() };
    }
    case "off":
      await saved(app.store.changeReminder(person.id, () => ({ reminder: null })));
      return { whisper: reminderOffMessage() };
    case "set": {
      await app.store.meet(wish.zone ? { ...person, zone: wish.zone } : person, at);
      const zone = await zoneOf(app, person);
      const { reminder } = await saved(
        app.store.changeReminder(person.id, (old) => {
          const time = wish.time ?? old?.time;
          return { reminder: time ? decide(time, wish.zone ?? old?.zone ?? zone, at) : null };
        }),
      );
      return { whisper: reminder ? reminderSetMessage(reminder) : noReminderMessage() };
    }
  }
}

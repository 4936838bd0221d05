// Judge a calendar with ical.js: parse it strictly and print its events as JSON, as a calendar
// would hold them: unescaped text, instants as ISO 8601 in UTC.
// Usage: node icaljs_dump.mjs FOLDER_WITH_NODE_MODULES CALENDAR.ics
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const [folder, calendar] = process.argv.slice(2);
const entry = createRequire(join(folder, "here.js")).resolve("ical.js");
const { default: ICAL } = await import(pathToFileURL(entry));

const instant = (time) => (time ? time.toJSDate().toISOString() : null);
const root = new ICAL.Component(ICAL.parse(readFileSync(calendar, "utf8")));
const events = root.getAllSubcomponents("vevent").map((component) => {
  const event = new ICAL.Event(component, { strictExceptions: true });
  const alarms = component.getAllSubcomponents("valarm");
  return {
    uid: event.uid,
    start: instant(event.startDate),
    end: component.hasProperty("dtend") ? instant(event.endDate) : null,
    summary: event.summary,
    location: event.location,
    description: event.description,
    categories: component.getFirstProperty("categories")?.getValues() ?? [],
    sequence: event.sequence,
    status: component.getFirstPropertyValue("status"),
    url: component.getFirstPropertyValue("url"),
    alarms: alarms.map((alarm) => alarm.getFirstPropertyValue("trigger").toString()),
  };
});
console.log(JSON.stringify({ name: root.getFirstPropertyValue("x-wr-calname"), events }));

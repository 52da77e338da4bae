import type { Properties } from "./parse-shared-config.js";

const SECTION = /^\[\s*(?:services\s+)?([^\]]*?)\s*\]/;
const NESTED = /^\s+([^\s=]+)\s*=\s*(.*?)\s*$/;
const SERVICE = /^([^\s=]+)\s*=\s*$/;

/** Reads `[services NAME]` sections of the config file: by name and service, what is indented below the service. */
export function parseServices(text: string): ReadonlyMap<string, Readonly<Record<string, Properties>>> {
  const sections = new Map<string, Record<string, Record<string, string>>>();
  let section: Record<string, Record<string, string>> | null = null;
  let service: Record<string, string> | null = null;
  for (const line of text.split(/\r?\n/)) {
    const header = SECTION.exec(line);
    const nested = NESTED.exec(line);
    const named = SERVICE.exec(line);
    if (header !== null) {
      section = /^\[\s*services\s/.test(line) ? {} : null;
      service = null;
      if (section !== null) sections.set(header[1] as string, section);
    } else if (nested !== null && service !== null) {
      service[(nested[1] as string).toLowerCase()] = nested[2] as string;
    } else if (named !== null && section !== null) {
      service = {};
      section[(named[1] as string).toLowerCase()] = service;
    }
  }
  return sections;
}

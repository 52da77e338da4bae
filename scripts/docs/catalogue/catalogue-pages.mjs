// docs/catalogue/: every scenario that ships, by step and by message, and every cause; made for machines and for looking things up.

import { createCauseLinks } from "./cause-links.mjs";
import { causePages } from "./cause-pages.mjs";
import { messagesPage } from "./messages-page.mjs";
import { packsPage } from "./packs-page.mjs";
import { readmePage } from "./readme-page.mjs";
import { noErrorPage, stepPages } from "./scenario-pages.mjs";
import { worksPage } from "./works-page.mjs";

/** The pages by path below docs/, from the scenarios as they were played. */
export function cataloguePages(played) {
  const entries = played.map(toEntry);
  const causeLinks = createCauseLinks(entries);
  const pages = [
    ["README.md", readmePage(entries, causeLinks)],
    ["packs.md", packsPage(entries)],
    ["works.md", worksPage(entries)],
    ...stepPages(entries, causeLinks),
    ["no-error.md", noErrorPage(entries, causeLinks)],
    ["messages.md", messagesPage(entries, causeLinks)],
    ...causePages(causeLinks),
  ];
  return pages.map(([path, text]) => [`catalogue/${path}`, `<!-- Written by scripts/generate-docs.mjs from runs of all scenarios; do not edit. -->\n${text}`]);
}

function toEntry({ name, scenario, report }) {
  return { name, title: scenario.title, tags: scenario.tags, failure: report.failure, warnings: report.warnings, steps: report.steps };
}

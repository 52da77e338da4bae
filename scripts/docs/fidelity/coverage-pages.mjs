// The coverage of the fact sheets, from docs/coverage/*.yaml: each rule with its test, or with why it is left out.
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parse } from "yaml";

const FOLDER = fileURLToPath(new URL("../../../docs/coverage/", import.meta.url));

/** A summary for the page to read. */
export function coverageSummary() {
  const rows = readSheets().map(({ sheet, rules }) => {
    const tested = rules.filter(({ test }) => test !== undefined).length;
    return `| [${sheet}](fidelity/${sheet}.md) | ${rules.length} | ${tested} | ${rules.length - tested} | ${((100 * tested) / rules.length).toFixed(1)} % |`;
  });
  return `## How we know

What the real thing does stands in four fact sheets, made from captures, sources and documents. Each of their rules names the test that holds it; a test keeps the names true.

| sheet | rules | tested | left out | share |
| --- | --- | --- | --- | --- |
${rows.join("\n")}
`;
}

/** One page a sheet, by path below docs/. */
export function coveragePages() {
  return readSheets().map(({ sheet, rules }) => {
    const sections = [...new Set(rules.map(sectionOf))];
    const lists = sections.map(
      (section) =>
        `## Section ${section}\n\n${rules
          .filter((rule) => sectionOf(rule) === section)
          .map(item)
          .join("\n")}\n`,
    );
    return [
      `fidelity/${sheet}.md`,
      `<!-- Written by scripts/generate-docs.mjs from docs/coverage; do not edit. -->
# Coverage of the fact sheet ${sheet}

${rules.length} rules, each with the test that holds it, or with why there is none; \`docs/coverage/\` is where this is written. Back to [what differs](../fidelity.md).

${lists.join("\n")}`,
    ];
  });
}

function readSheets() {
  const parts = readdirSync(FOLDER).map((file) => parse(readFileSync(FOLDER + file, "utf8")));
  const sheets = [...new Set(parts.map(({ sheet }) => sheet))].sort();
  return sheets.map((sheet) => ({
    sheet,
    rules: parts
      .filter((part) => part.sheet === sheet)
      .flatMap(({ rules }) => rules)
      .sort((a, b) => a.rule.localeCompare(b.rule, "en", { numeric: true })),
  }));
}

function sectionOf({ rule }) {
  return /^\d+/.exec(rule)[0];
}

function item({ rule, test, "left-out": reason }) {
  if (test === undefined) return `- ${cell(rule)}: left out, ${cell(reason)}`;
  const [file, name] = test.split(" › ");
  return `- ${cell(rule)}: [${cell(name)}](../../${file})`;
}

function cell(text) {
  return text.replaceAll("|", "\\|").replaceAll("*", "\\*").replaceAll("<", "&lt;").replaceAll("[", "\\[").replaceAll("]", "\\]");
}

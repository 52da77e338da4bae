// The coverage of the fact sheets, from docs/coverage/*.yaml: each rule with its test, or with why it is left out.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parse } from "yaml";

const FOLDER = fileURLToPath(new URL("../../docs/coverage/", import.meta.url));

/** One list a sheet, under a summary; empty while there is none. */
export function coverageTables() {
  if (!existsSync(FOLDER)) return "";
  const parts = readdirSync(FOLDER)
    .filter((file) => file.endsWith(".yaml"))
    .map((file) => parse(readFileSync(FOLDER + file, "utf8")));
  const sheets = [...new Set(parts.map(({ sheet }) => sheet))].sort();
  const rulesOf = (sheet) =>
    parts
      .filter((part) => part.sheet === sheet)
      .flatMap(({ rules }) => rules)
      .sort((a, b) => a.rule.localeCompare(b.rule, "en", { numeric: true }));
  const summary = sheets.map((sheet) => {
    const rules = rulesOf(sheet);
    const tested = rules.filter(({ test }) => test !== undefined).length;
    return `| ${sheet} | ${rules.length} | ${tested} | ${rules.length - tested} | ${((100 * tested) / rules.length).toFixed(1)} % |`;
  });
  const lists = sheets.map(
    (sheet) => `### ${sheet}.md

${rulesOf(sheet).map(item).join("\n")}
`,
  );
  return `
## Coverage of the fact sheets

Each rule of a sheet, and the test that names it. A test keeps the names true.

| sheet | rules | tested | left out | share |
| --- | --- | --- | --- | --- |
${summary.join("\n")}

${lists.join("\n")}`;
}

function item({ rule, test, "left-out": reason }) {
  if (test === undefined) return `- ${cell(rule)}: left out, ${cell(reason)}`;
  const [file, name] = test.split(" › ");
  return `- ${cell(rule)}: [${cell(name)}](../${file})`;
}

function cell(text) {
  return text.replaceAll("|", "\\|").replaceAll("*", "\\*").replaceAll("<", "&lt;").replaceAll("[", "\\[").replaceAll("]", "\\]");
}

// works.md: the scenarios in which everything is as it should be.
import { cell } from "../cell.mjs";

/** The page. */
export function worksPage(entries) {
  const fine = entries.filter(({ failure, warnings }) => failure === null && warnings.length === 0);
  return `# What works

${fine.length} scenarios in which nothing is refused and nothing is wrong.

${fine.map(({ name, title }) => `- \`${name}\`: ${cell(title)}`).join("\n")}
`;
}

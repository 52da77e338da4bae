// packs.md: what each pack holds.
import { cell } from "../cell.mjs";
import { PACKS } from "./packs.mjs";

/** The page. */
export function packsPage(entries) {
  const sections = Object.entries(PACKS).map(([tag, what]) => {
    const inside = entries.filter(({ tags }) => tags.includes(tag));
    return `## ${tag}\n\n${what}.\n\n${inside.map(({ name, title }) => `- \`${name}\`: ${cell(title)}`).join("\n")}\n`;
  });
  return `# Packs

Each is a tag: \`irsa-sim test --tag NAME\` plays all of it.

${sections.join("\n")}`;
}

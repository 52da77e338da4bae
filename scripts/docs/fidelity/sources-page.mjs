// docs/fidelity/sources.md: what the sources say of themselves.
import { differencesOfSources } from "./differences-of-sources.mjs";

/** The page, by package. */
export function sourcesPage() {
  const differences = differencesOfSources();
  const packages = [...new Set(differences.map(({ file }) => packageOf(file)))];
  const sections = packages.map((name) => {
    const here = differences.filter(({ file }) => packageOf(file) === name);
    return `## ${name}\n\n${here.map(item).join("\n")}\n`;
  });
  return `<!-- Written by scripts/generate-docs.mjs from the sources; do not edit. -->
# As the sources say it

Every paragraph in the sources that begins with "Differs from", "Differs perhaps" or "Unconfirmed". **?** stands where nobody has captured what the real thing does.
[The page to read](../fidelity.md) has the same in rows, by who notices it.

${sections.join("\n")}`;
}

function packageOf(file) {
  return file.slice(0, file.indexOf("/"));
}

function item({ file, text, unconfirmed }) {
  const path = file.slice(file.indexOf("/") + 1);
  return `- ${unconfirmed ? "**?** " : ""}[${path}](../../packages/${file.replace("/", "/src/")}): ${text.replaceAll("<", "&lt;")}`;
}
